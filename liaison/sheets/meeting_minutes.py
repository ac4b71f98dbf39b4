"""Minutes and plan of a meeting: the family first, then each item, then who does what."""

from __future__ import annotations

from collections.abc import Iterator

from liaison.casework.for_paper import Needs
from liaison.casework.meeting_papers import MeetingPaper, outcome_for_paper
from liaison.dates import long_date
from liaison.model.agenda import AgendaItem
from liaison.model.fields import Audience
from liaison.sheets.aside import ASIDE_TITLE, not_for_the_table
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.meeting_lines import (
    actions_table,
    filled,
    for_whom,
    kind_words,
    last_time,
    next_time,
    quote,
    said_section,
    titled,
    when_and_where,
    who_comes,
)
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet

PLAN = "The plan"
SHARED = "What is said here is passed on only to the people named here, as the family agreed."


def minutes_and_plan(paper: MeetingPaper, house: House) -> Body:
    """For staff with what was said under each item; for the family with what was ticked for it."""
    meeting = paper.whole.meeting.meeting
    return Body(
        title=titled(paper, "Minutes and plan: meeting"),
        under=(
            sentences([when_and_where(paper, house), kind_words(paper, house)]),
            for_whom(paper, house),
        ),
        sections=filled(
            who_comes(paper, house, afterwards=True),
            Section(heading="How it was held", lines=tuple(_held(paper))),
            said_section("Why we met", sentences([meeting.purpose])),
            said_section("What is going well", meeting.strengths),
            said_section(_whose(paper, "words"), quote(meeting.words)),
            _child(paper),
            last_time(paper),
            Section(heading="What we talked about", lines=tuple(_talked(paper))),
            said_section("What came out of it", meeting.outcome),
            plan(paper),
            said_section("What was not agreed", meeting.disagreement),
            next_time(paper),
            _ended(paper, house),
        ),
        aside_title=ASIDE_TITLE,
        aside=not_for_the_table(paper.whole.copy, house.label),
    )


def plan(paper: MeetingPaper, heading: str = PLAN) -> Section:
    """Who does what by when, and how we will know."""
    actions = paper.whole.meeting.actions
    if not actions:
        nothing = paper.whole.meeting.meeting.no_action
        return said_section(heading, "Nothing more needs to be done." if nothing else "")
    return Section(heading=heading, table=actions_table(actions, paper, known=True))


def _held(paper: MeetingPaper) -> Iterator[Line]:
    meeting = paper.whole.meeting.meeting
    if meeting.chair:
        yield Line(lead="Led by:", text=sentences([meeting.chair]))
    if meeting.minute_taker:
        yield Line(lead="Notes taken by:", text=sentences([meeting.minute_taker]))
    if meeting.interpreter:
        yield Line(lead="Interpreter:", text=sentences([meeting.interpreter]))
    if meeting.consent_on:
        agreed = f"The family agreed in writing on {long_date(meeting.consent_on)}."
        yield Line(lead="Consent:", text=f"{agreed} {SHARED}")


def _ended(paper: MeetingPaper, house: House) -> Section:
    """Why early help ended; not on a family copy unless the school's list lets it through."""
    why = paper.whole.meeting.meeting.why_ended
    return said_section("Why it ended", sentences([house.label("meeting_end", why)] if why else []))


def _whose(paper: MeetingPaper, what: str) -> str:
    family = paper.whole.copy.audience is Audience.FAMILY
    return f"Your {what}" if family else f"The family’s {what}"


def _child(paper: MeetingPaper) -> Section:
    meeting = paper.whole.meeting.meeting
    how = f"Gathered: {meeting.child_voice_how}" if meeting.child_voice_how else ""
    return said_section("The child’s words", quote(meeting.child_voice), sentences([how]))


def _talked(paper: MeetingPaper) -> Iterator[Line]:
    for at, each in enumerate(paper.whole.meeting.items, 1):
        yield _item(at, each)


def _item(at: int, item: AgendaItem) -> Line:
    """What was said stands after it; an item of which nothing is written down stands alone."""
    if not item.said:
        return Line(lead=f"{at}.", text=item.what)
    return Line(lead=f"{at}. {item.what}".rstrip(".") + ".", text=item.said)


MEETING_MINUTES = Sheet(
    code="meeting_minutes",
    title="Minutes and plan",
    audiences=(Audience.STAFF, Audience.FAMILY),
    needs=Needs.MEETING,
    decide=outcome_for_paper,
    body=minutes_and_plan,
)
