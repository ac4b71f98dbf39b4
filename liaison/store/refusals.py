"""What the engine refuses, as sentences: a save that was not kept, a page that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from liaison.errors import Damaged, NotKept
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


def unreadable(error: engine.EngineError) -> Damaged | None:
    """The sentence for a page that is not as it was written; nothing for any other error."""
    if error.sqlite_errorcode & 0xFF not in UNREADABLE:
        return None
    return Damaged(f"record.db is damaged: {error}. Please go back to a backup.")


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
