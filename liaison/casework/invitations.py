"""Who comes to a meeting: asking them, leaving somebody out, and who is nearby."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from liaison.casework.families import whole_family
from liaison.casework.meetings import Planned, meeting_whole, planned
from liaison.errors import NotReady
from liaison.model.family_record import FamilyRecord
from liaison.model.invitation import cannot_come, refused, unsaid
from liaison.model.meeting import Comes, Instead, Meeting, MeetingPerson
from liaison.model.meeting_patterns import NEARBY
from liaison.model.meeting_record import MeetingRecord
from liaison.store.saving import Saving
from liaison.store.store import Store


def keep_person(store: Store, row: MeetingPerson, *, today: date) -> Planned:
    """Somebody's part, new or changed. One part each: a member already there is changed.

    A restriction that stops coming, or contact, stops it; a warning is only said.
    """
    if not row.person and not row.name.strip():
        raise NotReady({"name": "Write who it is."})
    whole = meeting_whole(store, row.meeting)
    record = whole_family(store, whole.meeting.family)
    if said := cannot_come(record, row):
        raise NotReady({"person": said})
    row = _same_part(whole, replace(row, family=whole.meeting.family))
    if missing := unsaid(row):
        raise NotReady({"left_out_reason" if row.instead else "instead": missing.label})
    _refuse_restricted(record, replace(whole, people=(*_others(whole, row), row)))
    with store.saving() as saving:
        if row.version:
            saving.change(row)
        else:
            saving.add(row)
    return planned(store, row.meeting, today)


def leave_out(
    store: Store,
    meeting: Meeting,
    person: str,
    *,
    instead: Instead | None,
    reason: str = "",
    today: date,
) -> Planned:
    """A parent is not asked: she has a separate meeting, gets a copy, or there is a reason."""
    row = meeting_whole(store, meeting.id).part_of(person)
    row = row or MeetingPerson(meeting=meeting.id, person=person)
    out = replace(
        row, comes=Comes.LEFT_OUT, instead=instead, left_out_reason=reason, came=None,
        invited_on=None, invited_how="",
    )  # fmt: skip
    return keep_person(store, out, today=today)


def remove_person(store: Store, row: MeetingPerson, *, today: date) -> Planned:
    """No part in it any more, as if never put down."""
    with store.saving() as saving:
        saving.remove(row)
    return planned(store, row.meeting, today)


def invite(store: Store, meeting: Meeting, *, how: str, on: date, today: date) -> Planned:
    """Everybody at the table who was not asked yet is asked, in this way, on this day.

    ``NotReady`` without a purpose, a day, or anybody to ask, and when a restriction stops it.
    """
    whole = meeting_whole(store, meeting.id)
    problems = {}
    if not whole.meeting.purpose.strip():
        problems["purpose"] = "Say in one sentence what the meeting is for."
    if not [each for each in whole.coming if each.person]:
        problems["people"] = "Nobody of the family is down as coming."
    if problems:
        raise NotReady(problems)
    _refuse_restricted(whole_family(store, whole.meeting.family), whole)
    with store.saving() as saving:
        for each in whole.coming:
            if each.invited_on is None:
                saving.change(replace(each, invited_on=on, invited_how=how))
    return planned(store, meeting.id, today)


def tell_standby(store: Store, meeting: Meeting, *, on: date) -> Meeting:
    """The colleague nearby knows. ``NotReady`` while nobody is named."""
    if not meeting.standby.strip():
        raise NotReady({"standby": "Say who is nearby."})
    with store.saving() as saving:
        settle_check(saving, meeting_whole(store, meeting.id), NEARBY, on)
        return saving.change(replace(meeting, standby_told_on=on))


def settle_check(saving: Saving, whole: MeetingRecord, what: str, on: date) -> None:
    """Done on this day, where the preparations have it and nobody said so yet."""
    for each in whole.checks:
        if each.what == what and not each.settled:
            saving.change(replace(each, done_on=on))


def _same_part(whole: MeetingRecord, row: MeetingPerson) -> MeetingPerson:
    """A member takes one part besides being whom it is about."""
    if row.version or not row.person or row.comes is Comes.SUBJECT:
        return row
    taken = (each for each in whole.people if each.comes is not Comes.SUBJECT)
    known = next((each for each in taken if each.person == row.person), None)
    return replace(row, id=known.id, version=known.version) if known else row


def _others(whole: MeetingRecord, row: MeetingPerson) -> tuple[MeetingPerson, ...]:
    return tuple(each for each in whole.people if each.id != row.id or not row.id)


def _refuse_restricted(record: FamilyRecord, whole: MeetingRecord) -> None:
    if said := refused(record, whole):
        raise NotReady({"people": said})
