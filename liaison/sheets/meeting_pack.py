"""The meeting pack: what staff read before a meeting, and take into it."""

from __future__ import annotations

from collections.abc import Iterator

from liaison.casework.for_paper import Needs
from liaison.casework.meeting_papers import MeetingPaper, meeting_for_paper
from liaison.model.agenda import AgendaItem, ItemOf, MeetingCheck
from liaison.model.copies.copy import Copy
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.model.meeting import Instead, Meeting, MeetingPerson
from liaison.sheets.aside import ASIDE_TITLE, not_for_the_table
from liaison.sheets.attendance_lines import attendance
from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.meeting_lines import (
    filled,
    for_whom,
    kind_words,
    last_time,
    room,
    said_section,
    subjects,
    titled,
    when_and_where,
    who_comes,
)
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet
from liaison.sheets.work_lines import barriers, concerns, promises

NOTES = 10
"""Lines to write on."""


def meeting_pack(paper: MeetingPaper, house: House) -> Body:
    """Why, who, the agenda, what was agreed, what is known; what must not lie open comes last."""
    meeting, copy = paper.whole.meeting.meeting, paper.whole.copy
    aside = tuple(_aside(paper, house))
    last = "The last page is not for the table." if aside else ""
    return Body(
        title=titled(paper),
        under=(
            sentences([when_and_where(paper, house), kind_words(paper, house)]),
            sentences([for_whom(paper, house), last]),
        ),
        sections=filled(
            said_section("Why we are meeting", sentences([meeting.purpose])),
            who_comes(paper, house),
            _agenda(paper.whole.meeting.items),
            last_time(paper),
            _going_well(copy),
            barriers(copy, house.label),
            concerns(copy, house.label),
            attendance(copy, children=subjects(paper)),
            promises(copy, Side.SCHOOL),
            promises(copy, Side.FAMILY),
            room("Notes", NOTES),
        ),
        aside_title=ASIDE_TITLE,
        aside=aside,
    )


def _ready(checks: tuple[MeetingCheck, ...]) -> Section:
    lines = tuple(
        Line(text=each.what, box=True, ticked=each.done_on is not None)
        for each in checks
        if not each.not_needed
    )
    return Section(heading="Ready before", lines=lines)


def _agenda(items: tuple[AgendaItem, ...]) -> Section:
    """In a table, with whose item it is where one is anybody's. Notes for us stand apart."""
    whose = any(each.whose is not ItemOf.EVERYBODY for each in items)
    wanted = (("Item", 2.6), ("Minutes", 0.9), ("Whose", 1.2))
    shown = [0, 1, *([2] if whose else [])]
    rows = tuple(
        tuple(_cells(at, each)[column] for column in shown) for at, each in enumerate(items, 1)
    )
    table = Table(
        columns=tuple(wanted[column][0] for column in shown),
        rows=rows,
        widths=tuple(wanted[column][1] for column in shown),
    )
    return Section(heading="Agenda", table=table if rows else None)


def _notes(items: tuple[AgendaItem, ...]) -> Section:
    """What is to be thought of under an item, and is not said."""
    lines = tuple(
        Line(lead=f"{at}. {each.what}".rstrip(".") + ".", text=each.detail)
        for at, each in enumerate(items, 1)
        if each.detail
    )
    return Section(heading="Notes for us", lines=lines)


def _cells(at: int, item: AgendaItem) -> tuple[str, str, str]:
    whose = item.whose.label if item.whose is not ItemOf.EVERYBODY else "All"
    return f"{at}. {item.what}", str(item.minutes or ""), whose


def _going_well(copy: Copy) -> Section:
    family = copy.record.family
    works = Line(lead="What works:", text=family.what_works) if family.what_works else None
    lines = (Line(text=family.strengths) if family.strengths else None, works)
    return Section(heading="Going well", lines=tuple(each for each in lines if each))


def _aside(paper: MeetingPaper, house: House) -> Iterator[Section]:
    """How the conversation is meant to go, who was not asked, restrictions and numbers."""
    meeting = paper.whole.meeting.meeting
    kind = house.label("meeting_kind", meeting.kind) if paper.unnamed else ""
    lines = tuple(Line(lead=f"{name}:", text=text) for name, text in _held(meeting, kind) if text)
    not_asked = tuple(_not_asked(each, paper) for each in paper.whole.meeting.left_out)
    yield from filled(
        Section(heading="For this meeting", lines=lines),
        _ready(paper.whole.meeting.checks),
        _notes(paper.whole.meeting.items),
        Section(heading="Not asked to this one", lines=not_asked),
        *not_for_the_table(paper.whole.copy, house.label),
    )


def _held(meeting: Meeting, kind: str) -> Iterator[tuple[str, str]]:
    nearby = meeting.standby
    if nearby and meeting.standby_extension:
        nearby += f", extension {meeting.standby_extension}"
    yield "Kind", kind
    yield "Opening line", meeting.opening
    yield "Colleague nearby", nearby
    yield "Clear way to the door", "Yes" if meeting.clear_exit and nearby else ""
    yield "Interpreter", meeting.interpreter
    yield "Consent in writing", "Noted" if meeting.consent_on else ""


def _not_asked(row: MeetingPerson, paper: MeetingPaper) -> Line:
    name = row.name or paper.whole.copy.record.names.get(row.person, "")
    instead = row.instead.label if row.instead and row.instead is not Instead.REASON else ""
    return Line(lead=f"{name}.", text=sentences([instead, row.left_out_reason]))


MEETING_PACK = Sheet(
    code="meeting_pack",
    title="Meeting pack",
    audiences=(Audience.STAFF,),
    needs=Needs.MEETING,
    decide=meeting_for_paper,
    body=meeting_pack,
)
