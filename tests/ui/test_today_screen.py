"""Today: what is owed, done by keyboard, without the list ever losing its place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.casework.copies import CopyMade, Wish, note_copy
from liaison.casework.families import keep
from liaison.casework.gate_notes import GateNote, keep_gate_note
from liaison.model.contact import About, Contact
from liaison.model.dsl import DslSlip
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState, Side
from liaison.model.settings import SharingLog
from liaison.model.visit import HomeVisit
from liaison.store.drafts import Draft
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from ui.appearance import Appearance, Scheme
from ui.delegates.entries import HeadingRow
from ui.screens.today.rows import DueRow, FamilyRow, FoldRow, MoreRow
from ui.screens.today.screen import Today
from ui.session import Session
from ui.signs import Tone

DAY = timedelta(days=1)
Show = Callable[..., Today]


@pytest.fixture
def said(session: Session) -> list[tuple[str, bool]]:
    heard: list[tuple[str, bool]] = []
    session.said.connect(lambda words, with_undo: heard.append((words, with_undo)))
    return heard


@pytest.fixture
def asked(session: Session) -> list[tuple[str, str]]:
    """What the window was asked to open."""
    heard: list[tuple[str, str]] = []
    session.wanted.connect(lambda kind, id: heard.append((kind, id)))
    return heard


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan")


@pytest.fixture
def show(qtbot: QtBot, session: Session) -> Show:
    def shown(wide: int = 1130, high: int = 640) -> Today:
        made = Today(session)
        qtbot.addWidget(made)
        made.resize(wide, high)
        made.set_narrow(narrow=wide < 1100)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.work.list.setFocus()
        return made

    return shown


def words(screen: Today) -> list[str]:
    return [row.words for row in screen.work.list.rows() if isinstance(row, DueRow)]


def titles(screen: Today) -> list[str]:
    rows = screen.work.list.rows()
    return [row.title for row in rows if isinstance(row, HeadingRow | FoldRow)]


def current(screen: Today) -> str:
    due = screen.work.due(screen.work.list.current_id())
    return due.follow_up.action if due else screen.work.list.current_id()


def test_the_day_stands_in_words_above_what_is_owed(show: Show, make: Make, khan: Made) -> None:
    make.follow_up(khan, "Send the letter", TODAY - 4 * DAY)
    make.follow_up(khan, "Ring about the bus", TODAY)
    screen = show()
    assert screen._heading.text() == "Monday 23 November"
    assert screen._sentence.text() == "One thing has slipped, and one is due today."
    assert titles(screen) == ["Overdue", "Due today"]
    rows = [row for row in screen.work.list.rows() if isinstance(row, DueRow)]
    assert [(row.about, row.when, row.tone) for row in rows] == [
        ("Khan", "4 days late", Tone.LATE),
        ("Khan", "Today", Tone.TODAY),
    ]
    assert rows[0].spoken == "Send the letter, Khan, 4 days late"


def test_the_part_of_the_day_stands_on_the_chip(show: Show, make: Make, khan: Made) -> None:
    keep(make.store, replace(make.follow_up(khan), part_of_day="before 3 pm"))
    (row,) = [row for row in show().work.list.rows() if isinstance(row, DueRow)]
    assert row.when == "Before 3 pm"


def test_a_family_with_a_restriction_bears_the_hand(show: Show, make: Make, khan: Made) -> None:
    make.follow_up(khan)
    make.follow_up(make.family("Reid"))
    make.restriction(khan, khan.adults[0])
    rows = [row for row in show().work.list.rows() if isinstance(row, DueRow)]
    assert {row.about: row.restricted for row in rows} == {"Khan": True, "Reid": False}
    assert "Restriction" in rows[0].spoken


def test_what_others_owe_waits_closed_and_is_never_late(
    show: Show, make: Make, khan: Made, qtbot: QtBot
) -> None:
    promised = make.follow_up(khan, "Bring the form", TODAY - DAY)
    keep(make.store, replace(promised, side=Side.FAMILY, state=FollowUpState.WAITING))
    screen = show()
    assert titles(screen) == ["Nothing due today", "Waiting on others"]
    assert words(screen) == []
    screen.work.list.choose_first()
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Space)
    (row,) = [row for row in screen.work.list.rows() if isinstance(row, DueRow)]
    assert (row.words, row.when, row.tone) == ("Bring the form", "Sun 22 Nov", Tone.LATER)
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Return)
    assert words(screen) == []


def test_a_long_part_shows_twenty_and_opens_the_others(
    show: Show, make: Make, khan: Made, qtbot: QtBot
) -> None:
    for number in range(23):
        make.follow_up(khan, f"Number {number}", TODAY - (number + 1) * DAY)
    for number in range(7):
        make.follow_up(khan, f"Later {number}", TODAY + DAY)
    screen = show()
    assert len(words(screen)) == 20 + 3
    more = [row for row in screen.work.list.rows() if isinstance(row, MoreRow)]
    assert [row.words for row in more] == ["3 more", "4 more"]
    screen.work.list.choose(more[0].id)
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Return)
    assert len(words(screen)) == 23 + 3
    assert current(screen) == "Number 2"


def test_a_task_is_done_by_two_keys_and_the_next_one_is_current(
    show: Show, make: Make, khan: Made, qtbot: QtBot, said: list[tuple[str, bool]], store: Store
) -> None:
    for action in ("First", "Second", "Third"):
        make.follow_up(khan, action, TODAY)
    screen = show()
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Down)
    assert current(screen) == "Second"
    qtbot.keyClick(screen, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert said == [("Done: Second", True)]
    assert words(screen) == ["First", "Third"]
    assert current(screen) == "Third"
    qtbot.keyClick(screen, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert current(screen) == "First"
    assert len(store.find(Contact, "outcome = 'task_done'")) == 2
    store.undo()
    assert words(screen) == ["First", "Third"]
    assert current(screen) == "First"


def test_the_list_does_not_jump_when_something_far_down_is_done(
    show: Show, make: Make, khan: Made, qtbot: QtBot
) -> None:
    for number in range(18):
        make.follow_up(khan, f"Number {number:02}", TODAY)
    screen = show(high=400)
    screen.work.list.choose_last()
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Up)
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Up)
    QApplication.processEvents()
    place = screen.work.list.visualRect(screen.work.list.currentIndex()).top()
    scrolled = screen.work.list.verticalScrollBar().value()
    assert scrolled > 0
    qtbot.keyClick(screen, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert current(screen) == "Number 16"
    now = screen.work.list.visualRect(screen.work.list.currentIndex()).top()
    assert abs(now - place) <= 36


def test_a_contact_is_done_by_logging_it(
    show: Show, make: Make, khan: Made, asked: list[tuple[str, str]]
) -> None:
    promised = keep(make.store, replace(make.follow_up(khan), kind=FollowUpKind.CONTACT))
    screen = show()
    screen.work.finish_current()
    assert asked == [("log-contact", promised.id)]
    assert words(screen) == [promised.action]


def test_put_off_to_tomorrow_or_monday_at_once_and_asks_why_the_third_time(
    show: Show,
    make: Make,
    khan: Made,
    store: Store,
    said: list[tuple[str, bool]],
    asked: list[tuple[str, str]],
) -> None:
    promised = make.follow_up(khan)
    screen = show()
    tomorrow, monday, *_ = screen.work.menu.actions()
    assert tomorrow.text() == "Put off to &tomorrow, Tue 24 Nov"
    assert monday.text() == "Put off to &Monday 30 Nov"
    tomorrow.trigger()
    assert store.get(FollowUp, promised.id).due == TODAY + DAY
    assert said[-1] == ("Put off to tomorrow, Tue 24 Nov.", True)
    screen.work.list.choose(promised.id)
    screen.work.menu.actions()[1].trigger()
    assert store.get(FollowUp, promised.id).due == TODAY + 7 * DAY
    screen.work.list.choose(promised.id)
    screen.work.menu.actions()[0].trigger()
    assert asked == [("put-off", f"{promised.id}/2026-11-24")]
    for action in screen.work.menu.actions()[2:5]:
        action.trigger()
    assert asked[1:] == [
        ("put-off", promised.id),
        ("hand-over", promised.id),
        ("not-needed", promised.id),
    ]


def test_the_menu_opens_by_its_button_and_by_the_menu_key(
    show: Show, make: Make, khan: Made, asked: list[tuple[str, str]]
) -> None:
    make.follow_up(khan)
    screen = show()
    screen.work.open_menu()
    assert screen.work.menu.isVisible()
    assert screen.work.menu.activeAction() is screen.work.menu.actions()[0]
    screen.work.menu.hide()
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        middle = screen.work.list.visualRect(screen.work.list.currentIndex()).center()
        place = screen.work.list.viewport().mapToGlobal(middle)
        screen.work.contextMenuEvent(QContextMenuEvent(reason, QPoint(5, 5), place))
        assert screen.work.menu.isVisible()
        screen.work.menu.hide()
    screen.work.menu.actions()[-1].trigger()
    assert asked == [("family", khan.id)]


def test_enter_opens_the_family_and_space_looks_at_it(
    show: Show, make: Make, khan: Made, qtbot: QtBot, asked: list[tuple[str, str]]
) -> None:
    make.follow_up(khan, "First")
    reid = make.family("Reid")
    make.follow_up(reid, "Second")
    make.restriction(khan, khan.adults[0])
    screen = show()
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Space)
    assert screen.peek.isVisible()
    assert screen.peek.family() == khan.id
    assert screen.peek._banner.isVisible()
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: screen.peek.family() == reid.id)
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Escape)
    assert not screen.peek.isVisible()
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Return)
    assert asked == [("family", reid.id)]


def test_the_arrow_keys_lead_through_every_row_of_the_page(
    show: Show, make: Make, khan: Made, qtbot: QtBot, asked: list[tuple[str, str]]
) -> None:
    make.follow_up(khan)
    make.concern(khan)
    make.contact(khan, held_on=TODAY - timedelta(weeks=7))
    screen = show()
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Down)
    assert screen.worries.list.hasFocus()
    qtbot.keyClick(screen.worries.list, Qt.Key.Key_Space)
    assert screen.peek.family() == khan.id
    qtbot.keyClick(screen, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert words(screen) == ["Ring about the bus"]
    qtbot.keyClick(screen.worries.list, Qt.Key.Key_Return)
    qtbot.keyClick(screen.worries.list, Qt.Key.Key_Down)
    assert screen.thoughts.list.hasFocus()
    qtbot.keyClick(screen.thoughts.list, Qt.Key.Key_Up)
    assert screen.worries.list.hasFocus()
    qtbot.keyClick(screen.worries.list, Qt.Key.Key_Up)
    assert screen.work.list.hasFocus()
    qtbot.keyClick(screen, Qt.Key.Key_F6)
    assert screen.worries.list.hasFocus()
    qtbot.keyClick(screen, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert screen.work.list.hasFocus()
    assert asked == [("family", khan.id)]


def test_new_worries_are_few_at_first(show: Show, make: Make, khan: Made, qtbot: QtBot) -> None:
    for _ in range(6):
        make.concern(khan)
    screen = show()
    assert len(screen.worries.list.ids()) == 5
    screen.worries.list.choose_last()
    qtbot.keyClick(screen.worries.list, Qt.Key.Key_Return)
    assert len(screen.worries.list.ids()) == 6
    assert screen.worries.list.rows()[0].spoken == "Friendships, Year 6 to 7, Today, Khan"


def test_families_to_think_of_open_to_their_names(
    show: Show, make: Make, khan: Made, qtbot: QtBot, asked: list[tuple[str, str]]
) -> None:
    for weeks in (7, 8, 9):
        make.contact(khan, held_on=TODAY - timedelta(weeks=weeks), about=About.CONCERN)
    screen = show()
    quiet, good_news = screen.thoughts.list.rows()
    assert quiet.spoken == "We have not been in touch, 1, closed"
    assert good_news.spoken == "Good news due, 1, closed"
    make.contact(khan, about=About.PRAISE)
    quiet, good_news = screen.thoughts.list.rows()
    assert (quiet.spoken, quiet.id) == ("We have not been in touch, 0", "")
    make.store.undo()
    screen.thoughts.list.choose_first()
    screen.thoughts.list.setFocus()
    qtbot.keyClick(screen.thoughts.list, Qt.Key.Key_Space)
    names = [row for row in screen.thoughts.list.rows() if isinstance(row, FamilyRow)]
    assert [row.spoken for row in names] == ["Khan, Mon 5 Oct"]
    qtbot.keyClick(screen.thoughts.list, Qt.Key.Key_Down)
    qtbot.keyClick(screen.thoughts.list, Qt.Key.Key_Space)
    assert screen.peek.family() == khan.id
    qtbot.keyClick(screen.thoughts.list, Qt.Key.Key_Return)
    assert asked == [("family", khan.id)]


def test_of_very_many_families_the_first_twenty_are_named(show: Show, make: Make) -> None:
    for number in range(21):
        made = make.family(f"Reid{number}", children=(), adults=())
        make.contact(made, held_on=TODAY - timedelta(weeks=7))
    screen = show()
    screen.thoughts.open_row("quiet")
    rows = screen.thoughts.list.rows()
    assert len(rows) == 1 + 20 + 1 + 1
    assert rows[21].spoken == "The first 20 of 21"


def test_a_visit_stands_until_they_are_back_and_says_when_it_is_late(
    show: Show, make: Make, khan: Made, store: Store, said: list[tuple[str, bool]]
) -> None:
    visit = HomeVisit(
        family=khan.id, going_on=TODAY - DAY, due_back_at="09:00", officer="Mrs A", watcher="Mr Lee"
    )
    with store.saving() as saving:
        kept = saving.add(visit)
    screen = show()
    (line,) = screen.settling.lines
    assert line.title.text() == "Mrs A is out"
    assert line.line.text() == "Khan · due back 09:00, Sun 22 Nov · Mr Lee watches"
    assert line.late.text() == "Should be back"
    line.button.click()
    assert store.get(HomeVisit, kept.id).returned_at
    assert said[0][0].startswith("Back at ")
    assert not screen.settling.isVisible()


def test_a_staff_copy_stands_until_it_is_ticked_as_shredded(
    show: Show, khan: Made, store: Store, said: list[tuple[str, bool]]
) -> None:
    at = datetime(2026, 11, 20, 10, 5, tzinfo=UTC)
    for number, sheet in enumerate(("visit_card", "pack", "chronology", "outstanding", "pack")):
        by = TODAY - DAY + number * DAY
        wish = Wish(copies=2 - number % 2)
        copy = CopyMade(
            family=khan.id, sheet=sheet, wish=wish, pages=1, digest=str(number), shred_by=by
        )
        note_copy(store, copy, way="printed", at=at)
    screen = show()
    card, _, third = screen.settling.lines
    assert card.title.text() == "To shred: Visit card"
    assert card.line.text() == "Khan · 2 copies · printed Fri 20 Nov · shred by Sun 22 Nov"
    assert card.late.text() == "Shred it now"
    assert third.line.text().endswith("shred by Tue 24 Nov · 2 more after it")
    assert not third.late.isVisible()
    card.button.click()
    assert said == [("Noted as shredded.", True)]
    assert [each.title.text() for each in screen.settling.lines] == [
        *("To shred: Meeting pack", "To shred: Chronology of one person"),
        "To shred: Outstanding follow-ups",
    ]
    store.undo()
    assert screen.settling.lines[0].title.text() == "To shred: Visit card"
    screen.settling.lines[0].button.click()
    assert store.find(SharingLog, "shredded_on IS NOT NULL")[0].shredded_on == TODAY


def test_slips_stand_without_a_name_and_drafts_go_on(
    show: Show, make: Make, khan: Made, store: Store, asked: list[tuple[str, str]]
) -> None:
    store.keep_draft(Draft("secret", "log-contact", khan.id, "{}"))
    store.keep_draft(Draft("note", "log-contact", "", "{}"))
    with store.saving() as saving:
        saving.add(DslSlip(family=khan.id, written_on=TODAY, draft="secret"))
    screen = show()
    slip, draft = screen.settling.lines
    assert slip.title.text() == "1 slip to confirm"
    assert "Khan" not in slip.line.text()
    assert draft.line.text().startswith("No family yet, kept ")
    slip.button.click()
    draft.button.click()
    assert asked == [("confirm-slip", ""), ("draft", "note")]
    screen._minute()
    assert screen.settling.lines == [slip, draft]
    store.drop_draft("note")
    screen._log.setFocus()
    assert screen.settling.lines == [slip]


def test_a_note_from_the_gate_is_known_by_its_words_and_when_it_was(
    show: Show, khan: Made, store: Store, asked: list[tuple[str, str]]
) -> None:
    long = "said that the bus had not come again and that he would ring the company himself"
    keep_gate_note(store, GateNote("a dad, Year 2", TODAY, "08:50"))
    kept = keep_gate_note(store, GateNote(long, TODAY - DAY, "15:10"))
    lines = {each.line.text(): each for each in show().settling.lines}
    today, yesterday = sorted(lines, key=len)
    assert today == "a dad, Year 2 · 8:50am"
    assert yesterday.startswith("said that the bus")
    assert yesterday.endswith("… · Sun 22 Nov · 3:10pm")
    lines[yesterday].button.click()
    assert asked == [("draft", kept.id)]


def test_an_empty_day_teaches_and_an_empty_record_says_how_it_fills(
    show: Show, make: Make, asked: list[tuple[str, str]], qtbot: QtBot
) -> None:
    screen = show()
    assert screen._pages.currentWidget() is screen._pages.nobody
    screen._import()
    made = make.family()
    assert screen._pages.currentWidget() is screen._pages.free
    screen._log.click()
    screen._promise.click()
    assert asked == [("import", ""), ("log-contact", ""), ("follow-up-form", "")]
    assert screen.first_stop() is screen._log
    make.follow_up(made)
    assert words(screen) == ["Ring about the bus"]
    qtbot.keyClick(screen.work.list, Qt.Key.Key_Down)


def test_a_new_day_is_shown_when_it_has_begun(show: Show, make: Make, khan: Made) -> None:
    make.follow_up(khan, "Ring", TODAY + DAY)
    screen = show()
    screen.session.today = lambda: TODAY + DAY
    screen._minute()
    assert screen._heading.text() == "Tuesday 24 November"
    assert titles(screen) == ["Due today"]


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_page_passes_the_audit(
    show: Show, make: Make, khan: Made, appearance: Appearance, size: int, scheme: Scheme
) -> None:
    make.follow_up(khan, "Send the letter", TODAY - 4 * DAY)
    make.concern(khan)
    with make.store.saving() as saving:
        saving.add(DslSlip(family=khan.id, written_on=TODAY))
    appearance.set_scheme(scheme)
    appearance.set_text_size(size)
    screen = show(936 if size > 100 else 1130, 640)
    assert faults(screen) == []
    assert screen.tabs.isVisible() is (size > 100)
    if screen.tabs.isVisible():
        screen.tabs.setCurrentIndex(1)
        assert screen.worries.list.isVisible()
        assert not screen.work.isVisible()
        assert faults(screen) == []


def test_the_empty_page_passes_the_audit(show: Show, make: Make) -> None:
    screen = show()
    assert faults(screen) == []
    make.family()
    assert faults(screen) == []
