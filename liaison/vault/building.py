"""Building beside the place where something is to be, so that a crash leaves all or nothing."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from liaison.errors import AlreadyThere, OpenElsewhere
from liaison.vault import files
from liaison.vault.lock import RecordLock
from liaison.vault.refusals import not_kept


@contextmanager
def building_site(target: Path, now: datetime) -> Iterator[Path]:
    """A private folder beside ``target``, locked while in use and removed at the end.

    What a crash left of earlier ones for the same target is swept first; a folder whose lock is
    held by a program still at work is left alone.
    """
    with not_kept(target.name):
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target, now)
        site = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
    lock = RecordLock(site)
    try:
        with not_kept(target.name):
            lock.take(now)
        yield site
    finally:
        lock.release()
        files.remove_tree(site)


def sweep(target: Path, now: datetime) -> None:
    """Remove what a crash left of sites for the same target, but none of a program at work."""
    left = [each for each in target.parent.iterdir() if each.name.startswith(_prefix(target))]
    for site in left:
        lock = RecordLock(site)
        with suppress(OpenElsewhere, OSError):
            lock.take(now)
            lock.release()
            files.remove_tree(site)


def refuse_existing(target: Path) -> None:
    """Raise AlreadyThere if there is anything at that place."""
    if target.exists() or target.is_symlink():
        raise AlreadyThere(f"There is already something called {target.name} there.")


def move_into_place(made: Path, target: Path) -> None:
    """Give the finished file or folder its name; what is there already is never replaced."""
    refuse_existing(target)
    with not_kept(target.name):
        made.rename(target)
        try:
            files.settle_folder(target.parent)
        except OSError:
            target.rename(made)
            raise


def _prefix(target: Path) -> str:
    return f".{target.name}.making-"
