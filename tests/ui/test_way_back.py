"""The pack builder says where its way back leads, and that is where it leads."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, Made, Make
from ui.appearance import Appearance
from ui.contents import Contents
from ui.screens import SCREENS
from ui.screens.pack import PackBuilder
from ui.session import Session
from ui.tasks import TASKS
from ui.window import MainWindow


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def meeting(make: Make, khan: Made) -> str:
    return make.meeting(khan).meeting.id


@pytest.fixture
def window(qtbot: QtBot, session: Session, appearance: Appearance) -> Iterator[MainWindow]:
    made = MainWindow(session, Contents(SCREENS, TASKS), appearance)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    made.show()
    yield made
    made.close()


def words(pack: PackBuilder) -> str:
    return pack.back.text().replace("&", "")


@pytest.mark.parametrize(
    ("kind", "named"),
    [("today", "Today"), ("meetings", "Meetings"), ("meeting", "Meeting"), ("family", "Family")],
)
def test_the_way_back_is_named_by_where_she_came_from(
    window: MainWindow, session: Session, meeting: str, khan: Made, kind: str, named: str
) -> None:
    session.open("families")
    about = {"meeting": meeting, "family": khan.id}
    session.open(kind, about.get(kind, ""))
    came_from = window.current_screen()
    session.open("pack", meeting)
    pack = window.current_screen()
    assert isinstance(pack, PackBuilder)
    assert words(pack) == named
    pack.back.click()
    assert window.current_screen() is came_from
    window.forward()
    assert words(pack) == named


def test_one_builder_names_each_way_anew(
    window: MainWindow, session: Session, meeting: str
) -> None:
    session.open("meeting", meeting)
    session.open("pack", meeting)
    pack = window.current_screen()
    assert isinstance(pack, PackBuilder)
    assert words(pack) == "Meeting"
    session.open("today")
    session.open("packs-of-day", TODAY.isoformat())
    assert words(pack) == "Today"
    window.back()
    window.back()
    assert words(pack) == "Meeting"


def test_from_the_first_screen_no_way_leads_back(window: MainWindow, session: Session) -> None:
    first = window.current_screen()
    assert session.behind == ""
    session.open("back")
    assert window.current_screen() is first
