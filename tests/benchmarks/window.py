"""The real window over a record, driven without anybody in front of it, and timed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.records import ON, opened
from tests.benchmarks.timing import MS
from ui import dialogs
from ui.appearance import Appearance, Scheme
from ui.screens import SCREENS
from ui.session import Session
from ui.tasks import TASKS
from ui.window import Contents, MainWindow


class Desk:
    """One application, dressed as at work, with nobody to answer a dialog: all are cancelled."""

    def __init__(self) -> None:
        found = QApplication.instance()
        self.app = found if isinstance(found, QApplication) else QApplication(["bench"])
        self.appearance = Appearance(self.app, scheme=Scheme.LIGHT)
        for name in ("open_file", "save_file", "folder", "sure", "printer"):
            setattr(dialogs, f"ask_{name}", _cancelled)
        self._errors: list[BaseException] = []
        sys.excepthook = self._note

    @contextmanager
    def session(self, record: Path) -> Iterator[Session]:
        """A record open as after unlocking."""
        session = Session(opened(record), today=_on)
        yield session
        session.close()

    def window(self, session: Session) -> MainWindow:
        """The main window, shown and painted."""
        made = MainWindow(session, Contents(SCREENS, TASKS), self.appearance)
        made.show()
        made.activateWindow()
        self.paint()
        return made

    def paint(self) -> None:
        """Until everything that was asked for is done and painted."""
        self.app.sendPostedEvents()
        self.app.processEvents()
        self.app.processEvents()
        self._refuse_errors()

    def painted(self, work: Callable[[], object]) -> Callable[[], None]:
        """The work with its painting."""

        def both() -> None:
            work()
            self.paint()

        return both

    def close(self, window: QWidget) -> None:
        """The window gone, with all in it."""
        window.hide()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.paint()

    def longest_wait(self, act: Callable[[], object], patience: float) -> float:
        """For how many milliseconds at most the window did not answer because of this act."""
        began = perf_counter()
        act()
        self.app.processEvents()
        longest = perf_counter() - began
        until = perf_counter() + patience
        while perf_counter() < until:
            QTest.qSleep(1)
            began = perf_counter()
            self.app.processEvents()
            longest = max(longest, perf_counter() - began)
        self._refuse_errors()
        return longest * MS

    def _note(self, _kind: object, error: BaseException, _trace: object) -> None:
        """What goes wrong in a slot would otherwise be a very quick key."""
        self._errors.append(error)

    def _refuse_errors(self) -> None:
        if self._errors:
            raise self._errors[0]


def _on() -> date:
    return ON


def _cancelled(*_asked: object) -> None:
    """Nobody chose anything."""
