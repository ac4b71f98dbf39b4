"""Meetings of an invented family: some written up, one still to be, some today and ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from liaison.exchange.practice.days import is_school_day, next_school_day
from liaison.exchange.practice.household import Household, Member
from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck
from liaison.model.contact import About, Contact, ContactPerson, Part
from liaison.model.follow_up import FollowUp
from liaison.model.meeting import Came, Comes, Meeting, MeetingPerson, MeetingState
from liaison.model.meeting_patterns import AGENDA_HOME, ASKED, NEARBY, PATTERNS, item_of
from liaison.model.person import PersonKind

IN_A_ROOM = ("meeting", "community")
SHARE = 0.5
"""Of the meetings among the contacts, those that were planned as one."""
AHEAD = 0.06
"""Of families, those with a meeting in the fortnight to come."""

SENCO = ("Mrs Hall", "SENCO")
PURPOSES = {
    "honest": "Agree how {child} gets to school by ten to nine each day",
    "structured": "Hear what {adult} hopes for {child} this term",
    "transition": "Agree how {child} travels to the new school, and who waits at the stop",
    "apdr": "Look at what has helped {child} with reading, and what comes next",
    "attendance": "Find out together what would make mornings easier for {child}",
    "taf": "Bring together everybody who helps {child}",
    "other": "Talk about how {child} is getting on",
}
SUITS = (
    ("transition", "transition"),
    ("send", "apdr"),
    ("attendance", "attendance"),
    ("punctuality", "attendance"),
    ("housing", "taf"),
)
"""What a contact was for, and the kind of meeting that suits it."""

TIMES = ("09:00", "09:30", "11:00", "13:30", "14:00", "15:30")
STANDBY = (("Mr Lee", "214"), ("Mrs Penrose", "221"), ("Mr Frost", "230"))


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """A meeting that is still to come."""

    kind: str
    day: date
    at: str
    child: int = 0
    nearby: bool = False
    agenda_given: bool = False


def meetings_of(home: Household) -> None:
    """What was held, what waits to be written up, and what is planned."""
    adult = next(iter(home.reachable), None)
    if adult is None or not home.children:
        return
    for contact in _held_before(home):
        _written_up(home, contact, adult)
    if home.family.left_on or home.family.colleague:
        return
    if home.number == 1:
        _to_be_written_up(home, adult)
    for each in _dates(home):
        _planned(home, adult, each)


def _dates(home: Household) -> list[Appointment]:
    """On its date and on the next school day the first family always has one."""
    on, soon = home.on, next_school_day(home.on)
    if home.number == 0:
        return [
            Appointment(kind="transition", day=on, at="14:00", agenda_given=True),
            Appointment(kind="apdr", day=soon, at="15:30"),
        ]
    if home.number == 2:
        return [Appointment(kind="honest", day=on, at="09:30", nearby=True, agenda_given=True)]
    if home.number > 5 and not home.chance.likely(AHEAD):
        return []
    chance = home.chance
    kind = chance.choice(("structured", "apdr", "attendance", "taf", "honest"))
    day = next_school_day(on + timedelta(days=chance.randrange(14)))
    return [Appointment(kind=kind, day=day, at=chance.choice(TIMES), nearby=kind == "honest")]


def _held_before(home: Household) -> list[Contact]:
    """Of the meetings among the contacts some, those told of the first family always."""
    held = [
        each
        for each in home.entries
        if isinstance(each, Contact) and each.channel in IN_A_ROOM and each.outcome == "attended"
    ]
    first = home.number == 0
    return [each for each in held if first or home.chance.likely(SHARE)]


def _kind(contact: Contact) -> str:
    found = (kind for purpose, kind in SUITS if purpose in contact.purposes)
    usual = "honest" if contact.about is About.CONCERN else "structured"
    return next(found, usual)


def _words(home: Household, kind: str, adult: Member, child: int = 0) -> str:
    young = home.children[min(child, len(home.children) - 1)]
    return PURPOSES[kind].format(child=young.person.short, adult=adult.person.addressed)


def _meeting(home: Household, kind: str, purpose: str) -> Meeting:
    pattern = PATTERNS[kind]
    return Meeting(
        kind=kind,
        purpose=purpose,
        channel="meeting",
        place="family_room",
        neutral=True,
        private=True,
        clear_exit=True,
        chair=home.officer,
        opening=pattern.opening,
        minutes=sum(item_of(each)[1] or 0 for each in pattern.agenda),
    )


def _written_up(home: Household, contact: Contact, adult: Member) -> None:
    kind = _kind(contact)
    promised = [
        each for each in home.entries if isinstance(each, FollowUp) and each.source == contact.id
    ]
    thanked = next_school_day(contact.held_on)
    meeting = home.put(
        replace(
            _meeting(home, kind, _words(home, kind, adult)),
            held_on=contact.held_on,
            held_at=contact.held_at,
            place=contact.place or "family_room",
            channel=contact.channel,
            outcome=contact.facts,
            words=contact.words,
            words_of=contact.words_of,
            child_voice=contact.child_voice,
            view=contact.view,
            no_action=not promised,
            no_next=True,
            thanked_on=min(thanked, home.on),
            thanked_how="letter",
            state=MeetingState.CLOSED,
            closed_on=min(thanked, home.on),
            contact=contact.id,
        )
    )
    _people(home, meeting, [*_parts(home, contact), _officer(home)], came=Came.YES)
    _agenda(home, meeting, done=contact.held_on)
    for position, each in enumerate(promised, 1):
        home.put(
            MeetingAction(
                meeting=meeting.id,
                position=position,
                action=each.action,
                side=each.side,
                person=each.person,
                owner=each.owner,
                due=each.due,
                follow_up=each.id,
            )
        )


def _parts(home: Household, contact: Contact) -> list[MeetingPerson]:
    """Whom the contact was about, and who took part in it."""
    rows = [
        each
        for each in home.entries
        if isinstance(each, ContactPerson) and each.contact == contact.id
    ]
    return [
        MeetingPerson(
            meeting="",
            person=each.person,
            comes=Comes.SUBJECT if each.part is Part.SUBJECT else Comes.ATTENDS,
        )
        for each in rows
        if each.part is not Part.MENTIONED
    ]


def _officer(home: Household) -> MeetingPerson:
    return MeetingPerson(meeting="", name=home.officer, role="Family Liaison Officer")


def _to_be_written_up(home: Household, adult: Member) -> None:
    """Held on the last school day before, its outcomes still to be written."""
    day = _last_school_day(home.on)
    purpose = _words(home, "attendance", adult)
    meeting = home.put(
        replace(
            _meeting(home, "attendance", purpose),
            held_on=day,
            held_at="15:30",
            notes="Mornings are hardest on Mondays. Would like to hear from us by text.",
            agenda_given_on=day - timedelta(days=3),
            agenda_given_how="text",
            state=MeetingState.HELD,
        )
    )
    _people(home, meeting, _usual(home, adult, home.children[0]), came=Came.YES)
    _agenda(home, meeting, done=day)


def _last_school_day(on: date) -> date:
    day = on - timedelta(days=1)
    while not is_school_day(day):
        day -= timedelta(days=1)
    return day


def _planned(home: Household, adult: Member, coming: Appointment) -> None:
    who, extension = home.chance.choice(STANDBY)
    asked = home.on - timedelta(days=6)
    given = home.on - timedelta(days=3)
    meeting = home.put(
        replace(
            _meeting(home, coming.kind, _words(home, coming.kind, adult, coming.child)),
            held_on=coming.day,
            held_at=coming.at,
            standby=who if coming.nearby else "",
            standby_extension=extension if coming.nearby else "",
            standby_told_on=given if coming.nearby and coming.agenda_given else None,
            interpreter=adult.interpreter,
            person=adult.person.id if adult.interpreter else "",
            interpreter_booked_on=given if adult.interpreter and coming.agenda_given else None,
            agenda_given_on=given if coming.agenda_given else None,
            agenda_given_how="letter" if coming.agenda_given else "",
        )
    )
    child = home.children[min(coming.child, len(home.children) - 1)]
    rows = [replace(each, invited_on=asked, invited_how="text") if each.person else each
            for each in _usual(home, adult, child)]  # fmt: skip
    _people(home, meeting, rows)
    _agenda(home, meeting, done=given if coming.agenda_given else None)


def _usual(home: Household, adult: Member, child: Member) -> list[MeetingPerson]:
    name, role = SENCO
    return [
        MeetingPerson(meeting="", person=adult.person.id),
        _officer(home),
        MeetingPerson(meeting="", name=name, role=role),
        MeetingPerson(meeting="", person=child.person.id, comes=Comes.SUBJECT),
    ]


def _people(
    home: Household, meeting: Meeting, rows: Sequence[MeetingPerson], *, came: Came | None = None
) -> None:
    young = {each.person.id for each in home.children if each.person.kind is PersonKind.CHILD}
    for row in rows:
        about = row.comes is Comes.SUBJECT
        part = Comes.SUBJECT if about or row.person in young else row.comes
        home.put(replace(row, meeting=meeting.id, comes=part, came=None if about else came))


def _agenda(home: Household, meeting: Meeting, *, done: date | None) -> None:
    pattern = PATTERNS[meeting.kind]
    for position, each in enumerate(pattern.agenda, 1):
        what, minutes = item_of(each)
        home.put(AgendaItem(meeting=meeting.id, position=position, what=what, minutes=minutes))
    for position, what in enumerate(pattern.checks, 1):
        ready = what in (ASKED, AGENDA_HOME, NEARBY) or meeting.state is MeetingState.CLOSED
        home.put(
            MeetingCheck(
                meeting=meeting.id,
                position=position,
                what=what,
                done_on=done if ready else None,
            )
        )
