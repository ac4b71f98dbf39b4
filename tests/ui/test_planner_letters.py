"""The letters of a meeting in its planner: what is due, what is to be sent, what has gone."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liaison.casework.letters_gone import note_gone
from liaison.casework.meeting_outcomes import hold
from liaison.casework.papers_owed import note_not_yet
from liaison.model.letter import LetterKind
from liaison.model.meeting_record import MeetingRecord
from liaison.model.sending import Outgoing, Sent, Way
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from ui.appearance import Appearance
from ui.contents import Contents
from ui.screens import SCREENS
from ui.screens.letter import LetterScreen
from ui.screens.pack import PackBuilder
from ui.screens.planner.pages import LETTERS
from ui.screens.planner.screen import Planner
from ui.session import Session
from ui.tasks import TASKS
from ui.window import MainWindow


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family(adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def meeting(store: Store, make: Make, khan: Made) -> MeetingRecord:
    planned = make.meeting(khan, held_on=TODAY - timedelta(days=3))
    return hold(store, planned.meeting, today=TODAY)


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, appearance: Appearance, khan: Made
) -> Iterator[MainWindow]:
    made = MainWindow(session, Contents(SCREENS, TASKS), appearance)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def letters_of(window: MainWindow, session: Session, meeting: str) -> Planner:
    session.open("meeting", meeting)
    shown = window.current_screen()
    assert isinstance(shown, Planner)
    shown.pages.tabs.setCurrentIndex(LETTERS)
    shown.pages.focus_first()
    return shown


def spoken(planner: Planner) -> list[str]:
    return [row.spoken for row in planner.pages.letters.list.rows()]


def test_each_letter_for_each_adult_says_where_it_is(
    window: MainWindow, session: Session, store: Store, meeting: MeetingRecord, khan: Made
) -> None:
    mum, dad = (each.id for each in khan.adults)
    planner = letters_of(window, session, meeting.meeting.id)
    assert spoken(planner) == [
        "Thank you for coming, Mrs Amina Khan",
        "Thank you for coming, Mr Shahid Khan",
        "We said, you said, Mrs Amina Khan",
        "We said, you said, Mr Shahid Khan",
    ]
    thanks = Outgoing(meeting=meeting.meeting.id, kind=LetterKind.THANKS, readers=(mum,))
    note_gone(store, thanks, Sent(way=Way.POST, on=TODAY), today=TODAY)
    said = Outgoing(meeting=meeting.meeting.id, kind=LetterKind.FOLLOW_UP, readers=(dad,))
    note_not_yet(store, [said], today=TODAY)
    assert spoken(planner)[0] == "Thank you for coming, Gone Mon 23 Nov, Mrs Amina Khan"
    assert spoken(planner)[3] == "We said, you said, To send, Mr Shahid Khan"
    assert planner.pages.letters._lead.text().startswith("They were thanked on Mon 23 Nov.")
    assert planner.outcomes.editors["thanked_on"].value() == TODAY
    session.undo()
    session.undo()
    assert "Gone" not in " ".join(spoken(planner))


def test_enter_opens_the_letter_of_the_row_with_its_reader(
    window: MainWindow, session: Session, meeting: MeetingRecord, khan: Made, qtbot: QtBot
) -> None:
    planner = letters_of(window, session, meeting.meeting.id)
    rows = planner.pages.letters.list
    rows.choose(f"follow_up/{khan.adults[1].id}")
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    shown = window.current_screen()
    assert isinstance(shown, LetterScreen)
    assert shown.choices.kind.currentData() == "follow_up"
    assert shown.choices.reader.currentData() == khan.adults[1].id


def test_before_the_day_there_are_the_invitation_and_the_agenda(
    window: MainWindow, session: Session, make: Make, khan: Made, qtbot: QtBot
) -> None:
    ahead = make.meeting(khan, held_on=TODAY + timedelta(3), coming=khan.adults[:1]).meeting.id
    planner = letters_of(window, session, ahead)
    assert spoken(planner) == [
        "Invitation to a meeting, Mrs Amina Khan",
        "Agenda, Mrs Amina Khan",
    ]
    rows = planner.pages.letters.list
    rows.choose(f"agenda/{khan.adults[0].id}")
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    shown = window.current_screen()
    assert isinstance(shown, PackBuilder)
    assert shown.choices.reader.currentData() == khan.adults[0].id


def test_the_letter_that_is_due_opens_from_its_button(
    window: MainWindow, session: Session, meeting: MeetingRecord, khan: Made, qtbot: QtBot
) -> None:
    planner = letters_of(window, session, meeting.meeting.id)
    planner.pages.letters.button.click()
    shown = window.current_screen()
    assert isinstance(shown, LetterScreen)
    assert shown.choices.kind.currentData() == "thanks"


def test_without_anybody_of_the_family_there_is_nobody_to_write_to(
    window: MainWindow, session: Session, make: Make, khan: Made
) -> None:
    alone = make.meeting(khan, coming=()).meeting.id
    planner = letters_of(window, session, alone)
    assert spoken(planner) == []
    assert "nobody to write to" in planner.pages.letters._lead.text()
    assert planner.pages.letters.button.isHidden()
