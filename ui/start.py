"""Which window there is: first run, unlock, or the main window. One at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.appearance import Appearance
from ui.jobs import Job, Jobs
from ui.remembered import Memory
from ui.unlock import UnlockWindow

if TYPE_CHECKING:
    from datetime import date

    from liaison.store.store import Store
    from ui.session import Session
    from ui.window import MainWindow

PRACTICE_FAMILIES, PRACTICE_YEARS, PRACTICE_SEED = 40, 2, 2026


class Start(QObject):
    """Opens and closes windows as the record is made, opened and locked. ``ended`` after the last.

    What reads and writes the record is imported only when it is needed: the first window has
    to be there at once.
    """

    ended = Signal()

    def __init__(
        self, appearance: Appearance, memory: Memory, *, today: "Callable[[], date]"
    ) -> None:
        super().__init__()
        self.window: QWidget | None = None
        self.session: Session | None = None
        self._appearance = appearance
        self._memory = memory
        self._today = today
        self._folder: Path | None = None
        self._main: MainWindow | None = None
        self._jobs = Jobs(self)
        appearance.changed.connect(self._remember_look)

    def begin(self, record: Path | None = None) -> None:
        """Show the window to begin with: unlock if there is a record, else the first run."""
        known = self._memory.read().record
        folder = record or (Path(known) if known else None)
        if folder is not None and (record is not None or folder.exists()):
            self.show_unlock(folder)
        else:
            self.show_first_run()

    def show_unlock(self, folder: Path, reason: str = "") -> None:
        self._folder = folder
        window = UnlockWindow(folder, self._jobs, reason=reason)
        window.opened.connect(self.open_session)
        window.other.connect(self.show_unlock)
        window.painted.connect(self._load_ahead, Qt.ConnectionType.QueuedConnection)
        self._show(window)

    def show_first_run(self) -> None:
        from ui.first_run import FirstRun  # noqa: PLC0415

        window = FirstRun(self._jobs)
        window.made.connect(self._record_made)
        window.practice_wanted.connect(self.show_practice)
        window.other.connect(self.show_unlock)
        self._show(window)

    def show_practice(self) -> None:
        """A throw-away record of an invented school, in memory only."""
        from ui.practice_record import practice_record  # noqa: PLC0415

        self._folder = None
        today = self._today()
        self.open_session(
            practice_record(
                families=PRACTICE_FAMILIES, years=PRACTICE_YEARS, seed=PRACTICE_SEED, on=today
            )
        )

    def open_session(self, store: "Store") -> None:
        """Show the main window over an open record."""
        from ui.contents import Contents  # noqa: PLC0415
        from ui.screens import SCREENS  # noqa: PLC0415
        from ui.session import Session  # noqa: PLC0415
        from ui.tasks import TASKS  # noqa: PLC0415
        from ui.window import MainWindow  # noqa: PLC0415

        if self._folder is not None:
            self._memory.remember_record(self._folder)
        self.session = Session(store, today=self._today, appearance=self._appearance)
        window = MainWindow(self.session, Contents(SCREENS, TASKS), self._appearance)
        self._main = window
        window.lock_wanted.connect(self.lock)
        window.closed.connect(self.end)
        self._show(window)

    def lock(self) -> None:
        """Close the record and ask for the passphrase again; a practice record begins anew."""
        self._close_session()
        if self._folder is None:
            self.begin()
        else:
            self.show_unlock(self._folder, self.tr("Locked. What you were writing is kept."))

    def end(self) -> None:
        """Close the record; nothing is left open."""
        self._close_session()
        self._jobs.finish()
        self.ended.emit()

    def _record_made(self, store: "Store", folder: Path, wish: str) -> None:
        self._folder = folder
        self.open_session(store)
        if wish and self.session is not None:
            self.session.open(wish)

    def _close_session(self) -> None:
        if self._main is not None:
            self._main.close_task()
            for timer in self._main.findChildren(QTimer):
                timer.stop()  # what was to be looked up in a moment is not there any more
            self._main = None
        if self.session is not None:
            from ui.clipboard import forget_copied  # noqa: PLC0415 - not before first paint

            forget_copied()
            self.session.close()
            self.session = None

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _load_ahead(self) -> None:
        """Import what opening needs while the passphrase is being typed."""
        self._jobs.start(_import_ahead, self._loaded, self._not_loaded)

    def _loaded(self, _nothing: object) -> None:
        """Everything is ready."""

    def _not_loaded(self, error: Exception) -> None:
        raise error

    def _remember_look(self) -> None:
        worn = self._appearance
        self._memory.remember_look(worn.scheme, worn.text_size, system_font=worn.system_font)


def _import_ahead(_job: Job) -> None:
    import liaison.store.record  # noqa: F401, PLC0415
    import ui.screens  # noqa: PLC0415
    import ui.tasks  # noqa: PLC0415
    import ui.window  # noqa: F401, PLC0415
