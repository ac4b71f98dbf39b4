"""The tables made again from the log alone, to see that they are what the log says."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from liaison.model import ENTRIES
from liaison.store import search
from liaison.store.tables import COLUMNS

if TYPE_CHECKING:
    from liaison.store.store import Store

Rows = dict[str, dict[str, dict[str, Any]]]


def rebuilt(store: Store) -> Rows:
    """Every shared table as the log tells it: table to id to row. Emptied bodies tell nothing.

    The columns of a row stand in their order, so that its values are those of the table's row.
    """
    tables: Rows = {cls.table: {} for cls in ENTRIES}
    log = store.db.execute("SELECT id, body FROM change ORDER BY clock, device")
    for change, body in log:
        for table, id, values, _made_on in json.loads(body or "[]"):
            rows = tables[table]
            if "family" in values and values["family"][0] is None:
                rows[id] = dict.fromkeys(COLUMNS[table])
            if row := rows.get(id):
                for name, pair in values.items():
                    row[name] = pair[1]
                row["id"], row["version"] = id, change
    return tables


def differences(store: Store) -> list[str]:
    """Where a table, or the search text, is not what the log says. Empty when they agree."""
    with _collector_at_rest():
        tables = rebuilt(store)
        found = [
            f"The table “{cls.table}” is not what the log of changes says."
            for cls in ENTRIES
            if not _is_as(store, cls.table, tables[cls.table])
        ]
        return found + _search_text(store, tables)


def _is_as(store: Store, table: str, wanted: dict[str, dict[str, Any]]) -> bool:
    """Whether the table holds these rows and no others."""
    count = 0
    for row in store.db.execute(f"SELECT {', '.join(COLUMNS[table])} FROM {table}"):
        made = wanted.get(row[0])
        if made is None or tuple(made.values()) != row:
            return False
        count += 1
    return count == len(wanted)


def _search_text(store: Store, tables: Rows) -> list[str]:
    wanted = {
        row["id"]: (table, row["family"], words)
        for table in search.SEARCHED
        for row in tables[table].values()
        if (words := search.words_of(table, row))
    }
    kept = store.db.execute("SELECT id, kind, family, words FROM local_found").fetchall()
    if len(kept) == len(wanted) and all(wanted.get(id) == tuple(rest) for id, *rest in kept):
        return []
    return ["The search text is not what the log of changes says."]


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Millions of values are made and none is in a circle: to look for one takes half the time."""
    switch = gc.enable if gc.isenabled() else gc.disable
    gc.disable()
    try:
        yield
    finally:
        switch()
