"""Why the record was locked: what the next process is told, and what the lock window says."""

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class Reason(Enum):
    """Who or what locked it. The value stands on the command line of the next process."""

    ASKED = "asked"
    IDLE = "idle"
    SLEEP = "sleep"
    SCREEN = "screen"


class Locked(NamedTuple):
    """What the process that asks for the passphrase has to know; nothing of what was shown.

    ``record`` is none for a practice record. ``geometry`` is Qt's own note of where the window
    stood, ``behind`` says that another program was in front of it.
    """

    record: Path | None
    reason: Reason
    draft: bool = False
    behind: bool = False
    geometry: str = ""

    def arguments(self) -> list[str]:
        """The command line of the next process."""
        words = [str(self.record) if self.record else "--practice"]
        notes = [self.reason.value, *("draft",) * self.draft, *("behind",) * self.behind]
        words += ["--locked", ",".join(notes)]
        return [*words, "--window", self.geometry] if self.geometry else words

    def sentence(self, minutes: int) -> str:
        """What the lock window says; ``minutes`` is how long it waits without activity."""
        if self.record is None:
            return _said(
                "Locked, so this practice record begins anew: it is never kept on the disk."
            )
        words = _why(self.reason, minutes)
        return f"{words} {_said('Your draft is safe.')}" if self.draft else words


def locked_from(record: Path | None, notes: str, geometry: str) -> Locked:
    """What ``arguments`` wrote; ValueError for a reason that nobody gave."""
    reason, *more = notes.split(",")
    return Locked(record, Reason(reason), "draft" in more, "behind" in more, geometry)


def _why(reason: Reason, minutes: int) -> str:
    if reason is Reason.IDLE:
        if minutes == 1:
            return _said("Locked: 1 minute without activity.")
        return _said("Locked: {0} minutes without activity.").format(minutes)
    if reason is Reason.SLEEP:
        return _said("Locked: this computer went to sleep.")
    if reason is Reason.SCREEN:
        return _said("Locked: the screen of this computer was locked.")
    return _said("Locked.")


def _said(words: str) -> str:
    return QCoreApplication.translate("Locked", words)
