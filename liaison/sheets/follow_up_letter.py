"""The letter after a meeting: thank you, what came of it, what we said and what you said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liaison.casework.for_paper import Needs
from liaison.casework.meeting_papers import MeetingPaper, outcome_for_paper
from liaison.dates import long_date
from liaison.model.agenda import MeetingAction
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.model.person import Person
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.meeting_lines import doer, filled, is_hers, next_time, quote, said_section
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet

TITLE = "What we said, what you said"

COME_BACK = "You can come back to us at any time. If anything here is not right, please tell us."
PARTS = (
    ("What we said we would do", Side.SCHOOL),
    ("What you said you would do", Side.FAMILY),
    ("What others said they would do", Side.AGENCY),
)


def follow_up_letter(paper: MeetingPaper, house: House) -> Body:
    """To one adult. What she said she would do is never called late."""
    meeting, copy = paper.whole.meeting.meeting, paper.whole.copy
    actions = paper.whole.meeting.actions
    dear = f"Dear {salutation(copy.reader)}," if copy.reader else "Hello,"
    return Body(
        title=TITLE,
        under=(sentences([house.school, long_date(copy.today)]),),
        sections=filled(
            Section(heading="", lines=(Line(text=dear), Line(text=_thanks(paper, house)))),
            said_section("Why we met", sentences([meeting.purpose])),
            said_section("What came out of it", meeting.outcome),
            *(promised(name, actions, side, paper) for name, side in PARTS),
            _none(paper),
            said_section("Your words", quote(meeting.words)),
            said_section("What the child told us", quote(meeting.child_voice)),
            said_section("What we did not agree on", meeting.disagreement),
            next_time(paper),
            Section(heading="", lines=tuple(_closing(house))),
        ),
    )


def salutation(reader: Person) -> str:
    """The name for letters home, else title and surname; never a guess."""
    return reader.letter_name or reader.addressed


def promised(
    heading: str, actions: Sequence[MeetingAction], side: Side, paper: MeetingPaper
) -> Section:
    """What one side will do, by when, and who where that is not the reader."""
    lines = tuple(_promise(each, paper) for each in actions if each.side is side)
    return Section(heading=heading, lines=lines)


def _promise(each: MeetingAction, paper: MeetingPaper) -> Line:
    by = f"By {long_date(each.due)}:" if each.due else ""
    hers = each.side is Side.FAMILY and is_hers(each.owner, paper.whole.copy.reader)
    known = f"We will know by: {each.known_by}" if each.known_by else ""
    who = "" if hers else doer(each, paper)
    return Line(lead=by, text=sentences([each.action, who, known]), box=True)


def _thanks(paper: MeetingPaper, house: House) -> str:
    meeting = paper.whole.meeting.meeting
    on = f" on {long_date(meeting.held_on)}" if meeting.held_on else ""
    room = f" ({house.label('place', meeting.place)})" if meeting.place else ""
    return f"Thank you for meeting us{on}{room}."


def _none(paper: MeetingPaper) -> Section:
    nothing = paper.whole.meeting.meeting.no_action
    return said_section("What happens now", "Nothing more needs to be done." if nothing else "")


def _closing(house: House) -> Iterator[Line]:
    yield Line(text=COME_BACK)
    yield Line(text="Yours sincerely,")
    yield Line(text="Signed: " + 26 * "_")
    settings = house.settings
    signed = ", ".join(filter(None, (settings.officer, settings.officer_role)))
    if signed:
        yield Line(text=signed)


FOLLOW_UP_LETTER = Sheet(
    code="follow_up_letter",
    title=TITLE,
    audiences=(Audience.FAMILY,),
    needs=Needs.MEETING,
    decide=outcome_for_paper,
    body=follow_up_letter,
)
