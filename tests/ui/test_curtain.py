"""One key covers the window, and nothing behind it can be seen, heard or typed into."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.store.store import Store
from tests.builders import Made
from tests.ui.audit import faults
from tests.ui.monday_fixtures import hands, khan, session
from tests.ui.monday_window import Hands
from ui.appearance import Appearance
from ui.contents import Contents
from ui.locking.curtain import Curtain
from ui.screens import SCREENS
from ui.session import Session
from ui.tasks import TASKS
from ui.tasks.log_contact.task import LogContact
from ui.widgets.labels import Words
from ui.window import MainWindow

__all__ = ["hands", "khan", "session"]


@pytest.fixture
def window(qtbot: QtBot, session: Session, khan: Made, appearance: Appearance) -> MainWindow:
    made = MainWindow(session, Contents(SCREENS, TASKS), appearance)
    qtbot.addWidget(made)
    made.resize(1024, 552)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def curtain(window: MainWindow) -> Curtain:
    return Curtain(window)


def seen(window: MainWindow) -> str:
    labels = [each.text() for each in window.findChildren(Words) if each.isVisible()]
    return " ".join((window.windowTitle(), *labels))


def test_it_covers_the_family_and_gives_the_focus_back(
    window: MainWindow, curtain: Curtain, hands: Hands, session: Session, khan: Made
) -> None:
    session.open("family", khan.id)
    before = QApplication.focusWidget()
    assert "Khan" in seen(window)
    hands.press(Qt.Key.Key_F9)
    assert seen(window) == "Family Liaison Covered Press F9 or Esc to go on."
    assert faults(window) == []
    hands.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is curtain
    hands.press(Qt.Key.Key_F9)
    assert "Khan" in seen(window)
    assert QApplication.focusWidget() is before


def test_no_key_reaches_the_note_behind_it_but_the_lock_is_still_one_key_away(
    qtbot: QtBot, window: MainWindow, curtain: Curtain, hands: Hands, store: Store
) -> None:
    window.open_task("log-contact")
    task = window.task()
    assert isinstance(task, LogContact)
    task.form.lanes.facts.setFocus()
    hands.type("Rang")
    hands.press(Qt.Key.Key_F9)
    assert not task.isVisible()
    hands.type("zebra")
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.lock_wanted):
        hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.resize(1100, 600)
    assert curtain.size() == window.size()
    hands.press(Qt.Key.Key_Escape)
    assert window.task() is task
    assert task.isVisible()
    assert QApplication.focusWidget() is task.form.lanes.facts
    assert task.form.lanes.facts.toPlainText() == "Rang"
