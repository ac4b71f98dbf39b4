"""In the room: nothing of any other family, what is typed is kept, and one key leads out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from liaison.casework.meetings import meeting_whole
from liaison.model.meeting import Meeting
from liaison.model.meeting_record import MeetingRecord
from liaison.model.restriction import Force, What
from liaison.store.drafts import Draft
from liaison.store.store import Store
from tests.builders import Make
from tests.ui.audit import faults
from tests.ui.conftest import Opened
from ui.appearance import Appearance
from ui.delegates.rows import RowList
from ui.locking import whereabouts
from ui.screens.planner.screen import Planner
from ui.screens.room.screen import InTheRoom
from ui.session import Session
from ui.window import MainWindow

OTHER = ("Abdi", "Hodan", "Sahra")


@pytest.fixture
def meeting(make: Make, store: Store) -> MeetingRecord:
    abdi = make.family("Abdi", children=[("Hodan", "2")], adults=[("Mrs", "Sahra", "mother")])
    make.contact(abdi, facts="Abdi: rang about the bus.")
    khan = make.family()
    make.restriction(khan, khan.adults[0], what=What.COLLECT, force=Force.WISH)
    made = make.meeting(khan)
    with store.saving() as saving:
        saving.change(
            replace(made.meeting, standby="Mr Lee", standby_extension="214", notes="So far.")
        )
        item = made.items[0]
        saving.change(replace(item, detail="Do not mention the neighbours."))
    return meeting_whole(store, made.meeting.id)


@pytest.fixture
def window(opened: Opened, meeting: MeetingRecord) -> MainWindow:
    return opened()


@pytest.fixture
def room(window: MainWindow, session: Session, meeting: MeetingRecord) -> InTheRoom:
    session.open("family", next(f for f in family_ids(session) if f != meeting.meeting.family))
    session.say("Saved: Abdi, Hodan.", with_undo=True)
    session.open("meeting", meeting.meeting.id)
    planner = window.current_screen()
    assert isinstance(planner, Planner)
    planner.enter_room()
    shown = window.current_screen()
    assert isinstance(shown, InTheRoom)
    return shown


def family_ids(session: Session) -> list[str]:
    return [id for (id,) in session.store.query("SELECT id FROM family")]


def words_on(window: QWidget) -> str:
    """Everything that can be read or heard on the window, its title too."""
    said = [window.windowTitle()]
    for each in window.findChildren(QWidget):
        if not each.isVisible():
            continue
        said.append(each.accessibleName())
        said.append(each.toolTip())
        if isinstance(each, QLabel | QLineEdit):
            said.append(each.text())
        if isinstance(each, QPlainTextEdit):
            said.append(each.toPlainText())
        if isinstance(each, RowList):
            said += [row.spoken for row in each.rows()]
        interface = QAccessible.queryAccessibleInterface(each)
        said.append(interface.text(QAccessible.Text.Name) if interface else "")
    return "\n".join(said)


def test_nothing_about_any_other_family_stands_anywhere(
    window: MainWindow, room: InTheRoom
) -> None:
    said = words_on(window)
    assert "Agree how Zara" in said
    assert "Something going well" in said
    for name in OTHER:
        assert name not in said


def test_what_is_said_or_looked_at_meanwhile_does_not_come_up_there(
    window: MainWindow, room: InTheRoom, session: Session
) -> None:
    session.say("Saved: Abdi, Hodan.", with_undo=True)
    session.store.keep_draft(Draft("one", "log-contact", "", "Abdi"))
    session.undo()
    for name in OTHER:
        assert name not in words_on(window)
    session.open("meetings")
    other = next(f for f in family_ids(session) if f != room.subject())
    session.open("family-beside", other)
    session.open("in-the-room", room._meeting.id)
    for name in OTHER:
        assert name not in words_on(window)


def test_nothing_of_ours_stands_there_either(
    window: MainWindow, room: InTheRoom, meeting: MeetingRecord
) -> None:
    said = words_on(window).lower()
    for words in ("honest", "standby", "neighbours", "restriction", "asked by", "mr lee"):
        assert words not in said


def test_the_window_is_given_to_it_and_taken_back(
    window: MainWindow, room: InTheRoom, session: Session
) -> None:
    hidden = (window.rail, window.strip, window.menus.find_button)
    assert not any(each.isVisible() for each in hidden)
    assert window.menus.lock_button.isVisible()
    room.go_out()
    assert all(each.isVisible() for each in hidden)


def test_the_quiet_view_begins_by_itself_and_ends_by_hand(
    window: MainWindow, room: InTheRoom, session: Session
) -> None:
    assert session.quiet
    room.go_out()
    assert session.quiet
    assert window.menus.quiet_button.isVisible()
    window.menus.quiet_button.click()
    assert not session.quiet


def test_keys_that_lead_elsewhere_do_nothing(
    window: MainWindow, room: InTheRoom, qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_2):
        qtbot.keyClick(room.note, key, Qt.KeyboardModifier.ControlModifier)
    assert window.current_screen() is room
    assert window.task() is None


def test_the_text_can_be_made_larger_and_the_record_locked(
    window: MainWindow, room: InTheRoom, qtbot: QtBot
) -> None:
    before = room.note.fontMetrics().height()
    qtbot.keyClick(room.note, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert room.note.fontMetrics().height() > before
    with qtbot.waitSignal(window.lock_wanted):
        qtbot.keyClick(room.note, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_what_is_typed_goes_into_the_record_when_esc_leads_out(
    window: MainWindow,
    room: InTheRoom,
    store: Store,
    meeting: MeetingRecord,
    qtbot: QtBot,
) -> None:
    assert QApplication.focusWidget() is room.note
    assert room.note.toPlainText() == "So far."
    qtbot.keyClicks(room.note, " Mondays are hard.")
    qtbot.keyClick(room.note, Qt.Key.Key_Escape)
    planner = window.current_screen()
    assert isinstance(planner, Planner)
    assert store.get(Meeting, meeting.meeting.id).notes == "So far. Mondays are hard."
    assert planner.outcomes.editors["notes"].value() == "So far. Mondays are hard."
    assert store.drafts() == []


def test_what_is_typed_is_kept_while_it_is_typed(
    window: MainWindow,
    room: InTheRoom,
    session: Session,
    store: Store,
    meeting: MeetingRecord,
    qtbot: QtBot,
) -> None:
    qtbot.keyClicks(room.note, " Mondays")
    qtbot.waitUntil(lambda: bool(store.drafts()), timeout=3000)
    assert store.drafts()[0].body == "So far. Mondays"
    assert store.get(Meeting, meeting.meeting.id).notes == "So far."
    room.show_entry("in-the-room", store.drafts()[0].id)
    assert room.note.toPlainText() == "So far. Mondays"


def test_saying_that_it_is_kept_moves_nothing(
    room: InTheRoom, session: Session, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    alone = replace(store.get(Meeting, meeting.meeting.id), standby="", standby_extension="")
    with store.saving() as saving:
        saving.change(alone)
    room.show_entry("in-the-room", meeting.meeting.id)
    qtbot.waitUntil(room.nearby.isHidden)
    room.layout().activate()
    before = room.note.height()
    room.keep_draft()
    assert room._kept.isVisible()
    room.layout().activate()
    assert room.note.height() == before


def test_the_colleague_nearby_is_shown_by_a_press_and_nothing_else(room: InTheRoom) -> None:
    assert room._who.isHidden()
    room.nearby.click()
    assert room._who.text() == "Mr Lee, 214"
    room.nearby.click()
    assert room._who.isHidden()


def test_a_lock_in_the_room_keeps_what_was_typed_and_leads_back(
    window: MainWindow, room: InTheRoom, store: Store, meeting: MeetingRecord, qtbot: QtBot
) -> None:
    qtbot.keyClicks(room.note, " More.")
    whereabouts.keep(window, room.note)
    assert store.get(Meeting, meeting.meeting.id).notes == "So far. More."
    window.session.open("today")
    whereabouts.go_back(window)
    assert window.current_screen() is room


def test_the_room_passes_the_audit_in_large_text_too(
    window: MainWindow, room: InTheRoom, appearance: Appearance
) -> None:
    assert faults(window) == []
    appearance.set_text_size(150)
    QApplication.processEvents()
    assert faults(window) == []


def test_a_meeting_that_is_gone_is_said_so(session: Session, window: MainWindow) -> None:
    session.open("in-the-room", "none")
    room = window.current_screen()
    assert isinstance(room, InTheRoom)
    assert "not in the record any more" in words_on(window)
    room.go_out()
    assert window.current_screen().title == "Meetings"


def test_until_when_it_goes_stays_on_a_small_screen_and_leaves_for_large_text(
    room: InTheRoom, window: MainWindow, appearance: Appearance
) -> None:
    window.resize(1024, 552)
    QApplication.processEvents()
    assert room._until.isVisible()
    assert room._until.text() == "until 10:05am"
    assert faults(window) == []
    appearance.set_text_size(150)
    QApplication.processEvents()
    assert not room._until.isVisible()
