"""Writing down what happened with a family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from liaison.casework.restrictions import warnings_for
from liaison.errors import NotReady
from liaison.model.contact import Contact, ContactPerson, Direction, Part
from liaison.model.follow_up import FollowUp, FollowUpState
from liaison.model.restriction import What
from liaison.store.ids import new_id
from liaison.store.store import Store

WRITTEN = frozenset({"letter", "email", "via_pupil"})
"""Channels by which letters and reports go home."""


@dataclass(frozen=True)
class Logged:
    """What was written, and what the officer should know about it."""

    contact: Contact
    follow_up: FollowUp | None
    warnings: tuple[str, ...]


def log_contact(
    store: Store,
    contact: Contact,
    *,
    people: Sequence[tuple[str, Part]] = (),
    follow_up: FollowUp | None = None,
    completes: FollowUp | None = None,
    today: date,
) -> Logged:
    """Keep a contact, who took part, and the follow-up it leads to: all or nothing.

    ``completes`` is what was promised: done when somebody was reached, else tried once more.
    A contact dated after today is refused; a follow-up due in the past is a warning, and so is a
    restriction on somebody we contacted.
    """
    refuse_the_future(contact, today)
    contact = replace(contact, id=contact.id or new_id())
    with store.saving() as saving:
        kept = saving.add(contact)
        for person, part in people:
            saving.add(ContactPerson(family=kept.family, contact=kept.id, person=person, part=part))
        promised = saving.add(_from(kept, follow_up, store)) if follow_up else None
        if completes is not None:
            saving.change(_after(kept, completes, store))
    return Logged(kept, promised, tuple(_warnings(store, kept, people, promised, today)))


def correct_contact(store: Store, contact: Contact, *, today: date) -> Contact:
    """A correction: a new version, the earlier one stays in the history."""
    refuse_the_future(contact, today)
    with store.saving() as saving:
        return saving.change(contact)


def is_attempt(store: Store, contact: Contact) -> bool:
    """Whether nobody was reached."""
    return not store.flagged("outcome", contact.outcome, "reached")


def part_of(store: Store, outcome: str) -> Part:
    """The part of somebody we rang: spoken to when she was reached, otherwise only mentioned."""
    reached = store.flagged("outcome", outcome, "reached")
    return Part.SPOKEN_TO if reached else Part.MENTIONED


def refuse_the_future(contact: Contact, today: date) -> None:
    """``NotReady`` for a contact dated after today."""
    if contact.held_on > today:
        sentence = (
            "A contact cannot be dated after today. For what is still to do, add a follow-up."
        )
        raise NotReady({"held_on": sentence})


def _from(contact: Contact, follow_up: FollowUp, store: Store) -> FollowUp:
    officer = store.settings.officer
    return replace(
        follow_up,
        family=contact.family,
        source=contact.id,
        owner=follow_up.owner or officer,
        raised_by=follow_up.raised_by or officer,
    )


def _after(contact: Contact, promised: FollowUp, store: Store) -> FollowUp:
    if is_attempt(store, contact):
        return replace(promised, tries=promised.tries + 1)
    return replace(
        promised,
        state=FollowUpState.DONE,
        closed_on=contact.held_on,
        completed_by=contact.id,
    )


def _warnings(
    store: Store,
    contact: Contact,
    people: Sequence[tuple[str, Part]],
    follow_up: FollowUp | None,
    today: date,
) -> list[str]:
    found = []
    asked = (What.CONTACT, What.LETTERS) if contact.channel in WRITTEN else (What.CONTACT,)
    if contact.direction is Direction.WE:
        for person in [person for person, part in people if part is not Part.SUBJECT]:
            for what in asked:
                found += warnings_for(store, contact.family, person, what=what, on=contact.held_on)
    if follow_up and follow_up.due and follow_up.due < today:
        found.append("The follow-up is due in the past.")
    return found
