"""What version a row's words are of, once everything that was taken back is set aside.

Undo gives a row a version of its own, though its words are those of an earlier one: without this,
nobody could take back two corrections of the same entry.
"""

from __future__ import annotations

from liaison.store.changes import edits_of
from liaison.store.engine_words import Database
from liaison.store.refusals import rows

Versions = dict[tuple[str, str], str]


class Lineage:
    """Follows versions back through undo and redo; made for one question and thrown away."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._batches: dict[str, Versions] = {}

    def same(self, table: str, row: str, one: str, other: str) -> bool:
        """Whether two versions of a row have the same words."""
        return one == other or self._origin(table, row, one) == self._origin(table, row, other)

    def _origin(self, table: str, row: str, version: str) -> str:
        """The change that first wrote these words; empty for a row whose adding was taken back."""
        while version and (batch := self._compensated(version)):
            version = self._made_on(batch).get((table, row), "")
        return version

    def _compensated(self, version: str) -> str:
        """The batch that a change took or put back; empty for any other change."""
        found = rows(self._db, "SELECT kind FROM change WHERE id = ?", [version])
        return str(found[0][0]).partition(":")[2] if found else ""

    def _made_on(self, batch: str) -> Versions:
        if batch not in self._batches:
            bodies = rows(self._db, "SELECT body FROM change WHERE batch = ?", [batch])
            edits = [edit for (body,) in bodies for edit in edits_of(body)]
            self._batches[batch] = {(edit.table, edit.row): edit.made_on for edit in edits}
        return self._batches[batch]
