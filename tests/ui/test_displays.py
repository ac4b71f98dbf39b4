"""Another screen begins the quiet view; the window stands where it stood last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.ui.audit import faults
from ui.appearance import Appearance
from ui.contents import Contents
from ui.displays import Displays, displays
from ui.remembered import Memory
from ui.screens import SCREENS
from ui.screens.settings.look import LookSection
from ui.session import Session
from ui.surroundings import Surroundings, is_small
from ui.tasks import TASKS
from ui.widgets.buttons import KeyedButton
from ui.window import MainWindow


class Screens:
    """As many screens as a test says there are."""

    def __init__(self) -> None:
        self.there = 1

    def __call__(self) -> int:
        return self.there


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "window.json")


@pytest.fixture
def screens() -> Screens:
    return Screens()


@pytest.fixture
def seen(memory: Memory, screens: Screens) -> Displays:
    return Displays(memory, count=screens)


@pytest.fixture
def window(
    qtbot: QtBot, store: Store, make: Make, appearance: Appearance, seen: Displays
) -> Iterator[MainWindow]:
    make.family()
    session = Session(store, today=lambda: TODAY, appearance=appearance)
    session.displays = seen
    made = MainWindow(session, Contents(SCREENS, TASKS), appearance)
    made.quiet_view.follow(seen)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()
    session.jobs.finish()


def connect(seen: Displays, screens: Screens, count: int) -> None:
    screens.there = count
    seen.look()


def test_a_screen_that_is_there_at_the_start_begins_the_quiet_view(
    window: MainWindow, seen: Displays, screens: Screens
) -> None:
    screens.there = 2
    seen.begin()
    assert window.session.quiet
    assert "Ctrl+Shift+Q to end it" in window.quiet_view.notice.words()
    assert window.menus.quiet_button.isVisible()
    assert faults(window) == []


def test_one_screen_alone_changes_nothing(window: MainWindow, seen: Displays) -> None:
    seen.begin()
    assert not window.session.quiet
    assert window.quiet_view.notice.words() == ""


def test_a_screen_connected_later_begins_it_and_only_the_officer_ends_it(
    window: MainWindow, seen: Displays, screens: Screens
) -> None:
    connect(seen, screens, 2)
    assert window.session.quiet
    connect(seen, screens, 1)
    assert window.session.quiet
    QTest.keySequence(window, "Ctrl+Shift+Q")
    assert not window.session.quiet
    assert window.quiet_view.notice.words() == ""
    connect(seen, screens, 2)
    assert window.session.quiet
    buttons = window.quiet_view.notice.findChildren(KeyedButton)
    (button,) = (each for each in buttons if not each.isHidden())
    button.click()
    assert not window.session.quiet
    seen.look()
    assert not window.session.quiet, "the officer knows of this screen"


def test_a_quiet_view_begun_by_hand_is_told_of_the_screen_and_stays(
    window: MainWindow, seen: Displays, screens: Screens
) -> None:
    window.session.switch_quiet()
    connect(seen, screens, 2)
    assert window.session.quiet
    assert window.quiet_view.notice.words()


def test_the_settings_can_stop_it_on_this_laptop(
    window: MainWindow, seen: Displays, screens: Screens, memory: Memory, appearance: Appearance
) -> None:
    look = LookSection(window.session, appearance)
    assert look.quiet.isChecked()
    look.quiet.click()
    connect(seen, screens, 2)
    assert not window.session.quiet
    assert not Displays(memory, count=screens).wanted
    look.quiet.click()
    connect(seen, screens, 3)
    assert window.session.quiet
    look.deleteLater()


def test_the_screens_of_this_computer_are_counted() -> None:
    assert displays() >= len(QGuiApplication.screens()) >= 1


def test_the_window_stands_where_it_stood_last(
    window: MainWindow, memory: Memory, qtbot: QtBot
) -> None:
    around = Surroundings(window, window.session, memory)
    window.showNormal()
    room = window.screen().availableGeometry()
    place = QRect(room.left() + 30, room.top() + 40, 700, 500)
    window.setGeometry(place)
    qtbot.waitUntil(lambda: window.geometry() == place)
    window.close()
    assert memory.read().window
    window.setGeometry(QRect(room.left(), room.top(), 650, 430))
    around.deleteLater()
    Surroundings(window, window.session, memory)
    window.show()
    assert window.geometry().size() == place.size()
    assert window.geometry().topLeft() == place.topLeft()


def test_a_place_on_a_screen_that_is_gone_comes_back_onto_one_that_is_there(
    window: MainWindow, memory: Memory
) -> None:
    Surroundings(window, window.session, memory)
    window.showNormal()
    window.setGeometry(QRect(9000, 9000, 700, 500))
    window.close()
    Surroundings(window, window.session, memory)
    window.show()
    shown = window.frameGeometry()
    assert any(each.geometry().intersects(shown) for each in QGuiApplication.screens())


@pytest.mark.parametrize("kept", ["", "no place at all"])
def test_at_first_a_small_screen_is_filled(window: MainWindow, memory: Memory, kept: str) -> None:
    memory.remember_window(kept)
    window.setWindowState(Qt.WindowState.WindowNoState)
    Surroundings(window, window.session, memory)
    assert window.isMaximized() is is_small(window.screen().size())


@pytest.mark.parametrize(
    ("wide", "high", "small"),
    [(1366, 768, True), (1093, 614, True), (1920, 1080, False), (1440, 900, False)],
)
def test_which_screens_are_small(wide: int, high: int, small: bool) -> None:
    assert is_small(QSize(wide, high)) is small
