"""What becomes of papers that left the desk and have gone: a contact for each, and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from liaison.casework.families import whole_family
from liaison.casework.invitations import settle_check
from liaison.casework.meetings import meeting_whole
from liaison.casework.papers_allowed import called, children_told_of, refuse_unready, refuse_way
from liaison.casework.papers_owed import NO_MEETING, keep_promise
from liaison.casework.school_time import calendar
from liaison.casework.whereabouts import Whereabouts, whereabouts
from liaison.dates import medium_date
from liaison.errors import CannotPrint, NotFound
from liaison.model.contact import Contact, ContactPerson, Direction, Part
from liaison.model.family_record import FamilyRecord
from liaison.model.follow_up import FollowUp, FollowUpKind
from liaison.model.letter import LetterKind
from liaison.model.meeting import MeetingPerson
from liaison.model.meeting_patterns import AGENDA_HOME
from liaison.model.meeting_record import MeetingRecord
from liaison.model.sending import Outgoing, Sent
from liaison.store.ids import new_id
from liaison.store.saving import Saving
from liaison.store.store import Store

RING_AFTER = 5
"""School days after which the officer may want to ring."""


@dataclass(frozen=True)
class Gone:
    """What was written when it was said to have gone."""

    contact: Contact
    ring: FollowUp | None = None


@dataclass(frozen=True, kw_only=True)
class _Going:
    """One paper of which nothing stands against its having gone."""

    paper: Outgoing
    whole: MeetingRecord
    record: FamilyRecord
    known: Whereabouts
    children: tuple[str, ...]


def usual_ring(store: Store, on: date) -> date:
    """The day to offer for ringing."""
    return calendar(store).days_after(on, RING_AFTER)


def note_gone(store: Store, paper: Outgoing, sent: Sent, *, today: date) -> Gone:
    """It has gone: a contact with these readers, what the meeting says of it, and a call to come.

    Nobody was spoken to. ``NotReady`` names what cannot be; ``CannotPrint`` says that a reader
    has died, or that a restriction keeps it from her, or that no address is safe.
    """
    (gone,) = note_all_gone(store, (paper,), sent, today=today)
    return gone


def note_all_gone(
    store: Store, papers: Sequence[Outgoing], sent: Sent, *, today: date
) -> list[Gone]:
    """As ``note_gone``, all of them in one save, or none."""
    refuse_way(papers, sent)
    going = [_going(store, each, sent, today) for each in papers]
    with store.saving() as saving:
        return [_written(saving, store, each, sent) for each in going]


def _going(store: Store, paper: Outgoing, sent: Sent, today: date) -> _Going:
    try:
        whole = meeting_whole(store, paper.meeting)
    except NotFound as missing:
        raise CannotPrint(NO_MEETING) from missing
    record, known = whole_family(store, whole.meeting.family), whereabouts(store, paper)
    refuse_unready(known, sent, today)
    children = children_told_of(record, whole, paper, sent, today)
    return _Going(paper=paper, whole=whole, record=record, known=known, children=children)


def _written(saving: Saving, store: Store, going: _Going, sent: Sent) -> Gone:
    paper, record = going.paper, going.record
    contact = saving.add(_contact(going.whole, paper, sent, record))
    readers = dict.fromkeys(paper.readers, Part.MENTIONED)
    for person, part in (dict.fromkeys(going.children, Part.SUBJECT) | readers).items():
        saving.add(
            ContactPerson(family=contact.family, contact=contact.id, person=person, part=part)
        )
    for promise in going.known.promises:
        keep_promise(saving, record, promise, paper, contact)
    _mark(saving, going.whole, paper, sent)
    promised = saving.add(_ring(store, record, contact, paper, sent)) if sent.ring_on else None
    return Gone(contact, promised)


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
    return FollowUp(
        family=contact.family,
        action=f"Ring {called(record, reader)} if we have not heard: “{paper.label}”",
        kind=FollowUpKind.CONTACT,
        person=reader,
        owner=officer,
        raised_by=officer,
        due=sent.ring_on,
        source=contact.id,
    )
