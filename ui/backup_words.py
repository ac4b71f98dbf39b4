"""Backups in words: when, how large, and whether they can be relied upon."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from liaison.dates import day_in_list
from liaison.vault.kept import KeptBackup

KILO = 1000


def made_words(backup: KeptBackup, today: date) -> str:
    """The day and time as "Fri 20 Nov, 15:42"; the file’s name where it does not tell."""
    if not backup.made_at:
        return backup.file.stem
    return at_words(backup.made_at, today)


def at_words(stamp: str, today: date) -> str:
    """As "Fri 20 Nov, 15:42"."""
    at = moment(stamp)
    return f"{day_in_list(at.date(), today)}, {at:%H:%M}"


def size_words(size: int) -> str:
    """As "12 MB"."""
    if size < KILO * KILO:
        return f"{max(1, round(size / KILO))} kB"
    return f"{round(size / KILO / KILO)} MB"


def ago_words(stamp: str, today: date) -> str:
    """How long since, as it stands in the strip: "Backed up 2 days ago"."""
    days = (today - moment(stamp).date()).days
    if days <= 0:
        return _said("Backed up today")
    if days == 1:
        return _said("Backed up yesterday")
    return _said("Backed up {0} days ago").format(days)


def moment(stamp: str) -> datetime:
    """A time as the vault’s files write it, as the laptop’s clock tells it."""
    return datetime.fromisoformat(stamp).astimezone()


def _said(words: str) -> str:
    return QCoreApplication.translate("BackupWords", words)
