"""A journey: a meeting is planned, put in order, held in the room, written up and closed."""

from __future__ import annotations

from datetime import timedelta

from liaison.casework.meetings import meeting_whole
from liaison.model.follow_up import FollowUp, Side
from liaison.model.meeting import Meeting, MeetingState
from liaison.store.store import Store
from tests.builders import TODAY, Made
from tests.journeys.officer import AtDesk
from ui.screens.planner.screen import Planner
from ui.screens.room.screen import InTheRoom


def test_a_meeting_from_its_purpose_to_its_thank_you(
    officer: AtDesk, khan: Made, store: Store
) -> None:
    planner = plan(officer)
    (meeting,) = store.find(Meeting)
    put_in_order(officer)
    whole = meeting_whole(store, meeting.id)
    assert whole.items[0].what == "What the family sees"

    officer.tab_to("Save")
    officer.press("F5")
    room = officer.window.current_screen()
    assert isinstance(room, InTheRoom)
    officer.type("The bus is full at the second stop.")
    officer.press("Esc")
    assert officer.window.current_screen() is planner
    assert store.get(Meeting, meeting.id).notes == "The bus is full at the second stop."

    write_up(officer)
    closed = meeting_whole(store, meeting.id)
    assert closed.meeting.state is MeetingState.CLOSED
    (promise,) = store.find(FollowUp)
    assert (promise.action, promise.side) == ("Save a place at breakfast club", Side.SCHOOL)
    following = next(each for each in store.find(Meeting) if each.id != meeting.id)
    assert following.held_on == TODAY + timedelta(weeks=3)
    assert planner.pages.head.state.text() == "Written up"


def plan(officer: AtDesk) -> Planner:
    officer.open_family("khan")
    officer.press("Ctrl+Shift+M")
    officer.write(("Purpose", "Agree how Zara gets to school"), ("Date", "today"))
    officer.write(("Time", "9.30"))
    for who in ("Mrs Amina Khan", "Mr Shahid Khan", "Zara Khan"):
        officer.tab_to(who)
        officer.press("Space")
    officer.press("Ctrl+Return")
    planner = officer.window.current_screen()
    assert isinstance(planner, Planner), officer.task().title
    return planner


def put_in_order(officer: AtDesk) -> None:
    officer.tab_to("Agenda")
    officer.down_to("Something going well")
    officer.press("Alt+Down")
    assert officer.row().spoken == "Something going well, 5 min, 2 of 4"


def write_up(officer: AtDesk) -> None:
    """Closing refuses until everything is said; then it closes."""
    officer.press("Ctrl+Shift+Return")
    assert officer.heard().startswith("5 things to put right")
    officer.tab_to("It took place")
    officer.press("Space")
    officer.tab_to("Add what somebody will do")
    officer.press("Space")
    officer.write(("What", "Save a place at breakfast club"), ("By when", "fri"))
    officer.press("Ctrl+Return")
    officer.tab_to("Outcome")
    officer.type("Breakfast club, Mondays and Fridays.")
    officer.tab_to("Take ")
    officer.press("Space")
    officer.tab_to("Sent today")
    officer.press("Space")
    officer.write(("Thank-you sent how", "Letter"))
    officer.press("Ctrl+Shift+Return")
