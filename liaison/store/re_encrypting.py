"""“Change and re-encrypt”: the whole record under a new data key, written anew and swapped in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from liaison.errors import NotRemembered, ReadOnly
from liaison.store.keeping import folder_of_backups, keep_backup
from liaison.store.schema import SCHEMA
from liaison.store.store import Store, check_connection
from liaison.store.whole_copies import looked_through
from liaison.vault import Mark, Vault, engine, files, remembering, ways_in
from liaison.vault.backup import SUFFIX
from liaison.vault.exchanging import exchange_database
from liaison.vault.keys import Keys
from liaison.vault.opening import connected
from liaison.vault.slots import KEYRING

AT_WORK = "The record is being encrypted anew, so nothing can be saved for a moment."


@dataclass(frozen=True)
class ReEncrypted:
    """The slot that stays, those that opened the record before, and backups of the old key."""

    slot: str
    ended: tuple[str, ...]
    old_backups: tuple[Path, ...]


def re_encrypt(
    store: Store, passphrase: str, *, recovery_code: str, new_passphrase: str = ""
) -> ReEncrypted:
    """Encrypt the record under a new data key; a job may do it while nobody else uses the store.

    Only ``passphrase`` (or ``new_passphrase`` in its place) and the new recovery code open the
    record afterwards. A backup is made before. Raises ReadOnly, WrongPassphrase, WeakPassphrase,
    NotKept and Damaged, and then everything is as it was; NotFinished when the disk refuses the
    last step: the store is then read-only, and the next opening takes that step.
    """
    vault = store.vault
    if vault is None or store.trouble:
        raise ReadOnly(store.trouble or "A record in memory has no files to encrypt.")
    before = vault.unlocked
    unlocked = ways_in.under_new_keys(
        vault, passphrase, recovery_code=recovery_code, new_passphrase=new_passphrase
    )
    with _nobody_writes(store, vault):
        keep_backup(vault, now=store.now())
        fill = partial(_fill, vault, unlocked.keys)
        exchange_database(vault, fill, schema=SCHEMA, unlocked=unlocked)
    if before.header.of_kind(KEYRING):
        with suppress(NotRemembered):  # what the keyring still keeps opens nothing now
            remembering.forget(vault)
    kept = {each.id for each in unlocked.header.slots}
    return ReEncrypted(
        slot=unlocked.actor,
        ended=tuple(each.id for each in before.header.slots if each.id not in kept),
        old_backups=tuple(sorted(folder_of_backups(vault).glob(f"*{SUFFIX}"))),
    )


def _fill(vault: Vault, keys: Keys, copy: Path) -> Mark:
    files.create(copy).close()
    with closing(engine.connect(vault.database, vault.keys.database)) as reading:
        before = check_connection(reading)
        engine.export_into(reading, copy, keys.database)
    with closing(connected(copy, keys)) as connection:
        return looked_through(connection, before)


@contextmanager
def _nobody_writes(store: Store, vault: Vault) -> Iterator[None]:
    """What is saved meanwhile would be lost; whoever reads would hold the old file open."""
    store.flush_looks()
    store.give_way()
    store.door.read_only = AT_WORK
    try:
        yield
    finally:
        store.db.conn = vault.connection
        store.door.read_only = vault.refusal
