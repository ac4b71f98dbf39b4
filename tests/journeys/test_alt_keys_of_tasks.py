"""The Alt keys of what is open: each letter once, and no button without a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import Made, Make
from ui.screens import SCREENS
from ui.screens.family.page import FamilyPage
from ui.screens.screen import Screen, Task
from ui.screens.settings.screen import Settings
from ui.session import Session
from ui.tasks import TASKS
from ui.widgets.alt_keys import letters_of
from ui.widgets.buttons import KeyedButton
from ui.window import MainWindow


def marked(top: QWidget) -> list[tuple[str, str]]:
    """Each letter that leads somewhere in there, with the words it stands in."""
    words = [each.text() for each in top.findChildren(QAbstractButton) if each.isVisible()]
    labels = [each for each in top.findChildren(QLabel) if each.isVisible()]
    words += [each.text() for each in labels if each.buddy() is not None]
    return [(letter, each) for each in words for letter in letters_of(each)]


def twice(top: QWidget) -> list[str]:
    letters = [letter for letter, _ in marked(top)]
    return [words for letter, words in marked(top) if letters.count(letter) > 1]


def without_a_key(top: QWidget) -> list[str]:
    """Buttons that can only be reached step by step."""
    buttons = [each for each in top.findChildren(KeyedButton) if each.isVisible()]
    return [
        each.text()
        for each in buttons
        if each.text() and not each.key and each.shortcut().isEmpty() and not each.toolTip()
    ]


NEEDS_MORE = frozenset(
    {"contact-form", "leave-out", "call-off", "another-day", "entry", "try-backup"}
    | {"change-passphrase", "rename-holder"}
)
"""Tasks that open only on an entry of their own."""


@pytest.mark.parametrize("kind", [each.kind for each in TASKS if each.kind not in NEEDS_MORE])
def test_no_two_controls_of_a_task_have_the_same_letter_and_every_button_has_a_key(
    window: MainWindow, khan: Made, make: Make, kind: str
) -> None:
    about = {**dict.fromkeys(("put-off", "hand-over", "not-needed"), make.follow_up(khan).id)}
    subject = about.get(kind, khan.id)
    window.open_task(kind, subject)
    task = window.task()
    assert isinstance(task, Task)
    assert twice(task) == []
    assert without_a_key(task) == []


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_no_two_controls_of_a_screen_have_the_same_letter_and_every_button_has_a_key(
    window: MainWindow, session: Session, khan: Made, screen: type[Screen]
) -> None:
    """On a page full of fields those have the letters; so have the small Adds of a family's."""
    session.open(min(screen.answers), khan.id)
    shown = window.current_screen()
    assert twice(shown) == []
    if screen.in_rail or screen is FamilyPage:
        assert [words for words in without_a_key(shown) if words != "Add"] == []


def test_every_part_of_the_settings_has_its_own_letters(
    window: MainWindow, session: Session
) -> None:
    session.open("settings")
    shown = window.current_screen()
    assert isinstance(shown, Settings)
    for section in shown.sections:
        session.open("settings", section.title)
        assert section.isVisible()
        assert twice(section) == [], section.title
        assert without_a_key(section) == [], section.title


@pytest.mark.parametrize("width", [1366, 1024])
@pytest.mark.parametrize(("key", "button"), [(Qt.Key.Key_A, "add"), (Qt.Key.Key_P, "put_right")])
def test_alt_opens_what_can_be_added_and_put_right(
    qtbot: QtBot,
    window: MainWindow,
    session: Session,
    khan: Made,
    *,
    width: int,
    key: Qt.Key,
    button: str,
) -> None:
    window.resize(width, 552)
    session.open("family", khan.id)
    page = window.current_screen()
    assert isinstance(page, FamilyPage)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    pressed: KeyedButton = getattr(page._by_hand, button)
    sequence = QKeySequence(Qt.Modifier.ALT | key)
    assert pressed.shortcut() == sequence
    assert sequence.toString() in pressed.toolTip()
    menu = pressed.menu()
    assert isinstance(menu, QMenu)


def test_under_a_panel_the_letters_of_the_page_rest(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    session.open("settings", "School and you")
    section = window.current_screen().sections[0]
    buttons = [each for each in section.findChildren(KeyedButton) if letters_of(each.text())]
    labels = [each for each in section.findChildren(QLabel) if letters_of(each.text())]
    assert buttons
    assert labels
    window.open_task("log-contact")
    assert all(each.shortcut().isEmpty() for each in buttons)
    assert all(each.buddy() is None for each in labels)
    task = window.task()
    assert task is not None
    window.activateWindow()
    qtbot.waitUntil(lambda: task.isAncestorOf(QApplication.focusWidget()))
    QTest.keySequence(window, "Alt+U")
    assert QApplication.focusWidget().accessibleName() == "Follow-up"
    window.overlay.close_panel()
    assert not any(each.shortcut().isEmpty() for each in buttons)
    assert all(each.buddy() is not None for each in labels)
