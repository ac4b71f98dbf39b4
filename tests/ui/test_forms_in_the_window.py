"""The forms in the real window, by keyboard: opened, filled, saved, taken back, gone on with."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from liaison.casework.families import keep
from liaison.model.barrier import Barrier
from liaison.model.follow_up import FollowUp
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.forms_on_screen import CONTROL, press
from ui.appearance import Appearance
from ui.contents import Contents
from ui.screens.bin import Bin
from ui.screens.family.page import FamilyPage
from ui.session import Session
from ui.tasks.edit_entry import EditEntry
from ui.tasks.entry_history import EntryHistory
from ui.tasks.forms import FORMS, EditBarrier, EditContactPoint, EditFollowUp
from ui.tasks.person_card import PersonCard
from ui.tasks.putting_right import PUTTING_RIGHT
from ui.widgets.buttons import KeyedButton
from ui.window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mrs", "Amina", "mother")])


@pytest.fixture
def window(qtbot: QtBot, store: Store, appearance: Appearance, khan: Made) -> Iterator[MainWindow]:
    session = Session(store, today=lambda: TODAY)
    tasks = (*FORMS, *PUTTING_RIGHT, PersonCard, EntryHistory)
    made = MainWindow(session, Contents((FamilyPage, Bin), tasks), appearance)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    session.open("family", khan.id)
    yield made
    session.jobs.finish()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def form(window: MainWindow) -> EditEntry:
    task = window.task()
    assert isinstance(task, EditEntry)
    return task


def test_a_follow_up_by_one_key_with_the_focus_where_it_begins(
    window: MainWindow, store: Store
) -> None:
    press(focus(), Qt.Key.Key_N, CONTROL | SHIFT)
    assert isinstance(form(window), EditFollowUp)
    QTest.keyClicks(focus(), "ring about the bus")
    press(focus(), Qt.Key.Key_D, ALT)
    QTest.keyClicks(focus(), "fri")
    press(focus(), Qt.Key.Key_Return, CONTROL)
    assert window.task() is None
    assert [each.action for each in store.find(FollowUp)] == ["ring about the bus"]
    press(focus(), Qt.Key.Key_Z, CONTROL)
    assert store.find(FollowUp) == []


def test_ctrl_enter_saves_out_of_a_note_as_well(window: MainWindow, store: Store) -> None:
    window.open_task("barrier-form", window.current_screen().subject())
    task = form(window)
    assert task.editing is not None
    kind, words = task.editing.editors["kind"], task.editing.editors["words"]
    QTest.keyClicks(focus(), "gri")
    assert kind.value() == "grief"
    words.setFocus()
    QTest.keyClicks(focus(), "Since Nan died.")
    press(focus(), Qt.Key.Key_Return, CONTROL)
    assert [each.words for each in store.find(Barrier)] == ["Since Nan died."]


def test_esc_keeps_what_was_typed_and_the_strip_goes_on_with_it(
    window: MainWindow, store: Store
) -> None:
    window.open_task("barrier-form", window.current_screen().subject())
    editing = form(window).editing
    assert editing is not None
    editing.editors["words"].setFocus()
    QTest.keyClicks(focus(), "Half a")
    press(focus(), Qt.Key.Key_Escape)
    assert window.task() is None
    assert len(store.drafts()) == 1
    window.strip.continue_draft.emit()
    resumed = form(window).editing
    assert resumed is not None
    assert resumed.editors["words"].value() == "Half a"


def test_what_was_typed_earlier_can_be_thrown_away_by_a_button(
    window: MainWindow, store: Store
) -> None:
    window.open_task("barrier-form", window.current_screen().subject())
    editing = form(window).editing
    assert editing is not None
    editing.editors["words"].setFocus()
    QTest.keyClicks(focus(), "Half a")
    press(focus(), Qt.Key.Key_Escape)
    window.open_task("barrier-form", window.current_screen().subject())
    afresh = next(
        each
        for each in form(window).findChildren(KeyedButton)
        if each.text().replace("&", "") == "Start afresh"
    )
    assert afresh.isVisible()
    press(afresh, Qt.Key.Key_Space)
    again = form(window).editing
    assert again is not None
    assert again.editors["words"].value() == ""
    assert again.editors["kind"].isAncestorOf(focus())
    assert store.drafts() == []


def test_from_a_person_to_a_number_and_into_the_bin_and_back(
    window: MainWindow, khan: Made, make: Make, store: Store
) -> None:
    make.phone(khan.adults[0])
    page = window.current_screen()
    assert isinstance(page, FamilyPage)
    page.people.list.choose(khan.adults[0].id)
    page.people.list.setFocus()
    press(focus(), Qt.Key.Key_Return)
    card = window.task()
    assert isinstance(card, PersonCard)
    press(card.list, Qt.Key.Key_Down)
    press(card.list, Qt.Key.Key_F2)
    assert isinstance(window.task(), EditContactPoint)
    press(focus(), Qt.Key.Key_Escape)
    make.barrier(khan)
    page.barriers.list.choose_first()
    page.barriers.list.setFocus()
    press(focus(), Qt.Key.Key_Delete)
    assert store.find(Barrier) == []
    window.session.open("bin")
    QApplication.processEvents()
    assert isinstance(window.current_screen(), Bin)
    assert faults(window) == []
    press(window.current_screen().list, Qt.Key.Key_Return)
    assert len(store.find(Barrier)) == 1


def test_the_choice_between_two_texts_stands_in_sight(
    window: MainWindow, khan: Made, make: Make, store: Store
) -> None:
    barrier = make.barrier(khan)
    window.open_task("barrier-form", barrier.id)
    task = form(window)
    assert isinstance(task, EditBarrier)
    assert task.editing is not None
    task.editing.editors["state"].box.setCurrentIndex(1)
    keep(store, replace(barrier, words="Theirs"))
    task.save()
    QApplication.processEvents()
    assert task.column.verticalScrollBar().value() == 0
    assert task.focusWidget() is task.both.keep_mine


def test_more_problems_than_the_window_is_high_leave_save_in_sight(
    window: MainWindow, appearance: Appearance, khan: Made
) -> None:
    appearance.set_text_size(200)
    window.resize(1024, 552)
    window.open_task("transition-concern-form", khan.id)
    task = form(window)
    assert task.editing is not None
    task.editing.editors["raised_on"].line.setText("some day or other, I forget")
    task.save()
    for _ in range(4):
        QApplication.processEvents()
    foot = task.save_button
    assert window.rect().contains(foot.mapTo(window, foot.rect().bottomRight()))
    assert task.column.viewport().height() > 150
    assert faults(task) == []
