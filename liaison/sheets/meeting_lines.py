"""Lines about one meeting: when and where, who comes, its agenda, what each will do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from liaison.casework.meeting_papers import Agreed, MeetingPaper
from liaison.dates import clock_words, day_in_list, long_date
from liaison.model.agenda import AgendaItem, ItemOf, MeetingAction
from liaison.model.copies.meeting_copy import Attendee
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.model.meeting import Came, Comes, Meeting
from liaison.model.person import Person
from liaison.model.words import and_list
from liaison.sheets.body import Line, Section, Table
from liaison.sheets.people_lines import sentences, ties
from liaison.sheets.sheet import House

MEETING = "Meeting"
WHO_DOES = ("What", "Who", "By when")
SHARES = (3.0, 1.3, 1.4)


def about(paper: MeetingPaper) -> str:
    """The first names of the children it is about, of those this reader may see."""
    ids = subjects(paper)
    return and_list([each.short for each in paper.whole.copy.record.children if each.id in ids])


def subjects(paper: MeetingPaper) -> frozenset[str]:
    """The ids of the children it is about; of all this reader may see where none is named."""
    ids = {each.person for each in paper.whole.meeting.subjects}
    children = {each.id for each in paper.whole.copy.record.children}
    return frozenset(ids & children or children)


def titled(paper: MeetingPaper, what: str = MEETING) -> str:
    """Meeting about Daniel. It never says what kind of meeting."""
    named = about(paper)
    return f"{what} about {named}" if named else what


def when(meeting: Meeting) -> str:
    """Monday 23 November 2026, 9:30am to 10:15am."""
    day = long_date(meeting.held_on) if meeting.held_on else "Day not settled yet"
    at = clock_words(meeting.held_at)
    until = f" to {clock_words(meeting.ends)}" if at and meeting.ends else ""
    return f"{day}, {at}{until}" if at else day


def when_and_where(paper: MeetingPaper, house: House) -> str:
    """The same, and the room."""
    meeting = paper.whole.meeting.meeting
    place = house.label("place", meeting.place) if meeting.place else ""
    return f"{when(meeting)}, {place}" if place else when(meeting)


def for_whom(paper: MeetingPaper, house: House) -> str:
    """Whose copy it is: "St Example Primary School. For Mrs Amina Khan."."""
    copy = paper.whole.copy
    family = copy.audience is Audience.FAMILY
    reader = f"For {copy.reader.full}" if family and copy.reader else "For staff"
    return sentences([house.school, reader])


def kind_words(paper: MeetingPaper, house: House) -> str:
    """What kind of meeting, where that may lie on the table; else nothing."""
    kind = paper.whole.meeting.meeting.kind
    return "" if paper.unnamed or not kind else house.label("meeting_kind", kind)


def who_comes(paper: MeetingPaper, house: House, *, afterwards: bool = False) -> Section:
    """Everybody at the table with their role; ``afterwards`` says who came in the end."""
    lines = tuple(
        Line(text=_attendee(each, paper, house, afterwards=afterwards))
        for each in paper.whole.there
    )
    return Section(heading="Who was there" if afterwards else "Who comes", lines=lines)


def _attendee(each: Attendee, paper: MeetingPaper, house: House, *, afterwards: bool) -> str:
    """Mrs Hall, SENCO. Comes for a part."""
    part = each.comes.label if each.comes is Comes.FOR_A_PART else ""
    came = each.came.label if afterwards and each.came not in (None, Came.YES) else ""
    role = each.role or _tie(each.name, paper, house)
    named = f"{each.name}, {role}" if role else each.name
    return sentences([named, part, came]) if part or came else named


def _tie(name: str, paper: MeetingPaper, house: House) -> str:
    """What she is to the children; said to staff only."""
    copy = paper.whole.copy
    if copy.audience is not Audience.STAFF:
        return ""
    adult = next((each for each in copy.record.adults if each.full == name), None)
    said = ties(copy, adult, house.label).rstrip(".") if adult else ""
    return f"{said[:1].lower()}{said[1:]}"


def names_there(paper: MeetingPaper) -> str:
    """With Mrs Khan, Mrs Hall and Ms Avery: everybody but the reader."""
    reader = paper.whole.copy.reader
    hers = {reader.full, reader.addressed} if reader else set()
    others = [each.name for each in paper.whole.there if each.name not in hers]
    return f"With {and_list(others)}" if others else ""


def items(agenda: Sequence[AgendaItem], *, minutes: bool = True) -> tuple[Line, ...]:
    """The agenda, numbered, each with its time."""
    return tuple(_item(at, each, minutes=minutes) for at, each in enumerate(agenda, 1))


def _item(at: int, item: AgendaItem, *, minutes: bool) -> Line:
    taken = f"{item.minutes} minutes" if minutes and item.minutes else ""
    theirs = item.whose.label if item.whose is not ItemOf.EVERYBODY else ""
    told = ", ".join(filter(None, (theirs, taken)))
    more = f" ({told[:1].lower()}{told[1:]})" if told else ""
    return Line(lead=f"{at}.", text=f"{item.what}{more}")


def doer(action: MeetingAction, paper: MeetingPaper) -> str:
    """Who does it; "you" on the reader's own copy."""
    copy = paper.whole.copy
    family = copy.audience is Audience.FAMILY
    if family and action.side is Side.FAMILY and is_hers(action.owner, copy.reader):
        return "You"
    return action.owner or copy.record.names.get(action.person, "")


