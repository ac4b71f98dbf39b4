"""What the engine refuses, as sentences: a save that was not kept, a page that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from liaison.errors import Damaged, NotKept
from liaison.store.engine_words import Database
from liaison.vault import engine

UNREADABLE = {
    engine.driver.SQLITE_CORRUPT,
    engine.driver.SQLITE_NOTADB,
    engine.driver.SQLITE_IOERR,
}


@contextmanager
def refusals() -> Iterator[None]:
    """The engine's refusals as sentences; nothing was written when one is raised."""
    try:
        yield
    except engine.EngineError as error:
        raise NotKept(_sentence(str(error))) from error


def rows(
    db: Database, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()
) -> list[tuple[Any, ...]]:
    """What a reading statement finds. ``Damaged`` when a page is not as it was written."""
    try:
        found: list[tuple[Any, ...]] = db.conn.execute(sql, values).fetchall()
    except engine.EngineError as error:
        if (getattr(error, "sqlite_errorcode", 0) & 0xFF) not in UNREADABLE:
            raise
        raise _damaged(str(error)) from error
    refuse_zeroes(db)
    return found


def refuse_zeroes(db: Database) -> None:
    """``Damaged`` when a page with a broken seal was met.

    The engine hands out the end of a long text as zeroes once, without an error, when the page it
    stands on is damaged; only its status tells.
    """
    if db.conn.execute("PRAGMA cipher_status").fetchone() != ("1",):
        raise _damaged("a page of it is not as it was written")


def _damaged(said: str) -> Damaged:
    return Damaged(f"record.db is damaged: {said}. Please go back to a backup.")


def _sentence(said: str) -> str:
    if "full" in said:
        return (
            "The disk is full, so nothing was saved. What you typed is still here: "
            "free some space and save again."
        )
    if "readonly" in said:
        return "The record's folder cannot be written to, so nothing was saved."
    if "locked" in said or "busy" in said:
        return "The record is busy for a moment, so nothing was saved. Save again."
    return (
        "The record could not be written, so nothing was saved. What you typed is still here. "
        "Close other programs that use the folder, then save again."
    )
