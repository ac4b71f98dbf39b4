"""A meeting is held, written up and closed: its actions become promises, itself a contact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from liaison.casework.contacts import refuse_the_future
from liaison.casework.families import whole_family
from liaison.casework.follow_ups import kind_of
from liaison.casework.meeting_patterns import propose_next
from liaison.casework.meetings import as_told, meeting_whole, meetings_of, plan_in
from liaison.errors import NotReady
from liaison.model.agenda import MeetingAction
from liaison.model.contact import About, Contact, ContactPerson, Direction, Part
from liaison.model.family_record import FamilyRecord
from liaison.model.follow_up import FollowUp, FollowUpKind, Side
from liaison.model.invitation import cannot_come
from liaison.model.meeting import Came, Comes, Meeting, MeetingPerson, MeetingState
from liaison.model.meeting_record import MeetingRecord
from liaison.model.outcomes import PROMISED, missing, unwritten, wrongly_thanked
from liaison.model.person import PersonKind
from liaison.store.ids import new_id
from liaison.store.saving import Saving
from liaison.store.store import Store

REVIEWED_BY = {"taf": "taf_review", "reintegration": "return_review"}
"""Kinds whose next meeting is of another kind."""


@dataclass(frozen=True)
class Closed:
    """What closing wrote, and what the officer should know."""

    whole: MeetingRecord
    contact: Contact
    follow_ups: tuple[FollowUp, ...]
    next_meeting: Meeting | None
    warnings: tuple[str, ...] = ()


def keep_notes(store: Store, meeting: Meeting, notes: str) -> Meeting:
    """What was typed in the room, so far."""
    with store.saving() as saving:
        return saving.change(replace(meeting, notes=notes))


def hold(
    store: Store, meeting: Meeting, *, came: Mapping[str, Came] | None = None, today: date
) -> MeetingRecord:
    """It took place. ``came`` gives rows' ids how it was with them; everybody else came.

    ``NotReady`` before its day, and when it was called off.
    """
    if meeting.held_on and meeting.held_on > today:
        sentence = "Its day has not come yet. If it was held earlier, change the date first."
        raise NotReady({"held_on": sentence})
    if meeting.state is MeetingState.CALLED_OFF:
        raise NotReady({"state": "It was called off. Plan a new one."})
    said = came or {}
    with store.saving() as saving:
        for each in meeting_whole(store, meeting.id).people:
            if each.comes is Comes.SUBJECT or each.comes is Comes.LEFT_OUT:
                continue
            usual = Came.REPORT if each.comes is Comes.REPORT else Came.YES
            saving.change(replace(each, came=said.get(each.id, each.came or usual)))
        saving.change(replace(meeting, state=MeetingState.HELD))
    return meeting_whole(store, meeting.id)


def keep_action(store: Store, action: MeetingAction) -> MeetingAction:
    """What somebody will do, new at the end, or changed. A promise made of it stays as it is.

    ``NotReady`` for a new one once the meeting is written up: nobody would be told of it.
    """
    whole = meeting_whole(store, action.meeting)
    closed = whole.meeting.state is MeetingState.CLOSED
    if closed and not action.version:
        raise NotReady({"action": PROMISED})
    if closed:
        changed = tuple(action if each.id == action.id else each for each in whole.actions)
        _refuse_unwritten(replace(whole, actions=changed))
    last = max((each.position for each in whole.actions), default=0)
    with store.saving() as saving:
        if action.version:
            return saving.change(action)
        owner = action.owner or (store.settings.officer if action.side is Side.SCHOOL else "")
        return saving.add(
            replace(action, family=whole.meeting.family, owner=owner, position=last + 1)
        )


def remove_action(store: Store, action: MeetingAction) -> None:
    """Not agreed after all; it can be taken back. The last one of a meeting written up stays."""
    whole = meeting_whole(store, action.meeting)
    if whole.meeting.state is MeetingState.CLOSED:
        left = tuple(each for each in whole.actions if each.id != action.id)
        _refuse_unwritten(replace(whole, actions=left))
    with store.saving() as saving:
        saving.remove(action)


def _refuse_unwritten(whole: MeetingRecord) -> None:
    if gone := unwritten(whole):
        raise NotReady(gone)


def missing_for_closing(store: Store, meeting: Meeting) -> dict[str, str]:
    """What still stands in the way of closing it, one sentence for each thing."""
    whole = meeting_whole(store, meeting.id)
    return missing(whole, whole_family(store, meeting.family))


def close_meeting(
    store: Store, meeting: Meeting, *, about: About | None = None, today: date
) -> Closed:
    """Write it up: a contact with everybody's part, and a promise of each action; one save.

    ``NotReady`` with one sentence for each thing that is missing. A next date that no meeting is
    planned for yet becomes one.
    """
    whole = replace(meeting_whole(store, meeting.id), meeting=meeting)
    record = whole_family(store, meeting.family)
    if problems := missing(whole, record) | wrongly_thanked(meeting, today):
        raise NotReady(problems)
    contact = replace(_contact(whole, record, about), id=new_id())
    refuse_the_future(contact, today)
    with store.saving() as saving:
        saving.add(contact)
        for person, part in _parts(whole, record).items():
            saving.add(
                ContactPerson(family=contact.family, contact=contact.id, person=person, part=part)
            )
        promised = tuple(_promise(saving, store, each, contact) for each in whole.actions)
        following = _plan_next(saving, store, whole, record)
        saving.change(
            replace(meeting, state=MeetingState.CLOSED, closed_on=today, contact=contact.id)
        )
    late = any(each.due and each.due < today for each in promised)
    warnings = ("A follow-up is due in the past.",) if late else ()
    return Closed(meeting_whole(store, meeting.id), contact, promised, following, warnings)


def next_proposed(store: Store, meeting: Meeting) -> date | None:
    """The day to offer for the next one: its kind's interval, counted in school weeks."""
    return meeting.next_on or propose_next(store, meeting)


