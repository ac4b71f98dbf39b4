"""Several new files in the place of old ones: after a crash all are old or all are new.

New files are made in a folder beside the old ones. Its change of name, once the disk has all of
them, is the promise that they count. What was promised is carried out at the next opening, before
the header is read and without any key; what was not is thrown away.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from liaison.errors import NotFinished
from liaison.vault import canonical, files

GROWING, PROMISED, SPOILT = "swap.growing", "swap.promised", "swap.spoilt"
LIST = "list.json"
LIMIT = 4096
ORDER = ("record.db", "tip.bin", "vault.json", "vault.json.bak")
"""What can be swapped, in the order it is moved: first what another program may hold open."""
JOURNAL = "record.db-journal"
HALF_WAY = (
    "The change is made, but the disk refused its last step. Please close the record: it will be "
    "finished when you open it again."
)


@contextmanager
def swapping(folder: Path) -> Iterator[Path]:
    """An empty folder for the new files; they replace the old ones when the ``with`` ends well.

    Raises OSError when the disk refuses, and then the old files stand; NotFinished when it does
    so in the midst of moving: then the new ones count, and the rest follows at the next opening.
    """
    settle_swap(folder)
    site = folder / GROWING
    site.mkdir(mode=files.PRIVATE_FOLDER)
    with ExitStack() as undo:
        undo.callback(files.remove_tree, site)
        yield site
        _list_and_settle(site)
        _promise(folder)
        undo.pop_all()
    try:
        _carry_out(folder)
    except OSError as error:
        if promised(folder):
            raise NotFinished(HALF_WAY) from error
        files.remove_tree(site)
        raise


def promised(folder: Path) -> bool:
    """Whether files wait to be moved into their places."""
    return (folder / PROMISED).is_dir()


def settle_swap(folder: Path) -> str:
    """Carry out what was promised, and throw away what was not; call it before anything is read.

    Gives a sentence if what was promised is not whole: it is then set aside, and the files that
    are in place are left to be judged as they are. Raises OSError when the disk refuses.
    """
    files.remove_tree(folder / GROWING)
    if not promised(folder):
        return ""
    if _is_whole(folder / PROMISED):
        _carry_out(folder)
        return ""
    files.remove_tree(folder / SPOILT)
    (folder / PROMISED).rename(folder / SPOILT)
    return (
        "A change of the record's keys or form was cut short and could not be finished: the new "
        f"files are damaged. They were set aside in {SPOILT}."
    )


def _list_and_settle(site: Path) -> None:
    digests = {}
    for name in _in_order(site):
        files.settle_file(site / name)
        digests[name] = files.size_and_digest(site / name)[1]
    files.write_new(site / LIST, canonical.encode(digests))
    files.settle_folder(site)


def _promise(folder: Path) -> None:
    site, goal = folder / GROWING, folder / PROMISED
    site.rename(goal)
    try:
        files.settle_folder(folder)
    except OSError:
        goal.rename(site)
        raise


def _carry_out(folder: Path) -> None:
    site = folder / PROMISED
    names = _in_order(site)
    nothing_moved = len(names) == len(_listed(site))
    try:
        for name in names:
            if name == ORDER[0]:
                # It belongs to the old database; the engine would play it back into the new one.
                (folder / JOURNAL).unlink(missing_ok=True)
            (site / name).replace(folder / name)
            nothing_moved = False
    except OSError:
        if nothing_moved:
            site.rename(folder / GROWING)
        raise
    files.settle_folder(folder)
    files.remove_tree(site)


def _in_order(site: Path) -> list[str]:
    return [name for name in ORDER if (site / name).exists()]


def _is_whole(site: Path) -> bool:
    """Whether the list can be read and every file still here is as it says."""
    with suppress(OSError, ValueError):
        listed = _listed(site)
        present = _in_order(site)
        return bool(listed) and all(
            files.size_and_digest(site / name)[1] == listed.get(name) for name in present
        )
    return False


def _listed(site: Path) -> dict[str, str]:
    found = canonical.decode(files.read_at_most(site / LIST, LIMIT))
    if not isinstance(found, dict):
        raise ValueError("not a list of files")  # noqa: TRY004 - one kind of error for any malformed file
    return {name: canonical.text_of(digest) for name, digest in found.items()}
