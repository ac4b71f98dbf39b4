"""The search box: families by any name in them, the likeliest first, then what was written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from liaison.dates import year_now, year_words
from liaison.model.folded import folded
from liaison.store.search import Found
from liaison.store.store import Store

LIKELIEST = 60
"""How many names are looked at before the best of them are shown."""

SHORTEST = 2
"""One letter begins thousands of words: it finds only families by their own name, and no notes."""

WRITTEN = (
    *("contact", "barrier", "adjustment", "transition_concern", "follow_up", "family"),
    *("meeting", "agenda_item", "meeting_action"),
)


@dataclass(frozen=True)
class FoundFamily:
    """A family that fits. ``because`` names who in it does, where it is not the family's name."""

    id: str
    name: str
    children: str = ""
    because: str = ""
    restricted: bool = False


@dataclass(frozen=True)
class FoundNote:
    """Something written. ``day`` is when it was said, where it is a contact."""

    kind: str
    id: str
    family: str
    family_name: str
    words: str
    day: date | None = None
    restricted: bool = False


FAMILIES_OF = """
SELECT f.id, f.name, p.id, p.kind, p.forename, p.surname, p.known_as, p.known_as_surname,
    p.name_title, p.year_group, p.year_group_in,
    EXISTS (SELECT 1 FROM restriction r WHERE r.family = f.id AND r.deleted = 0
        AND (r.starts_on IS NULL OR r.starts_on <= :today))
FROM family f
LEFT JOIN membership m ON m.family = f.id AND m.deleted = 0
    AND (m.until IS NULL OR m.until > :today)
LEFT JOIN person p ON p.id = m.person AND p.deleted = 0 AND p.left_on IS NULL
WHERE f.deleted = 0 AND (f.left_on IS NULL OR f.left_on > :today) AND f.id IN ({ids})
ORDER BY p.date_of_birth, p.forename
"""
LISTED = """
SELECT f.id, f.name, EXISTS (SELECT 1 FROM restriction r WHERE r.family = f.id AND r.deleted = 0
    AND (r.starts_on IS NULL OR r.starts_on <= :today))
FROM family f WHERE f.deleted = 0 AND f.colleague = 0
    AND (f.left_on IS NULL OR f.left_on > :today) AND f.id IN ({ids})
"""
DAYS = "SELECT id, held_on FROM {table} WHERE id IN ({ids})"
MEETINGS_OF = """
SELECT i.id, m.id FROM (
    SELECT id, meeting FROM agenda_item UNION ALL SELECT id, meeting FROM meeting_action
) i JOIN meeting m ON m.id = i.meeting AND m.deleted = 0 WHERE i.id IN ({ids})
"""
PARTS_OF_MEETINGS = ("agenda_item", "meeting_action")
PEOPLE = "SELECT id, forename, surname, known_as, known_as_surname FROM person WHERE id IN ({ids})"
FAMILY_NAMES = "SELECT id, name FROM family WHERE id IN ({ids})"


def find_families(store: Store, text: str, today: date, *, limit: int = 8) -> list[FoundFamily]:
    """Families with a name that fits: the exact surname, then a beginning, then inside a word.

    A phone number typed finds whose it is.
    """
    wanted = folded(text).strip()
    if len(wanted) < SHORTEST:
        return families_by_id(store, _beginning(store, wanted, limit), today)
    ranked = _ranked(store, text, wanted)
    people = [id for _, _, id, family in ranked if not family]
    homes = _homes(store, people)
    ids = dict.fromkeys(
        home for _, _, id, family in ranked for home in ([family] if family else homes.get(id, ()))
    )
    return families_by_id(store, list(ids)[:limit], today, people=frozenset(people))


def families_by_id(
    store: Store, ids: Sequence[str], today: date, *, people: frozenset[str] = frozenset()
) -> list[FoundFamily]:
    """These families, in this order, with their children; those who left are left out."""
    members: dict[str, list[Sequence[Any]]] = {}
    for row in _among(store, FAMILIES_OF, ids, today=today.isoformat()):
        members.setdefault(row[0], []).append(row)
    return [_family(members[id], people, today) for id in ids if id in members]


def find_notes(store: Store, text: str, today: date, *, limit: int = 8) -> list[FoundNote]:
    """What was written with these words in it, the newest first; not of leavers or colleagues."""
    if len(folded(text).strip()) < SHORTEST or _is_phone(text):
        return []
    found = _on_meetings(store, store.search(text, limit=2 * limit, kinds=WRITTEN))
    families = {each.family for each in found}
    known = {
        id: (name, bool(hand))
        for id, name, hand in _among(store, LISTED, families, today=today.isoformat())
    }
    days = _days(store, found)
    return [
        FoundNote(
            each.kind,
            each.id,
            each.family,
            known[each.family][0],
            " ".join(each.snippet.split()),
            days.get(each.id),
            known[each.family][1],
        )
        for each in found
        if each.family in known
    ][:limit]


