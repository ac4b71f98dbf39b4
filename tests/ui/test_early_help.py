"""Early help on the screen: why it ended is asked when it ends, and when the first one is due."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from liaison.model.meeting import Meeting, MeetingState
from liaison.model.meeting_record import MeetingRecord
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.conftest import Opened
from ui.editors.choosing import OneOf, YesNoEditor
from ui.forms.new_meeting import NewMeetingForm
from ui.screens.planner.pages import OUTCOMES
from ui.screens.planner.screen import Planner
from ui.session import Session
from ui.tasks.meetings.tasks import NewMeeting
from ui.window import MainWindow


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family()


@pytest.fixture
def review(make: Make, khan: Made) -> MeetingRecord:
    return make.meeting(khan, kind="taf_review")


@pytest.fixture
def window(opened: Opened, review: MeetingRecord) -> MainWindow:
    return opened()


@pytest.fixture
def planner(window: MainWindow, session: Session, review: MeetingRecord) -> Planner:
    session.open("meeting", review.meeting.id)
    shown = window.current_screen()
    assert isinstance(shown, Planner)
    shown.pages.tabs.setCurrentIndex(OUTCOMES)
    return shown


def tick_no_next(planner: Planner) -> None:
    editor = planner.outcomes.editors["no_next"]
    assert isinstance(editor, YesNoEditor)
    editor.tick.click()


def test_why_it_ended_is_asked_once_no_next_meeting_is_needed(
    planner: Planner, window: MainWindow, store: Store, review: MeetingRecord
) -> None:
    why = planner.outcomes.fields["ended"]
    assert not why.isVisible()
    tick_no_next(planner)
    assert why.isVisible()
    assert faults(window) == []
    box = planner.outcomes.editors["ended"]
    assert isinstance(box, OneOf)
    words = [box.box.itemText(at) for at in range(box.box.count())]
    assert words[-4:] == ["Needs met", "Consent withdrawn", "Stepped up", "Moved area"]
    planner.pages.everybody.click()
    for name, value in (
        ("outcome", "Zara is in on time."),
        ("no_action", True),
        ("ended", "needs_met"),
        ("thanked_on", TODAY),
        ("thanked_how", "letter"),
    ):
        planner.outcomes.editors[name].set_value(value)
    planner.write_up()
    met = store.get(Meeting, review.meeting.id)
    assert (met.state, met.why_ended) == (MeetingState.CLOSED, "needs_met")


def test_it_is_not_asked_of_other_kinds(
    planner: Planner, session: Session, make: Make, khan: Made
) -> None:
    session.open("meeting", make.meeting(khan).meeting.id)
    planner.pages.tabs.setCurrentIndex(OUTCOMES)
    tick_no_next(planner)
    assert not planner.outcomes.fields["ended"].isVisible()


def test_a_new_one_says_by_when_the_first_is_due(
    window: MainWindow, session: Session, khan: Made
) -> None:
    session.open("new-meeting", khan.id)
    task = window.task()
    assert isinstance(task, NewMeeting)
    form = task.editing
    assert isinstance(form, NewMeetingForm)
    assert not form.first.isVisible()
    kind = form.editors["kind"]
    assert isinstance(kind, OneOf)
    kind.box.setCurrentIndex(kind.box.findData("taf"))
    assert form.first.isVisible()
    due = "The first one is due by Monday 14 December 2026, if it was decided on today."
    assert form.first.text() == due
    QApplication.processEvents()
    assert faults(form) == []
    kind.box.setCurrentIndex(kind.box.findData("honest"))
    assert not form.first.isVisible()
