"""The last of a session: its database is closed, and the closed tip is still to be written.

To measure a large database takes a while. Another process can do it meanwhile. It is handed the
tip, the one key that seals tips, and the lock, which so is held until all is done: nothing that
was read in the record, and no key that reads it, lives on with it.
"""

import errno
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from liaison.vault import canonical, files
from liaison.vault.lock import RecordLock
from liaison.vault.measuring import Stamp, stamp_of
from liaison.vault.tip import Tip, tip_from, write_tip

if TYPE_CHECKING:
    from subprocess import Popen

SMALL = 16_000_000
"""Fewer bytes are measured sooner than another process has begun."""


@dataclass(frozen=True, repr=False)
class TipKey:
    """The one key of a vault that is handed to another process."""

    tip: bytes


@dataclass(frozen=True, repr=False)
class LastTip:
    """What the closed tip will say, but for size and digest of the database.

    ``stamp`` is the database as it was when it was closed.
    """

    database: Path
    stamp: Stamp | None
    tip: Tip
    key: TipKey

    def write(self) -> None:
        """Measure the database and write the tip as closed.

        OSError when the disk refuses, or when the database was written by anybody since it was
        closed: the tip stays open then, and the next opening looks through the changes.
        """
        self._refuse_written()
        size, digest = files.size_and_digest(self.database)
        self._refuse_written()
        closed = replace(self.tip, state="closed", size=size, digest=digest)
        write_tip(self.database.parent, closed, self.key)

    @property
    def is_small(self) -> bool:
        return self.stamp is None or self.stamp[1] < SMALL

    def handed(self) -> bytes:
        """All of it, for another process to read."""
        words = {
            "database": os.fsencode(self.database).hex(),
            "key": self.key.tip.hex(),
            "stamp": list(self.stamp or ()),
            "tip": asdict(self.tip),
        }
        return canonical.encode(words)

    def _refuse_written(self) -> None:
        if self.stamp is None or stamp_of(self.database) != self.stamp:
            raise OSError(errno.EIO, "the database was written after it was closed")


def last_tip_from(handed: bytes) -> LastTip:
    """What ``handed`` gave, or ValueError."""
    names = {"database", "key", "stamp", "tip"}
    found = canonical.fields_of(canonical.decode(handed), names)
    stamp = found["stamp"] if isinstance(found["stamp"], list) else []
    node, size, written, changed = map(canonical.whole_number_of, stamp)
    return LastTip(
        database=Path(os.fsdecode(bytes.fromhex(canonical.text_of(found["database"])))),
        stamp=(node, size, written, changed),
        tip=tip_from(found["tip"]),
        key=TipKey(bytes.fromhex(canonical.text_of(found["key"]))),
    )


@dataclass(eq=False, repr=False)
class Leaving:
    """A closed record: its lock, which is still held, and the tip to be written.

    Neither is there for a record in memory, and no tip where nothing was written.
    """

    lock: RecordLock | None = None
    last: LastTip | None = None

    def finish(self) -> None:
        """Do what is left, and let others open the record. OSError as ``LastTip.write``."""
        last = self.last
        try:
            if last is not None:
                last.write()
        finally:
            self._let_go()

    def finish_quietly(self) -> None:
        """The same; where the disk refuses, the next opening checks as after a crash."""
        with suppress(OSError):
            self.finish()

    def hand_to(self, line: Sequence[str]) -> "Popen[bytes] | None":
        """Have another process, begun by this command line, do what is left; it is given back.

        It has to call ``liaison.vault.finishing.main``. What is little is done here at once, and
        so is everything when no process can be begun.
        """
        if self.lock is None or self.last is None or self.last.is_small:
            self.finish_quietly()
            return None
        try:
            other = _begun(line, self.lock, self.last)
        except OSError:
            self.finish_quietly()
            return None
        self._let_go()
        return other

    def _let_go(self) -> None:
        self.last = None
        if self.lock is not None:
            self.lock.release()


def _begun(line: Sequence[str], lock: RecordLock, last: LastTip) -> "Popen[bytes]":
    """What it has to know comes by its standard input, which nobody else can read."""
    from subprocess import DEVNULL, PIPE, Popen  # noqa: PLC0415 - only for large records

    other = Popen(  # noqa: S603 - this program itself
        line,
        stdin=PIPE,
        stdout=DEVNULL,
        stderr=DEVNULL,
        pass_fds=lock.handles(),
        start_new_session=True,
    )
    with cast("IO[bytes]", other.stdin) as words:
        words.write(last.handed())
    return other
