"""Reception's question, "Dad is here for Ali": who is meant, and who may be standing there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from liaison.casework.families import FamilyLine, families_of, family_list
from liaison.errors import NotFound
from liaison.model.folded import folded
from liaison.model.person import Person, PersonKind
from liaison.model.relationship import Relationship
from liaison.model.restriction import Restriction, What
from liaison.model.ruling import Ruling, may_collect
from liaison.store.store import Store

MOST = 12


@dataclass(frozen=True)
class Named:
    """A child or an adult the letters fit; ``line`` tells two of one name apart."""

    id: str
    name: str
    line: str
    child: bool


def asked_for(store: Store, text: str, today: date) -> list[Named]:
    """Children first, then adults, by name. A restriction changes nothing about the order."""
    typed = folded(text).split()
    if not typed:
        return []
    found = {
        each.id: each for family in family_list(store, today, text) for each in _in(family, typed)
    }
    ordered = sorted(found.values(), key=lambda each: (not each.child, folded(each.name), each.id))
    return ordered[:MOST]


def adults_of(store: Store, child: str) -> list[tuple[Person, str]]:
    """Everybody tied to this child in any family, or kept from collecting there, with the tie."""
    ties = store.find(Relationship, "child = :child", child=child)
    relation = {tie.adult: tie.relationship for tie in reversed(ties)}
    for restriction in store.find(Restriction, "what = :what", what=What.COLLECT.value):
        in_reach = restriction.family in families_of(store, child)
        if restriction.covers(child) and (in_reach or child in restriction.children):
            relation.setdefault(restriction.adult, "")
    people = _living(store, relation)
    position = {tie.adult: tie.position or 99 for tie in ties}
    people.sort(key=lambda each: (position.get(each.id, 99), folded(each.full)))
    return [(each, relation[each.id]) for each in people]


def children_of(store: Store, adult: str) -> list[Person]:
    """The children this adult may have come for."""
    ties = store.find(Relationship, "adult = :adult", adult=adult)
    homes = [
        row[0]
        for family in families_of(store, adult)
        for row in store.query(
            "SELECT person FROM membership WHERE family = :family AND deleted = 0", family=family
        )
    ]
    people = _living(store, [*(tie.child for tie in ties), *homes])
    children = [each for each in people if each.kind is PersonKind.CHILD and not each.left_on]
    return sorted(children, key=lambda each: folded(each.called))


def somebody_else(store: Store, *, on: date) -> Ruling:
    """The answer about somebody who is not in the record: never "may collect"."""
    checked = store.settings.office_list_checked_on
    return may_collect((), adult="", child=None, on=on, names={}, office_list_checked_on=checked)


def _living(store: Store, ids: Iterable[str]) -> list[Person]:
    found = []
    for id in dict.fromkeys(ids):
        try:
            person = store.get(Person, id)
        except NotFound:
            continue
        if not person.deleted and person.died_on is None:
            found.append(person)
    return found


def _in(family: FamilyLine, typed: list[str]) -> Iterator[Named]:
    children = ", ".join(each.name.split()[0] for each in family.children if each.name)
    for child in family.children:
        if _begins(typed, child.name):
            yield Named(child.id, child.name, child.year, child=True)
    for adult in family.adults:
        if _begins(typed, adult.name):
            yield Named(adult.id, adult.name, children, child=False)


def _begins(typed: Iterable[str], name: str) -> bool:
    words = folded(name).split()
    return all(any(word.startswith(each) for word in words) for each in typed)