def _on_meetings(store: Store, found: Iterable[Found]) -> list[Found]:
    """What stands on an agenda is found as its meeting, and not when that is in the bin."""
    hits = list(found)
    parts = (each.id for each in hits if each.kind in PARTS_OF_MEETINGS)
    meetings = dict(_among(store, MEETINGS_OF, parts))
    every: dict[tuple[str, str], Found] = {}
    for each in hits:
        if each.kind in PARTS_OF_MEETINGS:
            if each.id not in meetings:
                continue
            each = replace(each, kind="meeting", id=meetings[each.id])  # noqa: PLW2901 - as its own
        every.setdefault((each.kind, each.id), each)
    return list(every.values())


def _days(store: Store, found: Iterable[Found]) -> dict[str, date]:
    days: dict[str, date] = {}
    for table in ("contact", "meeting"):
        ids = [each.id for each in found if each.kind == table]
        rows = _among(store, DAYS.replace("{table}", table), ids)
        days |= {id: date.fromisoformat(day) for id, day in rows}
    return days


def _ranked(store: Store, text: str, wanted: str) -> list[tuple[int, str, str, str]]:
    """(rank, name, id, family) of the names that fit; the family is empty for a person."""
    families = store.families_named(text, limit=LIKELIEST)
    people = store.people_named(text, limit=LIKELIEST)
    if _is_phone(text):
        people += _owners(store, text)
    found = [
        (_rank(wanted, folded(name).split()), folded(name), id, id)
        for id, name in _among(store, FAMILY_NAMES, families)
        if all(word in folded(name) for word in wanted.split())
    ]
    for id, forename, surname, known_as, known_as_surname in _among(store, PEOPLE, people):
        last = folded(known_as_surname or surname)
        names = [last, *folded(f"{known_as or ''} {forename or ''}").split(), folded(surname)]
        found.append((_rank(wanted, names), last, id, ""))
    return sorted(found)


def _beginning(store: Store, letter: str, limit: int) -> list[str]:
    """Ids of the families whose name begins with one letter."""
    sql = """
        SELECT id FROM family WHERE deleted = 0 AND (name LIKE :small OR name LIKE :capital)
        ORDER BY name LIMIT :limit
    """
    both = {"small": f"{letter}%", "capital": f"{letter.upper()}%"}
    return [id for (id,) in store.query(sql, limit=limit, **both)] if letter.isalpha() else []


def _is_phone(text: str) -> bool:
    """Digits only, as many as begin a telephone number; a year or a time is looked for in notes."""
    digits = "".join(text.split()).removeprefix("+")
    return digits.isdecimal() and (len(digits) > 4 or digits.startswith("0"))


def _rank(wanted: str, names: Sequence[str]) -> int:
    """0 the exact surname, 1 an exact other name, 2 a beginning, 3 inside a word."""
    if wanted == names[0]:
        return 0
    if wanted in names:
        return 1
    return 2 if any(name.startswith(wanted.split(maxsplit=1)[0]) for name in names) else 3


def _owners(store: Store, text: str) -> list[str]:
    points = [found.id for found in store.search(text, limit=8, kinds=("contact_point",))]
    sql = "SELECT person FROM contact_point WHERE id IN ({ids})"
    return [id for (id,) in _among(store, sql, points)]


def _homes(store: Store, people: Sequence[str]) -> dict[str, list[str]]:
    sql = "SELECT person, family FROM membership WHERE deleted = 0 AND person IN ({ids})"
    homes: dict[str, list[str]] = {}
    for person, family in _among(store, sql, people):
        homes.setdefault(person, []).append(family)
    return homes


def _family(rows: Sequence[Sequence[Any]], people: frozenset[str], today: date) -> FoundFamily:
    id, name, *_, restricted = rows[0]
    children, adults = [], []
    for _, _, person, kind, forename, surname, known_as, known_surname, title, *group, _ in rows:
        first, last = known_as or forename or "", known_surname or surname or ""
        if kind == "child":
            year = year_words(year_now(group[0] or "", group[1], today))
            called = first if folded(last) == folded(name) else f"{first} {last}"
            children.append(f"{called} {_short(year)}".strip())
        elif person in people:
            adults.append(f"{title or ''} {first} {last}".strip())
    return FoundFamily(id, name, ", ".join(children), ", ".join(adults), bool(restricted))


def _short(year: str) -> str:
    return "YR" if year == "Reception" else year.replace("Year ", "Y").replace("Nursery ", "N")


def _among(store: Store, sql: str, ids: Iterable[str], **values: Any) -> list[tuple[Any, ...]]:
    named = {f"id{number}": id for number, id in enumerate(ids)}
    if not named:
        return []
    marks = ", ".join(f":{name}" for name in named)
    return store.query(sql.format(ids=marks), **named, **values)