def is_hers(name: str, reader: Person | None) -> bool:
    """Whether the name is the reader's, or nobody's, which comes to the same on her copy."""
    return not reader or name in ("", reader.full, reader.called, reader.addressed, reader.short)


def by_when(due: date | None, today: date) -> str:
    """Thu 12 Mar; empty where no day was said."""
    return day_in_list(due, today) if due else ""


def actions_table(actions: Iterable[MeetingAction], paper: MeetingPaper, *, known: bool) -> Table:
    """What, who, by when, and how we will know where ``known``."""
    today = paper.whole.copy.today
    rows = [
        (each.action, doer(each, paper), by_when(each.due, today), each.known_by)
        for each in actions
    ]
    if known and any(row[3] for row in rows):
        columns = (*WHO_DOES, "How we will know")
        return Table(columns=columns, rows=tuple(rows), widths=(*SHARES, 2.0))
    return Table(columns=WHO_DOES, rows=tuple(row[:3] for row in rows), widths=SHARES)


def last_time(paper: MeetingPaper) -> Section:
    """What was agreed last time, and what of it is done."""
    rows = tuple(_agreed(each, paper) for each in paper.last_time)
    table = Table(columns=WHO_DOES, rows=rows, widths=SHARES) if rows else None
    return Section(heading="What we agreed last time", table=table)


def _agreed(each: Agreed, paper: MeetingPaper) -> tuple[str, str, str]:
    copy = paper.whole.copy
    family = copy.audience is Audience.FAMILY
    who = "You" if family and is_hers(each.who, copy.reader) else each.who
    by = "Done" if each.done else by_when(each.due, copy.today)
    return each.what, who, by


def said_section(heading: str, *texts: str) -> Section:
    """Texts under a heading; what is empty is not there."""
    return Section(heading=heading, lines=tuple(Line(text=each) for each in texts if each))


def quote(words: str) -> str:
    """Words as they were said, in quotation marks."""
    return f"“{words}”" if words else ""


def room(heading: str, lines: int, *said: str) -> Section:
    """Room to write under a heading."""
    texts = tuple(Line(text=each) for each in said if each)
    return Section(heading=heading, lines=(*texts, Line(room=lines)))


def filled(*sections: Section) -> tuple[Section, ...]:
    """Those of the sections in which anything stands."""
    return tuple(each for each in sections if each.lines or each.table)


def next_time(paper: MeetingPaper) -> Section:
    """When they meet again, in words."""
    meeting = paper.whole.meeting.meeting
    said = long_date(meeting.next_on) if meeting.next_on else ""
    if not said and meeting.no_next:
        said = "No next meeting is needed for now."
    return said_section("When we meet again", sentences([said]))
