"""The shared tables: their columns, what an officer calls their rows, and one row by its id."""

from __future__ import annotations

from typing import Any

from liaison.model import ENTRIES
from liaison.store.engine_words import Database
from liaison.store.rows import Row, columns_of

COLUMNS: dict[str, tuple[str, ...]] = {cls.table: columns_of(cls) for cls in ENTRIES}
TITLES: dict[str, str] = {cls.table: cls.title for cls in ENTRIES}


def row_of(db: Database, table: str, id: str) -> Row:
    """A row by its id, as column to value; empty when there is none."""
    names = COLUMNS[table]
    found: tuple[Any, ...] | None = db.execute(
        f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", [id]
    ).fetchone()
    return dict(zip(names, found, strict=True)) if found else {}
