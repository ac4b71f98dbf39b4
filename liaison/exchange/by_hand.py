"""Whether somebody wrote a value by hand after the last file did: then the file does not win."""

from __future__ import annotations

from liaison.model.fields import Entry
from liaison.store.changes import Kind, edits_of, kind_of
from liaison.store.store import Store

Written = dict[tuple[str, str, str], tuple[Kind, bool]]
"""Table, row and field: what wrote it last, and whether something stood there before."""


class LastWriters:
    """Who wrote each value last, read from the log of a family when it is first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._families: dict[str, tuple[Written, set[str]]] = {}

    def by_hand(self, entry: Entry, field: str) -> bool:
        """Whether the value that stands there was written by an officer."""
        return self._last(entry, field)[0] is Kind.SAVE

    def corrected(self, entry: Entry, field: str) -> bool:
        """Whether an officer put it in the place of another value, and not merely left it so."""
        return self._last(entry, field) == (Kind.SAVE, True)

    def came_from_a_file(self, entry: Entry) -> bool:
        """Whether any import ever wrote this entry."""
        _, imported = self._log(entry.family)
        return entry.id in imported

    def _last(self, entry: Entry, field: str) -> tuple[Kind, bool]:
        written, _ = self._log(entry.family)
        return written.get((entry.table, entry.id, field), (Kind.CREATE, False))

    def _log(self, family: str) -> tuple[Written, set[str]]:
        if family not in self._families:
            self._families[family] = self._read(family)
        return self._families[family]

    def _read(self, family: str) -> tuple[Written, set[str]]:
        written: Written = {}
        imported: set[str] = set()
        rows = self._store.query(
            "SELECT kind, body FROM change WHERE family = :family ORDER BY clock, device",
            family=family,
        )
        for told, body in rows:
            kind = kind_of(told)
            for edit in edits_of(body):
                if kind is Kind.IMPORT:
                    imported.add(edit.row)
                for field, (before, _) in edit.values.items():
                    written[edit.table, edit.row, field] = kind, before is not None
        return written, imported
