"""The lock that keeps a second program out of an open record."""

import os
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from liaison.errors import OpenElsewhere
from liaison.vault.clock import stamp
from liaison.vault.files import PRIVATE_FILE

NAME = "lock"

if sys.platform == "win32":  # pragma: no cover - the other half of this choice is tested there
    import msvcrt

    FAR_BEYOND_THE_TEXT = 0x7FFF0000

    def _grab(handle: int) -> None:
        os.lseek(handle, FAR_BEYOND_THE_TEXT, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _grab(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


LONGEST = 60.0
"""Seconds that what another program still has to do to a record may take."""

BETWEEN_LOOKS = 0.02


class RecordLock:
    """An operating system's lock on the file ``lock`` in a folder.

    The lock alone decides: the file and its text stay behind after a crash and mean nothing.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._handle: int | None = None

    def take(self, now: datetime) -> None:
        """Hold the lock until ``release``.

        Raises OpenElsewhere if another program has it, OSError if the disk knows no locks.
        """
        flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0)
        handle = os.open(self.path, flags, PRIVATE_FILE)
        self._hold(handle)
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()} {socket.gethostname()} {stamp(now)}\n".encode())

    def take_for_reading(self) -> None:
        """Hold the lock if there is a lock file and the disk has locks; writes nothing."""
        with suppress(OSError):
            self._hold(os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0)))

    def handles(self) -> tuple[int, ...]:
        """What another process has to inherit to hold the lock, too, until it ends."""
        return () if self._handle is None else (self._handle,)

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _hold(self, handle: int) -> None:
        try:
            _grab(handle)
        except OSError as error:
            os.close(handle)
            if not isinstance(error, BlockingIOError | PermissionError):
                raise
            raise OpenElsewhere(
                f"The record is already open in another program{self._holder()}. "
                "Close it there first."
            ) from error
        self._handle = handle

    def _holder(self) -> str:
        try:
            text = self.path.read_bytes()[:400].decode()
            process, host, since = text.split()
            started = datetime.fromisoformat(since).astimezone()
        except (OSError, ValueError):
            return ""
        return f" (process {process} on {host}, since {started:%d/%m/%Y %H:%M})"


def wait_until_free(folder: Path, *, given_up: Callable[[], bool]) -> None:
    """Come back when no program holds the record any more, was given up, or it took too long."""
    until = time.monotonic() + LONGEST
    while _is_held(folder) and time.monotonic() < until and not given_up():
        time.sleep(BETWEEN_LOOKS)


def _is_held(folder: Path) -> bool:
    lock = RecordLock(folder)
    try:
        lock.take_for_reading()
    except OpenElsewhere:
        return True
    finally:
        lock.release()
    return False
