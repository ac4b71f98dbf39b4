"""Every try to reach one person that reached nobody, in order, and when she last was, for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from liaison.casework.chronology import person_on_paper
from liaison.casework.copies import Wish, copy_of_family
from liaison.casework.families import families_of
from liaison.casework.for_paper import Decided
from liaison.errors import CannotPrint
from liaison.model.contact import Contact, Direction
from liaison.model.copies.copy import Copy
from liaison.model.person import Person, PersonKind
from liaison.model.words import and_list
from liaison.store.store import Store


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """One try. ``whom`` is empty where nobody was named; ``at`` is HH:MM or empty."""

    day: date
    at: str = ""
    how: str = ""
    whom: str = ""
    outcome: str = ""
    facts: str = ""


@dataclass(frozen=True, kw_only=True)
class Attempts:
    """The tries to reach one person, and the last day somebody did."""

    person: Person
    copies: tuple[Copy, ...]
    tries: tuple[Attempt, ...]
    last_reached: date | None = None


def attempts_for_paper(store: Store, about: str, wish: Wish, *, today: date) -> Decided[Attempts]:
    """For staff; ``about`` is the person's id. ``CannotPrint`` where no try went unanswered.

    A try at which no adult was named was one for each adult of the family; at which no child
    was, one about each child.
    """
    person = person_on_paper(store, about)
    families = families_of(store, person.id)
    copies = tuple(copy_of_family(store, each, wish, today=today) for each in families)
    tries = sorted(
        (each for copy in copies for each in _tries(store, copy, person)),
        key=lambda each: (each.day, each.at),
    )
    if not tries:
        raise CannotPrint(f"Nothing to print: no try to reach {person.called} went unanswered.")
    return Decided(
        matter=Attempts(
            person=person,
            copies=copies,
            tries=tuple(tries),
            last_reached=max(_reached(store, copies, person), default=None),
        ),
        wish=wish,
        today=today,
        families=tuple(families),
        left_out=tuple(dict.fromkeys(each.sentence for copy in copies for each in copy.left_out)),
        warnings=tuple(dict.fromkeys(each for copy in copies for each in copy.warnings)),
    )


def _tries(store: Store, copy: Copy, person: Person) -> Iterator[Attempt]:
    for each in copy.record.contacts:
        ours = each.direction is not Direction.THEY
        unanswered = store.flagged("outcome", each.outcome, "attempt")
        if ours and unanswered and _concerns(copy, each, person):
            yield Attempt(
                day=each.held_on,
                at=each.held_at,
                how=store.label("channel", each.channel),
                whom=and_list([adult.addressed for adult in _adults(copy, each)]),
                outcome=store.label("outcome", each.outcome),
                facts=each.facts,
            )


def _reached(store: Store, copies: tuple[Copy, ...], person: Person) -> Iterator[date]:
    for copy in copies:
        for each in copy.record.contacts:
            named = any(one.id == person.id for one in _people(copy, each))
            if named and store.flagged("outcome", each.outcome, "reached"):
                yield each.held_on


def _concerns(copy: Copy, contact: Contact, person: Person) -> bool:
    """Whether it names the person, or nobody of her kind."""
    child = person.kind is PersonKind.CHILD
    alike = [one.id for one in _people(copy, contact) if (one.kind is PersonKind.CHILD) is child]
    return not alike or person.id in alike


def _adults(copy: Copy, contact: Contact) -> list[Person]:
    return [each for each in _people(copy, contact) if each.kind is not PersonKind.CHILD]


def _people(copy: Copy, contact: Contact) -> list[Person]:
    rows = [each.person for each in copy.record.contact_people if each.contact == contact.id]
    return [found for found in map(copy.record.person, dict.fromkeys(rows)) if found]
