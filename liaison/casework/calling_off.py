"""A meeting that does not take place, or not on its day: said once, and kept as an attempt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from liaison.casework.families import whole_family
from liaison.casework.meetings import Planned, meeting_whole, planned, timed
from liaison.dates import short_date
from liaison.errors import NotReady
from liaison.model.contact import Contact, ContactPerson, Direction, Part
from liaison.model.meeting import Came, Meeting, MeetingState
from liaison.model.meeting_record import MeetingRecord
from liaison.model.person import PersonKind
from liaison.store.ids import new_id
from liaison.store.saving import Saving
from liaison.store.store import Store

BY_FAMILY, BY_SCHOOL, NOT_COME = "cancelled_by_family", "cancelled_by_school", "could_not_come"
WHY = (BY_FAMILY, BY_SCHOOL, NOT_COME)
"""The outcomes a meeting that did not take place may have."""

MOVED = "rearranged"


def call_off(
    store: Store, meeting: Meeting, *, why: str, reason: str = "", today: date
) -> tuple[Meeting, Contact]:
    """It does not take place; ``why`` is one of ``WHY``. A contact keeps that it was tried.

    ``NotReady`` when we called it off and say no reason, or it took place already.
    """
    problems = {}
    if meeting.state is not MeetingState.PLANNED:
        problems["state"] = "Only a planned meeting can be called off."
    if why not in WHY:
        problems["why"] = "Say who called it off, or that they could not come."
    if why == BY_SCHOOL and not reason.strip():
        problems["reason"] = "Say why we called it off."
    if why == NOT_COME and meeting.held_on and meeting.held_on > today:
        problems["why"] = "Its day has not come yet."
    if problems:
        raise NotReady(problems)
    whole = meeting_whole(store, meeting.id)
    with store.saving() as saving:
        contact = _attempt(saving, store, whole, why, _day(meeting, why, today))
        for each in whole.coming if why == NOT_COME else ():
            saving.change(replace(each, came=Came.NO if each.person else each.came))
        off = replace(
            meeting, state=MeetingState.CALLED_OFF, reason=reason.strip(), closed_on=today,
            contact=contact.id,
        )  # fmt: skip
        return saving.change(off), contact


def postpone(
    store: Store, meeting: Meeting, *, to: date, at: str = "", reason: str = "", today: date
) -> Planned:
    """Another day: everybody has to be told anew. A contact keeps that it was tried.

    Another time on the same day is only a change.
    """
    if meeting.state is not MeetingState.PLANNED:
        raise NotReady({"state": "Only a planned meeting can be moved."})
    if to < today:
        raise NotReady({"held_on": "The new day has gone by."})
    if to == meeting.held_on and at in ("", meeting.held_at):
        raise NotReady({"held_on": "That is its day already."})
    whole = meeting_whole(store, meeting.id)
    another_day = to != meeting.held_on
    later = replace(
        meeting,
        held_on=to,
        held_at=at or meeting.held_at,
        moved=meeting.moved + another_day,
        reason=reason.strip() or meeting.reason,
        standby_told_on=None,
        interpreter_booked_on=None,
    )
    with store.saving() as saving:
        if another_day:
            _attempt(saving, store, whole, MOVED, today)
        for each in whole.people:
            saving.change(replace(each, invited_on=None, invited_how=""))
        saving.change(timed(later))
    told = planned(store, meeting.id, today)
    return Planned(told.whole, (*_to_tell(whole), *told.warnings))


def _to_tell(whole: MeetingRecord) -> list[str]:
    asked = any(each.invited_on for each in whole.people)
    said = ["Tell everybody who was asked."] if asked else []
    if whole.meeting.standby_told_on:
        said.append(f"Tell {whole.meeting.standby}, who is to be nearby.")
    if whole.meeting.interpreter_booked_on:
        said.append("Tell the interpreter.")
    return said


def _day(meeting: Meeting, why: str, today: date) -> date:
    """Nobody came on the day itself; it was called off on the day that was said."""
    return min(meeting.held_on or today, today) if why == NOT_COME else today


def _attempt(saving: Saving, store: Store, whole: MeetingRecord, outcome: str, on: date) -> Contact:
    meeting = whole.meeting
    record = whole_family(store, meeting.family)
    day = short_date(meeting.held_on) if meeting.held_on else "no day"
    contact = saving.add(
        Contact(
            id=new_id(),
            family=meeting.family,
            held_on=on,
            channel=meeting.channel or "meeting",
            direction=Direction.THEY if outcome == BY_FAMILY else Direction.WE,
            outcome=outcome,
            facts=f"Meeting planned for {day}.",
        )
    )
    parts = {each.person: Part.SUBJECT for each in whole.subjects if each.person}
    for each in record.adults:
        row = whole.part_of(each.id)
        if row and row in whole.coming and each.kind is PersonKind.ADULT:
            parts[each.id] = Part.MENTIONED
    for person, part in parts.items():
        saving.add(
            ContactPerson(family=contact.family, contact=contact.id, person=person, part=part)
        )
    return contact
