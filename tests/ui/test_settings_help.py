"""Help where one is, offline, and every key on one sheet."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.store.store import Store
from tests.builders import TODAY
from tests.ui.audit import faults
from ui.appearance import Appearance, Scheme
from ui.contents import Contents
from ui.help.keys import ShortcutSheet
from ui.help.page import HelpPage
from ui.help.topics import GENERAL, OF_TASKS, topic_for, topics, words_of
from ui.screens import SCREENS
from ui.search_box_rows import FoundRow
from ui.session import Session
from ui.tasks import TASKS
from ui.tasks.monday.home_visit import HomeVisitTask
from ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, store: Store, appearance: Appearance) -> Iterator[MainWindow]:
    session = Session(store, today=lambda: TODAY, appearance=appearance)
    made = MainWindow(session, Contents(SCREENS, TASKS), appearance)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()
    session.jobs.finish()


def test_every_screen_of_the_rail_has_its_page_or_the_general_one() -> None:
    assert [name for name, _ in topics()][:2] == ["today", "families"]
    assert dict(topics())["the-record"] == "The record and its honest limits"
    for title in ("Today", "Families", "Family", "Transitions", "Settings"):
        assert topic_for(title) == title.lower()
    assert topic_for("Somewhere new") == GENERAL
    for name, title in topics():
        assert words_of(name).startswith(f"# {title}")


def test_the_honest_limits_are_in_the_help() -> None:
    words = words_of(GENERAL)
    for limit in ("harmful program", "Printed copies", "SSD", "older backups", "cut of the power"):
        assert limit in words


def test_f1_opens_the_page_of_the_screen_one_is_on(window: MainWindow) -> None:
    window.session.open("transitions")
    QTest.keySequence(window, "F1")
    page = window.task()
    assert isinstance(page, HelpPage)
    assert page.words.hasFocus()
    assert page.words.toPlainText().startswith("Transitions")
    page.which.setCurrentIndex(0)
    assert page.words.toPlainText().startswith("Today")
    QTest.keyClick(page.words, Qt.Key.Key_Escape)
    assert window.task() is None


def test_f1_over_a_task_opens_its_page_and_leaves_what_was_typed(window: MainWindow) -> None:
    window.session.open("home-visit")
    visit = window.task()
    assert isinstance(visit, HomeVisitTask)
    visit.watcher.line.setFocus()
    QTest.keyClicks(visit.watcher.line, "Mr Lee")
    QTest.keySequence(window, "F1")
    page = window.help.page()
    assert page is not None
    assert page.words.toPlainText().startswith("A Monday morning")
    assert page.words.hasFocus()
    assert faults(page) == []
    QTest.keySequence(window, "F1")
    assert window.help.page() is page
    QTest.keyClick(page.words, Qt.Key.Key_Escape)
    assert window.help.page() is None
    assert window.task() is visit
    assert visit.watcher.line.hasFocus()
    assert visit.watcher.text() == "Mr Lee"


@pytest.mark.parametrize(
    ("part", "begins"),
    [
        ("Security", "Who can open the record"),
        ("Backups", "Backups"),
        ("Checks", "Is the record whole?"),
        ("Lists", "Settings"),
    ],
)
def test_f1_in_the_settings_shows_the_page_of_the_part(
    window: MainWindow, part: str, begins: str
) -> None:
    window.session.open("settings", "School and you")
    window.session.open("settings", part)
    QTest.keySequence(window, "F1")
    page = window.task()
    assert isinstance(page, HelpPage)
    assert page.words.toPlainText().startswith(begins)


def test_what_is_wrong_with_the_record_leads_to_its_page(window: MainWindow) -> None:
    window.trouble.help_pressed.emit()
    page = window.task()
    assert isinstance(page, HelpPage)
    said = page.words.toPlainText()
    assert said.startswith("When the record says that something is wrong")
    for way in ("OneDrive", "network share", "memory stick", "clock is behind", "disk is full"):
        assert way in said


def test_the_honest_limits_stand_in_the_help() -> None:
    limits = words_of(GENERAL).partition("## What it cannot do")[2]
    for limit in ("harmful program", "Printed copies", "(SSD)", "older backups", "power", "roles"):
        assert limit in limits


def test_a_task_without_a_page_of_its_own_shows_that_of_the_screen(window: MainWindow) -> None:
    window.session.open("families")
    window.session.open("keys")
    QTest.keySequence(window, "F1")
    page = window.help.page()
    assert page is not None
    assert page.words.toPlainText().startswith("Families")
    window.close_task()
    assert window.help.page() is None


def test_every_page_named_for_a_task_is_there_and_its_tasks_are_too() -> None:
    assert set(OF_TASKS.values()) <= set(dict(topics()))
    assert set(OF_TASKS) <= {task.kind for task in TASKS}


def test_the_sheet_shows_every_key_and_narrows_as_one_types(window: MainWindow) -> None:
    QTest.keySequence(window, "F1")
    page = window.task()
    assert isinstance(page, HelpPage)
    page._show_keys()
    sheet = window.task()
    assert isinstance(sheet, ShortcutSheet)
    shown = {row.at_right for row in sheet.keys.rows() if isinstance(row, FoundRow)}
    wanted = {action.shortcut().toString() for action in window.menus.actions_by_name().values()}
    assert wanted - {""} <= shown | {"Ctrl+K"}
    QTest.keyClicks(sheet.typed, "settings")
    assert [row.spoken for row in sheet.keys.rows() if row.id] == ["Settings, Ctrl+,"]
    QTest.keyClick(sheet.typed, Qt.Key.Key_Down)
    assert sheet.keys.hasFocus()


def test_no_two_menu_items_share_a_key(window: MainWindow) -> None:
    keys = [each.shortcut().toString() for each in window.menus.actions_by_name().values()]
    taken = [key for key in keys if key]
    assert sorted(taken) == sorted(set(taken))


@pytest.mark.parametrize("kind", ["help", "keys"])
@pytest.mark.parametrize("size", [100, 200])
def test_help_and_keys_pass_the_audit(
    window: MainWindow, appearance: Appearance, kind: str, size: int
) -> None:
    appearance.set_scheme(Scheme.DARK if size == 100 else Scheme.LIGHT)
    window.resize(1024, 552)
    window.session.open(kind)
    appearance.set_text_size(size)
    QTest.qWait(1)
    assert faults(window.overlay) == []
