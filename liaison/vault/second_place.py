"""The second place: a folder elsewhere in which each backup is put once more, chosen per laptop."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from liaison.errors import Damaged, LiaisonError, NotKept
from liaison.vault import canonical, clock, files
from liaison.vault.backup import free_name
from liaison.vault.kept import look_at, rotate
from liaison.vault.notebook import Notebook
from liaison.vault.refusals import not_kept
from liaison.vault.vault import Vault

NAME = "second-places.json"


class NotThere(LiaisonError):
    """The folder is not there at this moment: the stick is not in, or the share is out of reach."""


@dataclass(frozen=True)
class SecondPlace:
    """Where it is, since when, and when a backup was last found whole there; "" for never."""

    folder: Path
    chosen_at: str
    copied_at: str = ""


def second_place(vault: Vault) -> SecondPlace | None:
    """The second place this laptop knows for the record."""
    found = _notebook(vault).read(vault.id)
    try:
        fields = canonical.fields_of(found, {"folder", "chosen_at", "copied_at"})
        return SecondPlace(
            Path(canonical.text_of(fields["folder"])),
            canonical.text_of(fields["chosen_at"]),
            canonical.text_of(fields["copied_at"]),
        )
    except ValueError:
        return None


def choose_second_place(vault: Vault, folder: Path, *, now: datetime) -> str:
    """Put a copy of each backup there from now on. Gives a sentence of advice, or nothing.

    Raises NotThere for no folder, NotKept for one inside the record.
    """
    place = folder.resolve()
    if not place.is_dir():
        raise NotThere(f"There is no folder called {folder.name} there.")
    if place.is_relative_to(vault.folder.resolve()):
        raise NotKept("That folder is inside the record: what spoils the one spoils the other.")
    _note(vault, SecondPlace(place, clock.stamp(now)))
    if place.stat().st_dev == vault.folder.stat().st_dev:
        return (
            "That folder is on the same disk as the record. If the laptop is lost or its disk "
            "fails, both are gone: a memory stick in the school safe is better."
        )
    return ""


def forget_second_place(vault: Vault) -> None:
    """Keep backups beside the record only. What lies in the second place stays there."""
    _notebook(vault).write(vault.id, None)


def copy_to_second_place(vault: Vault, backup: Path, *, now: datetime) -> Path | None:
    """Put a backup into the second place, read it back, and drop the old ones there.

    Gives nothing where none was chosen. Raises NotThere and NotKept, both with what to do.
    """
    place = second_place(vault)
    if place is None:
        return None
    if not place.folder.is_dir():
        raise NotThere(
            f"The second place for backups, {place.folder.name}, is not there: no copy was put "
            "into it. Put the stick in and close the record again, or choose another place."
        )
    with not_kept("The copy in the second place"):
        target = _copied(vault, backup, place.folder)
    rotate(place.folder, vault.unlocked, newest=target, now=now)
    _note(vault, SecondPlace(place.folder, place.chosen_at, clock.stamp(now)))
    return target


def _copied(vault: Vault, backup: Path, folder: Path) -> Path:
    there = folder / backup.name
    if there.is_file() and _same(there, backup):
        return there
    target = free_name(folder, backup.stem) if there.exists() else there
    with _unfinished(target) as fresh:
        with backup.open("rb") as source, files.create(fresh) as copy:
            while piece := source.read(files.PIECE):
                copy.write(piece)
            files.settle(copy)
        if not look_at(fresh, vault.unlocked).verified:
            raise Damaged(
                f"The copy in the second place, {folder.name}, is not what was written: that disk "
                "or stick cannot be relied upon. Choose another place."
            )
        fresh.rename(target)
    # Some sticks and shares cannot be asked to settle a folder; the file itself is on the disk.
    with suppress(OSError):
        files.settle_folder(folder)
    return target


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """A name beside it that no other opening of this record uses, and nothing under it after."""
    fresh = target.with_name(f".{target.name}.unfinished")
    fresh.unlink(missing_ok=True)
    try:
        yield fresh
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _same(one: Path, other: Path) -> bool:
    return files.size_and_digest(one) == files.size_and_digest(other)


def _note(vault: Vault, place: SecondPlace) -> None:
    _notebook(vault).write(vault.id, {**asdict(place), "folder": str(place.folder)})


def _notebook(vault: Vault) -> Notebook:
    return Notebook(vault.laptop.settings() / NAME)
