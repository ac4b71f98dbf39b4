"""Trying a backup out: opened as a restore would open it, looked through, and put away again."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from liaison.errors import Damaged, NewerRecord, NoSuchRecord
from liaison.vault import engine, unlocking
from liaison.vault.backup import Check, checked_manifest, damaged
from liaison.vault.building import building_site
from liaison.vault.container import read_container
from liaison.vault.header import header_from
from liaison.vault.kept import look_at
from liaison.vault.opening import connected, refuse_newer
from liaison.vault.refusals import not_kept
from liaison.vault.unlocking import DATABASE, Secret, Unlocked


def unlocked_by(file: Path, secret: Secret) -> Unlocked:
    """The keys of a backup file. Raises NoSuchRecord, Damaged and WrongPassphrase."""
    if not file.is_file():
        raise NoSuchRecord(f"There is no backup called {file.name} there.")
    try:
        found = read_container(file)
    except (OSError, ValueError) as error:
        raise damaged(file) from error
    return unlocking.unlock(header_from(found.header, file=file.name), secret, file=file.name)


def faults_of(
    file: Path, unlocked: Unlocked, *, check: Check, schema: int, beside: Path, now: datetime
) -> list[str]:
    """What is wrong with a backup, in sentences; empty when it can be restored.

    Its database is written out, encrypted as it is, into a folder of its own in ``beside`` and
    removed again. Raises NotKept when there is no room for that.
    """
    looked = look_at(file, unlocked)
    if looked.trouble:
        return [looked.trouble]
    with not_kept("A copy to try it out with"), building_site(beside / file.stem, now) as site:
        try:
            _open_and_look(file, unlocked, site / DATABASE, check=check, schema=schema)
        except NewerRecord as newer:
            return [str(newer)]
        except Damaged:
            return [str(damaged(file))]
    return []


def _open_and_look(
    file: Path, unlocked: Unlocked, copy: Path, *, check: Check, schema: int
) -> None:
    found = read_container(file)
    manifest = checked_manifest(found, unlocked.keys)
    if found.extract(copy) != manifest.digest:
        raise damaged(file)
    with closing(connected(copy, unlocked.keys)) as connection:
        refuse_newer(connection, schema, file=file.name)
        if engine.checks(connection, full=True) or check(connection) != manifest.rows:
            raise damaged(file)
