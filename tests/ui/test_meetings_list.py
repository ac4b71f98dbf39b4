"""The list of meetings, Today's cards, the family's own, and how each kind is held."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from liaison.casework.calling_off import call_off
from liaison.casework.meeting_patterns import pattern_for
from liaison.casework.views import saved_views
from liaison.model.agenda import MeetingPattern
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.conftest import Opened
from ui.choose_family import ChooseFamily
from ui.help.page import HelpPage
from ui.screens.family.page import FamilyPage
from ui.screens.meetings.screen import Meetings
from ui.screens.planner.screen import Planner
from ui.screens.settings.meetings import MeetingsSection
from ui.screens.settings.screen import Settings
from ui.screens.today.screen import Today
from ui.search_box import SearchBox
from ui.session import Session
from ui.tasks.meetings.tasks import NewMeeting
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family()


@pytest.fixture
def window(opened: Opened, khan: Made) -> MainWindow:
    return opened()


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> Meetings:
    qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
    shown = window.current_screen()
    assert isinstance(shown, Meetings)
    return shown


def titles(screen: Meetings) -> list[str]:
    return [row.spoken for row in screen.list.rows() if not row.id]


def some(make: Make, khan: Made) -> None:
    make.meeting(khan)
    make.meeting(khan, held_on=TODAY - timedelta(days=3))
    make.meeting(khan, held_on=TODAY + timedelta(days=2), kind="apdr")
    off = make.meeting(khan, held_on=TODAY + timedelta(days=5)).meeting
    call_off(make.store, off, why="cancelled_by_family", today=TODAY)


def test_the_third_place_of_the_rail_teaches_while_it_is_empty(
    listed: Meetings, window: MainWindow
) -> None:
    assert listed._pages.currentWidget() is listed._nothing
    assert faults(window) == []


def test_meetings_stand_under_when_they_are(
    listed: Meetings, window: MainWindow, make: Make, khan: Made
) -> None:
    some(make, khan)
    assert titles(listed) == ["Today, 1", "To write up, 1", "Coming, 1", "Over, 1"]
    assert listed._count.text() == "4 meetings"
    first = listed.list.rows()[1].spoken
    assert first.startswith("09:30, Khan, Honest conversation")
    assert faults(window) == []


def test_filters_narrow_the_list_and_are_kept_as_a_view(
    listed: Meetings, window: MainWindow, session: Session, make: Make, khan: Made
) -> None:
    some(make, khan)
    listed.bar.choose({"show": "coming"})
    assert titles(listed) == ["Coming, 1"]
    listed.bar.name.setText("Coming soon")
    listed.bar._keep()
    (view,) = saved_views(session.store, "meetings")
    listed.bar.choose({"kind": "pep"})
    assert listed._pages.currentWidget() is listed._no_match
    session.open("meetings-view", view.id)
    assert titles(listed) == ["Coming, 1"]


def test_enter_and_f2_open_the_planner(
    listed: Meetings, window: MainWindow, qtbot: QtBot, make: Make, khan: Made
) -> None:
    some(make, khan)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2):
        window.session.open("meetings")
        listed.list.setFocus()
        listed.list.choose_first()
        qtbot.keyClick(listed.list, key)
        assert window.current_screen().title == "Meeting"


def test_a_new_meeting_is_planned_from_everywhere(
    window: MainWindow, session: Session, qtbot: QtBot, khan: Made
) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    session.open("family", khan.id)
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL | shift)
    task = window.task()
    assert isinstance(task, NewMeeting)
    assert task.editing is not None
    assert task.editing.ground.record.family.name == "Khan"


def test_a_new_meeting_can_be_with_another_family_than_the_one_on_the_screen(
    window: MainWindow, session: Session, qtbot: QtBot, make: Make, khan: Made
) -> None:
    reid = make.family("Reid")
    session.open("family", khan.id)
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier)
    task = window.task()
    assert isinstance(task, NewMeeting)
    assert task.editing is not None
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert task.editing.editors["purpose"].isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(task.another, Qt.Key.Key_Space)
    asking = window.task()
    assert isinstance(asking, NewMeeting)
    assert asking.editing is None
    assert faults(asking) == []
    qtbot.keyClicks(QApplication.focusWidget(), "reid")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    chosen = window.task()
    assert isinstance(chosen, NewMeeting)
    assert chosen.editing is not None
    assert chosen.editing.ground.record.family.id == reid.id


def test_where_no_family_fits_it_says_so(opened: Opened, session: Session, make: Make) -> None:
    window = opened()
    session.open("new-meeting")
    task = window.task()
    assert isinstance(task, NewMeeting)
    asking = task.findChild(ChooseFamily)
    assert "No family is in the record yet" in asking.none.text()
    assert asking.none.isVisible()
    make.family("Reid")
    asking.search.setText("zzz")
    asking.refill()
    assert asking.none.text() == "No family fits “zzz”."
    asking.search.setText("rei")
    asking.refill()
    assert asking.none.isHidden()


def test_today_shows_its_meetings_and_those_to_write_up(
    window: MainWindow, session: Session, make: Make, khan: Made
) -> None:
    today = window.current_screen()
    assert isinstance(today, Today)
    assert not today.meetings.isVisible()
    some(make, khan)
    assert [row.spoken for row in today.meetings.list.rows()] == ["09:30, Khan, Neutral room"]
    assert len(today.to_write_up.list.rows()) == 1
    today.meetings.list.choose_first()
    today.meetings.list.opened.emit(today.meetings.list.current_id())
    assert window.current_screen().title == "Meeting"


def test_the_family_page_shows_its_meetings(
    window: MainWindow, session: Session, make: Make, khan: Made
) -> None:
    some(make, khan)
    session.open("family", khan.id)
    page = window.current_screen()
    assert isinstance(page, FamilyPage)
    chips = {row.level for row in page.meetings.list.rows()}
    assert chips == {"Planned", "Did not take place"}
    page.meetings.list.choose_first()
    page.meetings.list.opened.emit(page.meetings.list.current_id())
    assert window.current_screen().title == "Meeting"


def of_kinds(window: MainWindow, session: Session) -> MeetingsSection:
    session.open("settings", "Meetings")
    settings = window.current_screen()
    assert isinstance(settings, Settings)
    section = settings.pages.currentWidget()
    assert isinstance(section, MeetingsSection)
    return section


def test_how_a_kind_is_held_is_the_schools_own(
    window: MainWindow, session: Session, store: Store
) -> None:
    section = of_kinds(window, session)
    assert faults(window) == []
    section.kinds.choose("taf")
    assert section.weeks.text() == "6"
    assert section.first.text() == "3"
    section.weeks.set_text("4")
    section.first.set_text("5")
    section.agenda.setPlainText("5 Welcome\n20 How each of us sees it\n\n")
    section.phrases.setPlainText("Thank you for telling me.")
    section.save()
    own = pattern_for(store, "taf")
    assert (own.weeks, own.first_weeks) == (4, 5)
    assert own.agenda == ("5 Welcome", "20 How each of us sees it")
    assert own.phrases == ("Thank you for telling me.",)
    session.undo()
    assert pattern_for(store, "taf").weeks == 6
    assert section.weeks.text() == "6"
    section.kinds.choose("honest")
    assert not section.first.isVisible()


def test_an_interval_that_is_none_is_refused_in_words(
    window: MainWindow, session: Session, store: Store
) -> None:
    section = of_kinds(window, session)
    for typed, said in (("often", "is not a whole number"), ("90", "Between one and 52")):
        section.weeks.set_text(typed)
        section.save()
        assert said in section.weeks.problem()
    assert store.find(MeetingPattern) == []


def looked_for(window: MainWindow, qtbot: QtBot, words: str) -> SearchBox:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    box = window.task()
    assert isinstance(box, SearchBox)
    qtbot.keyClicks(box.typed, words)
    box.look()
    return box


def test_the_search_box_opens_a_meeting_by_its_words(
    window: MainWindow, qtbot: QtBot, make: Make, khan: Made
) -> None:
    make.meeting(khan, purpose="Talk about the breakfast club")
    box = looked_for(window, qtbot, "breakfast")
    qtbot.keyClick(box.typed, Qt.Key.Key_Return)
    planner = window.current_screen()
    assert isinstance(planner, Planner)
    assert planner.subject() == khan.id


@pytest.mark.parametrize("typed", ["meeting kha", "new meeting kha"])
def test_the_search_box_plans_one_with_a_family(
    window: MainWindow, qtbot: QtBot, khan: Made, typed: str
) -> None:
    box = looked_for(window, qtbot, typed)
    qtbot.keyClick(box.typed, Qt.Key.Key_Return)
    task = window.task()
    assert isinstance(task, NewMeeting)
    assert task.editing is not None
    assert task.editing.ground.record.family.name == "Khan"


def test_todays_button_opens_the_first_plan(window: MainWindow, make: Make, khan: Made) -> None:
    some(make, khan)
    today = window.current_screen()
    assert isinstance(today, Today)
    assert faults(window) == []
    today.meetings.open_button.click()
    assert window.current_screen().title == "Meeting"


@pytest.mark.parametrize(
    ("place", "topic"),
    [("meetings", "meetings"), ("meeting", "meeting"), ("in-the-room", "in-the-room")],
)
def test_f1_is_about_the_place_one_is_at(
    window: MainWindow, session: Session, make: Make, khan: Made, place: str, topic: str
) -> None:
    meeting = make.meeting(khan).meeting
    session.open(place, "" if place == "meetings" else meeting.id)
    session.open("help")
    page = window.task()
    assert isinstance(page, HelpPage)
    assert page.which.currentData() == topic
