"""The shared tables: their columns, what an officer calls their rows, and one row by its id."""

from __future__ import annotations

from liaison.model import ENTRIES
from liaison.store.engine_words import Database
from liaison.store.refusals import rows
from liaison.store.rows import Row, columns_of

COLUMNS: dict[str, tuple[str, ...]] = {cls.table: columns_of(cls) for cls in ENTRIES}
TITLES: dict[str, str] = {cls.table: cls.title for cls in ENTRIES}


def row_of(db: Database, table: str, id: str) -> Row:
    """A row by its id, as column to value; empty when there is none."""
    names = COLUMNS[table]
    found = rows(db, f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", [id])
    return dict(zip(names, found[0], strict=True)) if found else {}
