"""Ctrl+H from every list, and who looked at a family: by keyboard, in words."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liaison.casework.families import remove
from liaison.model.choice import Choice
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.key_holder import KeyHolder
from liaison.model.school_calendar import SchoolDate
from liaison.store.changes import Kind
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from ui.appearance import Appearance
from ui.contents import Contents
from ui.delegates.entries import EntryRow
from ui.screens.bin import Bin
from ui.screens.families import Families
from ui.screens.settings.lists import ListsSection
from ui.screens.settings.school import SchoolSection
from ui.screens.settings.school_dates import SchoolDatesSection
from ui.screens.settings.screen import Settings
from ui.screens.settings.security import SecuritySection
from ui.screens.today.screen import Today
from ui.screens.transitions.screen import Transitions
from ui.session import Session
from ui.tasks.entry_history import EntryHistory
from ui.tasks.family_history import FamilyHistory
from ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def khan(make: Make) -> Made:
    made = make.family("Khan")
    make.follow_up(made, due=TODAY)
    make.barrier(made)
    make.concern(made)
    return made


@pytest.fixture
def window(qtbot: QtBot, store: Store, khan: Made, appearance: Appearance) -> Iterator[MainWindow]:
    session = Session(store, today=lambda: TODAY, appearance=appearance)
    screens = (Today, Families, Transitions, Bin, Settings)
    made = MainWindow(session, Contents(screens, (EntryHistory, FamilyHistory)), appearance)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    session.jobs.finish()


def asked(window: MainWindow, rows: QWidget) -> str:
    """The subject of the history that Ctrl+H on these rows opens."""
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_H, CONTROL)
    task = window.task()
    assert isinstance(task, EntryHistory | FamilyHistory)
    assert faults(task) == []
    window.close_task()
    return f"{task.kind} {task.subject}"


def test_today_leads_to_the_history_of_a_promise_and_to_who_looked(
    window: MainWindow, store: Store, khan: Made
) -> None:
    today = window.current_screen()
    assert isinstance(today, Today)
    due = next(row.id for row in today.work.list.rows() if today.work.due(row.id))
    today.work.list.choose(due)
    assert asked(window, today.work.list) == f"history follow_up/{due}"
    today.worries.list.choose_first()
    assert asked(window, today.worries.list) == f"family-history {khan.id}"


def test_families_worries_about_moves_and_the_bin_have_the_same_key(
    window: MainWindow, store: Store, khan: Made, make: Make
) -> None:
    window.session.open("families")
    families = window.current_screen()
    assert isinstance(families, Families)
    families.table.choose_first()
    assert asked(window, families.table) == f"family-history {khan.id}"
    window.session.open("transitions")
    transitions = window.current_screen()
    assert isinstance(transitions, Transitions)
    transitions.table.choose_first()
    (concern,) = transitions._lines
    assert asked(window, transitions.table) == f"history transition_concern/{concern}"
    binned = make.barrier(khan)
    remove(store, binned)
    window.session.open("bin")
    bin_ = window.current_screen()
    assert isinstance(bin_, Bin)
    bin_.list.choose(binned.id)
    assert asked(window, bin_.list) == f"history barrier/{binned.id}"


def test_values_of_lists_and_school_dates_have_one_too(window: MainWindow, store: Store) -> None:
    with store.saving() as saving:
        term = saving.add(
            SchoolDate(
                family=SETTINGS_STREAM,
                name="Autumn",
                starts_on=date(2026, 9, 3),
                ends_on=date(2026, 12, 18),
            )
        )
    window.session.open("settings", ListsSection.title)
    settings = window.current_screen()
    assert isinstance(settings, Settings)
    lists = settings.pages.currentWidget()
    assert isinstance(lists, ListsSection)
    code = store.get(Choice, lists.values.current_id())
    assert asked(window, lists.values) == f"history choice/{code.id}"
    settings.show_entry("settings", SchoolDatesSection.title)
    dates = settings.pages.currentWidget()
    assert isinstance(dates, SchoolDatesSection)
    dates.dates.choose(term.id)
    assert asked(window, dates.dates) == f"history school_date/{term.id}"


def test_the_schools_own_settings_and_a_key_holder_have_a_history(
    window: MainWindow, store: Store
) -> None:
    with store.saving(Kind.KEYS) as saving:
        holder = saving.add(
            KeyHolder(family=SETTINGS_STREAM, slot="a", kind="passphrase", name="Mr Lee")
        )
    window.session.open("settings", SchoolSection.title)
    settings = window.current_screen()
    assert isinstance(settings, Settings)
    school = settings.pages.currentWidget()
    assert isinstance(school, SchoolSection)
    assert asked(window, school.officer.line) == f"history settings/{store.settings.id}"
    settings.show_entry("settings", SecuritySection.title)
    security = settings.pages.currentWidget()
    assert isinstance(security, SecuritySection)
    security.keys.show_rows([EntryRow("a", "key", "Mr Lee")])
    security.keys.choose("a")
    assert asked(window, security.keys) == f"history key_holder/{holder.id}"


def test_who_looked_is_days_and_names_and_says_that_it_is_always_noted(
    window: MainWindow, store: Store, khan: Made
) -> None:
    store.look(khan.id)
    window.session.open("transitions")
    table = window.current_screen()
    assert isinstance(table, Transitions)
    table.table.choose_first()
    QTest.keyClick(table.table, Qt.Key.Key_H, CONTROL | SHIFT)
    task = window.task()
    assert isinstance(task, FamilyHistory)
    rows = [row for row in task.list.rows() if isinstance(row, EntryRow)]
    looked = [row for row in rows if row.icon == "eye"]
    assert [(row.title, row.line) for row in looked] == [("23 November 2026", "Mrs A Officer")]
    wrote = [row for row in rows if row.icon == "pencil"]
    assert wrote[0].title == "Worry about a move"
    assert wrote[0].line == "Mrs A Officer, 23 November 2026"
    assert task.list.hasFocus()
    assert faults(task) == []


def test_without_a_family_it_says_what_to_do(window: MainWindow) -> None:
    window.session.open("family-history")
    task = window.task()
    assert isinstance(task, FamilyHistory)
    assert task.list.isHidden()
    assert faults(task) == []
