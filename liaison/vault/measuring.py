"""Measuring a file beside other work: the database, while the key is derived."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from liaison.vault import files

Stamp = tuple[int, int, int, int]


class Measuring:
    """Works out a file's size and SHA-256 in a thread, from the moment it is made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._as_it_was = stamp_of(path)
        pool = ThreadPoolExecutor(1)
        self._measured = pool.submit(files.size_and_digest, path)
        pool.shutdown(wait=False)

    def wait(self) -> None:
        """Come back when the file is no longer held open, whatever was found."""
        self._measured.exception()

    def result(self) -> tuple[int, str]:
        """Size and digest as the file is now: measured again if it was written since.

        Opening a database can write it, when a journal lies beside it. Raises OSError when the
        file cannot be read.
        """
        measured = self._measured.result()
        if stamp_of(self.path) != self._as_it_was:
            return files.size_and_digest(self.path)
        return measured


def stamp_of(path: Path) -> Stamp | None:
    """What changes with a file: its place on the disk, its size, and when it was written.

    That time can be set back by whoever writes the file, but then the system notes another.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
