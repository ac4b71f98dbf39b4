"""What is still owed: adding it, what is due, and the ways it ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from liaison.casework.school_time import calendar
from liaison.errors import NotReady
from liaison.model.contact import Contact, Direction
from liaison.model.follow_up import STILL_OPEN, FollowUp, FollowUpKind, FollowUpState
from liaison.store.ids import new_id
from liaison.store.store import Store

CONTACT_WORDS = ("ring", "call", "phone", "text", "write", "email", "e-mail", "visit", "meet")
REASON_FROM = 3
"""From this time on, putting off needs a reason."""

OPEN = ", ".join(f"'{state.value}'" for state in STILL_OPEN)


@dataclass(frozen=True)
class Due:
    """An open follow-up, whose family it is, and by how many days it is late."""

    follow_up: FollowUp
    family_name: str
    late_days: int

    @property
    def overdue(self) -> bool:
        return self.late_days > 0


def kind_of(action: str) -> FollowUpKind:
    """What sort of work the words promise: "ring back" is a contact, anything else a task."""
    first = action.strip().lower().partition(" ")[0]
    return FollowUpKind.CONTACT if first in CONTACT_WORDS else FollowUpKind.TASK


def add_follow_up(
    store: Store, follow_up: FollowUp, *, today: date
) -> tuple[FollowUp, tuple[str, ...]]:
    """Keep a promise; due in the past is a warning."""
    officer = store.settings.officer
    with store.saving() as saving:
        kept = saving.add(replace(follow_up, owner=follow_up.owner or officer))
    late = kept.due is not None and kept.due < today
    return kept, ("The follow-up is due in the past.",) if late else ()


def open_follow_ups(store: Store, on: date, *, overdue_only: bool = False) -> list[Due]:
    """What is open on this day, the longest overdue first."""
    latest = (on - timedelta(days=1) if overdue_only else date.max).isoformat()
    return due_from(store, f"state IN ({OPEN}) AND due <= :latest", on, latest=latest)


def due_from(
    store: Store, where: str, on: date, *, limit: int | None = None, **values: Any
) -> list[Due]:
    """Follow-ups that meet a condition, by due date, with the names of their families."""
    found = store.find(FollowUp, where, order="due, id", limit=limit, **values)
    families = {each.family for each in found}
    marks = {f"id{n}": id for n, id in enumerate(sorted(families))}
    among = ", ".join(f":{name}" for name in marks)
    rows = store.query(
        f"SELECT id, name FROM family WHERE deleted = 0 AND id IN ({among})",  # noqa: S608 - names
        **marks,
    )
    names = dict(rows)
    return [
        Due(each, names[each.family], max(0, (on - (each.due or on)).days))
        for each in found
        if each.family in names
    ]


def complete(
    store: Store, follow_up: FollowUp, *, today: date, contact: Contact | None = None
) -> tuple[FollowUp, Contact]:
    """Done: completing is writing the contact that completes it.

    A task writes one with the outcome "task done", which is counted nowhere; a follow-up that is a
    contact is handed the contact. ``NotReady`` when that is missing.
    """
    if contact is None and follow_up.kind is FollowUpKind.CONTACT:
        raise NotReady({"contact": "Log the contact that completes it."})
    written = contact or Contact(
        family=follow_up.family,
        held_on=today,
        channel="task",
        direction=Direction.WE,
        outcome="task_done",
        facts=follow_up.action,
    )
    with store.saving() as saving:
        kept = saving.add(replace(written, id=written.id or new_id()))
        done = saving.change(
            replace(follow_up, state=FollowUpState.DONE, closed_on=today, completed_by=kept.id)
        )
    return done, kept


def needs_reason(follow_up: FollowUp) -> bool:
    """Whether putting it off once more has to be explained."""
    return follow_up.snoozes + 1 >= REASON_FROM


def later_days(store: Store, today: date) -> list[date]:
    """The days to put off to by one key: the next school day, and the first one of next week."""
    school_time = calendar(store)
    sunday = today + timedelta(days=6 - today.weekday())
    return sorted({school_time.days_after(today, 1), school_time.days_after(sunday, 1)})


def put_off(store: Store, follow_up: FollowUp, *, to: date, reason: str = "") -> FollowUp:
    """A later day. From the third time a reason is asked for."""
    times = follow_up.snoozes + 1
    if needs_reason(follow_up) and not reason.strip():
        raise NotReady({"reason": "Put off twice already: say why."})
    later = replace(follow_up, due=to, snoozes=times, reason=reason or follow_up.reason)
    with store.saving() as saving:
        return saving.change(later)


def hand_over(store: Store, follow_up: FollowUp, *, to: str, today: date) -> FollowUp:
    """Somebody else does it now."""
    if not to.strip():
        raise NotReady({"owner": "Say who does it now."})
    over = replace(follow_up, state=FollowUpState.HANDED_OVER, owner=to, closed_on=today)
    with store.saving() as saving:
        return saving.change(over)


def not_needed(store: Store, follow_up: FollowUp, *, reason: str, today: date) -> FollowUp:
    """It need not be done, and why."""
    if not reason.strip():
        raise NotReady({"reason": "Say why it is not needed."})
    dropped = replace(follow_up, state=FollowUpState.NOT_NEEDED, reason=reason, closed_on=today)
    with store.saving() as saving:
        return saving.change(dropped)
