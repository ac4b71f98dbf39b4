"""Which window there is: first run, unlock, or the main window. One at a time."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from liaison.errors import NotKept
from ui.appearance import Appearance
from ui.frame import Frame
from ui.jobs import Jobs
from ui.locking.locked import Locked, Reason
from ui.looking_ahead import LookingAhead
from ui.remembered import Memory
from ui.unlock import UnlockWindow

if TYPE_CHECKING:
    from datetime import date

    from liaison.store.store import Store
    from liaison.vault.leaving import Leaving
    from ui.locking.curtain import Curtain
    from ui.locking.guard import Guard
    from ui.session import Session
    from ui.window import MainWindow

WAIT_MS = 50


class Start(QObject):
    """Opens and closes windows as the record is made, opened and locked. ``ended`` after the last.

    What reads and writes the record is imported only when it is needed: the first window has
    to be there at once.
    """

    ended = Signal()

    def __init__(
        self,
        appearance: Appearance,
        memory: Memory,
        *,
        today: "Callable[[], date]",
        replace_process: "Callable[[Sequence[str], Leaving], object] | None" = None,
    ) -> None:
        """``replace_process`` begins the app anew; without it this process asks to unlock.

        It is handed what is left to do for the record that was closed.
        """
        super().__init__()
        self.window: QWidget | None = None
        self.session: Session | None = None
        self._appearance = appearance
        self._memory = memory
        self._today = today
        self._folder: Path | None = None
        self._why = ""
        self._main: MainWindow | None = None
        self._guard: Guard | None = None
        self._locking: Reason | None = None
        self._place = QByteArray()
        self._replace_process = replace_process
        self._jobs = Jobs(self)
        self._ahead = LookingAhead(self._jobs, self.shown, today, self)
        self._ahead.opened.connect(self.open_session)
        appearance.changed.connect(self._remember_look)

    def begin(self, record: Path | None = None) -> None:
        """Show the window to begin with: unlock if there is a record, else the first run."""
        known = self._memory.read().record
        folder = record or (Path(known) if known else None)
        if folder is not None and (record is not None or folder.exists()):
            self.show_unlock(folder)
        else:
            self.show_first_run()

    def show_unlock(self, folder: Path, reason: str = "", *, behind: bool = False) -> None:
        """``behind``: another program is in front, and stays there."""
        self._folder = folder
        window = UnlockWindow(folder, self._jobs, reason=reason)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, behind)
        window.opened.connect(self.open_session)
        window.other.connect(self.show_unlock)
        window.painted.connect(self._ahead.begin_soon)
        self._show(window)

    def show_first_run(self) -> None:
        from ui.first_run import FirstRun  # noqa: PLC0415

        window = FirstRun(self._jobs)
        window.made.connect(self._record_made)
        window.practice_wanted.connect(self.show_practice)
        window.other.connect(self.show_unlock)
        self._show(window)

    def show_practice(self, why: str = "") -> None:
        """A throw-away record of an invented school, in memory only; ``why`` it begins anew."""
        from ui.making_practice import MakingPractice  # noqa: PLC0415

        self._folder, self._why = None, why
        window = MakingPractice(self._jobs, self._today())
        window.made.connect(self._practice_made)
        self._show(window)

    def shown(self) -> tuple[QWidget | None, Path | None]:
        """The window there is, and the folder of its record."""
        return self.window, self._folder

    def open_session(self, store: "Store") -> None:
        """Show the main window over an open record."""
        from ui.backed_up import BackedUp  # noqa: PLC0415
        from ui.contents import Contents  # noqa: PLC0415
        from ui.locking.guard import Guard  # noqa: PLC0415
        from ui.locking.whereabouts import go_back  # noqa: PLC0415
        from ui.screens import SCREENS  # noqa: PLC0415
        from ui.session import Session  # noqa: PLC0415
        from ui.surroundings import Surroundings  # noqa: PLC0415
        from ui.tasks import TASKS  # noqa: PLC0415
        from ui.window import MainWindow  # noqa: PLC0415

        if self._folder is not None:
            self._memory.remember_record(self._folder)
        self.session = Session(store, today=self._today, appearance=self._appearance)
        window = MainWindow(self.session, Contents(SCREENS, TASKS), self._appearance)
        window.quiet_view.follow(Surroundings(window, self.session, self._memory).displays)
        self._main, self._guard = window, Guard(window, self.session, self._memory)
        self._guard.due.connect(self.lock)
        self.session.moved.connect(self._move, Qt.ConnectionType.QueuedConnection)
        window.closed.connect(self.end)
        BackedUp(self.session, window.strip)
        self._show(window)
        go_back(window)
        self._tell_tries(store)

    def begin_locked(self, locked: Locked) -> None:
        """Show what a process shows that took the place of a locked one."""
        self._place = QByteArray.fromBase64(
            locked.geometry.encode(), QByteArray.Base64Option.Base64UrlEncoding
        )
        why = locked.sentence(self._memory.read().lock_minutes)
        if locked.record is not None:
            self.show_unlock(locked.record, why, behind=locked.behind)
            return
        self.show_practice(why)

    def lock(self, reason: Reason = Reason.ASKED) -> None:
        """Keep what is being typed, close the record, and ask for the passphrase again.

        What may not be broken off ends first, behind a curtain.
        """
        if self.session is None or self._locking is not None:
            return
        self._locking = reason
        self.session.jobs.cancel()
        self._lock_when_free()

    def _lock_when_free(self) -> None:
        if self._main is None or self._guard is None or self.session is None:
            return
        task = self._main.task()
        if self.session.jobs.is_busy() or (task is not None and task.busy):
            self._guard.curtain.stay(self.tr("Locking. Something has to end first."))
            QTimer.singleShot(WAIT_MS, self, self._lock_when_free)
            return
        try:
            locked = self._left(self._main, self._guard.curtain, self._locking or Reason.ASKED)
        except NotKept as refused:
            self._cover(self._guard.curtain, str(refused))
            return
        self._guard.curtain.stay(self.tr("Locking…"))
        self._begin_anew(locked, self._leave(self.session))

    def _cover(self, curtain: "Curtain", why: str) -> None:
        """What is being typed is in memory only: hide it until there is room, or she is back."""
        self._locking = None
        if self._folder is not None:
            words = self.tr("What you are writing is covered, because it cannot be kept: {0}")
            curtain.ask(words.format(why), self._folder)

    def _left(self, window: "MainWindow", curtain: "Curtain", reason: Reason) -> Locked:
        """Leave everything as it is to be found again."""
        from ui.locking.whereabouts import keep  # noqa: PLC0415 - not before first paint
        from ui.surroundings import written  # noqa: PLC0415

        behind = not window.isActiveWindow()
        draft = keep(window, curtain.focused_before())
        self._memory.remember_window(place := written(window))
        return Locked(self._folder, reason, draft, behind, place)

    def _begin_anew(self, locked: Locked, leaving: "Leaving") -> None:
        """Another process takes the place of this one; if it cannot, this one asks to unlock."""
        if self._replace_process is not None:
            with suppress(OSError):
                self._replace_process(locked.arguments(), leaving)
        leaving.finish_quietly()
        self.begin_locked(locked)

    def end(self) -> None:
        """Close the record; nothing is left open."""
        self._close_session()
        self._folder = None
        self._jobs.finish()
        self.ended.emit()

    def _move(self, folder: Path) -> None:
        """Close this record, kept where it is, and ask for the passphrase of another."""
        self._close_session()
        self.show_unlock(folder, self.tr("This is the restored record. Unlock it to go on."))

    def _record_made(self, store: "Store", folder: Path, wish: str) -> None:
        self._folder = folder
        self.open_session(store)
        if wish and self.session is not None:
            self.session.open(wish)

    def _tell_tries(self, store: "Store") -> None:
        from ui.locking.tries import told_tries  # noqa: PLC0415

        said = told_tries(self._folder, store.now()) if self._folder is not None else ""
        if said and self.session is not None:
            self.session.say(said)

    def _practice_made(self, store: "Store") -> None:
        self.open_session(store)
        if self._why and self.session is not None:
            self.session.say(self._why)

    def _close_session(self) -> None:
        if self.session is not None:
            self._leave(self.session).finish_quietly()

    def _leave(self, session: "Session") -> "Leaving":
        """Close the record; what takes long is still to be done."""
        from ui.clipboard import forget_copied  # noqa: PLC0415 - not before first paint

        if self._guard is not None:
            self._guard.end()
            self._guard = None
        if self._main is not None:
            self._main.close_task()
            for timer in self._main.findChildren(QTimer):
                timer.stop()  # what was to be looked up in a moment is not there any more
            self._main = self._locking = None
        forget_copied()
        leaving = session.leave()
        self.session = None
        return leaving

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        if not self._place.isEmpty():
            window.restoreGeometry(self._place)
            self._place = QByteArray()
        elif isinstance(before, UnlockWindow) and before.why:
            window.restoreGeometry(before.saveGeometry())
        elif isinstance(window, Frame):
            window.fit_screen()
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _remember_look(self) -> None:
        worn = self._appearance
        self._memory.remember_look(worn.scheme, worn.text_size, system_font=worn.system_font)
