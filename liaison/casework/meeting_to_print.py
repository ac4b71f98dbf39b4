"""Which meeting of a family its minutes, its review or its contract are made of."""

from datetime import date, timedelta

from liaison.casework.meetings import MeetingLine, meetings_between, meetings_of
from liaison.model.meeting import Meeting, MeetingState
from liaison.store.store import Store

MINUTES, REVIEW, CONTRACT = "meeting_minutes", "support_review", "attendance_contract"
FIRST = {"apdr": REVIEW, "attendance": CONTRACT, "contract": CONTRACT}
"""What is mostly wanted of a kind of meeting; of all others the minutes."""


def meeting_to_print(store: Store, about: str) -> Meeting | None:
    """The meeting of this id; of a family of this id the one held last, or else planned first."""
    found = store.first(Meeting, "id = :id AND deleted = 0", id=about)
    if found is not None:
        return found
    every = meetings_to_print(store, about)
    held = [each for each in every if each.state in (MeetingState.HELD, MeetingState.CLOSED)]
    planned = [each for each in every if each.state is MeetingState.PLANNED]
    return next(iter(held), None) or next(reversed(planned), None)


def meetings_to_print(store: Store, family: str) -> list[Meeting]:
    """The meetings of a family that have a day and were not called off, the latest first."""
    every = meetings_of(store, family)
    return [each for each in every if each.held_on and each.state is not MeetingState.CALLED_OFF]


def lately(store: Store, today: date) -> list[MeetingLine]:
    """Where nobody says whose: those of four weeks back and four ahead, the latest first."""
    stretch = timedelta(weeks=4)
    return meetings_between(store, today - stretch, today + stretch)[::-1]


def papers_for(meeting: Meeting | None) -> tuple[str, ...]:
    """The sheets that can be made of it by their codes, the likeliest first."""
    first = FIRST.get(meeting.kind, MINUTES) if meeting else MINUTES
    return (first, *(each for each in (MINUTES, REVIEW, CONTRACT) if each != first))
