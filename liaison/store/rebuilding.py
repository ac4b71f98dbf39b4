"""The tables made again from the log alone, to see that they are what the log says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from liaison.model import ENTRIES
from liaison.store import search
from liaison.store.changes import edits_of
from liaison.store.tables import COLUMNS

if TYPE_CHECKING:
    from liaison.store.store import Store

Rows = dict[str, dict[str, dict[str, Any]]]


def rebuilt(store: Store) -> Rows:
    """Every shared table as the log tells it: table to id to row. Emptied bodies tell nothing."""
    tables: Rows = {cls.table: {} for cls in ENTRIES}
    log = store.db.execute("SELECT id, body FROM change ORDER BY clock, device")
    for change, body in log:
        for edit in edits_of(body):
            rows = tables[edit.table]
            if edit.whole:
                rows[edit.row] = dict.fromkeys(COLUMNS[edit.table])
            if edit.row in rows:
                rows[edit.row] |= edit.after | {"id": edit.row, "version": change}
    return tables


def differences(store: Store) -> list[str]:
    """Where a table, or the search text, is not what the log says. Empty when they agree."""
    tables = rebuilt(store)
    found = []
    for cls in ENTRIES:
        names = COLUMNS[cls.table]
        kept = {
            row[0]: dict(zip(names, row, strict=True))
            for row in store.db.execute(f"SELECT {', '.join(names)} FROM {cls.table}")
        }
        if kept != tables[cls.table]:
            found.append(f"The table “{cls.table}” is not what the log of changes says.")
    return found + _search_text(store, tables)


def _search_text(store: Store, tables: Rows) -> list[str]:
    wanted = {
        row["id"]: (table, row["family"], words)
        for table in search.SEARCHED
        for row in tables[table].values()
        if (words := search.words_of(table, row))
    }
    found = store.db.execute("SELECT id, kind, family, words FROM local_found").fetchall()
    if len(found) == len(wanted) and {id: tuple(rest) for id, *rest in found} == wanted:
        return []
    return ["The search text is not what the log of changes says."]
