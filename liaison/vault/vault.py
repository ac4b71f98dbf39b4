"""A vault: one record's folder, open under one key until it is closed."""

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from liaison.errors import ReadOnly
from liaison.vault import clock, engine, seen
from liaison.vault.engine import Connection
from liaison.vault.keys import Keys
from liaison.vault.laptop import Laptop
from liaison.vault.leaving import LastTip, Leaving, TipKey
from liaison.vault.lock import RecordLock
from liaison.vault.measuring import stamp_of
from liaison.vault.refusals import not_kept
from liaison.vault.seen import End
from liaison.vault.tip import NO_MARK, Mark, Tip, write_tip
from liaison.vault.unlocking import DATABASE, Unlocked

BETWEEN_TIPS = timedelta(seconds=1)


@dataclass(eq=False, repr=False)
class Vault:
    """An open record: its connection, and the tip that tells how far it had got.

    ``folder`` is where the officer has the record, ``files`` where its files are at this moment
    (elsewhere while it is being made or restored).
    """

    folder: Path
    files: Path
    connection: Connection
    unlocked: Unlocked
    schema: int
    lock: RecordLock
    laptop: Laptop
    refusal: str = ""
    """Why the record cannot be written where it is, as a sentence."""
    tip: Tip | None = None
    tip_trouble: str = ""
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self._mark = NO_MARK
        self._written = False
        self._tip_at: datetime | None = None
        self._closed = False
        engine.refuse_writes(self.connection, refuse=self.read_only)

    @property
    def id(self) -> str:
        return self.unlocked.header.vault

    @property
    def actor(self) -> str:
        """The id of the slot that was used."""
        return self.unlocked.actor

    @property
    def keys(self) -> Keys:
        return self.unlocked.keys

    @property
    def database(self) -> Path:
        return self.files / DATABASE

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written, for good or until an outside change is accepted."""
        return bool(self.refusal or self.tip_trouble)

    @property
    def written(self) -> bool:
        """Whether anything was written in this session, drafts too."""
        return self._written

    def begin_writing(self, mark: Mark) -> None:
        """Call before a session's first write of any kind; ``mark`` is the newest change so far.

        Raises ReadOnly, or NotKept when the disk refuses: then nothing may be written.
        """
        if self.read_only:
            raise ReadOnly(self.refusal or self.tip_trouble)
        if not self._written:
            with not_kept("The note that the record is in use"):
                self._write_open_tip(mark)

    def note(self, mark: Mark) -> None:
        """Call after each commit. The tip follows at most once a second, the rest at close."""
        self.begin_writing(mark)
        self._mark = mark
        now = self.laptop.clock()
        if self._tip_at is None or abs(now - self._tip_at) >= BETWEEN_TIPS:
            # A tip that lags behind looks like a crash and hides nothing; the commit stands.
            with suppress(OSError):
                self._write_open_tip(mark)
            self.remember(mark)

    def ends_to_have(self) -> list[End]:
        """Changes this laptop saw the record have, one of which it must have still."""
        ends = seen.ends_seen(self.laptop.settings(), self.id)
        return seen.to_compare(ends, seen.place_in(self.folder))

    def remember(self, mark: Mark, passed: Sequence[End] = ()) -> None:
        """Have this laptop know from now on that the record got this far, past these ends."""
        if mark.number:
            made = self.files != self.folder
            place = seen.ANYWHERE if made else seen.place_in(self.folder)
            seen.note_end(self.laptop.settings(), self.id, End(mark, place), passed=passed)

    def accept(self, mark: Mark) -> None:
        """The officer accepts what was changed from outside, or an older copy put back."""
        if self.refusal:
            raise ReadOnly(self.refusal)
        with not_kept("The note that the change is accepted"):
            self._write_open_tip(mark)
        self.tip_trouble = ""
        engine.refuse_writes(self.connection, refuse=False)

    def renewed(self, connection: Connection, unlocked: Unlocked, tip: Tip | None) -> None:
        """Go on with another database or another key, as the files on the disk now are.

        A tip tells that it stands on the disk: the next write begins as a session's first does.
        """
        self.connection, self.unlocked = connection, unlocked
        self.schema = engine.version_of(connection)[1]
        engine.refuse_writes(connection, refuse=self.read_only)
        if tip is not None and tip != self.tip:
            self.tip, self._mark = tip, tip.mark
            self._written, self._tip_at = False, None

    def warn(self, sentence: str) -> None:
        """One sentence more for the officer, if it says anything."""
        self.warnings = (*self.warnings, *filter(None, [sentence]))

    def refuse(self, sentence: str) -> None:
        """Write nothing from now on, for the reason given."""
        self.refusal = sentence
        engine.refuse_writes(self.connection, refuse=True)

    def close(self, mark: Mark | None = None) -> None:
        """Close the record and let others open it; a second call does nothing.

        If anything was written the tip becomes closed, at ``mark`` or the last one noted. Where
        the disk refuses, the tip stays open: the next opening checks as after a crash.
        """
        self.leave(mark).finish_quietly()

    def finish(self, mark: Mark | None = None) -> None:
        """Close as ``close`` does, but raise OSError when the closed tip cannot be written."""
        self.leave(mark).finish()

    def leave(self, mark: Mark | None = None) -> Leaving:
        """Close the database for good. The lock is held until what is left to do is done."""
        if self._closed:
            return Leaving(self.lock)
        self._closed = True
        with ExitStack() as undo:
            undo.callback(self.lock.release)
            self.connection.close()
            last = self._last_tip(mark or self._mark) if self._written else None
            undo.pop_all()
        return Leaving(self.lock, last)

    def _last_tip(self, mark: Mark) -> LastTip:
        self.remember(mark)
        key = TipKey(self.keys.tip)
        return LastTip(self.database, stamp_of(self.database), self._tip_now(mark), key)

    def _write_open_tip(self, mark: Mark) -> None:
        write_tip(self.files, self._tip_now(mark), self.keys)
        self._mark, self._written, self._tip_at = mark, True, self.laptop.clock()

    def _tip_now(self, mark: Mark) -> Tip:
        return Tip(self.id, mark, self.schema, clock.stamp(self.laptop.clock()), "open", 0, "")
