"""The family's copy of the agenda: why we meet, what we will talk about, and room for their own."""

from __future__ import annotations

from liaison.casework.for_paper import Needs
from liaison.casework.meeting_papers import MeetingPaper, meeting_for_paper
from liaison.model.fields import Audience
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.meeting_lines import (
    filled,
    for_whom,
    items,
    kind_words,
    last_time,
    names_there,
    room,
    said_section,
    titled,
    when_and_where,
)
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet

NOTES = 6
"""Lines to write on."""

WELCOME = (
    "Is there anything else you would like to talk about? Tell us before, or bring it with you. "
    "You can bring somebody with you."
)


def family_agenda(paper: MeetingPaper, house: House) -> Body:
    """For one adult. Nobody else's words, and nothing about how we mean to hold it."""
    meeting = paper.whole.meeting.meeting
    return Body(
        title=titled(paper),
        under=(
            sentences([when_and_where(paper, house)]),
            sentences([names_there(paper), kind_words(paper, house)]),
            for_whom(paper, house),
        ),
        sections=filled(
            said_section("Why we are meeting", sentences([meeting.purpose])),
            Section(
                heading="What we will talk about",
                lines=(
                    *items(paper.whole.meeting.items),
                    Line(text=sentences([WELCOME, _ring(house)])),
                ),
            ),
            _interpreter(meeting.interpreter),
            last_time(paper),
            room("Your notes", NOTES),
        ),
    )


def _ring(house: House) -> str:
    """How she can tell us, where the school has said its phone."""
    phone = house.settings.phone
    return f"You can ring us on {phone}" if phone else ""


def _interpreter(who_or_how: str) -> Section:
    said = sentences([f"An interpreter will help us: {who_or_how}"]) if who_or_how else ""
    return said_section("Interpreter", said)


FAMILY_AGENDA = Sheet(
    code="family_agenda",
    title="Agenda",
    audiences=(Audience.FAMILY,),
    needs=Needs.MEETING,
    decide=meeting_for_paper,
    body=family_agenda,
)
