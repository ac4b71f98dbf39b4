"""What a day looks like: what is owed, who waits, what is new, whom we have not been in touch with.

Nothing here reads all families: promises come from their index, families from ``local_glance``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from liaison.casework.follow_ups import OPEN, Due, due_from
from liaison.casework.meetings import MeetingLine, meetings_on, to_write_up
from liaison.model.barrier import Barrier
from liaison.model.dsl import DslSlip
from liaison.model.follow_up import FollowUp
from liaison.model.restriction import Restriction
from liaison.model.ruling import is_over
from liaison.model.transition import TransitionConcern
from liaison.model.visit import HomeVisit
from liaison.store.store import Store

WEEK = timedelta(days=7)
QUIET_AFTER = timedelta(weeks=6)
NEW_FOR = timedelta(days=7)
SHOWN = 20
MOST = 500
"""Counting stops here: "500 or more" says as much."""

LISTED = """
FROM local_glance g JOIN family f ON f.id = g.family
WHERE f.deleted = 0 AND f.left_on IS NULL AND f.colleague = 0
AND NOT EXISTS (
    SELECT 1 FROM person p WHERE p.family = f.id AND p.deleted = 0 AND p.died_on IS NOT NULL
)
"""
"""Families of the short lists. Where somebody has died nothing is asked for by itself."""

QUIET = LISTED + "AND g.last_contact < :since"
GOOD_NEWS_DUE = LISTED + "AND g.abouts = 'concern concern concern'"

STANDING = """
EXISTS (SELECT 1 FROM family f WHERE f.id = follow_up.family AND f.deleted = 0)
AND NOT EXISTS (
    SELECT 1 FROM person p WHERE p.id = follow_up.person AND p.died_on IS NOT NULL
)
"""
OURS = f"{STANDING} AND state IN ('open', 'in_progress') AND waiting_on IS NULL AND side = 'school'"
OTHERS = "(state = 'waiting' OR waiting_on IS NOT NULL OR side != 'school')"


class Part(Enum):
    """The parts of a day's work; each value is the condition its promises meet."""

    OVERDUE = f"{OURS} AND due < :day"
    DUE_TODAY = f"{OURS} AND due = :day"
    NEXT_WEEK = f"{OURS} AND due > :day AND due <= :latest"
    WAITING = f"{STANDING} AND state IN ({OPEN}) AND {OTHERS}"


@dataclass(frozen=True)
class Owed:
    """The first promises of one part, and how many there are: at most ``MOST`` are counted."""

    first: tuple[Due, ...] = ()
    count: int = 0

    @property
    def words(self) -> str:
        return counted(self.count)


@dataclass(frozen=True)
class NamedFamily:
    """A family in a short list; ``since`` is its last real contact."""

    id: str
    name: str
    since: date | None


@dataclass(frozen=True)
class Families:
    """The first few of many, and how many there are: at most ``MOST`` are counted."""

    first: tuple[NamedFamily, ...]
    count: int

    @property
    def words(self) -> str:
        return counted(self.count)


@dataclass(frozen=True)
class NewConcern:
    """A worry about a move, or a barrier, of the last seven days."""

    kind: str
    id: str
    family: str
    family_name: str
    words: str
    since: date | None = None


@dataclass(frozen=True)
class Day:
    """Everything Today shows."""

    on: date
    overdue: Owed
    due_today: Owed
    next_week: Owed
    waiting: Owed
    new_concerns: tuple[NewConcern, ...]
    not_in_touch: Families
    good_news_due: Families
    slips: int
    visits: tuple[HomeVisit, ...]
    restricted: frozenset[str] = frozenset()
    """Of the families whose promises are shown, those with a restriction."""
    meetings: tuple[MeetingLine, ...] = ()
    """Of this day, in their order."""
    to_write_up: tuple[MeetingLine, ...] = ()
    """Of earlier days, and not closed yet."""

    @property
    def sentence(self) -> str:
        """The state of the day, in words."""
        late, due = self.overdue.count, self.due_today.count
        parts = []
        if late:
            parts.append(
                "One thing has slipped" if late == 1 else f"{_word(late)} things have slipped"
            )
        if due:
            parts.append("one is due today" if due == 1 else f"{_word(due).lower()} are due today")
        if not parts:
            return "Nothing is due today."
        said = ", and ".join(parts) + "."
        return said[0].upper() + said[1:]


