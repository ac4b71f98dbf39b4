"""The backups kept in a folder: which there are, what is wrong with one, and which are dropped."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from liaison.errors import LiaisonError
from liaison.vault import clock, files
from liaison.vault.backup import SUFFIX, damaged
from liaison.vault.container import Container, front_of, read_container
from liaison.vault.header import Header, header_from
from liaison.vault.manifest import Manifest, manifest_from
from liaison.vault.unlocking import Unlocked

LATEST, WEEKS, MONTHS = 10, 8, 12
"""So many of the latest are kept; beside them one a week and one a month, the last of each."""


@dataclass(frozen=True)
class KeptBackup:
    """A file that calls itself a backup. ``trouble`` says why it is not to be relied upon.

    ``made_at`` is empty, and ``rows`` too, where the file does not tell or cannot be believed.
    """

    file: Path
    size: int
    made_at: str = ""
    rows: dict[str, int] = field(default_factory=dict)
    header: str = ""
    trouble: str = ""
    ours: bool = True
    """False for a backup that says it is of another record."""

    @property
    def verified(self) -> bool:
        return not self.trouble

    def is_of_header(self, header: Header) -> bool:
        """Whether it opens with the same passphrases and recovery code as ``header``."""
        return self.header == hashlib.sha256(header.encoded()).hexdigest()


def backups_in(
    folder: Path, unlocked: Unlocked, *, read: Callable[[Path], Container] = read_container
) -> list[KeptBackup]:
    """Every backup in the folder, the newest first, and last what is no whole backup of ours.

    Each is read from its first byte to its last; with ``front_of`` only its front is.
    """
    try:
        named = sorted(each for each in folder.iterdir() if each.suffix == SUFFIX)
    except OSError:
        return []
    found = [look_at(each, unlocked, read=read) for each in named]
    return sorted(found, key=lambda each: (each.verified, each.made_at), reverse=True)


def look_at(
    file: Path, unlocked: Unlocked, *, read: Callable[[Path], Container] = read_container
) -> KeptBackup:
    """What a backup file says of itself, and whether it was sealed by the record's own keys."""
    size = 0
    try:
        size = file.stat().st_size
        found = read(file)
        manifest = manifest_from(found)
        header = header_from(found.header, file=file.name)
    except (OSError, ValueError, LiaisonError) as error:
        said = files.reason(error) if isinstance(error, OSError) else ""
        words = f"{file.name} cannot be read: {said}." if said else str(damaged(file))
        return KeptBackup(file, size, trouble=words)
    return KeptBackup(
        file=file,
        size=size,
        made_at=manifest.made_at,
        rows=manifest.rows,
        header=manifest.header,
        trouble=_trouble(file, header, manifest, unlocked),
        ours=header.vault == unlocked.header.vault,
    )


def _trouble(file: Path, header: Header, manifest: Manifest, unlocked: Unlocked) -> str:
    if header.vault != unlocked.header.vault:
        return f"{file.name} is a backup of another record."
    if not header.is_sealed_by(unlocked.keys):
        return (
            f"{file.name} was made under an earlier key of this record: only the passphrase or "
            "the recovery sheet of that time opens it."
        )
    return "" if manifest.is_sealed_by(unlocked.keys) else str(damaged(file))


def rotate(folder: Path, unlocked: Unlocked, *, newest: Path, now: datetime) -> list[Path]:
    """Drop what is not to be kept any longer, and say what; ``newest`` is the one just made.

    Only whole backups sealed by this record are touched, and nothing is when ``newest`` is not
    one: then an older one is the last there is. What cannot be dropped stays.
    """
    there = [each for each in backups_in(folder, unlocked, read=front_of) if each.verified]
    if not look_at(newest, unlocked).verified:
        return []
    dropped = []
    for each in to_drop(there, clock.stamp(now)):
        if each.file.name != newest.name:
            with suppress(OSError):
                each.file.unlink()
                dropped.append(each.file)
    return dropped


def to_drop(backups: Iterable[KeptBackup], now: str) -> list[KeptBackup]:
    """Those beyond the latest ten, the eight weeks and the twelve months before them.

    A week or month that one of the ten stands for is not counted again. One that was made while
    the clock ran ahead counts as the oldest: it must not push out those of the right time.
    """
    by_age = sorted(backups, key=lambda each: (each.made_at <= now, each.made_at), reverse=True)
    kept = by_age[:LATEST]
    kept += _last_of_each(by_age, kept, _week, WEEKS)
    kept += _last_of_each(by_age, kept, _month, MONTHS)
    return [each for each in by_age if each not in kept]


def _last_of_each(
    by_age: Sequence[KeptBackup],
    kept: Sequence[KeptBackup],
    period: Callable[[KeptBackup], str],
    most: int,
) -> list[KeptBackup]:
    found: dict[str, KeptBackup] = {}
    for each in by_age:
        found.setdefault(period(each), each)
    return [each for each in found.values() if each not in kept][:most]


def _week(backup: KeptBackup) -> str:
    return f"{datetime.fromisoformat(backup.made_at):%G-%V}"


def _month(backup: KeptBackup) -> str:
    return backup.made_at[:7]
