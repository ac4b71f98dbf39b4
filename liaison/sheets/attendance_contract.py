"""The attendance contract: what the family will do, how the school will help, both signed."""

from __future__ import annotations

from collections.abc import Iterator

from liaison.casework.for_paper import Needs
from liaison.casework.meeting_papers import MeetingPaper, meeting_for_paper
from liaison.dates import long_date, year_now, year_words
from liaison.model.agenda import MeetingAction
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.sheets.aside import ASIDE_TITLE, not_for_the_table
from liaison.sheets.attendance_lines import attendance
from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.meeting_lines import (
    about,
    doer,
    filled,
    for_whom,
    quote,
    said_section,
    subjects,
    when_and_where,
)
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet, Shred
from liaison.sheets.work_lines import barriers

VOLUNTARY = (
    "Nobody has to sign this. It is a way of agreeing how we help, and it is not a punishment. "
    "It may be shown later as a record of what was agreed and what was tried."
)
FAMILY_AGREES = "I have read this, or it was read to me. I agree to do what is written here."
SCHOOL_AGREES = "The school agrees to give the help that is written here."
EMPTY_ROWS = 3
"""Rows to write in where nothing was agreed yet."""


def attendance_contract(paper: MeetingPaper, house: House) -> Body:
    """Filled in from the meeting, and with room for what is agreed at the table."""
    copy, meeting = paper.whole.copy, paper.whole.meeting.meeting
    named = about(paper)
    return Body(
        title=f"Attendance contract for {named}" if named else "Attendance contract",
        under=(sentences([when_and_where(paper, house)]), for_whom(paper, house)),
        sections=filled(
            said_section("What this is", VOLUNTARY),
            Section(heading="Who it is about", lines=tuple(_children(paper))),
            attendance(copy, children=subjects(paper)),
            barriers(copy, house.label),
            said_section(_heading(paper), quote(meeting.words)),
            said_section("What the child says", quote(meeting.child_voice)),
            _promises("What the family will do", Side.FAMILY, paper),
            _promises("How the school will help", Side.SCHOOL, paper),
            _others(paper),
            _target(paper),
            _signatures("The family agrees", FAMILY_AGREES),
            _signatures("The school agrees", SCHOOL_AGREES),
        ),
        aside_title=ASIDE_TITLE,
        aside=not_for_the_table(copy, house.label),
    )


def _heading(paper: MeetingPaper) -> str:
    family = paper.whole.copy.audience is Audience.FAMILY
    return "What you say" if family else "What the family says"


def _children(paper: MeetingPaper) -> Iterator[Line]:
    copy = paper.whole.copy
    for child in copy.record.children:
        if child.id in subjects(paper):
            year = year_words(year_now(child.year_group, child.year_group_in, copy.today))
            yield Line(lead=f"{child.called}.", text=sentences([year, child.class_name]))


def _promises(heading: str, side: Side, paper: MeetingPaper) -> Section:
    rows = [_row(each, paper) for each in paper.whole.meeting.actions if each.side is side]
    shown = rows or [("", "", "")] * EMPTY_ROWS
    columns = ("What", "Who", "By when")
    return Section(
        heading=heading, table=Table(columns=columns, rows=tuple(shown), widths=(3, 1.4, 1.6))
    )


def _others(paper: MeetingPaper) -> Section:
    """What another service will do; no section where nobody promised anything."""
    asked = any(each.side is Side.AGENCY for each in paper.whole.meeting.actions)
    heading = "What others will do"
    return _promises(heading, Side.AGENCY, paper) if asked else Section(heading=heading)


def _row(each: MeetingAction, paper: MeetingPaper) -> tuple[str, str, str]:
    return each.action, doer(each, paper), long_date(each.due) if each.due else ""


def _target(paper: MeetingPaper) -> Section:
    """The aim is written at the table; when we look again may be known."""
    meeting = paper.whole.meeting.meeting
    again = long_date(meeting.next_on) if meeting.next_on else 24 * "_"
    return Section(
        heading="What we aim for",
        lines=(
            Line(text="Attendance we hope for: " + 20 * "_"),
            Line(text=f"We look at this again on: {again}"),
        ),
    )


def _signatures(heading: str, said: str) -> Section:
    blank = (Line(text=f"{what}: {36 * '_'}") for what in ("Name", "Signed", "Date"))
    return Section(heading=heading, lines=(Line(text=said), *blank))


ATTENDANCE_CONTRACT = Sheet(
    code="attendance_contract",
    title="Attendance contract",
    audiences=(Audience.STAFF, Audience.FAMILY),
    needs=Needs.MEETING,
    decide=meeting_for_paper,
    body=attendance_contract,
    shred=Shred.KEPT,
)
