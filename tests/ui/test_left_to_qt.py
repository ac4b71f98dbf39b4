"""What is closed is deleted by Qt: nothing of a window is left for Python's collector to destroy.

It would take a form and what stands in it to pieces in any order, and that can end the program.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from liaison.casework.families import family_list
from liaison.casework.meetings import meetings_on
from tests import garbage
from ui.appearance import Appearance
from ui.contents import Contents
from ui.practice_record import practice_record
from ui.screens import SCREENS
from ui.session import Session
from ui.tasks import TASKS
from ui.window import MainWindow

ON = date(2026, 11, 23)


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> Iterator[MainWindow]:
    session = Session(practice_record(families=4, years=1, seed=2026, on=ON), today=lambda: ON)
    made = MainWindow(session, Contents(SCREENS, TASKS), appearance)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made._ahead.end()
    yield made
    session.jobs.finish()
    session.close()


def left() -> list[str]:
    """What the collector finds, and what stands nowhere although somebody holds it still."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    nowhere = (each for each in QApplication.topLevelWidgets() if each.parent() is None)
    return garbage.collect() + [
        type(each).__name__ for each in nowhere if not isinstance(each, MainWindow)
    ]


def test_tasks_that_are_closed_and_screens_that_are_left(window: MainWindow) -> None:
    session = window.session
    meeting = meetings_on(session.store, ON)[0].id
    family = family_list(session.store, ON)[0].id
    for screen in SCREENS:
        subject = {"Families": family, "Meetings": meeting}.get(screen.rail_place, "")
        session.open(min(screen.answers), subject)
        assert left() == [], screen.__name__
    session.open("family", family)
    for task in (each for each in TASKS if each.menu):
        window.open_task(task.kind)
        assert window.task() is not None
        for box in window.overlay.findChildren(QLineEdit):
            if box.isEnabled() and not box.isReadOnly():
                box.setText("rang")
        window.close_task()
        assert left() == [], task.__name__


def test_what_nobody_holds_is_found(qapp: QApplication) -> None:
    box = QLineEdit()
    box.setProperty("round", 1)
    box.knot = box  # type: ignore[attr-defined]
    del box
    assert garbage.collect() == ["QLineEdit"]
    assert garbage.collect() == []
