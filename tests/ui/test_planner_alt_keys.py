"""The Alt keys of the planner: every page has its own, and none leads to two places."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import Make
from tests.ui.conftest import Opened
from ui.screens.planner.pages import LETTERS, OUTCOMES, PLAN, ROOM
from ui.screens.planner.screen import Planner
from ui.session import Session
from ui.tasks.meetings.not_held import AnotherDay, CallOff
from ui.widgets.alt_keys import MENUS, letters_of
from ui.window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier
KEYS = {"y": Qt.Key.Key_Y, "s": Qt.Key.Key_S, "w": Qt.Key.Key_W}


@pytest.fixture
def window(opened: Opened, make: Make, session: Session) -> MainWindow:
    khan = make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])
    meeting = make.meeting(khan, coming=khan.adults[:1]).meeting
    shown = opened()
    session.open("meeting", meeting.id)
    return shown


def planner_in(window: MainWindow) -> Planner:
    shown = window.current_screen()
    assert isinstance(shown, Planner)
    return shown


def marked_on(planner: Planner) -> list[str]:
    """The letters of all that can be seen; ticks and boxes to choose from have theirs beside."""
    buttons = [each for each in planner.findChildren(QPushButton) if each.isVisible()]
    labels = [each for each in planner.findChildren(QLabel) if each.buddy() and each.isVisible()]
    return [letter for each in (*buttons, *labels) for letter in letters_of(each.text())]


def of_the_foot(planner: Planner) -> dict[str, set[str]]:
    pages = planner.pages
    each = (pages.another_day, pages.call_off)
    return {button.text().replace("&", ""): letters_of(button.text()) for button in each}


@pytest.mark.parametrize("page", [PLAN, ROOM, OUTCOMES, LETTERS])
def test_no_letter_leads_to_two_places_of_a_page(window: MainWindow, page: int) -> None:
    planner = planner_in(window)
    planner.pages.tabs.setCurrentIndex(page)
    marked = marked_on(planner)
    assert {letter for letter, count in Counter(marked).items() if count > 1} == set()
    assert not MENUS & set(marked)
    assert of_the_foot(planner) == {"Another day": {"y"}, "It does not take place": {"s"}}


@pytest.mark.parametrize("page", [PLAN, ROOM, OUTCOMES, LETTERS])
@pytest.mark.parametrize(("letter", "leads_to"), [("y", AnotherDay), ("s", CallOff)])
def test_the_foot_is_pressed_by_its_letters(
    window: MainWindow, qtbot: QtBot, page: int, letter: str, leads_to: type[QWidget]
) -> None:
    planner_in(window).pages.tabs.setCurrentIndex(page)
    qtbot.keyClick(window, KEYS[letter], ALT)
    qtbot.waitUntil(lambda: isinstance(window.task(), leads_to))


def test_one_letter_writes_a_letter_on_one_page_and_asks_whose_words_on_another(
    window: MainWindow, qtbot: QtBot
) -> None:
    planner = planner_in(window)
    planner.pages.tabs.setCurrentIndex(OUTCOMES)
    qtbot.keyClick(window, KEYS["w"], ALT)
    assert QApplication.focusWidget().accessibleName() == "Whose words"
    planner.pages.tabs.setCurrentIndex(LETTERS)
    assert letters_of(planner.pages.letters.button.text()) == {"w"}