def today(store: Store, on: date, opened: Collection[Part] = ()) -> Day:
    """Everything Today shows for this day; of the parts that are ``opened`` more than the first."""
    parts = {part: owed(store, part, on, limit=MOST if part in opened else SHOWN) for part in Part}
    return Day(
        on=on,
        overdue=parts[Part.OVERDUE],
        due_today=parts[Part.DUE_TODAY],
        next_week=parts[Part.NEXT_WEEK],
        waiting=parts[Part.WAITING],
        new_concerns=tuple(_new_concerns(store, on)),
        not_in_touch=_families(store, QUIET, since=(on - QUIET_AFTER).isoformat()),
        good_news_due=_families(store, GOOD_NEWS_DUE, since=""),
        slips=len(store.find(DslSlip, "confirmed_on IS NULL")),
        visits=tuple(
            store.find(
                HomeVisit,
                "returned_at IS NULL AND going_on <= :on",
                order="going_on, due_back_at",
                on=on.isoformat(),
            )
        ),
        restricted=_restricted(store, on, parts.values()),
        meetings=tuple(meetings_on(store, on)),
        to_write_up=tuple(to_write_up(store, on, limit=SHOWN)),
    )


def owed(store: Store, part: Part, on: date, *, limit: int = SHOWN) -> Owed:
    """The first promises of one part of the day, the earliest due first."""
    days = {"day": on.isoformat(), "latest": (on + WEEK).isoformat()}
    values = {name: day for name, day in days.items() if f":{name}" in part.value}
    table, where = FollowUp.table, f"{part.value} AND deleted = 0"
    inner = f"SELECT 1 FROM {table} WHERE {where} LIMIT {MOST}"  # noqa: S608 - constants
    ((count,),) = store.query(f"SELECT count(*) FROM ({inner})", **values)  # noqa: S608 - as above
    first = due_from(store, part.value, on, limit=limit, **values) if count else []
    return Owed(tuple(first), count)


def _restricted(store: Store, on: date, parts: Iterable[Owed]) -> frozenset[str]:
    """Families with a restriction that is not over, among those whose promises are shown."""
    families = sorted({due.follow_up.family for part in parts for due in part.first})
    marks: dict[str, Any] = {f"id{number}": family for number, family in enumerate(families)}
    among = ", ".join(f":{name}" for name in marks)
    found = store.find(Restriction, f"family IN ({among})", **marks)
    return frozenset(each.family for each in found if not is_over(each, on))


def counted(count: int) -> str:
    """A count as it is said: past ``MOST`` nobody counts."""
    return f"{MOST} or more" if count >= MOST else str(count)


def _families(store: Store, which: str, *, since: str) -> Families:
    rows = store.query(
        f"SELECT f.id, f.name, g.last_contact {which} ORDER BY g.last_contact LIMIT {SHOWN}",
        since=since,
    )
    inner = f"SELECT 1 {which} LIMIT {MOST}"
    ((count,),) = store.query(f"SELECT count(*) FROM ({inner})", since=since)  # noqa: S608 - as above
    first = tuple(
        NamedFamily(id, name, date.fromisoformat(last) if last else None) for id, name, last in rows
    )
    return Families(first, count)


def _new_concerns(store: Store, on: date) -> list[NewConcern]:
    since = (on - NEW_FOR).isoformat()
    found = []
    for concern in store.find(
        TransitionConcern, "raised_on > :since", order="raised_on DESC", limit=SHOWN, since=since
    ):
        if not store.flagged("domain", concern.domain, "sensitive"):
            said = f"{store.label('domain', concern.domain)}, {store.label('move', concern.move)}"
            found.append((concern.table, concern.id, concern.family, said, concern.raised_on))
    for barrier in store.find(
        Barrier, "since > :since", order="since DESC", limit=SHOWN, since=since
    ):
        if not store.flagged("barrier", barrier.kind, "sensitive"):
            said = store.label("barrier", barrier.kind)
            found.append((barrier.table, barrier.id, barrier.family, said, barrier.since))
    return [new for each in found for new in _new(store, *each)]


def _new(
    store: Store, kind: str, id: str, family: str, words: str, since: date | None
) -> list[NewConcern]:
    """With its family's name; nothing for a family that stands in no list."""
    listed = "deleted = 0 AND left_on IS NULL AND colleague = 0"
    rows = store.query(
        f"SELECT name FROM family WHERE id = :id AND {listed}",  # noqa: S608 - constants
        id=family,
    )
    return [NewConcern(kind, id, family, name, words, since) for (name,) in rows]


def _word(count: int) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    return words[count] if count < len(words) else counted(count)
