"""Ctrl+Z with the cursor in a box: what is typed there first, then the last save."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.casework.families import add_family
from liaison.model.family import Family
from liaison.store.store import Store
from tests.builders import TODAY, Make
from ui.appearance import Appearance
from ui.contents import Contents
from ui.screens.families import Families
from ui.session import Session
from ui.tasks.agreement import Agreement
from ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, store: Store, make: Make, appearance: Appearance) -> Iterator[MainWindow]:
    make.family("Khan")
    add_family(store, "Abdi")
    session = Session(store, today=lambda: TODAY)
    made = MainWindow(session, Contents((Families,), (Agreement,)), appearance)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    session.jobs.finish()


def names(store: Store) -> list[str]:
    return sorted(each.name for each in store.find(Family))


def test_in_an_empty_filter_the_last_save_is_taken_back(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    filter_box = window.current_screen().filter
    filter_box.setFocus()
    qtbot.waitUntil(filter_box.hasFocus)
    QTest.keySequence(filter_box, "Ctrl+Z")
    assert names(store) == ["Khan"]
    QTest.keySequence(filter_box, "Ctrl+Y")
    assert names(store) == ["Abdi", "Khan"]


def test_what_is_typed_is_taken_back_before_any_save(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    filter_box = window.current_screen().filter
    filter_box.setFocus()
    qtbot.waitUntil(filter_box.hasFocus)
    QTest.keyClicks(filter_box, "kha")
    QTest.keySequence(filter_box, "Ctrl+Z")
    assert filter_box.text() == ""
    assert names(store) == ["Abdi", "Khan"]


def test_in_a_panel_no_save_is_taken_back_unseen(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    window.open_task("agreement")
    task = window.task()
    assert isinstance(task, Agreement)
    qtbot.waitUntil(task.officer.line.hasFocus)
    QTest.keySequence(task.officer.line, "Ctrl+Z")
    assert names(store) == ["Abdi", "Khan"]
