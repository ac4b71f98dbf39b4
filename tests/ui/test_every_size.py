"""Every screen and every task of the window, where room is shortest: nothing is cut off.

At 1024x552 with text of 200 %, and with every label a third longer. What comes into `SCREENS`
and `TASKS` is looked at without a word here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.casework.families import family_list
from liaison.casework.meetings import meetings_on
from tests.ui.audit import cut_off
from tests.ui.longer import Longer
from ui.appearance import Appearance
from ui.contents import Contents
from ui.practice_record import practice_record
from ui.screens import SCREENS
from ui.session import Session
from ui.tasks import TASKS
from ui.window import MainWindow

ON = date(2026, 11, 23)


@dataclass(frozen=True)
class Room:
    """How large the window and its text are, and what the labels are like."""

    wide: int
    high: int
    text: int = 100
    longer: bool = False


ROOMS = {
    "text-200": Room(1024, 552, text=200),
    "longer-narrow": Room(1024, 552, longer=True),
    "longer": Room(1366, 768, longer=True),
}


def with_restriction(session: Session) -> str:
    return next(each.id for each in family_list(session.store, ON) if each.restricted)


def meeting_on_the_day(session: Session) -> str:
    return meetings_on(session.store, ON)[0].id


def today() -> date:
    return ON


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    made = Session(practice_record(families=4, years=1, seed=2026, on=ON), today=today)
    yield made
    made.jobs.finish()
    made.close()


@pytest.fixture
def room(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Room]:
    room: Room = ROOMS[request.param]
    longer = Longer()
    if room.longer:
        qapp.installTranslator(longer)
    yield room
    qapp.removeTranslator(longer)


@pytest.fixture
def window(
    qtbot: QtBot, appearance: Appearance, session: Session, room: Room
) -> Iterator[MainWindow]:
    appearance.set_text_size(room.text)
    made = MainWindow(session, Contents(SCREENS, TASKS), appearance)
    qtbot.addWidget(made)
    made.resize(room.wide, room.high)
    made.show()
    QApplication.processEvents()
    yield made
    session.jobs.finish()


@pytest.mark.parametrize("room", ROOMS, indirect=True)
def test_nothing_is_cut_off_on_any_screen(window: MainWindow, session: Session) -> None:
    subjects = {"Families": with_restriction(session), "Meetings": meeting_on_the_day(session)}
    found: dict[str, list[str]] = {}
    for screen in SCREENS:
        session.open(min(screen.answers), subjects.get(screen.rail_place, ""))
        QApplication.processEvents()
        assert type(window.current_screen()) is screen
        found[screen.__name__] = cut_off(window)
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("room", ["text-200", "longer-narrow"], indirect=True)
def test_nothing_is_cut_off_in_any_task(window: MainWindow, session: Session) -> None:
    session.open("family", with_restriction(session))
    found: dict[str, list[str]] = {}
    for task in TASKS:
        if task.menu:
            window.open_task(task.kind)
            found[task.__name__] = cut_off(window.overlay)
            window.close_task()
    assert len(found) > 20
    assert {name: faults for name, faults in found.items() if faults} == {}
