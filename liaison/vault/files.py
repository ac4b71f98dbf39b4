"""Writing a vault's files so that a crash leaves the old one or the new one, never half."""

import contextlib
import hashlib
import os
import shutil
import sys
from pathlib import Path
from typing import BinaryIO

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
PIECE = 1 << 20
LARGE_PIECE = 8 << 20


def create(path: Path) -> BinaryIO:
    """A new file only the officer can read, open for writing; FileExistsError if it is there."""
    return os.fdopen(_open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR), "w+b")


def write_new(path: Path, data: bytes) -> None:
    """Write a new private file and wait until the disk has it."""
    with create(path) as file:
        file.write(data)
        settle(file)


def replace(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of the file at ``path``, whole or not at all, and on the disk."""
    fresh = path.with_name(path.name + ".new")
    try:
        with os.fdopen(_open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), "wb") as file:
            file.write(data)
            settle(file)
        fresh.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
    settle_folder(path.parent)


def put(path: Path, data: bytes) -> None:
    """As ``replace``, without waiting for the disk: for what may be lost with the power."""
    fresh = path.with_name(path.name + ".new")
    with os.fdopen(_open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), "wb") as file:
        file.write(data)
    fresh.replace(path)


def settle(file: BinaryIO) -> None:
    """Wait until the disk has what was written to an open file."""
    file.flush()
    os.fsync(file.fileno())


def settle_file(path: Path) -> None:
    """Wait until the disk has the whole of a closed file."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Wait until the disk has the folder's list of names."""
    if sys.platform == "win32":  # pragma: no cover - Windows cannot open a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_at_most(path: Path, limit: int) -> bytes:
    """The whole file, or ValueError if it is longer than ``limit`` (which is then not read)."""
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise ValueError("too long")
    return data


def size_and_digest(path: Path) -> tuple[int, str]:
    """The file's length in bytes and its SHA-256 in hex.

    The pieces are large, because a thread that measures waits for its turn after each of them.
    """
    digest, size = hashlib.sha256(), 0
    with path.open("rb", buffering=0) as file:
        whole = os.fstat(file.fileno()).st_size
        piece = memoryview(bytearray(min(LARGE_PIECE, whole + 1)))
        while read := file.readinto(piece):
            digest.update(piece[:read])
            size += read
    return size, digest.hexdigest()


def remove_tree(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that is possible."""
    shutil.rmtree(folder, ignore_errors=True)


def reason(error: BaseException) -> str:
    """What the system said, without the path (which may tell names) and without a full stop."""
    said = error.strerror if isinstance(error, OSError) else str(error)
    return (said or type(error).__name__).rstrip(".")


def _open(path: Path, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
