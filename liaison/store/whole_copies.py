"""A copy of the record looked through from end to end, before it takes the record's place."""

from __future__ import annotations

from liaison.errors import Damaged
from liaison.store import verifying
from liaison.store.store import Store
from liaison.vault import Mark
from liaison.vault.engine import Connection


def looked_through(connection: Connection, before: dict[str, int]) -> Mark:
    """The newest change of a copy that is sound and has every row of ``before``, or Damaged."""
    store = Store(connection, actor="", place="", machine="")
    found = verifying.problems(store, full=True)
    after = {} if found else verifying.check(store)
    if any(after.get(table) != number for table, number in before.items()):
        said = " ".join(found) or "Rows are missing."
        raise Damaged(f"The copy of the record is not whole, so nothing was changed. {said}")
    return store.mark
