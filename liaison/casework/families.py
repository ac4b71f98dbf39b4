"""Families: the list of them, one of them whole, and putting people in by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from liaison.dates import year_now, year_words
from liaison.model.attendance import AttendanceSnapshot
from liaison.model.barrier import Adjustment, Barrier
from liaison.model.contact import Contact, ContactPerson
from liaison.model.dsl import DslPointer
from liaison.model.family import Family, LivesThere, Membership
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Entry
from liaison.model.folded import folded
from liaison.model.follow_up import FollowUp
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint, ContactPreference
from liaison.model.relationship import Relationship, Responsibility
from liaison.model.restriction import Restriction
from liaison.model.transition import TransitionConcern
from liaison.store.rows import E
from liaison.store.store import Store

MOST_FOUND = 200


@dataclass(frozen=True)
class ChildLine:
    """A child in the list: ``year`` is the year today, in words."""

    id: str
    name: str
    year: str


@dataclass(frozen=True)
class AdultLine:
    """An adult in the list; ``relationship`` is the code, ``position`` the order of ringing."""

    id: str
    name: str
    relationship: str = ""
    responsibility: Responsibility = Responsibility.NOT_KNOWN
    position: int = 99


@dataclass
class FamilyLine:
    """One row of the list of families."""

    id: str
    name: str
    restricted: bool = False
    colleague: bool = False
    last_contact: date | None = None
    next_due: date | None = None
    children: list[ChildLine] = field(default_factory=list)
    adults: list[AdultLine] = field(default_factory=list)


FAMILIES = """
SELECT f.id, f.name, f.colleague, g.last_contact, g.next_due
FROM family f LEFT JOIN local_glance g ON g.family = f.id
WHERE f.deleted = 0 AND (f.left_on IS NULL OR f.left_on > :today) AND {among}
"""
MEMBERS = """
SELECT m.family, p.id, p.kind, p.name_title, p.forename, p.surname, p.known_as,
    p.known_as_surname, p.year_group, p.year_group_in, p.date_of_birth
FROM membership m JOIN person p ON p.id = m.person
WHERE m.deleted = 0 AND p.deleted = 0 AND p.left_on IS NULL
    AND (m.until IS NULL OR m.until > :today) AND {among}
