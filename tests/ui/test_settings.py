"""Settings: the school, its lists and dates, how it looks, and what is held and why."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.casework.lists import every_choice
from liaison.casework.school_time import keep_school_date, school_dates
from liaison.casework.special_fields import special_fields, switch_on
from liaison.errors import NotReady
from liaison.model.school_calendar import SchoolDate
from liaison.store.store import Store
from tests.builders import TODAY
from tests.ui.audit import faults
from ui.appearance import Appearance, Scheme
from ui.contents import Contents
from ui.screens.families import Families
from ui.screens.settings.lists import ListsSection
from ui.screens.settings.look import LookSection
from ui.screens.settings.school import SchoolSection
from ui.screens.settings.school_dates import SchoolDatesSection
from ui.screens.settings.screen import Settings
from ui.screens.settings.section import Section
from ui.screens.settings.special import SpecialSection
from ui.session import Session
from ui.window import MainWindow

S = TypeVar("S", bound=Section)


@pytest.fixture
def session(qtbot: QtBot, store: Store, appearance: Appearance) -> Iterator[Session]:
    made = Session(store, today=lambda: TODAY, appearance=appearance)
    yield made
    made.jobs.finish()


@pytest.fixture
def said(session: Session) -> list[str]:
    sentences: list[str] = []
    session.said.connect(lambda sentence, _undo: sentences.append(sentence))
    return sentences


@pytest.fixture
def window(qtbot: QtBot, session: Session, appearance: Appearance) -> Iterator[MainWindow]:
    made = MainWindow(session, Contents((Settings, Families)), appearance)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    QTest.keySequence(made, "Ctrl+,")
    yield made
    made.close()


@pytest.fixture
def screen(window: MainWindow) -> Settings:
    shown = window.current_screen()
    assert isinstance(shown, Settings)
    return shown


def part(screen: Settings, kind: type[S]) -> S:
    screen.show_entry("settings", kind.title)
    found = screen.pages.currentWidget()
    assert isinstance(found, kind)
    return found


def test_settings_stand_at_the_foot_of_the_rail_under_their_own_key(
    window: MainWindow, screen: Settings
) -> None:
    assert [button.text() for button in window.rail.buttons()] == ["Families", "Settings"]
    assert screen.parts.hasFocus()
    assert window.menus.actions_by_name()["Settings"].shortcut().toString() == "Ctrl+,"
    QTest.keyClick(screen.parts, Qt.Key.Key_Down)
    assert isinstance(screen.pages.currentWidget(), ListsSection)
    QTest.keyClick(screen.parts, Qt.Key.Key_Return)
    assert not screen.parts.hasFocus()


def test_the_agreement_and_a_second_key_holder_end_practice_only(
    screen: Settings, window: MainWindow, session: Session, said: list[str]
) -> None:
    school = part(screen, SchoolSection)
    assert school.practice.isVisible()
    assert school.school.text() == "Oakfield Primary School"
    school.dpo.set_text("Mr D Officer")
    school.agreed.set_text("3/9/26")
    school.second.set_text("The head")
    school.listed.set_text("mon")
    school.kept.set_text("3")
    school.phone.set_text("01632 960123")
    school.save_button.click()
    assert said == ["Saved. The record is no longer for practice only."]
    assert session.settings.dpo_agreed_on == date(2026, 9, 3)
    assert session.settings.office_list_checked_on == TODAY
    assert session.settings.shred_after == 3
    assert session.settings.phone == "01632 960123"
    assert not school.practice.isVisible()
    assert window.strip._notice.isHidden()
    session.undo()
    assert session.settings.practice_only


def test_what_is_wrong_is_said_beside_its_field(screen: Settings, said: list[str]) -> None:
    school = part(screen, SchoolSection)
    school.school.set_text("")
    school.listed.set_text("someday")
    school.kept.set_text("a week")
    school.phone.set_text("the office")
    school.agreed.set_text("3 Sep 2030")
    school.save()
    assert school.school.problem() == "The school needs a name."
    assert "is not a date" in school.listed.problem()
    assert school.phone.problem() == "Write a phone number, such as 01632 960123."
    assert school.kept.problem() == "Write a number of days, such as 14."
    assert school.agreed.problem() == "That day is still to come."
    assert said == []
    school.undo_button.click()
    assert school.school.text() == "Oakfield Primary School"
    assert school.listed.problem() == ""


def test_what_is_being_typed_stays_while_something_else_is_saved(
    screen: Settings, session: Session
) -> None:
    school = part(screen, SchoolSection)
    school.role.set_text("Family support worker")
    lists = part(screen, ListsSection)
    lists.retire_button.click()
    assert school.role.text() == "Family support worker"
    school.undo_button.click()
    assert school.role.text() == "Family Liaison Officer"


def test_a_record_that_can_only_be_read_says_so(screen: Settings, session: Session) -> None:
    school = part(screen, SchoolSection)
    session.store.door.read_only = "The record can only be read here."
    school.role.set_text("Family support")
    school.save()
    assert school.summary.isVisible()


def test_a_day_shows_how_it_was_understood(screen: Settings) -> None:
    school = part(screen, SchoolSection)
    school.listed.line.setFocus()
    QTest.keyClicks(school.listed.line, "3 se")
    assert school.listed.understood.text() == "Not a date yet"
    QTest.keyClicks(school.listed.line, "p")
    assert school.listed.understood.text() == "Thursday 3 September 2026"


def labels(lists: ListsSection) -> list[str]:
    name = str(lists.which.currentData())
    return [each.label for each in every_choice(lists.session.store, name)]


def test_a_value_is_renamed_in_place_and_its_code_stays(
    screen: Settings, session: Session, said: list[str]
) -> None:
    lists = part(screen, ListsSection)
    code = every_choice(session.store, "barrier")[0].code
    lists.values.setFocus()
    QTest.keyClick(lists.values, Qt.Key.Key_F2)
    editor = lists.values.editor
    assert editor is not None
    editor.setText("No way to get here")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert labels(lists)[0] == "No way to get here"
    assert every_choice(session.store, "barrier")[0].code == code
    session.undo()
    assert labels(lists)[0] == "Transport or distance"
    assert said[0] == "Now called No way to get here."


def test_escape_and_a_name_that_is_taken_change_nothing(screen: Settings, said: list[str]) -> None:
    lists = part(screen, ListsSection)
    before = labels(lists)
    lists.rename_button.click()
    editor = lists.values.editor
    assert editor is not None
    editor.setText("Something")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    lists.rename_button.click()
    again = lists.values.editor
    assert again is not None
    again.setText(before[1])
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert labels(lists) == before
    assert said == [f"“{before[1]}” is in the list already."]


def test_alt_with_up_or_down_moves_a_value(screen: Settings, session: Session) -> None:
    lists = part(screen, ListsSection)
    first, second = labels(lists)[:2]
    alt = Qt.KeyboardModifier.AltModifier
    lists.values.setFocus()
    QTest.keyClick(lists.values, Qt.Key.Key_Up, alt)
    QTest.keyClick(lists.values, Qt.Key.Key_Down, alt)
    assert labels(lists)[:2] == [second, first]
    lists.up_button.click()
    assert labels(lists)[:2] == [first, second]
    lists.down_button.click()
    session.undo()
    assert labels(lists)[:2] == [first, second]


def test_a_value_is_retired_and_brought_back(screen: Settings, session: Session) -> None:
    lists = part(screen, ListsSection)
    first = every_choice(session.store, "barrier")[0]
    lists.values.setFocus()
    QTest.keyClick(lists.values, Qt.Key.Key_Delete)
    assert first.code not in [each.code for each in session.store.choices("barrier")]
    assert lists.values.rows()[0].spoken == f"{first.label}, no longer offered"
    assert lists.retire_button.text() == "Offer again"
    lists.retire_button.click()
    assert first.code in [each.code for each in session.store.choices("barrier")]


def test_a_new_value_stands_at_the_end(screen: Settings, said: list[str]) -> None:
    lists = part(screen, ListsSection)
    lists.which.setCurrentIndex(lists.which.findData("place"))
    lists.add_button.click()
    assert lists.new.problem() == "Write what the value is called."
    QTest.keyClicks(lists.new.line, "The den")
    QTest.keyClick(lists.new.line, Qt.Key.Key_Return)
    assert labels(lists)[-1] == "The den"
    assert lists.values.rows()[-1].id == lists.values.current_id()
    assert said == ["Added: The den."]


def test_a_term_is_entered_changed_and_removed(
    screen: Settings, session: Session, said: list[str]
) -> None:
    dates = part(screen, SchoolDatesSection)
    assert dates.nothing.isVisible()
    dates.save()
    assert dates.name.problem() == "Write what it is called."
    assert dates.first.problem() == "Give its first day."
    dates.name.set_text("Autumn term")
    dates.first.set_text("3/9/26")
    dates.last.set_text("18 December 2026")
    dates.save_button.click()
    assert [row.spoken for row in dates.dates.rows()] == [
        "Autumn term, Term, Thu 3 Sep – Fri 18 Dec"
    ]
    dates.last.set_text("2026-12-17")
    dates.save()
    (term,) = school_dates(session.store)
    assert term.ends_on == date(2026, 12, 17)
    dates.remove_button.click()
    assert school_dates(session.store) == []
    session.undo()
    assert [each.name for each in school_dates(session.store)] == ["Autumn term"]
    assert said[-2:] == ["Removed: Autumn term.", "Taken back."]


def test_with_large_text_an_empty_list_of_dates_leaves_the_room_to_the_form(
    screen: Settings, session: Session, appearance: Appearance, window: MainWindow
) -> None:
    appearance.set_text_size(150)
    window.resize(1366, 768)
    dates = part(screen, SchoolDatesSection)
    assert not dates.dates.isVisible()
    term = SchoolDate(name="Autumn term", starts_on=date(2026, 9, 3), ends_on=date(2026, 12, 18))
    keep_school_date(session.store, term)
    assert dates.dates.isVisible()
    appearance.set_text_size(100)
    session.undo()
    assert dates.dates.isVisible()


def test_dates_that_cannot_be_are_refused_in_words(screen: Settings, session: Session) -> None:
    dates = part(screen, SchoolDatesSection)
    for name, first, last in (
        ("Autumn term", "3/9/26", "18/12/26"),
        ("Again", "1/12/26", "5/2/27"),
    ):
        dates.new_button.click()
        dates.name.set_text(name)
        dates.first.set_text(first)
        dates.last.set_text(last)
        dates.save()
    assert "terms cannot overlap" in dates.first.problem()
    dates.kind.setCurrentIndex(dates.kind.findData("inset"))
    dates.first.set_text("4 1 27")
    dates.last.set_text("3 1 27")
    dates.save()
    assert dates.last.problem() == "The last day is before the first."
    dates.last.set_text("")
    dates.save()
    assert len(school_dates(session.store)) == 2
    dates.dates.choose_first()
    assert dates.name.text() == "Autumn term"
    QTest.keyClick(dates.dates, Qt.Key.Key_Return)
    assert dates.name.line.hasFocus()
    session.store.door.read_only = "The record can only be read here."
    dates.name.set_text("Winter term")
    dates.save()
    assert dates.summary.isVisible()


def test_the_look_changes_at_once(screen: Settings, appearance: Appearance) -> None:
    look = part(screen, LookSection)
    look.schemes[Scheme.DARK].click()
    assert appearance.is_dark()
    look.larger.click()
    assert appearance.text_size == 110
    assert look.size_words.text() == "110 %"
    look.usual.click()
    appearance.set_text_size(80)
    assert not look.smaller.isEnabled()
    look.own_font.click()
    assert appearance.system_font
    look.own_font.click()
    assert not appearance.system_font


def test_without_clothes_there_is_no_look(qtbot: QtBot, store: Store) -> None:
    screen = Settings(Session(store, today=lambda: TODAY))
    qtbot.addWidget(screen)
    assert LookSection not in {type(each) for each in screen.sections}


def test_a_sensitive_field_asks_why_before_it_is_used(
    screen: Settings, session: Session, said: list[str]
) -> None:
    special = part(screen, SpecialSection)
    switch = special.switches["religion"]
    switch.tick.click()
    assert switch.reason.line.hasFocus()
    switch.keep_button.click()
    assert switch.reason.problem() == "Write why the school holds this."
    assert not session.settings.special_on
    switch.tick.click()
    assert not switch.reason.isVisible()
    switch.tick.click()
    QTest.keyClicks(switch.reason.line, "Meals and holy days")
    QTest.keyClick(switch.reason.line, Qt.Key.Key_Return)
    assert list(session.settings.special_on) == ["religion"]
    assert [each.reason for each in special_fields(session.store) if each.on] == [
        "Meals and holy days"
    ]
    switch.tick.click()
    assert list(session.settings.special_on) == []
    session.undo()
    assert special.switches["religion"].tick.isChecked()
    assert said[:2] == ["In use: Religion. The reason is kept.", "Off: Religion."]


def test_the_reason_can_be_said_better(store: Store) -> None:
    with pytest.raises(NotReady):
        switch_on(store, "religion", " ")
    switch_on(store, "religion", "Meals")
    switch_on(store, "religion", "Meals and holy days")
    assert [each.reason for each in special_fields(store) if each.on] == ["Meals and holy days"]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [100, 150, 200])
def test_every_part_passes_the_audit(
    window: MainWindow, screen: Settings, appearance: Appearance, scheme: Scheme, size: int
) -> None:
    appearance.set_scheme(scheme)
    appearance.set_text_size(size)
    window.resize(1024, 552)
    for section in screen.sections:
        screen.show_entry("settings", section.title)
        QTest.qWait(1)
        assert faults(screen) == [], section.title
    if size == 200:
        screen.part_box.setCurrentIndex(1)
        assert isinstance(screen.pages.currentWidget(), ListsSection)


def test_save_is_in_sight_in_a_low_window(window: MainWindow, screen: Settings) -> None:
    window.resize(1024, 552)
    school = part(screen, SchoolSection)
    QTest.qWait(1)
    foot = school.save_button.mapTo(window, school.save_button.rect().bottomLeft())
    assert foot.y() < 552
