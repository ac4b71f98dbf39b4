"""The times of failed unlocks: no secret, and never an obstacle to opening."""

import contextlib
from datetime import datetime
from pathlib import Path

from liaison.vault import canonical, files
from liaison.vault.clock import stamp

NAME = "attempts.json"
KEPT = 50
LIMIT = 16 * 1024


def failed_unlocks(folder: Path) -> list[str]:
    """When somebody tried in vain, oldest first; nothing if the file cannot be read."""
    try:
        found = canonical.decode(files.read_at_most(folder / NAME, LIMIT))
        return [canonical.text_of(each) for each in found] if isinstance(found, list) else []
    except (OSError, ValueError):
        return []


def forget_failures(folder: Path) -> None:
    """They were told to whoever opened it: begin a new list, if the folder can be written."""
    with contextlib.suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)


def note_failure(folder: Path, now: datetime) -> None:
    """Add a time to the list, if the folder can be written."""
    times = [*failed_unlocks(folder), stamp(now)][-KEPT:]
    with contextlib.suppress(OSError):
        files.replace(folder / NAME, canonical.encode(times))
