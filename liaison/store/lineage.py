"""What version a row's words are of, once everything that was taken back is set aside.

Undo gives a row a version of its own, though its words are those of an earlier one: without this,
nobody could take back two corrections of the same entry.
"""

from __future__ import annotations

from liaison.store.changes import Edit, edits_of
from liaison.store.engine_words import Database

Edits = dict[tuple[str, str], Edit]


class Lineage:
    """Follows versions back through undo and redo; made for one question and thrown away."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._batches: dict[str, Edits] = {}

    def same(self, table: str, row: str, one: str, other: str) -> bool:
        """Whether two versions of a row have the same words."""
        return one == other or self._origin(table, row, one) == self._origin(table, row, other)

    def _origin(self, table: str, row: str, version: str) -> str:
        """The change that first wrote these words; empty for a row whose adding was taken back."""
        while version and (batch := self._compensated(version)):
            edit = self._edits_in(batch).get((table, row))
            if edit is None:
                return version
            version = edit.made_on
        return version

    def _compensated(self, version: str) -> str:
        """The batch that a change took or put back; empty for any other change."""
        found = self._db.execute("SELECT kind FROM change WHERE id = ?", [version]).fetchone()
        return str(found[0]).partition(":")[2] if found else ""

    def _edits_in(self, batch: str) -> Edits:
        if batch not in self._batches:
            bodies = self._db.execute("SELECT body FROM change WHERE batch = ?", [batch])
            edits = [edit for (body,) in bodies for edit in edits_of(body)]
            self._batches[batch] = {(edit.table, edit.row): edit for edit in edits}
        return self._batches[batch]
