"""Every dated thing of a family in one list, newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from liaison.dates import short_date
from liaison.model.barrier import Adjustment, Barrier
from liaison.model.contact import Contact, Direction, Part
from liaison.model.family_record import FamilyRecord
from liaison.model.follow_up import FollowUp, FollowUpState
from liaison.model.meeting import Meeting, MeetingState
from liaison.model.restriction import Restriction
from liaison.model.ruling import banner
from liaison.model.transition import TransitionConcern
from liaison.model.words import and_list

Label = Callable[[str, str], str]

SENT = {
    "phone": "Phone call",
    "text": "Text",
    "email": "E-mail",
    "letter": "Letter",
    "voicemail": "Voicemail",
    "app_message": "App message",
    "via_pupil": "Paper via the pupil",
}
"""Ways that go from one side to the other, as the timeline calls them."""

TOWARDS = {Direction.WE: "to", Direction.THEY: "from"}


@dataclass(frozen=True)
class Moment:
    """One line of the timeline. ``kind`` is the table, ``sign`` names its icon and ``tone``.

    ``at`` is HH:MM or empty. A DSL pointer is never a moment.
    """

    day: date
    at: str
    kind: str
    id: str
    title: str
    line: str
    sign: str
    tone: str = ""
    chip: str = ""


def timeline(record: FamilyRecord, label: Label) -> list[Moment]:
    """What happened with this family, newest first; within a day the latest first.

    A meeting that was written up stands for the contact it was written as.
    """
    told = {each.contact for each in record.meetings if each.state is MeetingState.CLOSED}
    found = [
        *(_contact(each, record, label) for each in record.contacts if each.id not in told),
        *(_meeting(each, label) for each in record.meetings),
        *(moment for each in record.follow_ups for moment in _follow_up(each)),
        *(_barrier(each, label) for each in record.barriers),
        *(_adjustment(each, label) for each in record.adjustments),
        *(_concern(each, record, label) for each in record.concerns),
        *(_restriction(each, record) for each in record.restrictions),
    ]
    dated = [each for each in found if each is not None]
    return sorted(dated, key=lambda each: (each.day, each.at, each.id), reverse=True)


def contact_title(contact: Contact, record: FamilyRecord, label: Label) -> str:
    """Who was contacted and how: "Phone call to Mrs Khan", "At the gate with Mrs Khan"."""
    names = record.names
    who = [
        names[each.person]
        for each in record.taking_part.get(contact.id, ())
        if each.part is not Part.SUBJECT and each.person in names
    ]
    how = label("channel", contact.channel)
    if not who:
        return how
    sent = SENT.get(contact.channel)
    if sent and contact.direction in TOWARDS:
        return f"{sent} {TOWARDS[contact.direction]} {and_list(who)}"
    return f"{how} with {and_list(who)}"


def _contact(contact: Contact, record: FamilyRecord, label: Label) -> Moment:
    words = f"“{contact.words}”" if contact.words else ""
    text = contact.facts or words or contact.agreed or contact.view
    outcome = label("outcome", contact.outcome)
    return Moment(
        day=contact.held_on,
        at=contact.held_at,
        kind=Contact.table,
        id=contact.id,
        title=contact_title(contact, record, label),
        line=" ".join(text.split()) if text else outcome,
        sign=f"{contact.channel}.{contact.direction.value}",
        tone=contact.about.value if contact.about else "",
        chip=contact.about.label if contact.about else outcome,
    )


def _meeting(meeting: Meeting, label: Label) -> Moment | None:
    if meeting.held_on is None:
        return None
    return Moment(
        day=meeting.held_on,
        at=meeting.held_at,
        kind=Meeting.table,
        id=meeting.id,
        title=label("meeting_kind", meeting.kind),
        line=" ".join((meeting.outcome or meeting.purpose or meeting.reason).split()),
        sign="meeting",
        chip=meeting.state.label,
    )


def _follow_up(follow_up: FollowUp) -> Iterator[Moment]:
    if follow_up.closed_on and follow_up.state is not FollowUpState.DONE:
        yield Moment(
            day=follow_up.closed_on,
            at="",
            kind=FollowUp.table,
            id=follow_up.id,
            title=f"{follow_up.state.label}: {follow_up.action}",
            line=follow_up.reason or follow_up.owner,
            sign="follow_up",
        )
    elif follow_up.due and follow_up.state is not FollowUpState.DONE:
        yield Moment(
            day=follow_up.due,
            at="",
            kind=FollowUp.table,
            id=follow_up.id,
            title=f"Due: {follow_up.action}",
            line=follow_up.owner,
            sign="follow_up",
        )


def _barrier(barrier: Barrier, label: Label) -> Moment | None:
    if barrier.since is None:
        return None
    return Moment(
        day=barrier.since,
        at="",
        kind=Barrier.table,
        id=barrier.id,
        title=f"What gets in the way: {label('barrier', barrier.kind)}",
        line=barrier.words or barrier.source.label,
        sign="barrier",
        chip=barrier.state.label,
    )


def _adjustment(adjustment: Adjustment, label: Label) -> Moment | None:
    if adjustment.offered_on is None:
        return None
    return Moment(
        day=adjustment.offered_on,
        at="",
        kind=Adjustment.table,
        id=adjustment.id,
        title=f"Tried: {label('adjustment', adjustment.kind)}",
        line=adjustment.note or adjustment.worked.label,
        sign="adjustment",
        chip=adjustment.worked.label,
    )


def _concern(concern: TransitionConcern, record: FamilyRecord, label: Label) -> Moment | None:
    if concern.raised_on is None:
        return None
    child = record.names.get(concern.child, "")
    about, move = label("domain", concern.domain), label("move", concern.move)
    return Moment(
        day=concern.raised_on,
        at="",
        kind=TransitionConcern.table,
        id=concern.id,
        title=f"{child}’s move, {move}: {about}" if child else f"{move}: {about}",
        line=f"“{concern.words}”" if concern.words else concern.state.label,
        sign="transition",
        tone="concern",
        chip=label("level", concern.level),
    )


def _restriction(restriction: Restriction, record: FamilyRecord) -> Moment:
    until = f"Until {short_date(restriction.ends_on)}. " if restriction.ends_on else ""
    return Moment(
        day=restriction.seen_on or restriction.recorded_on,
        at="",
        kind=Restriction.table,
        id=restriction.id,
        title=restriction.force.label,
        line=until + banner(restriction, record.order_names),
        sign="restriction",
    )
