"""Families: the list of them, one of them whole, and putting people in by hand."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, overload

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
from liaison.model.meeting import Meeting
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint, ContactPreference
from liaison.model.relationship import Relationship, Responsibility
from liaison.model.restriction import Restriction
from liaison.model.transition import TransitionConcern
from liaison.store.rows import E
from liaison.store.store import Store

MOST_FOUND = 200
AT_ONCE = 40
"""How many lines are read when one of them is looked at: about as many as are shown."""


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
SELECT f.id, f.name, f.colleague FROM family f
WHERE f.deleted = 0 AND (f.left_on IS NULL OR f.left_on > :today) AND {among}
"""
GLANCES = """
SELECT f.id, f.name, f.colleague, g.last_contact, g.next_due
FROM family f LEFT JOIN local_glance g ON g.family = f.id WHERE {among}
"""
HOMES = """
SELECT DISTINCT family FROM membership WHERE deleted = 0 AND person IN (
    SELECT value FROM json_each(:people) UNION
    SELECT person FROM contact_point WHERE id IN (SELECT value FROM json_each(:points))
)
"""
MEMBERS = """
SELECT m.family, p.id, p.kind, p.name_title,
    coalesce(p.known_as, p.forename, ''), coalesce(p.known_as_surname, p.surname, ''),
    p.year_group, p.year_group_in
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
WHERE r.deleted = 0 AND (r.starts_on IS NULL OR r.starts_on <= :today) AND {among}
"""


class FamilyLines(Sequence[FamilyLine]):
    """The lines of many families, read some at a time when they are first looked at.

    Which families they are, their order and the longest of their names stand at once.
    """

    def __init__(self, store: Store, today: date, ids: Sequence[str], *, longest: str = "") -> None:
        self.ids = tuple(ids)
        self.longest = longest
        self._store, self._today = store, today
        self._known: dict[str, FamilyLine] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> FamilyLine: ...
    @overload
    def __getitem__(self, at: slice) -> list[FamilyLine]: ...
    def __getitem__(self, at: int | slice) -> FamilyLine | list[FamilyLine]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        id = self.ids[at]
        if id not in self._known:
            start = at % len(self) // AT_ONCE * AT_ONCE
            self._known |= _lines(self._store, self.ids[start : start + AT_ONCE], self._today)
        return self._known[id]


def family_list(store: Store, today: date, find: str = "") -> list[FamilyLine]:
    """Every family, or those with a name, a child, an adult or a phone that fits; by name.

    Leavers are left out; a colleague's own family is shown only when it was looked for.
    """
    return list(family_lines(store, today, find))


def family_lines(
    store: Store, today: date, find: str = "", *, among: Collection[str] | None = None
) -> FamilyLines:
    """As ``family_list``, but read as it is looked at; ``among`` leaves out all others."""
    looked_for = bool(find.strip())
    ids = _found(store, find) if looked_for else None
    named = [
        (folded(name), id, name)
        for id, name, colleague in _rows(store, FAMILIES, "f.id", ids, today)
        if (looked_for or not colleague) and (among is None or id in among)
    ]
    longest = max((name for _, _, name in named), key=len, default="")
    return FamilyLines(store, today, [id for _, id, _ in sorted(named)], longest=longest)


def _found(store: Store, text: str) -> set[str]:
    reached = any(c.isdigit() or c == "@" for c in text)
    points = store.search(text, limit=MOST_FOUND, kinds=("contact_point",)) if reached else []
    named = {
        "people": json.dumps(store.people_named(text, limit=MOST_FOUND)),
        "points": json.dumps([found.id for found in points]),
    }
    homes = {family for (family,) in store.query(HOMES, **named)}
    return homes.union(store.families_named(text, limit=MOST_FOUND))


def _rows(
    store: Store, sql: str, column: str, ids: Collection[str] | None, today: date
) -> list[tuple[Any, ...]]:
    """The rows for these families, or for all of them."""
    values = {f"id{n}": id for n, id in enumerate(sorted(ids or ()))}
    marks = ", ".join(f":{name}" for name in values)
    among = "1" if ids is None else f"{column} IN ({marks})"
    return store.query(sql.format(among=among), today=today.isoformat(), **values)


def _lines(store: Store, ids: Sequence[str], today: date) -> dict[str, FamilyLine]:
    lines = {id: FamilyLine(id, "") for id in ids}
    for id, name, colleague, last, due in _rows(store, GLANCES, "f.id", ids, today):
        lines[id] = FamilyLine(id, name, False, bool(colleague), _day(last), _day(due))
    _add_people(store, lines, ids, today)
    for (family,) in _rows(store, RESTRICTED, "r.family", ids, today):
        lines[family].restricted = True
    return lines


def _add_people(
    store: Store, lines: dict[str, FamilyLine], ids: Sequence[str], today: date
) -> None:
    ties: dict[tuple[str, str], tuple[str, Responsibility, int]] = {}
    for family, adult, tie, responsibility, position in _rows(store, TIES, "r.family", ids, today):
        held = Responsibility(responsibility)
        _, before, order = ties.get((family, adult), ("", held, 99))
        kept = before if before.held else held
        ties[family, adult] = (tie or "", kept, min(position or 99, order))
    for family, id, kind, title, first, last, *group in _rows(
        store, MEMBERS, "m.family", ids, today
    ):
        called = f"{first} {last}".strip()
        if kind == PersonKind.CHILD.value:
            year = year_words(year_now(group[0] or "", group[1], today))
            lines[family].children.append(ChildLine(id, called, year))
        else:
            full = f"{title or ''} {called}".strip()
            lines[family].adults.append(AdultLine(id, full, *ties.get((family, id), ())))
    for line in lines.values():
        line.adults.sort(key=lambda adult: adult.position)


def whole_family(store: Store, family: str) -> FamilyRecord:
    """Everything of one family. ``NotFound`` when there is no such family."""
    of = partial(_of_family, store, family)
    return replace(
        who_belongs(store, family),
        contacts=of(Contact, "held_on DESC, held_at DESC, id DESC"),
        contact_people=of(ContactPerson),
        follow_ups=of(FollowUp, "due, id"),
        barriers=of(Barrier),
        adjustments=of(Adjustment),
        concerns=of(TransitionConcern),
        attendance=of(AttendanceSnapshot, "year DESC"),
        pointers=of(DslPointer),
        meetings=of(Meeting, "held_on DESC, held_at DESC, id DESC"),
    )


def who_belongs(store: Store, family: str) -> FamilyRecord:
    """Who belongs to a family, how they are reached and what must not be done; nothing else."""
    root = store.get(Family, family)
    memberships = _of_family(store, family, Membership)
    restrictions = _of_family(store, family, Restriction)
    members = {each.person for each in memberships}
    return FamilyRecord(
        family=root,
        people=_of_people(store, Person, "id", members),
        memberships=memberships,
        relationships=_of_family(store, family, Relationship),
        points=_of_people(store, ContactPoint, "person", members),
        addresses=_of_people(store, Address, "person", members),
        preferences=_of_people(store, ContactPreference, "person", members),
        restrictions=restrictions,
        order_kinds=order_kinds(store, restrictions),
    )


def _of_family(store: Store, family: str, cls: type[E], order: str = "id") -> tuple[E, ...]:
    return tuple(store.find(cls, "family = :family", order=order, family=family))


def order_kinds(store: Store, restrictions: Iterable[Restriction]) -> tuple[tuple[str, str], ...]:
    """The code and the words of each kind of order that is named."""
    codes = sorted({each.order_kind for each in restrictions if each.order_kind})
    return tuple((code, store.label("order_kind", code)) for code in codes)


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
