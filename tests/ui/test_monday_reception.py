"""Reception asks by one key, and never hears that somebody may collect."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from liaison.casework.families import keep
from liaison.model.restriction import Force, What
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.monday_fixtures import hands, khan, session, window
from tests.ui.monday_window import CONTROL, Hands
from ui.session import Session
from ui.tasks.monday.reception import ReceptionCheck
from ui.window import MainWindow

__all__ = ["hands", "khan", "session", "window"]


@pytest.fixture
def task(window: MainWindow, hands: Hands) -> ReceptionCheck:
    hands.press(Qt.Key.Key_R, CONTROL)
    made = window.task()
    assert isinstance(made, ReceptionCheck)
    return made


def test_dad_is_here_for_ali_takes_three_letters(
    task: ReceptionCheck, hands: Hands, make: Make, khan: Made
) -> None:
    make.restriction(khan, khan.adults[1], what=What.COLLECT)
    hands.type("ali")
    hands.press(Qt.Key.Key_Return)
    assert hands.at is task.who
    assert faults(task) == []
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert task.answer.isVisible()
    assert task.answer.sentence.text() == (
        "Do not hand over. Get the head or DSL now, and check the office list."
    )
    assert task.answer.order.text() == ("Court order, read 23 Nov 2026: Mr Khan must not collect.")
    assert task.answer.words().startswith("Mr Shahid Khan, here for Ali Khan")
    assert faults(task) == []


def test_without_a_restriction_nothing_is_said_to_be_allowed(
    task: ReceptionCheck, hands: Hands, store: Store
) -> None:
    keep(store, replace(store.settings, office_list_checked_on=TODAY))
    hands.type("ali")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    said = task.answer.words()
    assert "None recorded here. Office list last checked 23 Nov" in said
    assert "may collect" not in said
    assert task.answer.order.isHidden()


def test_somebody_else_is_sent_to_the_office_list(task: ReceptionCheck, hands: Hands) -> None:
    hands.type("zara")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_End)
    hands.press(Qt.Key.Key_Return)
    assert task.answer.words().startswith("Somebody else, here for Zara Khan")
    assert "None recorded here. Check the office list." in task.answer.words()


def test_an_adult_with_several_children_is_asked_for_which(
    task: ReceptionCheck, hands: Hands
) -> None:
    hands.type("amina")
    hands.press(Qt.Key.Key_Return)
    assert task.who.accessibleName() == "For which child is Mrs Amina Khan here?"
    hands.press(Qt.Key.Key_Return)
    assert "Mrs Amina Khan, here for Ali Khan" in task.answer.words()


def test_an_adult_with_one_child_is_answered_at_once(
    task: ReceptionCheck, hands: Hands, make: Make
) -> None:
    byrne = make.family("Byrne", children=[("Leo", "2")], adults=[("Ms", "June", "mother")])
    make.restriction(byrne, byrne.adults[0], what=What.COLLECT, force=Force.SCHOOL)
    hands.type("june")
    hands.press(Qt.Key.Key_Return)
    assert task.answer.sentence.text() == "School decision: Ms Byrne must not collect."
    assert "Check the office list." in task.answer.order.text()


def test_a_name_nobody_has_is_said_so_and_arrow_down_goes_to_the_list(
    task: ReceptionCheck, hands: Hands
) -> None:
    hands.type("xyz")
    hands.press(Qt.Key.Key_Return)
    assert task._nobody.isVisible()
    task.typed.setText("ali")
    task.look()
    assert task._nobody.isHidden()
    hands.press(Qt.Key.Key_Down)
    assert hands.at is task.found


def test_ask_again_and_escape_leave_nothing_on_the_screen_or_in_the_record(
    task: ReceptionCheck,
    hands: Hands,
    window: MainWindow,
    store: Store,
    session: Session,
) -> None:
    hands.type("ali")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    task.ask_again()
    assert task.answer.words() == ""
    assert (task.typed.text(), task.who.rows(), task.found.rows()) == ("", (), ())
    assert hands.at is task.typed
    hands.press(Qt.Key.Key_Escape)
    assert window.task() is None
    assert store.drafts() == []
    assert session.recent == ()


def test_no_key_of_the_window_stands_for_two_things(window: MainWindow) -> None:
    keys = [
        action.shortcut().toString()
        for action in window.menus.actions_by_name().values()
        if not action.shortcut().isEmpty()
    ]
    assert sorted(keys) == sorted(set(keys))
