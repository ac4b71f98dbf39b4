"""Meetings: planning one, finding them by day and family, and one of them whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from liaison.casework.contacts import refuse_the_future
from liaison.casework.families import whole_family
from liaison.casework.interpreters import another_parent
from liaison.casework.meeting_patterns import pattern_for
from liaison.dates import read_clock
from liaison.errors import NotReady, UnknownValue
from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck, MeetingPattern
from liaison.model.contact import Contact
from liaison.model.family_record import FamilyRecord
from liaison.model.follow_up import FollowUp
from liaison.model.invitation import cannot_come, invitation_warnings, refused
from liaison.model.meeting import Meeting, MeetingPerson, MeetingState
from liaison.model.meeting_patterns import item_of
from liaison.model.meeting_record import MeetingRecord
from liaison.model.outcomes import CLOSE_IT, STAYS, unwritten
from liaison.store.ids import new_id
from liaison.store.rows import E
from liaison.store.saving import Saving
from liaison.store.store import Store

LONGEST = 24 * 60
"""Minutes."""

STANDING = "state != 'called_off'"
OVER = "state IN ('closed', 'called_off')"
SOONEST = "held_on, held_at, id"
LATEST = "held_on DESC, held_at DESC, id DESC"
LISTED = "deleted = 0 AND colleague = 0 AND left_on IS NULL"
"""Families that stand in lists: not a colleague's own, and nobody who has left."""

UNWRITTEN = "held_on < :day AND state IN ('planned', 'held')"


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in a list, with its family's name and its kind in words."""

    meeting: Meeting
    family_name: str
    kind: str

    @property
    def id(self) -> str:
        return self.meeting.id


@dataclass(frozen=True)
class Planned:
    """A meeting as it stands, and what to look at first."""

    whole: MeetingRecord
    warnings: tuple[str, ...] = ()

    @property
    def meeting(self) -> Meeting:
        return self.whole.meeting


def plan_meeting(
    store: Store, meeting: Meeting, *, people: Sequence[MeetingPerson] = (), today: date
) -> Planned:
    """Keep a new meeting with the agenda and the preparations of its kind: all or nothing.

    Without ``people`` the officer is down alone. A day that has gone by is a warning; somebody
    whom a restriction stops from coming is refused.
    """
    if not meeting.family:
        raise NotReady({"family": "A meeting is with a family: choose one first."})
    record = whole_family(store, meeting.family)
    stops = (*(cannot_come(record, each) for each in people), _refused(record, meeting, people))
    if said := next(filter(None, stops), ""):
        raise NotReady({"people": said})
    with store.saving() as saving:
        kept = plan_in(saving, store, meeting, people)
    return planned(store, kept.id, today)


def _refused(record: FamilyRecord, meeting: Meeting, people: Sequence[MeetingPerson]) -> str:
    return refused(record, MeetingRecord(meeting=meeting, people=tuple(people)))


def plan_in(
    saving: Saving, store: Store, meeting: Meeting, people: Sequence[MeetingPerson]
) -> Meeting:
    """The same as a part of a larger save."""
    pattern = pattern_for(store, meeting.kind)
    items = [item_of(each) for each in pattern.agenda]
    opened = replace(
        _ticked(store, timed(meeting)),
        id=meeting.id or new_id(),
        channel=meeting.channel or "meeting",
        opening=meeting.opening or pattern.opening,
        chair=meeting.chair or store.settings.officer,
        minutes=meeting.minutes or sum(minutes or 0 for _, minutes in items) or None,
    )
    kept = saving.add(opened)
    for row in people or (_officer(store),):
        saving.add(replace(row, id="", version="", family=kept.family, meeting=kept.id))
    lay_out(saving, kept, pattern)
    return kept


def lay_out(saving: Saving, meeting: Meeting, pattern: MeetingPattern) -> None:
    """The agenda and the preparations of its kind, as part of a larger save."""
    for position, (what, minutes) in enumerate(map(item_of, pattern.agenda), 1):
        saving.add(
            AgendaItem(
                family=meeting.family,
                meeting=meeting.id,
                position=position,
                what=what,
                minutes=minutes,
            )
        )
    for position, what in enumerate(pattern.checks, 1):
        saving.add(
            MeetingCheck(family=meeting.family, meeting=meeting.id, position=position, what=what)
        )


def timed(meeting: Meeting) -> Meeting:
    """With its time as HH:MM. ``NotReady`` for a time or a length that is none."""
    if meeting.minutes is not None and not 0 < meeting.minutes <= LONGEST:
        raise NotReady({"minutes": "A meeting takes a minute at least, and a day at most."})
    try:
        at = read_clock(meeting.held_at) if meeting.held_at.strip() else ""
    except UnknownValue as wrong:
        raise NotReady({"held_at": str(wrong)}) from wrong
    return replace(meeting, held_at=at)


def _ticked(store: Store, meeting: Meeting) -> Meeting:
    """With what is known of its place, unless something was ticked by hand."""
    by_hand = meeting.neutral or meeting.private or meeting.clear_exit
    return meeting if by_hand else with_place(store, meeting, meeting.place)


def _officer(store: Store) -> MeetingPerson:
    settings = store.settings
    return MeetingPerson(meeting="", name=settings.officer or "Me", role=settings.officer_role)


