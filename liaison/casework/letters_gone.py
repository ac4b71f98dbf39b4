"""What becomes of a paper that left the desk: it has gone, and how, or it is still to be sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from liaison.casework.families import whole_family
from liaison.casework.handing_on import safe_address
from liaison.casework.invitations import settle_check
from liaison.casework.meetings import meeting_whole
from liaison.casework.school_time import calendar
from liaison.casework.whereabouts import Whereabouts, whereabouts
from liaison.dates import medium_date
from liaison.errors import CannotPrint, NotFound, NotReady
from liaison.model.contact import Contact, ContactPerson, Direction, Part
from liaison.model.copies.copy import Asked, Sieve
from liaison.model.copies.reading import checked_reader, settled
from liaison.model.family import LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState
from liaison.model.letter import LetterKind
from liaison.model.meeting import Meeting, MeetingPerson
from liaison.model.meeting_patterns import AGENDA_HOME
from liaison.model.meeting_record import MeetingRecord
from liaison.model.restriction import What
from liaison.model.ruling import Answer, ruling
from liaison.model.sending import AFTER, LeftBy, Outgoing, Way, how_words, ways_after
from liaison.model.words import and_list
from liaison.store.ids import new_id
from liaison.store.saving import Saving
from liaison.store.store import Store

RING_AFTER = 5
"""School days after which the officer may want to ring."""

AHEAD = "It cannot have gone after today."
TOO_EARLY = "The meeting was on {0}: this cannot have gone before."
PAPER_ONLY = "With the pupil goes paper alone: this one left as a message."
NOT_THAT_WAY = "It cannot have gone that way."
ONE_MESSAGE = "An e-mail goes to one adult: say for each of them how it went."
RING_AHEAD = "Ring on a day after it has gone, and not before today."
OPENED_FIRST = "It is not known that {0} lives with the pupil: somebody else may open it first."
GONE_ALREADY = "It is noted already: {0} on {1}."


@dataclass(frozen=True)
class Gone:
    """What was written when it was said to have gone."""

    contact: Contact
    ring: FollowUp | None = None


@dataclass(frozen=True, kw_only=True)
class Sent:
    """How and when it went. ``ring_on`` promises a call where nobody has come back by then.

    ``again`` is said of one that is noted already and went once more. ``left`` is how it left,
    where that is known.
    """

    way: Way
    on: date
    ring_on: date | None = None
    again: bool = False
    left: LeftBy | None = None


def usual_ring(store: Store, on: date) -> date:
    """The day to offer for ringing."""
    return calendar(store).days_after(on, RING_AFTER)


def caution(store: Store, paper: Outgoing, way: Way) -> str:
    """What to know before it goes that way; nothing where there is nothing to know."""
    meeting = store.first(Meeting, "id = :id", id=paper.meeting)
    if way is not Way.PUPIL or meeting is None:
        return ""
    record = whole_family(store, meeting.family)
    apart = [each for each in paper.readers if record.lives_there(each) is not LivesThere.YES]
    return OPENED_FIRST.format(and_list([_called(record, each) for each in apart])) if apart else ""


def note_gone(store: Store, paper: Outgoing, sent: Sent, *, today: date) -> Gone:
    """It has gone: a contact with these readers, what the meeting says of it, and a call to come.

    Nobody was spoken to. ``NotReady`` names what cannot be; ``CannotPrint`` says that a reader
    has died, or that a restriction keeps it from her, or that no address is safe.
    """
    whole = _whole(store, paper)
    record = whole_family(store, whole.meeting.family)
    known = whereabouts(store, paper)
    _refuse_unready(whole, known, sent, today)
    children = _refuse_readers(record, whole, paper, sent, today)
    with store.saving() as saving:
        contact = saving.add(_contact(whole, paper, sent, record))
        parts = dict.fromkeys(children, Part.SUBJECT) | dict.fromkeys(paper.readers, Part.MENTIONED)
        for person, part in parts.items():
            saving.add(
                ContactPerson(family=contact.family, contact=contact.id, person=person, part=part)
            )
        if known.waiting is not None:
            saving.change(_done(known.waiting, contact))
        _mark(saving, whole, paper, sent)
        promised = saving.add(_ring(store, record, contact, paper, sent)) if sent.ring_on else None
    return Gone(contact, promised)


def note_not_yet(store: Store, paper: Outgoing, *, today: date) -> FollowUp:
    """It is still to be sent: a promise of ours for today, once."""
    whole = _whole(store, paper)
    known = whereabouts(store, paper).waiting
    if known is not None:
        return known
    record, officer = whole_family(store, whole.meeting.family), store.settings.officer
    readers = and_list([_called(record, each) for each in paper.readers])
    with store.saving() as saving:
        return saving.add(
            FollowUp(
                family=record.family.id,
                action=f"Send “{paper.label}” to {readers}",
                person=paper.readers[0],
                owner=officer,
                raised_by=officer,
                due=today,
                source=paper.occasion,
            )
        )


def _whole(store: Store, paper: Outgoing) -> MeetingRecord:
    try:
        return meeting_whole(store, paper.meeting)
    except NotFound as missing:
        raise CannotPrint("That meeting is not in the record.") from missing


def _refuse_unready(whole: MeetingRecord, known: Whereabouts, sent: Sent, today: date) -> None:
    found = {}
    if sent.way not in ways_after(sent.left):
        found["way"] = PAPER_ONLY if sent.way is Way.PUPIL else NOT_THAT_WAY
    if known.contact is not None and not sent.again:
        contact = known.contact
        found["again"] = GONE_ALREADY.format(
            how_words(contact.channel), medium_date(contact.held_on)
        )
    if sent.on > today:
        found["on"] = AHEAD
    if sent.ring_on and (sent.ring_on <= sent.on or sent.ring_on < today):
        found["ring_on"] = RING_AHEAD
    if found:
        raise NotReady(found)


def _refuse_readers(
    record: FamilyRecord, whole: MeetingRecord, paper: Outgoing, sent: Sent, today: date
) -> tuple[str, ...]:
    """The children it is about, of those the readers may be told of."""
    held = whole.meeting.held_on
    if paper.kind in AFTER and held and sent.on < held:
        raise NotReady({"on": TOO_EARLY.format(medium_date(held))})
    if sent.way is Way.EMAIL and len(paper.readers) > 1:
        raise NotReady({"way": ONE_MESSAGE})
    told: set[str] = set()
    for reader in paper.readers:
        person = checked_reader(record, reader)
        asked = Asked(audience=Audience.FAMILY, today=today, reader=person)
        reading, _ = settled(record, asked, Sieve(Audience.FAMILY))
        told |= reading.children
        if sent.way is Way.EMAIL:
            safe_address(record, reader, today)
        if sent.ring_on:
            _refuse_ringing(record, reader, sent.ring_on)
    about = [each.person for each in whole.subjects if each.person in told]
    return tuple(about or sorted(told))


def _refuse_ringing(record: FamilyRecord, reader: str, on: date) -> None:
    said = ruling(
        record.restrictions,
        what=What.CONTACT,
        adult=reader,
        child=None,
        on=on,
        names=record.order_names,
    )
    if said.answer is Answer.BLOCK:
        raise NotReady({"ring_on": said.sentence})


def _contact(whole: MeetingRecord, paper: Outgoing, sent: Sent, record: FamilyRecord) -> Contact:
    held = whole.meeting.held_on
    meeting = f"About the meeting on {medium_date(held)}." if held else "About a meeting."
    return Contact(
        id=new_id(),
        family=record.family.id,
        held_on=sent.on,
        channel=sent.way.channel,
        direction=Direction.WE,
        outcome="sent",
        facts=f"“{paper.label}”, {sent.way.label.lower()}. {meeting}",
        occasion=paper.occasion,
    )


def _done(waiting: FollowUp, contact: Contact) -> FollowUp:
    return replace(
        waiting,
        state=FollowUpState.DONE,
        closed_on=contact.held_on,
        completed_by=contact.id,
    )


def _mark(saving: Saving, whole: MeetingRecord, paper: Outgoing, sent: Sent) -> None:
    """What the meeting and everybody's part in it say of it, where they say nothing yet."""
    meeting, on, how = whole.meeting, sent.on, sent.way.channel
    if paper.kind is None:
        settle_check(saving, whole, AGENDA_HOME, on)
        if meeting.agenda_given_on is None:
            saving.change(replace(meeting, agenda_given_on=on, agenda_given_how=how))
        return
    if paper.kind in (LetterKind.THANKS, LetterKind.FOLLOW_UP) and meeting.thanked_on is None:
        saving.change(replace(meeting, thanked_on=on, thanked_how=how))
    for row in _rows(whole, paper):
        if paper.kind is LetterKind.FOLLOW_UP and row.copy_given_on is None:
            saving.change(replace(row, copy_given_on=on, copy_given_how=how))
        asking = paper.kind in (LetterKind.INVITATION, LetterKind.CHANGED)
        if asking and row.invited_on is None:
            saving.change(replace(row, invited_on=on, invited_how=how))


def _rows(whole: MeetingRecord, paper: Outgoing) -> Iterator[MeetingPerson]:
    found = (whole.part_of(each) for each in paper.readers)
    return (row for row in found if row is not None)


def _ring(
    store: Store, record: FamilyRecord, contact: Contact, paper: Outgoing, sent: Sent
) -> FollowUp:
    reader, officer = paper.readers[0], store.settings.officer
    called = _called(record, reader)
    return FollowUp(
        family=contact.family,
        action=f"Ring {called} if we have not heard: “{paper.label}”",
        kind=FollowUpKind.CONTACT,
        person=reader,
        owner=officer,
        raised_by=officer,
        due=sent.ring_on,
        source=contact.id,
    )


def _called(record: FamilyRecord, person: str) -> str:
    found = record.person(person)
    return found.addressed if found else ""
