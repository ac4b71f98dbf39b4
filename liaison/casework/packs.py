"""Packs for meetings: which there are, who gets one, and what goes into each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from liaison.casework.copies import Wish
from liaison.casework.families import whole_family
from liaison.casework.finding import find_family, find_person
from liaison.casework.meetings import MeetingLine, meeting_whole, meetings_of, meetings_on
from liaison.dates import long_date, medium_date
from liaison.errors import CannotPrint, NotFound, UnknownValue
from liaison.model.fields import Audience, Listed
from liaison.model.meeting import AT_THE_TABLE, Instead, Meeting, MeetingState
from liaison.model.person import PersonKind
from liaison.store.store import Store

NOT_FOR = "A meeting pack is for staff or for the family."
NO_PARTS = "There is nothing in this pack. Tick what goes in."
NO_COPIES = "Say how many copies: one at least, and at most twenty."
MOST_COPIES = 20


class PackPart(Listed):
    """What can go into a pack."""

    AGENDA = "agenda", "Agenda"
    ACTIONS = "actions", "What was agreed"
    SUMMARY = "summary", "Summary sheet"
    BARRIERS = "barriers", "What gets in the way"
    ATTENDANCE = "attendance", "Attendance"
    TIMELINE = "timeline", "Contacts since a day"


USUAL = frozenset(each for each in PackPart if each is not PackPart.TIMELINE)


@dataclass(frozen=True, kw_only=True)
class PackWish:
    """Whom a pack is for and what goes into it.

    A family pack without a ``reader`` is one for each adult who was asked. ``since`` begins the
    contacts, from the first day there is where it is None.
    """

    audience: Audience = Audience.STAFF
    reader: str = ""
    size: int = 12
    copies: int = 1
    parts: frozenset[PackPart] = USUAL
    since: date | None = None
    ticked: frozenset[str] = field(default_factory=frozenset)

    def refuse(self) -> None:
        """``CannotPrint`` for a pack that cannot be made for anybody."""
        if self.audience not in (Audience.STAFF, Audience.FAMILY):
            raise CannotPrint(NOT_FOR)
        if not self.parts:
            raise CannotPrint(NO_PARTS)
        if not 1 <= self.copies <= MOST_COPIES:
            raise CannotPrint(NO_COPIES)

    def of(self, reader: str) -> Wish:
        """The wish for one reader's copies."""
        return Wish(
            audience=self.audience,
            reader=reader,
            size=self.size,
            ticked=self.ticked,
            copies=self.copies,
        )


def readers_of(store: Store, meeting: str, wish: PackWish) -> tuple[str, ...]:
    """The ids of those who get a copy: one named, or each adult asked; for staff nobody by name."""
    if wish.audience is Audience.STAFF or wish.reader:
        return (wish.reader,)
    asked = tuple(asked_to(store, meeting))
    if not asked:
        raise CannotPrint("Nobody of the family is asked to this meeting, so nobody gets a pack.")
    return asked


def asked_to(store: Store, meeting: str) -> Iterator[str]:
    """The family's adults who come, or get a copy instead."""
    whole = meeting_whole(store, meeting)
    record = whole_family(store, whole.meeting.family)
    adults = {each.id for each in record.adults if each.kind is PersonKind.ADULT}
    for row in whole.people:
        gets = row.comes in AT_THE_TABLE or row.instead is Instead.COPY
        if row.person in adults and gets:
            yield row.person


def meetings_for_packs(store: Store, day: date, *, person: str = "") -> list[MeetingLine]:
    """The meetings of a day, or those of one person. ``CannotPrint`` where there is none."""
    found = meetings_on(store, day)
    if not found:
        raise CannotPrint(f"There is no meeting on {long_date(day)}.")
    if not person:
        return found
    hers = [each for each in found if _takes_part(store, each.meeting, person)]
    if not hers:
        raise CannotPrint(f"No meeting on {long_date(day)} is with this person.")
    return hers


def person_meeting_on(store: Store, text: str, day: date) -> str:
    """Who of the families that meet on this day is meant. ``NotFound`` and ``UnknownValue``."""
    families = dict.fromkeys(each.meeting.family for each in meetings_for_packs(store, day))
    people = {each.id: each for family in families for each in whole_family(store, family).people}
    return find_person(store, text, among=list(people.values())).id


def find_meeting(store: Store, text: str, *, on: date | None = None) -> Meeting:
    """The meeting meant: by its id, or a family's name where it has one, or one on this day."""
    by_id = store.first(Meeting, "id = :id", id=text.strip())
    if by_id is not None:
        return by_id
    try:
        family = find_family(store, text)
    except NotFound as missing:
        raise NotFound(f"There is no meeting with the id “{text}”, nor a family.") from missing
    standing = [
        each
        for each in meetings_of(store, family.id)
        if each.state is not MeetingState.CALLED_OFF and on in (None, each.held_on)
    ]
    if len(standing) == 1:
        return standing[0]
    when = f" on {medium_date(on)}" if on else ""
    if not standing:
        raise NotFound(f"The {family.name} family has no meeting{when}.")
    raise UnknownValue(_several(family.name, standing), [each.id for each in standing])


def _several(name: str, meetings: Sequence[Meeting]) -> str:
    shown = [
        f"{medium_date(each.held_on) if each.held_on else 'no day'} ({each.id})"
        for each in meetings[:8]
    ]
    more = f" and {len(meetings) - 8} more" if len(meetings) > 8 else ""
    return (
        f"The {name} family has {len(meetings)} meetings: {', '.join(shown)}{more}. "
        "Name its day with --on, or use the id."
    )


def _takes_part(store: Store, meeting: Meeting, person: str) -> bool:
    return any(each.person == person for each in meeting_whole(store, meeting.id).people)
