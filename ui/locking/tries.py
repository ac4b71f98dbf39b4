"""Who tried to open the record in vain is told before and after it is opened, once."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from liaison.dates import day_in_list
from liaison.vault.attempts import failed_unlocks, forget_failures

JUST_NOW = timedelta(minutes=2)
"""As long a mistyped passphrase of her own is no news."""


def tries_words(folder: Path, today: date) -> str:
    """How often somebody tried in vain since it was last opened; empty when nobody did."""
    return _words(_moments(folder), today)


def told_tries(folder: Path, now: datetime) -> str:
    """The same once it is open, and they are forgotten; nothing when all were made just now."""
    moments = _moments(folder)
    forget_failures(folder)
    if not moments or now - moments[0] < JUST_NOW:
        return ""
    return _words(moments, now.astimezone().date())


def _moments(folder: Path) -> list[datetime]:
    """When, oldest first; nothing where the file is not as this program writes it."""
    try:
        return [datetime.fromisoformat(each).astimezone() for each in failed_unlocks(folder)]
    except (ValueError, OverflowError):
        return []


def _words(moments: Sequence[datetime], today: date) -> str:
    if not moments:
        return ""
    first = day_in_list(moments[0].date(), today)
    if len(moments) == 1:
        return _said("1 try did not open this record: {0}.").format(first)
    return _said("{0} tries did not open this record since {1}.").format(len(moments), first)


def _said(words: str) -> str:
    return QCoreApplication.translate("Tries", words)