ORDER BY p.date_of_birth, p.forename
"""
TIES = """
SELECT r.family, r.adult, r.relationship, r.responsibility, r.position FROM relationship r
WHERE r.deleted = 0 AND {among} ORDER BY r.id DESC
"""
RESTRICTED = """
SELECT DISTINCT r.family FROM restriction r
WHERE r.deleted = 0 AND (r.ends_on IS NULL OR r.ends_on >= :today) AND {among}
"""


def family_list(store: Store, today: date, find: str = "") -> list[FamilyLine]:
    """Every family, or those with a name, a child, an adult or a phone that fits; by name.

    Leavers are left out; a colleague's own family is shown only when it was looked for.
    """
    ids = _found(store, find) if find.strip() else None
    lines = {
        id: FamilyLine(id, name, False, bool(colleague), _day(last), _day(due))
        for id, name, colleague, last, due in _rows(store, FAMILIES, "f.id", ids, today)
        if find.strip() or not colleague
    }
    _add_people(store, lines, ids, today)
    for (family,) in _rows(store, RESTRICTED, "r.family", ids, today):
        if family in lines:
            lines[family].restricted = True
    return sorted(lines.values(), key=lambda line: (folded(line.name), line.id))


def _found(store: Store, text: str) -> set[str]:
    people = store.people_named(text, limit=MOST_FOUND)
    people += [found.id for found in store.search(text, limit=MOST_FOUND, kinds=("contact_point",))]
    ids = set(store.families_named(text, limit=MOST_FOUND))
    owners = {
        row[0]
        for each in people
        for row in store.query(
            "SELECT family FROM membership WHERE deleted = 0 AND person IN "
            "(SELECT :id UNION SELECT person FROM contact_point WHERE id = :id)",
            id=each,
        )
    }
    return ids | owners


def _rows(
    store: Store, sql: str, column: str, ids: set[str] | None, today: date
) -> list[tuple[Any, ...]]:
    """The rows for these families, or for all of them."""
    values = {f"id{n}": id for n, id in enumerate(sorted(ids or ()))}
    marks = ", ".join(f":{name}" for name in values)
    among = "1" if ids is None else f"{column} IN ({marks})"
    return store.query(sql.format(among=among), today=today.isoformat(), **values)


def _add_people(
    store: Store, lines: dict[str, FamilyLine], ids: set[str] | None, today: date
) -> None:
    ties: dict[tuple[str, str], tuple[str, Responsibility, int]] = {}
    for family, adult, tie, responsibility, position in _rows(store, TIES, "r.family", ids, today):
        held = Responsibility(responsibility)
        _, before, order = ties.get((family, adult), ("", held, 99))
        kept = before if before.held else held
        ties[family, adult] = (tie or "", kept, min(position or 99, order))
    for family, id, kind, *names in _rows(store, MEMBERS, "m.family", ids, today):
        if family not in lines:
            continue
        person = _person(id, kind, names)
        if kind == PersonKind.CHILD.value:
            year = year_words(year_now(person.year_group, person.year_group_in, today))
            lines[family].children.append(ChildLine(id, person.called, year))
        else:
            lines[family].adults.append(AdultLine(id, person.full, *ties.get((family, id), ())))
    for line in lines.values():
        line.adults.sort(key=lambda adult: adult.position)


def _person(id: str, kind: str, names: Sequence[Any]) -> Person:
    title, forename, surname, known_as, known_as_surname, group, group_in, _ = names
    return Person(
        id=id,
        kind=PersonKind(kind),
        name_title=title or "",
        forename=forename or "",
        surname=surname or "",
        known_as=known_as or "",
        known_as_surname=known_as_surname or "",
        year_group=group or "",
        year_group_in=group_in,
    )


def whole_family(store: Store, family: str) -> FamilyRecord:
    """Everything of one family. ``NotFound`` when there is no such family."""
    root = store.get(Family, family)

    def of(cls: type[E], order: str = "id") -> tuple[E, ...]:
        return tuple(store.find(cls, "family = :family", order=order, family=family))

    memberships = of(Membership)
    members = {each.person for each in memberships}
    return FamilyRecord(
        family=root,
        people=_of_people(store, Person, "id", members),
        memberships=memberships,
        relationships=of(Relationship),
        points=_of_people(store, ContactPoint, "person", members),
        addresses=_of_people(store, Address, "person", members),
        preferences=_of_people(store, ContactPreference, "person", members),
        restrictions=of(Restriction),
        contacts=of(Contact, "held_on DESC, held_at DESC, id DESC"),
        contact_people=of(ContactPerson),
        follow_ups=of(FollowUp, "due, id"),
        barriers=of(Barrier),
        adjustments=of(Adjustment),
        concerns=of(TransitionConcern),
        attendance=of(AttendanceSnapshot, "year DESC"),
        pointers=of(DslPointer),
    )


def _of_people(store: Store, cls: type[E], column: str, ids: Iterable[str]) -> tuple[E, ...]:
    values: dict[str, Any] = {f"id{n}": id for n, id in enumerate(sorted(ids))}
    marks = ", ".join(f":{name}" for name in values)
    return tuple(store.find(cls, f"{column} IN ({marks})", **values))


def families_of(store: Store, person: str) -> list[str]:
    """The families this person is a member of; her own first."""
    rows = store.find(Membership, "person = :person", person=person)
    return [each.family for each in rows]


def add_family(store: Store, name: str) -> Family:
    """A new family by hand."""
    with store.saving() as saving:
        return saving.add(Family(name=name))


def add_person(
    store: Store, person: Person, *, lives_there: LivesThere, ties: Sequence[Relationship] = ()
) -> Person:
    """A new member of ``person.family``, with her ties to its children."""
    with store.saving() as saving:
        added = saving.add(person)
        saving.add(Membership(family=added.family, person=added.id, lives_there=lives_there))
        for tie in ties:
            child, adult = tie.child or added.id, tie.adult or added.id
            saving.add(replace(tie, family=added.family, child=child, adult=adult))
    return added


def keep(store: Store, entry: E) -> E:
    """One entry added, or changed when it has been saved before."""
    with store.saving() as saving:
        return saving.change(entry) if entry.version else saving.add(entry)


def remove(store: Store, entry: Entry) -> None:
    """One entry into the bin; it can be taken back."""
    with store.saving() as saving:
        saving.remove(entry)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
