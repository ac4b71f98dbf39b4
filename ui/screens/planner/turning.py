"""Which page of the planner a meeting opens at."""

from datetime import date

from liaison.model.meeting import Meeting, MeetingState
from ui.screens.planner.pages import LETTERS, OUTCOMES, PLAN

OF_LETTERS = "meeting-letters"
"""What is asked for to come to the letters of a meeting."""


def first_page(kind: str, meeting: Meeting, today: date, *, written: bool) -> int:
    """Its plan, until its day is gone or it is ``written`` how it went; or else its letters."""
    if kind == OF_LETTERS:
        return LETTERS
    day = meeting.held_on or today
    held = day < today or (day == today and bool(meeting.notes))
    held = held or meeting.state is not MeetingState.PLANNED
    return OUTCOMES if held or written else PLAN
