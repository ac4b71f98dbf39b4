"""Backups: one verified file each, and records restored from them into a new folder."""

import hashlib
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from liaison.errors import Damaged, LiaisonError, NoSuchRecord
from liaison.vault import clock, engine, files, unlocking
from liaison.vault.building import building_site, move_into_place, refuse_existing, sweep
from liaison.vault.container import Container, read_container, write_container
from liaison.vault.engine import Connection, EngineError
from liaison.vault.header import header_from
from liaison.vault.keys import Keys
from liaison.vault.laptop import THIS, Laptop
from liaison.vault.making import growing_vault
from liaison.vault.manifest import Manifest, manifest_from
from liaison.vault.measuring import Measuring
from liaison.vault.opening import connected, refuse_newer
from liaison.vault.refusals import not_kept
from liaison.vault.tip import Mark
from liaison.vault.unlocking import DATABASE
from liaison.vault.vault import Vault

SUFFIX = ".liaisonbackup"

UNSOUND = f"{DATABASE} is damaged, so no backup was made of it."
STEPS = 1000
"""How many of the engine's steps may pass before a copy looks whether to stop."""

Check = Callable[[Connection], dict[str, int]]
"""Looks at what the engine's own checks do not see, raises Damaged, or counts each table's rows."""


def write_backup(
    vault: Vault,
    to: Path,
    *,
    check: Check,
    now: datetime,
    stop: Callable[[], bool] | None = None,
) -> Path:
    """Write a verified copy of an open record into the folder ``to``, which is made if missing.

    The file is called "<record> 2026-11-21 1530.liaisonbackup"; none is ever written over. While
    the record is read nobody can write to it: ``stop`` says whether to give up for a save.
    Raises Damaged when the record is, and NotKept when the disk refuses or ``stop`` did; then
    nothing is left.
    """
    with not_kept("The backup"), building_site(_built_for(vault, to), now) as site:
        copy, whole = site / DATABASE, site / "whole"
        files.create(copy).close()
        _copy_pages(vault, copy, stop)
        files.settle_file(copy)
        measuring = Measuring(copy)
        schema, rows = _verified(copy, vault, check)
        header = vault.unlocked.header.encoded()
        size, digest = measuring.result()
        manifest = Manifest(
            vault=vault.id,
            made_at=clock.stamp(now),
            schema=schema,
            header=hashlib.sha256(header).hexdigest(),
            size=size,
            digest=digest,
            rows=rows,
        ).sealed_by(vault.keys)
        write_container(whole, header=header, manifest=manifest.encoded(), database=copy)
        _read(whole)
        target = free_name(to, f"{_name(vault)} {now:%Y-%m-%d %H%M}")
        move_into_place(whole, target)
    return target


def clear_up(vault: Vault, folder: Path, now: datetime) -> None:
    """Remove what is left in a folder of backups by a program that ended while it wrote one.

    Also after the file had its name already: no later one may be written for a long time.
    """
    with not_kept("The backup"):
        sweep(_built_for(vault, folder), now)


def _name(vault: Vault) -> str:
    return vault.folder.name.removesuffix(".liaison")


def _built_for(vault: Vault, to: Path) -> Path:
    return to / (_name(vault) + SUFFIX)


def _copy_pages(vault: Vault, copy: Path, stop: Callable[[], bool] | None) -> None:
    """Over a connection of its own, so that a copy made in a job never shares the window's."""
    try:
        reading = engine.connect(vault.database, vault.keys.database, read_only=True)
        with closing(reading):
            reading.set_progress_handler(stop, STEPS)
            engine.vacuum_into(reading, copy)
            unsound = engine.met_damage(reading)
    except EngineError as error:
        if engine.is_damage(error):
            raise Damaged(UNSOUND) from error
        raise
    if unsound:
        raise Damaged(UNSOUND)


def restore_backup(  # noqa: PLR0913 - each is a choice of the caller
    file: Path,
    to: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    schema: int,
    check: Check,
    settle: Callable[[Vault], Mark],
    laptop: Laptop = THIS,
) -> None:
    """Make a record at ``to``, where nothing may be yet, from a backup file.

    ``settle`` writes into the restored record that it is one, and gives its last change. Raises
    NoSuchRecord, AlreadyThere, Damaged, WrongPassphrase, NewerRecord, NotKept; a refused restore
    leaves nothing.
    """
    if not file.is_file():
        raise NoSuchRecord(f"There is no backup called {file.name} there.")
    refuse_existing(to)
    found = _read(file)
    secret = unlocking.secret_from(passphrase, recovery_code)
    unlocked = unlocking.unlock(header_from(found.header, file=file.name), secret, file=file.name)
    manifest = checked_manifest(found, unlocked.keys)

    def fill(database: Path) -> None:
        if found.extract(database) != manifest.digest:
            raise damaged(file)

    with growing_vault(to, unlocked, schema=schema, laptop=laptop, fill=fill) as vault:
        refuse_newer(vault.connection, schema, file=file.name)
        if engine.checks(vault.connection, full=True) or check(vault.connection) != manifest.rows:
            raise damaged(file)
        vault.note(settle(vault))


def _verified(copy: Path, vault: Vault, check: Check) -> tuple[int, dict[str, int]]:
    """Schema and rows of a sound copy. Raises Damaged when it, and so the record, is not sound."""
    with closing(connected(copy, vault.keys)) as connection:
        refuse_newer(connection, vault.schema, file=DATABASE)
        if engine.checks(connection, full=True):
            raise Damaged(UNSOUND)
        return engine.version_of(connection)[1], check(connection)


def checked_manifest(found: Container, keys: Keys) -> Manifest:
    """The manifest if the holder of ``keys`` sealed it, else Damaged."""
    try:
        manifest = manifest_from(found)
    except ValueError as error:
        raise damaged(found.file) from error
    if not manifest.is_sealed_by(keys):
        raise damaged(found.file)
    return manifest


def _read(file: Path) -> Container:
    try:
        return read_container(file)
    except (OSError, ValueError) as error:
        raise damaged(file) from error


def damaged(file: Path) -> LiaisonError:
    """What is said of a file with one bit that is not as it was written."""
    return Damaged(f"{file.name} is damaged, or it is not a backup of a record.")


def free_name(to: Path, name: str) -> Path:
    """A backup's path under this name that nothing stands under yet."""
    names = (f"{name}{SUFFIX}" if at == 1 else f"{name} {at}{SUFFIX}" for at in count(1))
    return next(to / each for each in names if not (to / each).exists())
