"""Minutes, a review or a contract: made from the meeting, for staff or for one adult."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from liaison.casework.meeting_to_print import CONTRACT, MINUTES, REVIEW, meeting_to_print
from liaison.casework.professionals import add_professional
from liaison.model.fields import Audience
from liaison.model.meeting import Meeting, MeetingPerson
from liaison.model.settings import SharingLog
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.sheets.pages import text as printed
from tests.ui.audit import faults
from tests.ui.conftest import Opened
from tests.ui.fixtures import Answers
from ui.papers import Papers
from ui.session import Session
from ui.tasks.papers.papers import MeetingOnPaper
from ui.widgets.panel_body import PanelBody
from ui.window import MainWindow


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def meeting(make: Make, khan: Made) -> Meeting:
    return make.meeting(khan, kind="attendance", coming=khan.adults[:1]).meeting


@pytest.fixture
def window(opened: Opened, meeting: Meeting) -> MainWindow:
    return opened()


def shown(window: MainWindow) -> MeetingOnPaper:
    task = window.task()
    assert isinstance(task, MeetingOnPaper)
    return task


def choose(qtbot: QtBot, task: MeetingOnPaper, audience: Audience) -> str:
    """What stands on the pages for these readers."""
    box = task.choices.audience
    box.setCurrentIndex(box.findData(audience.value))
    qtbot.waitUntil(lambda: task.bench.paper is not None, timeout=20_000)
    assert task.bench.paper is not None
    return task.bench.paper.text


def test_the_papers_of_an_attendance_meeting_begin_with_its_contract(
    window: MainWindow, session: Session, qtbot: QtBot, meeting: Meeting
) -> None:
    session.open("meeting", meeting.id)
    (papers,) = window.current_screen().findChildren(Papers)
    menu = papers.findChild(QMenu)
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if "contract" in each.text()).trigger()
    task = shown(window)
    assert [task.choices.sheet.itemText(n) for n in range(3)] == [
        "Attendance contract",
        "Minutes and plan",
        "Review of support",
    ]
    assert "Attendance contract for Zara" in choose(qtbot, task, Audience.STAFF)
    assert faults(task) == []


def test_a_family_copy_is_for_one_adult_who_was_asked(
    window: MainWindow, session: Session, qtbot: QtBot, meeting: Meeting
) -> None:
    session.open("meeting-paper", meeting.id)
    task = shown(window)
    assert not task.choices.reader.isVisible()
    text = choose(qtbot, task, Audience.FAMILY)
    assert task.choices.reader.isVisible()
    readers = [task.choices.reader.itemText(n) for n in range(task.choices.reader.count())]
    assert readers == ["Mrs Khan"]
    assert "Mrs Amina Khan" in text
    assert "Nobody has to sign this" in text


def test_a_saved_contract_is_noted_for_its_reader(
    window: MainWindow,
    session: Session,
    qtbot: QtBot,
    meeting: Meeting,
    khan: Made,
    store: Store,
    answers: Answers,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    answers.save_file = tmp_path_factory.mktemp("out") / "contract.pdf"
    session.open("meeting-paper", meeting.id)
    task = shown(window)
    choose(qtbot, task, Audience.FAMILY)
    task.bench.saving.wanted.emit("told by phone")
    qtbot.waitUntil(lambda: bool(store.find(SharingLog)), timeout=20_000)
    (noted,) = store.find(SharingLog)
    assert (noted.sheet, noted.audience, noted.way) == (CONTRACT, "family", "saved")
    assert noted.reader == khan.adults[0].id


def test_a_family_copy_is_refused_where_nobody_of_the_family_was_asked(
    window: MainWindow, session: Session, make: Make, khan: Made
) -> None:
    alone = make.meeting(khan, kind="professionals", coming=()).meeting
    session.open("meeting-paper", alone.id)
    task = shown(window)
    task.choices.audience.setCurrentIndex(task.choices.audience.findData("family"))
    assert task.bench.paper is None
    said = [each.text() for each in task.bench.desk.refused.findChildren(QLabel)]
    assert "Nobody of the family is asked to this meeting." in said
    assert not task.bench.print.isEnabled()


def test_a_family_without_a_meeting_is_told_what_to_do(
    window: MainWindow, session: Session, make: Make
) -> None:
    session.open("meeting-paper", make.family("Reid").id)
    task = shown(window)
    assert task.choices.meeting.count() == 0
    assert "There is no meeting to print yet. Plan one first." in {
        each.text() for each in task.bench.findChildren(QLabel)
    }


def test_where_no_family_is_shown_the_meetings_of_these_weeks_are_offered(
    window: MainWindow, session: Session, qtbot: QtBot, make: Make, meeting: Meeting
) -> None:
    reid = make.family("Reid", children=[("Fionnuala", "4")])
    make.meeting(reid, kind="taf", held_on=TODAY + timedelta(days=2))
    make.meeting(reid, kind="apdr", held_on=TODAY + timedelta(days=60))
    session.open("meeting-paper")
    task = shown(window)
    box = task.choices.meeting
    assert [box.itemText(n) for n in range(box.count())] == [
        "Reid, Wed 25 Nov, Team around the family",
        "Khan, Mon 23 Nov, Attendance meeting",
    ]
    assert box.currentData() == meeting.id
    assert task.choices.sheet.currentData() == CONTRACT
    qtbot.waitUntil(lambda: task.bench.paper is not None, timeout=20_000)


def test_on_a_low_screen_only_the_choices_and_the_page_scroll(
    window: MainWindow, session: Session, qtbot: QtBot, meeting: Meeting
) -> None:
    window.resize(1024, 532)
    session.open("meeting-paper", meeting.id)
    task = shown(window)
    choose(qtbot, task, Audience.FAMILY)
    body = task.findChild(PanelBody)
    assert isinstance(body, PanelBody)
    assert body.verticalScrollBar().maximum() == 0
    assert faults(task) == []


@pytest.mark.parametrize(
    ("kind", "first"), [("taf", MINUTES), ("apdr", REVIEW), ("contract", CONTRACT)]
)
def test_each_kind_begins_with_the_sheet_mostly_wanted_of_it(
    opened: Opened, session: Session, make: Make, khan: Made, kind: str, first: str
) -> None:
    made = make.meeting(khan, kind=kind).meeting
    window = opened()
    session.open("meeting-paper", made.id)
    assert shown(window).choices.sheet.currentData() == first


def test_of_a_family_the_meeting_held_last_is_taken_and_else_the_one_planned_first(
    store: Store, make: Make, khan: Made
) -> None:
    assert meeting_to_print(store, khan.id) is None
    later = make.meeting(khan, held_on=TODAY + timedelta(days=9)).meeting
    soon = make.meeting(khan, held_on=TODAY + timedelta(days=2)).meeting
    assert meeting_to_print(store, khan.id) == soon
    assert meeting_to_print(store, later.id) == later


def test_another_meeting_of_the_family_can_be_chosen(
    window: MainWindow, session: Session, qtbot: QtBot, make: Make, khan: Made, meeting: Meeting
) -> None:
    other = make.meeting(khan, kind="taf", held_on=TODAY + timedelta(days=2)).meeting
    session.open("meeting-paper", khan.id)
    task = shown(window)
    box = task.choices.meeting
    assert [box.itemText(n) for n in range(box.count())] == [
        "Wed 25 Nov, Team around the family",
        "Mon 23 Nov, Attendance meeting",
    ]
    assert box.currentData() == meeting.id
    box.setCurrentIndex(box.findData(other.id))
    qtbot.waitUntil(lambda: task.bench.paper is not None, timeout=20_000)
    assert task.bench.paper is not None
    assert "25 November 2026" in task.bench.paper.text


def test_minutes_can_be_for_a_professional_who_keeps_them(
    window: MainWindow,
    session: Session,
    qtbot: QtBot,
    make: Make,
    store: Store,
    khan: Made,
) -> None:
    taf = make.meeting(khan, kind="taf", coming=khan.adults[:1]).meeting
    nurse = add_professional(store, khan.id, "Ms Rosa Avery", "School nurse")
    with store.saving() as saving:
        saving.add(MeetingPerson(family=khan.id, meeting=taf.id, person=nurse.id))
        saving.change(replace(taf, outcome="Zara rides with Noor."))
    session.open("meeting-paper", taf.id)
    task = shown(window)
    readers = task.choices.reader
    choose(qtbot, task, Audience.STAFF)
    assert task.bench.paper is not None
    assert "Shred by" in printed(task.bench.paper.pdf)
    assert [readers.itemText(n) for n in range(readers.count())] == ["Our own staff", nurse.full]
    readers.setCurrentIndex(1)
    qtbot.waitUntil(lambda: task.bench.paper is not None, timeout=20_000)
    assert task.bench.paper is not None
    assert f"Kept by {nurse.full}." in printed(task.bench.paper.pdf)
    choose(qtbot, task, Audience.FAMILY)
    assert [readers.itemText(n) for n in range(readers.count())] == ["Mrs Khan"]
    task.choices.audience.setCurrentIndex(task.choices.audience.findData("staff"))
    task.choices.sheet.setCurrentIndex(task.choices.sheet.findData(REVIEW))
    assert not readers.isVisible()
    assert task.choices.wish().reader == ""