def _contact(whole: MeetingRecord, record: FamilyRecord, about: About | None) -> Contact:
    meeting = whole.meeting
    family_came = bool(_came(whole) & {each.id for each in record.people if _of_family(each.kind)})
    count = len(whole.actions)
    told = Contact(
        family=meeting.family,
        held_on=meeting.held_on or date.max,
        channel=(meeting.channel or "meeting") if family_came else "task",
        direction=Direction.BOTH,
        outcome="attended" if family_came else "task_done",
        about=about if family_came else None,
        agreed=f"{count} action{'' if count == 1 else 's'} agreed." if count else "",
    )
    return as_told(told, meeting)


def _of_family(kind: PersonKind) -> bool:
    return kind is not PersonKind.PROFESSIONAL


def _came(whole: MeetingRecord) -> set[str]:
    return {each.person for each in whole.coming if each.came is Came.YES and each.person}


def _parts(whole: MeetingRecord, record: FamilyRecord) -> dict[str, Part]:
    """Adults of the family were spoken to, everybody else who came was present."""
    kinds = {each.id: each.kind for each in record.people}
    found = {each.person: Part.SUBJECT for each in whole.subjects if each.person}
    for person in sorted(_came(whole)):
        spoken = kinds.get(person) is PersonKind.ADULT
        found.setdefault(person, Part.SPOKEN_TO if spoken else Part.PRESENT)
    return found


def _promise(saving: Saving, store: Store, action: MeetingAction, contact: Contact) -> FollowUp:
    ours = action.side is Side.SCHOOL
    promised = saving.add(
        FollowUp(
            family=contact.family,
            action=action.action,
            kind=kind_of(action.action) if ours else FollowUpKind.TASK,
            side=action.side,
            person=action.person,
            owner=action.owner or (store.settings.officer if ours else ""),
            raised_by=store.settings.officer,
            due=action.due,
            source=contact.id,
        )
    )
    saving.change(replace(action, follow_up=promised.id))
    return promised


def _plan_next(
    saving: Saving, store: Store, whole: MeetingRecord, record: FamilyRecord
) -> Meeting | None:
    """The next meeting, with the same people, unless it is planned already."""
    meeting = whole.meeting
    if meeting.next_on is None:
        return None
    for other in meetings_of(store, meeting.family):
        if other.follows == meeting.id or (other.ahead and other.held_on == meeting.next_on):
            return None
    following = Meeting(
        family=meeting.family,
        kind=REVIEWED_BY.get(meeting.kind, meeting.kind),
        purpose=meeting.purpose,
        held_on=meeting.next_on,
        held_at=meeting.held_at,
        minutes=meeting.minutes,
        channel=meeting.channel,
        place=meeting.place,
        standby=meeting.standby,
        standby_extension=meeting.standby_extension,
        interpreter=meeting.interpreter,
        person=meeting.person,
        follows=meeting.id,
    )
    return plan_in(
        saving,
        store,
        following,
        [_again(each) for each in whole.people if not cannot_come(record, each)],
    )


def _again(row: MeetingPerson) -> MeetingPerson:
    """The same part, nobody asked yet."""
    return MeetingPerson(
        meeting="",
        person=row.person,
        name=row.name,
        role=row.role,
        comes=row.comes,
        instead=row.instead,
        left_out_reason=row.left_out_reason,
    )
