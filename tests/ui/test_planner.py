"""The planner in the real window: planned by keyboard, ordered, warned, written up and closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from time import thread_time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from liaison.casework.agendas import keep_item
from liaison.casework.meeting_outcomes import keep_action
from liaison.casework.meeting_patterns import pattern_for
from liaison.casework.meetings import meeting_whole
from liaison.model.agenda import MeetingAction
from liaison.model.follow_up import FollowUp
from liaison.model.invitation import LeavingOut
from liaison.model.meeting import Came, Comes, Instead, Meeting, MeetingState
from liaison.model.meeting_record import MeetingRecord
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import cut_off, faults
from tests.ui.conftest import Opened
from ui.appearance import Appearance
from ui.coming_day import ComingDay
from ui.screens.planner.pages import LETTERS, OUTCOMES, PLAN, ROOM
from ui.screens.planner.parts import PERSON
from ui.screens.planner.rows import TickRow
from ui.screens.planner.screen import Planner
from ui.session import Session
from ui.tasks.edit_entry import EditEntry
from ui.tasks.meetings.not_held import AnotherDay, CallOff
from ui.tasks.meetings.tasks import EditPart, LeaveOut, NewMeeting
from ui.widgets.buttons import KeyedButton
from ui.widgets.labels import Words
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family(adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def meeting(make: Make, khan: Made) -> MeetingRecord:
    return make.meeting(khan, coming=khan.adults[:1])


@pytest.fixture
def window(opened: Opened, meeting: MeetingRecord) -> MainWindow:
    return opened()


@pytest.fixture
def planner(window: MainWindow, session: Session, meeting: MeetingRecord) -> Planner:
    session.open("meeting", meeting.meeting.id)
    shown = window.current_screen()
    assert isinstance(shown, Planner)
    return shown


def now(store: Store, meeting: MeetingRecord) -> MeetingRecord:
    return meeting_whole(store, meeting.meeting.id)


def rows_of(planner: Planner) -> dict[str, TickRow]:
    return {row.words: row for row in planner.plan.who.list.rows() if isinstance(row, TickRow)}


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    qtbot.keyClick(at, key, modifier)


def test_it_opens_with_its_purpose_and_says_whose_and_when(planner: Planner) -> None:
    assert planner.plan.editors["purpose"].value().startswith("Agree how Zara")
    assert "Khan" in planner.pages.head.said()
    assert "Monday 23 November 2026, 09:30 · honest conversation" in planner.pages.head.said()
    assert QApplication.focusWidget().accessibleName().startswith("Purpose")


@pytest.mark.parametrize("page", [PLAN, ROOM, OUTCOMES, LETTERS])
def test_every_page_passes_the_audit(window: MainWindow, planner: Planner, page: int) -> None:
    planner.pages.tabs.setCurrentIndex(page)
    assert faults(window) == []


@pytest.mark.parametrize("page", [PLAN, ROOM, OUTCOMES, LETTERS])
def test_nothing_is_cut_off_where_room_is_shortest(
    window: MainWindow, planner: Planner, appearance: Appearance, page: int
) -> None:
    window.resize(1024, 552)
    appearance.set_text_size(200)
    planner.pages.tabs.setCurrentIndex(page)
    QApplication.processEvents()
    assert cut_off(window) == []


def test_alt_and_the_arrows_put_the_agenda_in_order_and_say_where_it_is(
    planner: Planner, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    agenda = planner.plan.agenda.agenda
    agenda.choose_first()
    qtbot.keyClick(agenda, Qt.Key.Key_Down, ALT)
    assert [each.what for each in now(store, meeting).items][:2] == [
        "What the family sees",
        "Something going well",
    ]
    moved = next(row for row in agenda.rows() if row.id == agenda.current_id())
    assert moved.spoken == "Something going well, 5 min, 2 of 4"
    qtbot.keyClick(agenda, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(agenda, Qt.Key.Key_Up, ALT)
    assert now(store, meeting).items[0].what == "Something going well"


def test_the_row_the_arrows_lead_to_is_in_sight(
    planner: Planner, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 552)
    QApplication.processEvents()
    press(qtbot, Qt.Key.Key_F6)
    agenda = planner.plan.agenda.agenda
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(agenda, key)
        row = agenda.visualRect(agenda.currentIndex())
        area = planner.pages._areas[PLAN].viewport()
        for corner in (row.topLeft(), row.bottomLeft()):
            assert area.rect().contains(agenda.viewport().mapTo(area, corner))


def test_a_row_of_the_agenda_is_dragged(
    planner: Planner, store: Store, meeting: MeetingRecord
) -> None:
    agenda = planner.plan.agenda.agenda
    first, last = (agenda.visualRect(agenda.model().index(n, 0)).center() for n in (0, 3))
    QTest.mousePress(agenda.viewport(), Qt.MouseButton.LeftButton, pos=first)
    for at in (first + QPoint(0, 30), last + QPoint(0, 20)):
        QTest.mouseMove(agenda.viewport(), at)
    QTest.mouseRelease(agenda.viewport(), Qt.MouseButton.LeftButton, pos=last + QPoint(0, 20))
    assert [each.what for each in now(store, meeting).items][-1] == "Something going well"


def test_what_is_typed_is_saved_with_a_key_and_can_be_taken_back(
    planner: Planner, session: Session, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    line = planner.plan.editors["standby"].line
    line.setFocus()
    qtbot.keyClicks(line, "Mr Lee")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert now(store, meeting).meeting.standby == "Mr Lee"
    session.undo()
    assert now(store, meeting).meeting.standby == ""
    assert line.text() == ""


def test_what_is_typed_and_not_saved_is_there_again(
    planner: Planner, session: Session, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    line = planner.plan.editors["purpose"].line
    line.selectAll()
    qtbot.keyClicks(line, "Agree on mornings")
    session.open("meetings")
    assert now(store, meeting).meeting.purpose.startswith("Agree how Zara")
    (draft,) = store.drafts()
    session.open("draft", draft.id)
    assert line.text() == "Agree on mornings"
    assert planner.pages.resumed.words().startswith("Not saved yet")
    planner.save_and_say()
    assert now(store, meeting).meeting.purpose == "Agree on mornings"
    assert store.drafts() == []


def test_what_is_typed_of_how_it_went_is_there_again_on_its_own_page(
    planner: Planner, session: Session, qtbot: QtBot
) -> None:
    planner.pages.tabs.setCurrentIndex(2)
    box = planner.outcomes.editors["outcome"].focusProxy()
    box.setFocus()
    qtbot.keyClicks(box, "A later start")
    session.open("meetings")
    session.open("meeting", session.store.drafts()[0].id)
    assert planner.pages.tabs.currentIndex() == 2
    assert planner.outcomes.editors["outcome"].value() == "A later start"


def test_the_strip_offers_no_draft_of_what_is_saved(
    planner: Planner, window: MainWindow, qtbot: QtBot
) -> None:
    line = planner.plan.editors["purpose"].line
    qtbot.keyClicks(line, "Again: ")
    window.open_task("find")
    planner.keep_draft()
    window.close_task()
    assert window.strip._draft_words.startswith("Draft kept")
    planner.save_and_say()
    assert window.strip._draft_words == ""


def test_no_kind_of_meeting_is_cut_off(planner: Planner, store: Store) -> None:
    box = planner.plan.editors["kind"].box
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    for each in store.choices("meeting_kind"):
        assert box.fontMetrics().horizontalAdvance(each.label) <= room.width(), each.label


def test_starting_afresh_throws_away_what_was_not_saved(
    planner: Planner, session: Session, store: Store, meeting: MeetingRecord
) -> None:
    planner.plan.editors["standby"].line.setText("Mr Lee")
    planner.keep_draft()
    session.open("meetings")
    session.open("meeting", meeting.meeting.id)
    planner.pages.resumed.pressed.emit()
    assert planner.plan.editors["standby"].value() == ""
    assert store.drafts() == []


def test_what_is_typed_stays_when_something_else_of_the_meeting_changes(
    planner: Planner, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    line = planner.plan.editors["standby"].line
    line.setFocus()
    qtbot.keyClicks(line, "Mr Lee")
    with store.saving() as saving:
        saving.change(replace(now(store, meeting).meeting, chair="Mrs Hall"))
    assert line.text() == "Mr Lee"
    assert planner.plan.editors["chair"].value() == "Mrs Hall"
    assert planner.save()
    kept = now(store, meeting).meeting
    assert (kept.standby, kept.chair) == ("Mr Lee", "Mrs Hall")


def test_another_meeting_begins_at_its_top_with_what_is_said_there(
    planner: Planner, session: Session, make: Make, khan: Made, qtbot: QtBot
) -> None:
    other = make.meeting(khan, coming=khan.adults[:1], held_on=TODAY + timedelta(days=1))
    planner.pages.tabs.setCurrentIndex(PLAN)
    area = planner.pages._areas[PLAN]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    session.open("meeting", other.meeting.id)
    QApplication.processEvents()
    assert planner.plan.warnings.words().startswith("Mr Shahid Khan is a parent and is not asked")
    assert area.verticalScrollBar().value() == 0


def test_the_heads_office_warns_while_it_is_chosen(planner: Planner) -> None:
    place = planner.plan.editors["place"]
    assert planner.plan.editors["neutral"].value() is True
    box = place.box
    box.setCurrentIndex(box.findData("head_office"))
    assert "head’s office" in planner.plan.warnings.words()
    assert planner.plan.editors["neutral"].value() is False
    assert planner.plan.editors["private"].value() is True


def test_a_warning_whose_place_is_out_of_sight_is_said_at_the_foot(
    planner: Planner, session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    said: list[str] = []
    session.said.connect(lambda sentence, _undo: said.append(sentence))
    box = planner.plan.editors["place"].box
    box.setCurrentIndex(box.findData("head_office"))
    assert said == []
    box.setCurrentIndex(box.findData("library"))
    bar = planner.pages._areas[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(20)
    box.setCurrentIndex(box.findData("head_office"))
    assert said == ["The head’s office feels like being called in: a neutral room is kinder."]


def test_what_is_to_be_put_right_takes_no_more_room_than_its_words(
    planner: Planner, qtbot: QtBot
) -> None:
    line = planner.plan.editors["interpreter"].line
    line.setFocus()
    qtbot.keyClicks(line, "Zara")
    assert not planner.save()
    summary = planner.pages.summaries[0]
    layout = summary.layout()
    assert layout is not None
    qtbot.waitUntil(lambda: summary.height() == layout.heightForWidth(summary.width()))


def test_a_child_never_interprets(
    planner: Planner, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    line = planner.plan.editors["interpreter"].line
    line.setFocus()
    qtbot.keyClicks(line, "Zara")
    assert not planner.save()
    assert "never a child" in planner.plan.fields["interpreter"].problem()
    assert now(store, meeting).meeting.interpreter == ""


def test_space_asks_somebody_and_a_fifth_is_many(
    planner: Planner, make: Make, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    who = planner.plan.who.list
    for child in ("Zara Khan", "Ali Khan", "Mr Shahid Khan"):
        who.choose(rows_of(planner)[child].id)
        qtbot.keyClick(who, Qt.Key.Key_Space)
    assert rows_of(planner)["Ali Khan"].ticked
    assert len(now(store, meeting).coming) == 5
    assert "5 people are many" in planner.plan.warnings.words()


def test_whoever_was_ticked_stays_the_current_row(planner: Planner, qtbot: QtBot) -> None:
    who = planner.plan.who.list
    who.setFocus()
    who.choose(rows_of(planner)["Zara Khan"].id)
    qtbot.keyClick(who, Qt.Key.Key_Space)
    assert who.current_id() == rows_of(planner)["Zara Khan"].id
    qtbot.keyClick(who, Qt.Key.Key_Space)
    assert who.current_id() == rows_of(planner)["Zara Khan"].id
    assert not rows_of(planner)["Zara Khan"].ticked


def test_a_restriction_stops_somebody_in_words(
    planner: Planner, make: Make, khan: Made, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    make.restriction(khan, khan.adults[1])
    who = planner.plan.who.list
    who.choose(rows_of(planner)["Mr Shahid Khan"].id)
    qtbot.keyClick(who, Qt.Key.Key_Space)
    assert len(now(store, meeting).coming) == 2
    summary = planner.pages.summaries[PLAN]
    assert summary.hasFocus()
    assert "Mr Khan" in summary.accessibleName()
    who.choose(rows_of(planner)["Ali Khan"].id)
    qtbot.keyClick(who, Qt.Key.Key_Space)
    assert summary.isHidden()


def test_a_parent_who_is_not_asked_gets_something_instead(
    planner: Planner,
    window: MainWindow,
    store: Store,
    khan: Made,
    meeting: MeetingRecord,
    qtbot: QtBot,
) -> None:
    father = rows_of(planner)["Mr Shahid Khan"]
    assert father.chip == "Say what instead"
    planner.plan.who.list.choose(father.id)
    qtbot.keyClick(planner.plan.who.list, Qt.Key.Key_Return)
    task = window.task()
    assert isinstance(task, LeaveOut)
    assert "Mr Shahid Khan" in [each.text() for each in task.findChildren(Words)]
    task.save()
    assert LeavingOut.ASK.label in task.editing.fields["instead"].problem()
    task.editing.editors["instead"].set_value(Instead.COPY)
    task.save()
    part = now(store, meeting).part_of(khan.adults[1].id)
    assert part is not None
    assert (part.comes, part.instead) == (Comes.LEFT_OUT, Instead.COPY)
    assert rows_of(planner)["Mr Shahid Khan"].chip == "Not asked"
    assert "is a parent" not in planner.plan.warnings.words()


def test_a_parent_taken_off_is_asked_about(
    planner: Planner, window: MainWindow, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    who = planner.plan.who.list
    who.choose(rows_of(planner)["Mrs Amina Khan"].id)
    qtbot.keyClick(who, Qt.Key.Key_Space)
    assert isinstance(window.task(), LeaveOut)
    window.close_task()
    who.choose(rows_of(planner)["Mrs A Officer"].id)
    qtbot.keyClick(who, Qt.Key.Key_Space)
    assert window.task() is None
    assert "Mrs A Officer" not in rows_of(planner)


def test_f2_changes_the_part_of_somebody(
    planner: Planner, window: MainWindow, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    who = planner.plan.who.list
    who.choose(rows_of(planner)["Mrs Amina Khan"].id)
    who.setFocus()
    qtbot.keyClick(who, Qt.Key.Key_F2)
    task = window.task()
    assert isinstance(task, EditPart)
    assert task.editing is not None
    task.editing.editors["comes"].set_value(Comes.FOR_A_PART)
    task.save()
    assert rows_of(planner)["Mrs Amina Khan"].line == "comes for a part"


def test_everybody_was_asked_by_one_press(
    planner: Planner, store: Store, meeting: MeetingRecord
) -> None:
    by_phone = next(a for a in planner.pages.asked.menu().actions() if a.data() == "phone")
    by_phone.trigger()
    asked = {each.invited_how for each in now(store, meeting).coming}
    assert asked == {"phone"}
    assert rows_of(planner)["Mrs Amina Khan"].chip == "Asked Mon 23 Nov"


def test_telling_the_colleague_nearby_ticks_what_was_to_be_ready(
    planner: Planner, store: Store, meeting: MeetingRecord
) -> None:
    planner.plan.editors["standby"].line.setText("Mr Lee")
    planner.plan.editors["standby_told_on"].set_value(TODAY)
    planner.plan.editors["agenda_given_on"].set_value(TODAY)
    planner.plan.editors["agenda_given_how"].set_value("letter")
    assert planner.save()
    settled = {each.what for each in now(store, meeting).checks if each.settled}
    assert settled == {"Agenda sent home", "Colleague nearby knows"}
    assert planner.plan.checks.state.text() == "2 of 3 done"


def test_closing_says_each_missing_thing_and_leads_to_it(
    planner: Planner, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_Return, CTRL | SHIFT)
    assert planner.pages.tabs.currentIndex() == OUTCOMES
    summary = planner.pages.summaries[OUTCOMES]
    assert summary.hasFocus()
    said = summary.accessibleName()
    for sentence in ("Write what came out of it", "Give the next date", "the thank-you was sent"):
        assert sentence in said
    assert "whether Mrs Khan came" in said
    assert planner.outcomes.fields["outcome"].problem()
    assert now(store, meeting).meeting.state is MeetingState.PLANNED


def test_sent_today_asks_next_how_it_was_sent(planner: Planner) -> None:
    planner.pages.tabs.setCurrentIndex(OUTCOMES)
    outcomes = planner.outcomes
    how = outcomes.editors["thanked_how"]
    (thanked,) = (e for e in outcomes.findChildren(KeyedButton) if e.text() == "Sent today")
    thanked.click()
    assert outcomes.editors["thanked_on"].value() == TODAY
    assert how.isAncestorOf(QApplication.focusWidget())
    how.set_value("letter")
    thanked.click()
    assert outcomes.editors["thanked_on"].isAncestorOf(QApplication.focusWidget())


def test_it_is_written_up_and_its_actions_become_promises(
    planner: Planner, store: Store, meeting: MeetingRecord
) -> None:
    id = meeting.meeting.id
    keep_action(
        store,
        MeetingAction(meeting=id, action="Save a place at breakfast club", due=TODAY),
    )
    planner.pages.everybody.click()
    assert now(store, meeting).meeting.state is MeetingState.HELD
    assert {each.came for each in now(store, meeting).coming} == {Came.YES}
    for name, value in (
        ("outcome", "Breakfast club on Mondays."),
        ("no_next", True),
        ("thanked_on", TODAY),
        ("thanked_how", "letter"),
    ):
        planner.outcomes.editors[name].set_value(value)
    planner.write_up()
    closed = now(store, meeting)
    assert closed.meeting.state is MeetingState.CLOSED
    (promise,) = store.find(FollowUp)
    assert (promise.action, promise.due) == ("Save a place at breakfast club", TODAY)
    assert planner.pages.close_button.isHidden()
    assert planner.pages.head.state.text() == "Written up"


def test_the_next_date_is_proposed_and_taken_by_hand(
    planner: Planner, store: Store, meeting: MeetingRecord
) -> None:
    assert planner.outcomes.editors["next_on"].value() is None
    planner.outcomes._take.click()
    assert planner.outcomes.editors["next_on"].value() == TODAY + timedelta(weeks=3)
    assert planner.save()
    assert planner.outcomes._take.isHidden()


def test_the_whole_box_that_is_typed_into_is_in_sight(
    planner: Planner, window: MainWindow, qtbot: QtBot
) -> None:
    planner.write_up()
    summary = planner.pages.summaries[2]
    qtbot.waitUntil(summary.hasFocus)
    press(qtbot, Qt.Key.Key_Return)
    box = QApplication.focusWidget()
    assert box.accessibleName() == "Outcome"
    qtbot.waitUntil(lambda: box.visibleRegion().boundingRect().height() == box.height())


def test_what_has_the_focus_is_in_sight_in_large_text_on_a_small_screen(
    planner: Planner,
    window: MainWindow,
    appearance: Appearance,
    session: Session,
    meeting: MeetingRecord,
    qtbot: QtBot,
) -> None:
    appearance.set_text_size(150)
    window.resize(1024, 552)
    planner.outcomes.editors["outcome"].set_value("A later start.")
    for page in (ROOM, OUTCOMES):
        session.open("meetings")
        session.open("meeting", meeting.meeting.id)
        planner.pages.tabs.setCurrentIndex(page)
        planner.pages.focus_first()
        focus = QApplication.focusWidget()
        qtbot.waitUntil(lambda focus=focus: focus.visibleRegion().boundingRect().height() > 40)
    session.open("meetings")
    session.open("meeting", meeting.meeting.id)
    assert planner.pages.tabs.currentIndex() == OUTCOMES
    focus = QApplication.focusWidget()
    assert focus.accessibleName() == "Outcome"
    qtbot.waitUntil(lambda: focus.visibleRegion().boundingRect().height() > 40)


def test_when_it_is_stands_beside_the_name_as_far_as_there_is_room(
    planner: Planner, window: MainWindow, appearance: Appearance
) -> None:
    head = planner.pages.head
    assert head._when.text().endswith("honest conversation")
    assert head._below.isHidden()
    window.resize(1024, 552)
    appearance.set_text_size(150)
    assert head._when.isVisible()
    assert head._below.isHidden()
    appearance.set_text_size(200)
    assert head._below.isVisible()
    assert head._below.text().endswith("09:30")
    assert cut_off(window) == []
    assert head.said().endswith("honest conversation")


def test_space_says_who_came(
    planner: Planner, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    planner.pages.tabs.setCurrentIndex(OUTCOMES)
    came = planner.outcomes.came.list
    came.choose_first()
    qtbot.keyClick(came, Qt.Key.Key_Space)
    first = next(each for each in now(store, meeting).people if each.id == came.current_id())
    assert first.came is Came.YES
    qtbot.keyClick(came, Qt.Key.Key_Space)
    first = next(each for each in now(store, meeting).people if each.id == came.current_id())
    assert first.came is Came.NO


def test_calling_it_off_needs_to_know_who_did(
    planner: Planner, window: MainWindow, store: Store, meeting: MeetingRecord
) -> None:
    planner.pages.call_off.click()
    task = window.task()
    assert isinstance(task, CallOff)
    task.save()
    assert "who called it off" in task.fields["why"].problem()
    task._why.setCurrentIndex(task._why.findData("cancelled_by_family"))
    task.save()
    assert now(store, meeting).meeting.state is MeetingState.CALLED_OFF
    assert planner.pages.call_off.isHidden()


def test_another_day_is_typed_as_people_say_it(
    planner: Planner, window: MainWindow, store: Store, meeting: MeetingRecord
) -> None:
    planner.pages.another_day.click()
    task = window.task()
    assert isinstance(task, AnotherDay)
    task.save()
    assert task.fields["held_on"].problem() == "Give the new day."
    day = task.fields["held_on"]
    assert isinstance(day, ComingDay)
    day.set_text("someday")
    assert day.understood.text() == "Not a date yet"
    task.save()
    assert day.problem().startswith("Give the new day. “someday”")
    day.set_text("tomorrow")
    assert day.understood.text() == "Tue 24 November 2026, in 1 school day"
    task.fields["held_at"].set_text("2pm")
    task.save()
    moved = now(store, meeting).meeting
    assert (moved.held_on, moved.held_at, moved.moved) == (TODAY + timedelta(days=1), "14:00", 1)


def test_a_new_meeting_opens_in_the_planner_with_the_agenda_of_its_kind(
    window: MainWindow, session: Session, store: Store, khan: Made
) -> None:
    session.open("family", khan.id)
    window.open_task("new-meeting")
    task = window.task()
    assert isinstance(task, NewMeeting)
    assert task.editing is not None
    task.editing.editors["purpose"].line.setText("Look at reading together")
    task.editing.editors["kind"].set_value("apdr")
    task.editing.editors["held_on"].set_value(TODAY + timedelta(days=3))
    task.editing.people["people"].set_value((khan.adults[0].id,))
    task.save()
    shown = window.current_screen()
    assert isinstance(shown, Planner)
    made = next(each for each in store.find(Meeting) if each.kind == "apdr")
    whole = meeting_whole(store, made.id)
    assert whole.items[0].what == "What is going well"
    assert len(whole.items) == len(pattern_for(store, "apdr").agenda)
    assert {each.person for each in whole.coming} == {khan.adults[0].id, ""}


def test_a_new_meeting_refuses_who_must_not_come(
    window: MainWindow, session: Session, store: Store, make: Make, khan: Made
) -> None:
    make.restriction(khan, khan.adults[1])
    session.open("new-meeting", khan.id)
    task = window.task()
    assert isinstance(task, EditEntry)
    assert task.editing is not None
    task.editing.editors["held_on"].set_value(TODAY)
    task.editing.people["people"].set_value((khan.adults[1].id,))
    task.save()
    assert "Mr Khan" in task.editing.fields["people"].problem()
    assert len(store.find(Meeting)) == 1


def test_a_meeting_that_is_gone_leads_back_to_the_list(
    planner: Planner, window: MainWindow, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    with store.saving() as saving:
        saving.remove(now(store, meeting).meeting)
    qtbot.waitUntil(lambda: window.current_screen().title == "Meetings")
    window.back()
    qtbot.waitUntil(lambda: window.current_screen().title == "Meetings")


def test_another_kind_brings_its_own_agenda_until_one_is_changed_by_hand(
    planner: Planner, store: Store, meeting: MeetingRecord
) -> None:
    planner.plan.editors["kind"].set_value("apdr")
    assert planner.save()
    assert now(store, meeting).items[0].what == "What is going well"
    assert len(now(store, meeting).checks) == len(pattern_for(store, "apdr").checks)
    keep_item(store, replace(now(store, meeting).items[0], minutes=20))
    planner.plan.editors["kind"].set_value("taf")
    assert planner.save()
    assert now(store, meeting).meeting.kind == "taf"
    assert now(store, meeting).items[0].what == "What is going well"
    assert planner.plan.fields["consent_on"].isVisibleTo(planner.plan)
    assert "Consent in writing" in planner.plan.warnings.words()


def test_f6_goes_round_the_lists_of_the_page(planner: Planner, qtbot: QtBot) -> None:
    heard = []
    for _ in range(3):
        press(qtbot, Qt.Key.Key_F6)
        heard.append(QApplication.focusWidget().accessibleName())
    assert heard == ["Agenda", "Who comes", "Before the meeting"]
    press(qtbot, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is planner.pages.another_day
    press(qtbot, Qt.Key.Key_F6)
    assert QApplication.focusWidget().accessibleName() == "Purpose in one sentence"
    press(qtbot, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is planner.pages.another_day
    planner.plan.editors["place"].setFocus()
    press(qtbot, Qt.Key.Key_F6)
    assert QApplication.focusWidget().accessibleName() == "Agenda"
    planner.pages.tabs.setCurrentIndex(2)
    planner.pages.focus_first()
    for _ in range(2):
        press(qtbot, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is planner.outcomes.agreed.add


def test_a_key_in_the_planner_is_answered_at_once(planner: Planner, qtbot: QtBot) -> None:
    agenda = planner.plan.agenda.agenda
    agenda.choose_first()
    line = planner.plan.editors["purpose"].line
    for at, key, modifier in (
        (agenda, Qt.Key.Key_Down, ALT),
        (line, Qt.Key.Key_A, PLAIN),
        (planner.pages.tabs, Qt.Key.Key_Right, PLAIN),
    ):
        took = []
        for _ in range(3):
            at.setFocus()
            QApplication.processEvents()
            began = thread_time()
            qtbot.keyClick(at, key, modifier)
            QApplication.processEvents()
            took.append(thread_time() - began)
        assert min(took) < 0.05, at


def test_a_member_who_has_no_part_is_known_by_her_own_id(planner: Planner) -> None:
    assert rows_of(planner)["Mr Shahid Khan"].id.startswith(PERSON)
    assert not rows_of(planner)["Mrs Amina Khan"].id.startswith(PERSON)