def planned(store: Store, id: str, today: date) -> Planned:
    """A meeting as it stands with every warning about asking people to it."""
    whole = meeting_whole(store, id)
    record = whole_family(store, whole.meeting.family)
    warnings = dict.fromkeys(
        (
            *invitation_warnings(record, whole, store.flagged),
            *another_parent(store, whole.meeting),
        )
    )
    day = whole.meeting.held_on
    gone = bool(day and day < today and whole.meeting.state is MeetingState.PLANNED)
    return Planned(whole, (*(("Its day has gone by.",) if gone else ()), *warnings))


def with_place(store: Store, meeting: Meeting, place: str) -> Meeting:
    """The meeting at this place, ticked as the place is known to be. Ticks can be changed."""
    return replace(
        meeting,
        place=place,
        neutral=store.flagged("place", place, "neutral"),
        private=store.flagged("place", place, "private"),
        clear_exit=store.flagged("place", place, "exit"),
    )


def change_meeting(store: Store, meeting: Meeting, *, today: date) -> Planned:
    """Whatever was changed about a meeting, as one new version.

    What is put right of one that was written up is put right in its contact, too. ``NotReady``
    for one that would be written up without its outcomes, or no longer.
    """
    _refuse_half_closed(store, meeting)
    with store.saving() as saving:
        kept = saving.change(timed(meeting))
        if kept.state is MeetingState.CLOSED and kept.contact:
            told = as_told(store.get(Contact, kept.contact), kept)
            refuse_the_future(told, today)
            saving.change(told)
    return planned(store, kept.id, today)


def _refuse_half_closed(store: Store, meeting: Meeting) -> None:
    was = store.get(Meeting, meeting.id).state
    closed = MeetingState.CLOSED
    if meeting.state is not was and closed in (was, meeting.state):
        raise NotReady({"state": STAYS if was is closed else CLOSE_IT})
    if was is closed and (
        gone := unwritten(replace(meeting_whole(store, meeting.id), meeting=meeting))
    ):
        raise NotReady(gone)


def as_told(contact: Contact, meeting: Meeting) -> Contact:
    """The contact with what the meeting says of itself."""
    return replace(
        contact,
        held_on=meeting.held_on or contact.held_on,
        held_at=meeting.held_at,
        place=meeting.place,
        facts=meeting.outcome,
        words=meeting.words,
        words_of=meeting.words_of,
        child_voice=meeting.child_voice,
        view=meeting.view,
        minutes=meeting.minutes,
    )


def meeting_whole(store: Store, id: str) -> MeetingRecord:
    """Everything of one meeting. ``NotFound`` when there is no such meeting."""
    meeting = store.get(Meeting, id)

    def of(cls: type[E], order: str) -> tuple[E, ...]:
        return tuple(store.find(cls, "meeting = :meeting", order=order, meeting=id))

    actions = of(MeetingAction, "position, id")
    promised = [each.follow_up for each in actions if each.follow_up]
    values: dict[str, Any] = {f"id{n}": each for n, each in enumerate(promised)}
    among = ", ".join(f":{name}" for name in values)
    return MeetingRecord(
        meeting=meeting,
        people=of(MeetingPerson, "id"),
        items=of(AgendaItem, "position, id"),
        actions=actions,
        checks=of(MeetingCheck, "position, id"),
        follow_ups=tuple(store.find(FollowUp, f"id IN ({among})", order="due, id", **values)),
    )


def meetings_of(store: Store, family: str) -> list[Meeting]:
    """A family's meetings, the latest first."""
    return store.find(
        Meeting, "family = :family", order="held_on DESC, held_at DESC, id DESC", family=family
    )


def meetings_on(store: Store, day: date) -> list[MeetingLine]:
    """The meetings of one day that were not called off, in their order.

    As in every list, without those of a colleague's own family and of families that have left.
    """
    return meetings_between(store, day, day)


def meetings_between(store: Store, first: date, last: date) -> list[MeetingLine]:
    """Those of a stretch of days, both ends included; the earliest first."""
    where = f"held_on >= :first AND held_on <= :last AND {STANDING}"
    return _lines(store, where, first=first.isoformat(), last=last.isoformat())


def meetings_ahead(store: Store, today: date, *, days: int = 28) -> list[MeetingLine]:
    """What is planned from today on."""
    return meetings_between(store, today, today + timedelta(days=days))


def to_write_up(store: Store, today: date, *, limit: int | None = None) -> list[MeetingLine]:
    """Of days gone by: held and not closed, or never said what came of it; the oldest first."""
    return _lines(store, UNWRITTEN, limit=limit, day=today.isoformat())


def meetings_past(store: Store, *, limit: int = 100) -> list[MeetingLine]:
    """Those written up, and those that did not take place; the latest first."""
    return _lines(store, OVER, order=LATEST, limit=limit)


def _lines(
    store: Store, where: str, *, order: str = SOONEST, limit: int | None = None, **values: Any
) -> list[MeetingLine]:
    found = store.find(Meeting, where, order=order, limit=limit, **values)
    families = {f"id{n}": id for n, id in enumerate(sorted({each.family for each in found}))}
    among = ", ".join(f":{name}" for name in families)
    names = dict(
        store.query(
            f"SELECT id, name FROM family WHERE {LISTED} AND id IN ({among})",  # noqa: S608 - names
            **families,
        )
    )
    return [
        MeetingLine(each, names[each.family], store.label("meeting_kind", each.kind))
        for each in found
        if each.family in names
    ]
