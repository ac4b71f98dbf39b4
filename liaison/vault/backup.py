"""Backups: one verified file each, and records restored from them into a new folder."""

import hashlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path

from liaison.errors import Damaged, LiaisonError, NoSuchRecord
from liaison.vault import canonical, clock, engine, files, unlocking
from liaison.vault.building import building_site, move_into_place, refuse_existing
from liaison.vault.container import Container, read_container, write_container
from liaison.vault.engine import Connection
from liaison.vault.header import header_from
from liaison.vault.keys import Keys, mac_of, same
from liaison.vault.laptop import THIS, Laptop
from liaison.vault.making import growing_vault
from liaison.vault.opening import connected, refuse_newer
from liaison.vault.refusals import not_kept
from liaison.vault.tip import Mark
from liaison.vault.unlocking import DATABASE
from liaison.vault.vault import Vault

SUFFIX = ".liaisonbackup"
FORMAT = "liaison backup"

Check = Callable[[Connection], dict[str, int]]
"""Looks through a record, raises Damaged, or gives the number of rows in each table."""


@dataclass(frozen=True)
class Manifest:
    """What a backup holds, sealed under the vault's own key."""

    vault: str
    made_at: str
    schema: int
    header: str
    size: int
    digest: str
    rows: dict[str, int]
    mac: str = ""

    def sealed_by(self, keys: Keys) -> "Manifest":
        return replace(self, mac=self._mac(keys).hex())

    def is_sealed_by(self, keys: Keys) -> bool:
        return same(self.mac.encode(), self._mac(keys).hex().encode())

    def encoded(self) -> bytes:
        return canonical.encode({"format": FORMAT, **asdict(self)})

    def _mac(self, keys: Keys) -> bytes:
        return mac_of(keys.backup, replace(self, mac="").encoded())


def write_backup(vault: Vault, to: Path, *, check: Check, now: datetime) -> Path:
    """Write a verified copy of an open record into the folder ``to``, which is made if missing.

    The file is called "<record> 2026-11-21 1530.liaisonbackup"; none is ever written over.
    Raises Damaged when the record is, and NotKept when the disk refuses; then nothing is left.
    """
    name = vault.folder.name.removesuffix(".liaison")
    with not_kept("The backup"), building_site(to / (name + SUFFIX), now) as site:
        copy, whole = site / DATABASE, site / "whole"
        files.create(copy).close()
        _copy_pages(vault, copy)
        files.settle_file(copy)
        rows = _verified(copy, vault, check)
        header = vault.unlocked.header.encoded()
        manifest = _manifest(vault, header, copy, rows, clock.stamp(now))
        write_container(whole, header=header, manifest=manifest.encoded(), database=copy)
        _read(whole)
        target = _free_name(to, f"{name} {now:%Y-%m-%d %H%M}")
        move_into_place(whole, target)
    return target


def _copy_pages(vault: Vault, copy: Path) -> None:
    """Over a connection of its own, so that a copy made in a job never shares the window's."""
    reading = engine.connect(vault.database, vault.keys.database, read_only=True)
    with closing(reading):
        engine.vacuum_into(reading, copy)


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
    manifest = _checked_manifest(found, unlocked.keys)

    def fill(database: Path) -> None:
        if found.extract(database) != manifest.digest:
            raise _damaged(file)

    with growing_vault(to, unlocked, schema=schema, laptop=laptop, fill=fill) as vault:
        refuse_newer(vault.connection, schema, file=file.name)
        if engine.checks(vault.connection, full=True) or check(vault.connection) != manifest.rows:
            raise _damaged(file)
        vault.note(settle(vault))


def _verified(copy: Path, vault: Vault, check: Check) -> dict[str, int]:
    """The rows of a sound copy. Raises Damaged when the copy, and so the record, is not sound."""
    with closing(connected(copy, vault.keys)) as connection:
        refuse_newer(connection, vault.schema, file=DATABASE)
        if engine.checks(connection, full=True):
            raise Damaged(f"{DATABASE} is damaged, so no backup was made of it.")
        return check(connection)


def _manifest(
    vault: Vault, header: bytes, copy: Path, rows: dict[str, int], made_at: str
) -> Manifest:
    size, digest = files.size_and_digest(copy)
    bare = Manifest(
        vault=vault.id,
        made_at=made_at,
        schema=vault.schema,
        header=hashlib.sha256(header).hexdigest(),
        size=size,
        digest=digest,
        rows=rows,
    )
    return bare.sealed_by(vault.keys)


def _checked_manifest(found: Container, keys: Keys) -> Manifest:
    try:
        manifest = _decoded(found.manifest)
    except ValueError as error:
        raise _damaged(found.file) from error
    digest = hashlib.sha256(found.header).hexdigest()
    whole = (manifest.header, manifest.size) == (digest, found.size)
    if not whole or not manifest.is_sealed_by(keys):
        raise _damaged(found.file)
    return manifest


def _decoded(data: bytes) -> Manifest:
    names = {"format", "vault", "made_at", "schema", "header", "size", "digest", "rows", "mac"}
    found = canonical.fields_of(canonical.decode(data), names)
    rows = found["rows"]
    if found["format"] != FORMAT or not isinstance(rows, dict):
        raise ValueError("of another format")
    return Manifest(
        vault=canonical.text_of(found["vault"]),
        made_at=canonical.text_of(found["made_at"]),
        schema=canonical.whole_number_of(found["schema"]),
        header=canonical.text_of(found["header"]),
        size=canonical.whole_number_of(found["size"]),
        digest=canonical.text_of(found["digest"]),
        rows={table: canonical.whole_number_of(number) for table, number in rows.items()},
        mac=canonical.text_of(found["mac"]),
    )


def _read(file: Path) -> Container:
    try:
        return read_container(file)
    except (OSError, ValueError) as error:
        raise _damaged(file) from error


def _damaged(file: Path) -> LiaisonError:
    return Damaged(f"{file.name} is damaged, or it is not a backup of a record.")


def _free_name(to: Path, name: str) -> Path:
    names = (f"{name}{SUFFIX}" if at == 1 else f"{name} {at}{SUFFIX}" for at in count(1))
    return next(to / each for each in names if not (to / each).exists())
