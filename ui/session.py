"""One unlocked record and all that lives as long as it does. Made at unlock, gone at lock."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from liaison.errors import LiaisonError, NotKept
from liaison.model.settings import Settings
from liaison.store.store import Store
from ui.appearance import Appearance
from ui.checking import Checking
from ui.jobs import Jobs
from ui.offers import Offer

if TYPE_CHECKING:
    from liaison.vault.leaving import Leaving
    from ui.displays import Displays
    from ui.locking.watch import Watch

RECENT = 8
LOOKS_MS = 60_000


class Session(QObject):
    """Where screens meet: the record, its jobs, and four signals.

    ``changed`` carries the tables a save, undo or import touched: the one refresh path.
    ``said`` is a sentence for the status strip, and whether Undo stands beside it.
    ``wanted`` asks the window for whatever answers to a kind ("family", "log-contact") and an id.
    ``accepted`` tells that files put back on purpose are taken as they are.
    ``backed_up`` tells that one was tried, well or not.
    ``moved`` asks for the record in another folder in the place of this one.
    ``quieted`` tells that the quiet view was switched on or off: others can see the screen.
    ``recent`` are the families opened since it was unlocked, ``place`` the screen shown,
    ``behind`` the title of that shown before, to which the way back leads, and ``offers`` what its
    menus can do; the window keeps the last three up to date. ``watch`` says when to lock,
    ``displays`` whether somebody else can see the screen.
    """

    changed = Signal(frozenset)
    said = Signal(str, bool)
    wanted = Signal(str, str)
    quieted = Signal(bool)
    moved = Signal(Path)
    backed_up = Signal()
    accepted = Signal()

    def __init__(
        self,
        store: Store,
        *,
        today: Callable[[], date],
        appearance: Appearance | None = None,
    ) -> None:
        super().__init__()
        self.store = store
        self.today = today
        self.appearance = appearance
        self.recent: tuple[str, ...] = ()
        self.place = self.behind = ""
        self.quiet = False
        self.offers: tuple[Offer, ...] = ()
        self.watch: Watch | None = None
        self.displays: Displays | None = None
        self.jobs = Jobs(self)
        self.checking = Checking(store, self)
        self.checking.damaged.connect(self.say)
        store.listen(self._announce)
        self._minutes = QTimer(self)
        self._minutes.timeout.connect(self.write_looks)
        self._minutes.start(LOOKS_MS)

    @property
    def settings(self) -> Settings:
        return self.store.settings

    def now(self) -> datetime:
        """The time on this laptop, on the session's day."""
        now = self.store.now().astimezone()
        return datetime.combine(self.today(), now.time(), now.tzinfo)

    def say(self, sentence: str, *, with_undo: bool = False) -> None:
        """Tell the officer what has happened, without stopping her."""
        self.said.emit(sentence, with_undo)

    def open(self, kind: str, id: str = "") -> None:
        """Have the window show what answers to ``kind``; "family/entry" is an entry of a family."""
        if kind == "family" and id:
            family, _, _ = id.partition("/")
            self.recent = (family, *(each for each in self.recent if each != family))[:RECENT]
        self.wanted.emit(kind, id)

    def switch_quiet(self) -> None:
        """Begin or end the quiet view."""
        self.quiet = not self.quiet
        self.quieted.emit(self.quiet)

    def undo(self) -> None:
        """Take back the newest save; why not is said, too."""
        try:
            self.store.undo()
        except LiaisonError as refused:
            self.say(str(refused))
        else:
            self.say(self.tr("Taken back."))

    def redo(self) -> None:
        """Put back what was taken back last."""
        try:
            self.store.redo()
        except LiaisonError as refused:
            self.say(str(refused))
        else:
            self.say(self.tr("Put back."))

    def write_looks(self) -> None:
        """Write who was read, beside the keys; what the disk refuses waits for the next minute."""
        with suppress(NotKept):
            self.store.flush_looks()

    def rest(self) -> None:
        """End what goes on by itself: the record is about to be closed."""
        self._minutes.stop()
        self.jobs.finish()
        self.checking.finish()

    def close(self) -> None:
        """End the jobs and close the record. Nothing of the session may be used afterwards."""
        self.rest()
        self.store.close()

    def leave(self) -> "Leaving":
        """As ``close``, but what takes long is still to be done, beside the next process."""
        self.rest()
        return self.store.leave()

    def _announce(self, tables: frozenset[str]) -> None:
        self.changed.emit(tables)
