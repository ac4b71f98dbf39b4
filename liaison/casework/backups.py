"""The backups of a record as an officer sees them: which there are, where, and what is overdue."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from liaison.errors import Damaged
from liaison.store.keeping import folder_of_backups, keep_backup, newest_backup
from liaison.store.schema import SCHEMA
from liaison.store.store import Store, check_connection
from liaison.vault import Vault, kept, second_place, trying, unlocking
from liaison.vault.container import front_of
from liaison.vault.kept import KeptBackup
from liaison.vault.second_place import SecondPlace

OVERDUE = timedelta(days=7)
"""After so long without a copy in the second place Today's strip says so."""


def keep_copy(store: Store, *, now: datetime) -> Path | None:
    """A verified backup of the record as it is now, before something that changes much of it.

    Nothing for a record in memory. Like all that reads whole records it may run beside the
    window. Raises NotKept or Damaged when none could be made.
    """
    return keep_backup(store.vault, now=now) if store.vault else None


def back_up_now(store: Store, *, now: datetime) -> tuple[Path, Path | None]:
    """A backup beside the record, and the copy of it in the second place if one is chosen.

    Raises what ``keep_copy`` does, and NotThere when the second place is out of reach.
    """
    vault = _vault(store)
    file = keep_backup(vault, now=now)
    return file, second_place.copy_to_second_place(vault, file, now=now)


def backups(store: Store) -> list[KeptBackup]:
    """Every backup beside the record, read from first byte to last; the newest first."""
    vault = _vault(store)
    return kept.backups_in(folder_of_backups(vault), vault.unlocked)


def backups_at_a_glance(store: Store) -> list[KeptBackup]:
    """The same told from the front of each file alone, which takes no time; the newest first."""
    vault = _vault(store)
    return kept.backups_in(folder_of_backups(vault), vault.unlocked, read=front_of)


def last_backup(store: Store) -> KeptBackup | None:
    """The newest backup beside the record, found without reading the whole of it."""
    return newest_backup(store.vault) if store.vault else None


def backups_in_second_place(store: Store) -> list[KeptBackup]:
    """Those of this record in the second place; none where it is not there or not chosen."""
    vault, place = _vault(store), second_place_of(store)
    if place is None:
        return []
    return [each for each in kept.backups_in(place.folder, vault.unlocked) if each.ours]


def second_place_of(store: Store) -> SecondPlace | None:
    """Where this laptop puts each backup once more."""
    return second_place.second_place(store.vault) if store.vault else None


def choose_second_place(store: Store, folder: Path, *, now: datetime) -> str:
    """Use that folder from now on. Gives a sentence of advice, or nothing.

    Raises NotThere for no folder, NotKept for one inside the record.
    """
    return second_place.choose_second_place(_vault(store), folder, now=now)


def forget_second_place(store: Store) -> None:
    """Keep backups beside the record only."""
    second_place.forget_second_place(_vault(store))


def reminder(store: Store, *, now: datetime) -> str:
    """What Today's strip says when no backup has gone to a second place for a week, or nothing."""
    if store.vault is None or store.settings.practice:
        return ""
    place = second_place_of(store)
    if place is None:
        begun = datetime.fromtimestamp(_first_tick(store) / 1000, now.tzinfo)
        if now - begun <= OVERDUE:
            return ""
        return (
            "Every backup lies on this laptop. Choose a second place for them, such as a memory "
            "stick in the school safe: Settings, Backups."
        )
    since = datetime.fromisoformat(place.copied_at or place.chosen_at)
    if now - since <= OVERDUE:
        return ""
    days = (now - since).days
    said = f"for {days} days" if place.copied_at else f"in the {days} days since it was chosen"
    return f"No backup has gone to the second place, {place.folder.name}, {said}."


def try_backup(store: Store, file: Path, *, now: datetime) -> list[str]:
    """Open a backup as a restore would, look through all of it, and put it away again.

    What is wrong, in sentences; empty when it can be restored. Raises NotKept for want of room.
    """
    vault = _vault(store)
    return trying.faults_of(
        file,
        vault.unlocked,
        check=check_connection,
        schema=SCHEMA,
        beside=vault.files,
        now=now,
    )


def try_older_backup(
    store: Store,
    file: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    now: datetime,
) -> list[str]:
    """As ``try_backup``, for one of an earlier key or of another record.

    Raises WrongPassphrase, Damaged and NoSuchRecord, too.
    """
    unlocked = trying.unlocked_by(file, unlocking.secret_from(passphrase, recovery_code))
    return trying.faults_of(
        file,
        unlocked,
        check=check_connection,
        schema=SCHEMA,
        beside=_vault(store).files,
        now=now,
    )


def _vault(store: Store) -> Vault:
    if store.vault is None:
        raise Damaged("A record in memory has no files to copy.")
    return store.vault


def _first_tick(store: Store) -> int:
    ((first,),) = store.query("SELECT min(clock) FROM change")
    return int(first[:13])
