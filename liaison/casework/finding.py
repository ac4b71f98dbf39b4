"""Which family or person is meant: an id, or a name that fits exactly one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from liaison.errors import NotFound, UnknownValue
from liaison.model.family import Family
from liaison.model.fields import Entry
from liaison.model.folded import squeezed
from liaison.model.person import Person, PersonKind
from liaison.store.store import Store

E = TypeVar("E", bound=Entry)
SHOWN = 8
"""How many names a sentence lists before it says that there are more."""


def find_family(store: Store, text: str) -> Family:
    """The family meant. ``NotFound`` when there is none, ``UnknownValue`` when several fit."""
    return _the_one(text, [(each, (each.name,)) for each in store.find(Family)], "family")


def find_child(store: Store, text: str) -> Person:
    """The child meant, by id or by first name, full name or name used."""
    children = store.find(Person, "kind = :kind", kind=PersonKind.CHILD.value)
    return _the_one(text, [(each, names_of(each)) for each in children], "child")


def find_person(store: Store, text: str, *, among: Sequence[Person] | None = None) -> Person:
    """The person meant, among these or in the whole record."""
    people = store.find(Person) if among is None else among
    return _the_one(text, [(each, names_of(each)) for each in people], "person")


def names_of(person: Person) -> tuple[str, ...]:
    """Every way a person is named: "Mrs Amina Khan", "Amina Khan", "Mrs Khan", "Amina"."""
    legal = f"{person.forename} {person.surname}"
    return (person.full, person.called, legal, person.addressed, person.short, person.forename)


def _the_one(text: str, offered: Iterable[tuple[E, tuple[str, ...]]], what: str) -> E:
    pairs = list(offered)
    wanted = squeezed(text)
    for entry, _ in pairs:
        if entry.id == text.strip():
            return entry
    whole = [pair for pair in pairs if wanted in {squeezed(name) for name in pair[1]}]
    begun = [pair for pair in pairs if any(squeezed(name).startswith(wanted) for name in pair[1])]
    fits = (whole or begun) if wanted else []
    if len(fits) == 1:
        return fits[0][0]
    if not fits:
        raise NotFound(f"There is no {what} called “{text}” in this record.")
    shown = [names[0] for _, names in fits[:SHOWN]]
    more = f" and {len(fits) - SHOWN} more" if len(fits) > SHOWN else ""
    sentence = f"“{text}” fits more than one {what}: {', '.join(shown)}{more}. Use the id instead."
    raise UnknownValue(sentence, shown)
