"""From the work to its papers: by one key from each place, and from the meeting's own menu."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.model.contact import Part
from tests.builders import Made, Make
from tests.ui.conftest import Opened
from ui.papers import Papers
from ui.screens.letter import LetterScreen
from ui.screens.pack import ALL, PackBuilder
from ui.screens.today.screen import Today
from ui.session import Session
from ui.tasks.papers.papers import PersonChronology
from ui.tasks.person_card import PersonCard
from ui.window import MainWindow

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
Packed = Callable[[], PackBuilder]


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family()


@pytest.fixture
def met(make: Make, khan: Made) -> str:
    return make.meeting(khan).meeting.id


@pytest.fixture
def window(opened: Opened, met: str) -> MainWindow:
    return opened()


@pytest.fixture
def packed(qtbot: QtBot, window: MainWindow) -> Packed:
    """Presses Ctrl+Shift+P where the focus is; gives the builder once its pages are there."""

    def press() -> PackBuilder:
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_P, BOTH)
        screen = window.current_screen()
        assert isinstance(screen, PackBuilder)
        qtbot.waitUntil(lambda: screen.bench.paper is not None, timeout=20_000)
        return screen

    return press


def test_today_leads_to_all_packs_of_its_meetings(session: Session, packed: Packed) -> None:
    session.open("today")
    assert packed().choices.meeting.currentData() == ALL


@pytest.mark.parametrize("place", ["family", "meetings", "meeting"])
def test_a_family_the_list_and_a_meeting_lead_to_its_pack(
    session: Session, packed: Packed, khan: Made, met: str, place: str
) -> None:
    session.open(place, {"family": khan.id, "meetings": met, "meeting": met}[place])
    screen = packed()
    assert screen.choices.meeting.currentData() == met
    assert screen.choices.meeting.hasFocus()
    assert screen.subject() == khan.id


def test_the_menu_of_a_meeting_leads_to_its_letter(
    qtbot: QtBot, session: Session, window: MainWindow, met: str
) -> None:
    session.open("meeting", met)
    papers = window.current_screen().findChild(Papers)
    menu = papers.menu()
    assert menu is not None
    assert [each.text().partition("…")[0] for each in menu.actions()] == [
        "Meeting &pack",
        "&Letter",
        "&Minutes, review or contract",
        "File for the &calendar",
    ]
    menu.actions()[1].trigger()
    screen = window.current_screen()
    assert isinstance(screen, LetterScreen)
    qtbot.waitUntil(lambda: screen.bench.paper is not None, timeout=20_000)
    screen._back.click()
    assert window.current_screen().title == "Meeting"


CONTROL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_p_on_today_offers_the_papers_of_the_day(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    session.open("today")
    today = window.current_screen()
    assert isinstance(today, Today)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_P, CONTROL)
    menu = today.papers.menu()
    assert menu.isVisible()
    words = [each.text().replace("&", "") for each in menu.actions()]
    assert words == [
        *("All packs for today…\tCtrl+Shift+P", "Calls today…"),
        *("Outstanding follow-ups…", "My week…"),
    ]
    assert menu.activeAction() is menu.actions()[0]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    screen = window.current_screen()
    assert isinstance(screen, PackBuilder)
    assert screen.choices.meeting.currentData() == ALL


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_O, Qt.Key.Key_W])
def test_each_paper_of_the_day_opens_by_its_letter(
    qtbot: QtBot, window: MainWindow, session: Session, key: Qt.Key
) -> None:
    kinds = {
        Qt.Key.Key_C: "calls-today", Qt.Key.Key_O: "outstanding", Qt.Key.Key_W: "my-week"
    }  # fmt: skip
    session.open("today")
    today = window.current_screen()
    assert isinstance(today, Today)
    today.papers.offer()
    qtbot.keyClick(today.papers.menu(), key)
    task = window.task()
    assert task is not None
    assert task.kind == kinds[key]
    window.close_task()


def test_a_person_s_card_leads_to_every_try_to_reach_her(
    qtbot: QtBot, window: MainWindow, session: Session, make: Make, khan: Made
) -> None:
    mum = khan.adults[0]
    make.contact(khan, outcome="no_answer", facts="Rang out.", people=[(mum, Part.MENTIONED)])
    session.open("person-card", mum.id)
    card = window.task()
    assert isinstance(card, PersonCard)
    card.chronology.click()
    task = window.task()
    assert isinstance(task, PersonChronology)
    task.choices.sheet.setCurrentIndex(task.choices.sheet.findData("attempts_log"))
    assert task.choices.sheet.currentText() == "Attempts log"
    qtbot.waitUntil(
        lambda: task.bench.paper is not None and "Rang out." in task.bench.paper.text,
        timeout=20_000,
    )
    window.close_task()
