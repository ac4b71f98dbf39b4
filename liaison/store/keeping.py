"""Backups kept beside the record by itself: at closing, and before anything that could go wrong."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from liaison.errors import Damaged
from liaison.store.looking import note_found
from liaison.store.store import check_connection
from liaison.vault import Vault, clock, engine
from liaison.vault.backup import clear_up, write_backup
from liaison.vault.container import front_of
from liaison.vault.kept import KeptBackup, backups_in, look_at, rotate

BACKUPS = "backups"
"""The folder in the record's own in which they lie."""

DAY = timedelta(days=1)


def folder_of_backups(vault: Vault) -> Path:
    """Where the record's own backups are kept."""
    return vault.folder / BACKUPS


def keep_backup(vault: Vault, *, now: datetime, stop: Callable[[], bool] | None = None) -> Path:
    """A verified backup of the record as it is now; the newest one there if it is that already.

    After a new one those that are not to be kept any longer are dropped. Raises what
    ``write_backup`` raises; then nothing is dropped, and damage is looked for at the next opening.
    """
    folder = folder_of_backups(vault)
    if there := backup_of_now(vault):
        clear_up(vault, folder, now)
        return there.file
    try:
        file = write_backup(vault, folder, check=check_connection, now=now.astimezone(), stop=stop)
    except Damaged as damage:
        note_found(vault, [str(damage)])
        raise
    rotate(folder, vault.unlocked, newest=file, now=now)
    return file


def backup_of_now(vault: Vault) -> KeptBackup | None:
    """A whole backup to which nothing was added since: no change, and no other key."""
    try:
        with closing(
            engine.connect(vault.database, vault.keys.database, read_only=True)
        ) as reading:
            changes, last = reading.execute("SELECT count(*), max(clock) FROM change").fetchone()
    except engine.EngineError:
        # Damaged, or busy: whoever makes one now says so.
        return None
    since = _written_at(last)
    for each in backups_in(folder_of_backups(vault), vault.unlocked, read=front_of):
        of_now = each.rows.get("change") == changes and each.made_at >= since
        if of_now and each.is_of_header(vault.unlocked.header):
            found = look_at(each.file, vault.unlocked)
            if found.verified:
                return found
    return None


def newest_backup(vault: Vault) -> KeptBackup | None:
    """The newest backup that looks whole from its front, or nothing."""
    there = backups_in(folder_of_backups(vault), vault.unlocked, read=front_of)
    return next((each for each in there if each.verified), None)


def is_due(vault: Vault, *, now: datetime, after: timedelta = DAY) -> bool:
    """Whether the newest backup is older than that, and something was changed since."""
    newest = newest_backup(vault)
    recent = newest is not None and newest.made_at > clock.stamp(now - after)
    return not recent and backup_of_now(vault) is None


def _written_at(tick: str | None) -> str:
    """The second of a change's clock, as the vault's files write it."""
    milliseconds = int((tick or "0").partition("-")[0])
    return clock.stamp(datetime.fromtimestamp(milliseconds / 1000, UTC))
