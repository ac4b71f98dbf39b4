"""A review of support in its four steps, assess, plan, do and review: filled in, or to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from liaison.casework.for_paper import Needs
from liaison.casework.meeting_papers import MeetingPaper, meeting_for_paper
from liaison.dates import year_now, year_words
from liaison.model.fields import Audience
from liaison.model.person import Person, SenStatus
from liaison.sheets.aside import ASIDE_TITLE, not_for_the_table
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.meeting_lines import (
    actions_table,
    filled,
    for_whom,
    last_time,
    next_time,
    quote,
    said_section,
    subjects,
    titled,
    when_and_where,
    who_comes,
)
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet, Shred

STEPS = {
    "Assess": "How things are now: the child, the family and school.",
    "Plan": "What we hope for, and what will help.",
    "Do": "Who does what, how often, and from when.",
    "Review": "What helped, how far it got, and what comes next.",
}
ROOM = 3
"""Lines to write on where nothing is written yet."""


def support_review(paper: MeetingPaper, house: House) -> Body:
    """The four steps with what was said under the item that begins with each."""
    meeting = paper.whole.meeting.meeting
    assess, plan, do, review = (_step(paper, name) for name in STEPS)
    return Body(
        title=titled(paper, "Review of support: meeting"),
        under=(sentences([when_and_where(paper, house)]), for_whom(paper, house)),
        sections=filled(
            Section(heading="Who it is about", lines=tuple(_child(paper))),
            who_comes(paper, house, afterwards=True),
            said_section("What is going well", meeting.strengths),
            assess,
            said_section("The child’s words", quote(meeting.child_voice)),
            said_section(_family_words(paper), quote(meeting.words)),
            last_time(paper),
            review,
            said_section("What came out of it", meeting.outcome),
            plan,
            _does(paper, do),
            next_time(paper),
            _agreed(),
        ),
        aside_title=ASIDE_TITLE,
        aside=not_for_the_table(paper.whole.copy, house.label),
    )


def _step(paper: MeetingPaper, name: str) -> Section:
    said = [
        each.said
        for each in paper.whole.meeting.items
        if each.said and each.what.casefold().startswith(name.casefold())
    ]
    first = Line(text=STEPS[name])
    lines = [Line(text=each) for each in said] or [Line(room=ROOM)]
    return Section(heading=name, lines=(first, *lines))


def _does(paper: MeetingPaper, step: Section) -> Section:
    actions = paper.whole.meeting.actions
    if not actions:
        return step
    lines = tuple(each for each in step.lines if not each.room)
    table = actions_table(actions, paper, known=True)
    return Section(heading=step.heading, lines=lines, table=table)


def _child(paper: MeetingPaper) -> Iterator[Line]:
    copy = paper.whole.copy
    for child in copy.record.children:
        if child.id in subjects(paper):
            year = year_words(year_now(child.year_group, child.year_group_in, copy.today))
            said = sentences([year, child.class_name, _support(child)])
            yield Line(lead=f"{child.called}.", text=said)


def _support(child: Person) -> str:
    if child.sen_status in (None, SenStatus.NONE):
        return ""
    return child.sen_status.label if child.sen_status else ""


def _family_words(paper: MeetingPaper) -> str:
    return "Your words" if paper.whole.copy.audience is Audience.FAMILY else "The family’s words"


def _agreed() -> Section:
    lines = tuple(Line(text=f"{who}: {36 * '_'}") for who in ("Family, signed", "School, signed"))
    return Section(heading="Read and agreed", lines=lines)


SUPPORT_REVIEW = Sheet(
    code="support_review",
    title="Review of support",
    audiences=(Audience.STAFF, Audience.FAMILY),
    needs=Needs.MEETING,
    decide=meeting_for_paper,
    body=support_review,
    shred=Shred.KEPT,
)
