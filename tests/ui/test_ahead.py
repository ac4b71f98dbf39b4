"""What is made ahead: step by step, only while the window is shown, and without a trace."""

from collections.abc import Generator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.ui.conftest import Opened
from ui.ahead import Ahead, screens_ahead, tasks_ahead
from ui.screens.families import Families
from ui.screens.planner.screen import Planner
from ui.screens.screen import Screen
from ui.screens.today.screen import Today
from ui.session import Session
from ui.tasks.log_contact.task import LogContact


@pytest.fixture
def session(store: Store) -> Session:
    return Session(store, today=lambda: TODAY)


def test_the_work_is_done_step_by_step_until_it_ends(qtbot: QtBot, qapp: QApplication) -> None:
    done: list[int] = []

    def work() -> Generator[None]:
        for number in range(3):
            done.append(number)
            yield

    ahead = Ahead(work(), qapp)
    ahead.start()
    assert done == []
    qtbot.waitUntil(lambda: not ahead._timer.isActive())
    assert done == [0, 1, 2]


def test_a_screen_made_ahead_is_filled_and_nobody_was_looked_at(
    qtbot: QtBot, session: Session, store: Store, make: Make
) -> None:
    khan = make.family("Khan")
    made: dict[int, Screen] = {}

    def screen(number: int, given: Screen | None) -> Screen:
        assert given is not None
        made[number] = given
        qtbot.addWidget(given)
        return given

    steps = list(screens_ahead((Today, Families), session, screen, is_made=made.__contains__))
    assert list(made) == [1]
    assert len(steps) == 3
    families = made[1]
    assert isinstance(families, Families)
    assert families.table.current_id() == khan.id
    store.flush_looks()
    assert store.query("SELECT 1 FROM change WHERE kind = 'look'") == []
    families.show()
    qtbot.waitUntil(lambda: families.peek.family() == khan.id)


def test_a_screen_somebody_opens_meanwhile_is_not_made_twice(
    qtbot: QtBot, session: Session
) -> None:
    asked_for = Planner(session)
    qtbot.addWidget(asked_for)
    given: list[Screen | None] = []

    def screen(_number: int, made: Screen | None) -> Screen:
        given.append(made)
        return asked_for

    steps = list(screens_ahead((Planner,), session, screen, is_made=lambda _number: False))
    assert len(steps) == 5, "each page of it is a step"
    assert [type(each) for each in given] == [Planner]
    (dropped,) = given
    assert dropped is not None
    with qtbot.waitSignal(dropped.destroyed):
        pass
    given.clear()
    list(screens_ahead((Planner,), session, screen, is_made=lambda _number: True))
    assert given == [None]


def test_a_task_made_ahead_keeps_no_draft(qtbot: QtBot, session: Session, store: Store) -> None:
    before = store.mark
    assert len(list(tasks_ahead((LogContact,), session))) == 2
    assert store.drafts() == []
    assert store.mark == before


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_what_is_half_made_when_nobody_wants_the_rest_is_deleted_by_qt(
    session: Session, steps: int
) -> None:
    before = QApplication.topLevelWidgets()
    work = screens_ahead((Planner,), session, _nobody, is_made=lambda _number: False)
    for _ in range(steps):
        next(work)
    half_made = [each for each in QApplication.topLevelWidgets() if each not in before]
    assert half_made
    work.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not any(isValid(each) for each in half_made)


def test_a_task_that_was_not_painted_yet_is_deleted_too(session: Session) -> None:
    work = tasks_ahead((LogContact,), session)
    next(work)
    (task,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, LogContact))
    work.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(task)


def test_a_window_that_is_closed_goes_no_further(qtbot: QtBot, opened: Opened) -> None:
    def half_made() -> list[Screen]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, Screen)]

    window = opened()
    qtbot.waitUntil(lambda: bool(half_made()))
    (one,) = half_made()
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(one)
    window.show()
    qtbot.waitUntil(lambda: not window._ahead._timer.isActive())
    assert half_made() == []


def _nobody(_number: int, _made: Screen | None) -> Screen:
    pytest.fail("It was given up before.")
