"""What the papers of a day are made from: whom to ring today, and what is open by owner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from liaison.casework.copies import Wish, copy_of_family
from liaison.casework.follow_ups import OPEN, Due, due_from
from liaison.casework.for_paper import Decided
from liaison.casework.meetings import MeetingLine, meetings_on
from liaison.casework.sensitive import told_openly
from liaison.casework.today import OURS, STANDING
from liaison.errors import CannotPrint
from liaison.model.copies.copy import Copy
from liaison.model.copies.table import reached_adults
from liaison.model.family import Family
from liaison.model.follow_up import FollowUp, FollowUpKind
from liaison.model.person import Person, PersonKind
from liaison.model.restriction import What
from liaison.model.ruling import Answer, ruling
from liaison.store.store import Store

NOBODY_TO_RING = "Nothing to print: nobody is to be rung today."
NOTHING_OPEN = "Nothing to print: no promise is open."
MOST = 200
"""More calls than this are no day's work, and make no sheet that can be carried."""


@dataclass(frozen=True, kw_only=True)
class ToCall:
    """One call. ``adult`` is empty where nobody may be rung; ``know`` is to be read before."""

    copy: Copy
    follow_up: FollowUp
    adult: Person | None
    know: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CallSheet:
    """The calls of one day, late ones first, and its meetings."""

    on: date
    calls: tuple[ToCall, ...]
    meetings: tuple[MeetingLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Outstanding:
    """Everything open on one day, by due date."""

    on: date
    due: tuple[Due, ...]


def calls_for_paper(store: Store, _about: str, wish: Wish, *, today: date) -> Decided[CallSheet]:
    """Promised contacts that are due or late, each with whom to ring and what to know before."""
    where = f"{OURS} AND kind = '{FollowUpKind.CONTACT.value}' AND due <= :day"
    due = due_from(store, where, today, limit=MOST, day=today.isoformat())
    calls = tuple(_calls(store, on_lists(store, due), wish, today))
    if not calls:
        raise CannotPrint(NOBODY_TO_RING)
    return Decided(
        matter=CallSheet(on=today, calls=calls, meetings=tuple(meetings_on(store, today))),
        wish=wish,
        today=today,
        families=tuple(dict.fromkeys(each.follow_up.family for each in calls)),
    )


def outstanding_for_paper(
    store: Store, _about: str, wish: Wish, *, today: date
) -> Decided[Outstanding]:
    """What is still open, ours and theirs; nothing that came from what is printed if ticked."""
    found = due_from(store, f"{STANDING} AND state IN ({OPEN}) AND deleted = 0", today)
    due = tuple(told_openly(store, on_lists(store, found), today=today))
    if not due:
        raise CannotPrint(NOTHING_OPEN)
    return Decided(
        matter=Outstanding(on=today, due=due),
        wish=wish,
        today=today,
        families=tuple(dict.fromkeys(each.follow_up.family for each in due)),
    )


def on_lists(store: Store, due: list[Due]) -> Iterator[Due]:
    """Without a colleague's own family, which stands in no list, and those who have left."""
    off = {each.id for each in store.find(Family, "colleague = 1 OR left_on IS NOT NULL")}
    return (each for each in due if each.follow_up.family not in off)


def _calls(store: Store, due: Iterator[Due], wish: Wish, today: date) -> Iterator[ToCall]:
    copies: dict[str, Copy] = {}
    for each in due:
        promise = each.follow_up
        if promise.family not in copies:
            copies[promise.family] = copy_of_family(store, promise.family, wish, today=today)
        copy = copies[promise.family]
        if any(kept.id == promise.id for kept in copy.record.follow_ups):
            yield _to_call(copy, promise, today)


def _to_call(copy: Copy, promise: FollowUp, today: date) -> ToCall:
    """Whom it was promised to, or else whoever is first to ring; nobody who must not be rung."""
    asked = copy.record.person(promise.person) if promise.person else None
    grown = asked if asked and asked.kind is not PersonKind.CHILD else None
    may = reached_adults(copy)
    adult = grown or next(iter(may), None)
    if grown and grown.kind is PersonKind.ADULT and grown not in may:
        adult = None
    know = _know(copy, grown or adult, today)
    return ToCall(copy=copy, follow_up=promise, adult=adult, know=know)


def _know(copy: Copy, adult: Person | None, today: date) -> tuple[str, ...]:
    """What a restriction says of ringing her, or of telling her anything."""
    if adult is None:
        return ()
    answers = (
        ruling(
            copy.record.restrictions,
            what=what,
            adult=adult.id,
            child=None,
            on=today,
            names=copy.record.order_names,
        )
        for what in (What.CONTACT, What.INFORMATION)
    )
    said = (each.sentence for each in answers if each.answer is not Answer.ALLOW)
    return tuple(dict.fromkeys(said))
