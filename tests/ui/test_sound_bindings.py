"""The bindings keep what they are given: nothing is freed too often, and closed windows are.

A wrong release of Qt 6 drops a reference to None with every call that returns nothing, and the
process dies after some thousands of them.
"""

from __future__ import annotations

import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from datetime import date
from gc import collect
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from liaison.store.store import Store
from tests.builders import TODAY, Make
from ui.appearance import Appearance
from ui.first_run import FirstRun
from ui.focus import follow_focus
from ui.jobs import Jobs
from ui.layouts import column
from ui.screens import SCREENS
from ui.session import Session
from ui.tasks import TASKS
from ui.unlock import UnlockWindow
from ui.window import Contents, MainWindow

SOURCES = Path(__file__).parents[2] / "ui"

CALLS = """
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication([])
label = QLabel()
for number in range(200_000):
    label.setText(str(number))
print(label.text())
"""


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.finish()


def test_two_hundred_thousand_calls_that_return_nothing_leave_the_process_alive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "199999\n"), done.stderr


def is_freed(qtbot: QtBot, make: Callable[[], QWidget]) -> bool:
    """Whether both sides of a window are gone once it was shown and closed."""
    window = make()
    window.show()
    qtbot.waitExposed(window)
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    python_side = weakref.ref(window)
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collect()
    return bool(gone) and python_side() is None


def test_the_unlock_window_is_freed(qtbot: QtBot, jobs: Jobs, appearance: Appearance) -> None:
    assert is_freed(qtbot, lambda: UnlockWindow(Path("Somewhere.liaison"), jobs))


def test_the_first_run_is_freed(qtbot: QtBot, jobs: Jobs, appearance: Appearance) -> None:
    assert is_freed(qtbot, lambda: FirstRun(jobs))


def test_the_main_window_is_freed_with_every_screen_it_showed(
    qtbot: QtBot, store: Store, make: Make, appearance: Appearance
) -> None:
    khan = make.family()
    session = Session(store, today=today)
    screens: list[weakref.ref[QWidget]] = []

    def shown() -> MainWindow:
        window = MainWindow(session, Contents(SCREENS, TASKS), appearance)
        for number in range(sum(screen.in_rail for screen in SCREENS)):
            window.rail.chosen.emit(number)
            screens.append(weakref.ref(window.current_screen()))
        session.open("family", khan.id)
        screens.append(weakref.ref(window.current_screen()))
        window.open_task("log-contact")
        window.close_task()
        return window

    assert is_freed(qtbot, shown)
    assert len(screens) > 2
    assert [each for each in screens if each() is not None] == []
    session.jobs.finish()


def today() -> date:
    return TODAY


class Follower(QLineEdit):
    """Notes what it is told, outside itself."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self.told = told
        follow_focus(self.moved)

    def moved(self) -> None:
        self.told.append(type(QApplication.focusWidget()).__name__)


def test_who_follows_the_focus_is_not_called_once_it_is_being_collected(qtbot: QtBot) -> None:
    """A method of an object that is being destroyed was called, and the process ended later."""
    told: list[str] = []
    window, other = QWidget(), QLineEdit()
    window.setLayout(column(Follower(told), other))
    window.knot = window  # type: ignore[attr-defined]
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    assert told[-1] == "QLineEdit"
    window.findChild(Follower).setFocus()
    assert told[-1] == "Follower"
    window.close()
    told.clear()
    del window, other
    collect()
    rest = QLineEdit()
    qtbot.addWidget(rest)
    rest.show()
    rest.setFocus()
    assert told == []


def test_nothing_but_the_one_object_that_outlives_all_is_connected_to_the_focus() -> None:
    connected = [
        path.name for path in SOURCES.rglob("*.py") if "focusChanged.connect" in path.read_text()
    ]
    assert connected == ["focus.py"]
