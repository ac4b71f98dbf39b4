"""What a day looks like: what is owed, who waits, what is new, whom we have not been in touch with.

Nothing here reads all families: promises come from their index, families from ``local_glance``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from liaison.casework.follow_ups import OPEN, Due, due_from
from liaison.model.barrier import Barrier
from liaison.model.dsl import DslSlip
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
"""
QUIET = LISTED + "AND g.last_contact < :since"
GOOD_NEWS_DUE = LISTED + "AND g.abouts = 'concern concern concern'"


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
        return f"{MOST} or more" if self.count >= MOST else str(self.count)


@dataclass(frozen=True)
class NewConcern:
    """A worry about a move, or a barrier, of the last seven days."""

    kind: str
    id: str
    family: str
    family_name: str
    words: str


@dataclass(frozen=True)
class Day:
    """Everything Today shows."""

    on: date
    overdue: tuple[Due, ...]
    due_today: tuple[Due, ...]
    next_week: tuple[Due, ...]
    waiting: tuple[Due, ...]
    new_concerns: tuple[NewConcern, ...]
    not_in_touch: Families
    good_news_due: Families
    slips: int
    visits: tuple[HomeVisit, ...]

    @property
    def sentence(self) -> str:
        """The state of the day, in words."""
        late, due = len(self.overdue), len(self.due_today)
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


def today(store: Store, on: date) -> Day:
    """Everything Today shows for this day."""
    open_ones = due_from(
        store, f"state IN ({OPEN}) AND due <= :latest", on, latest=(on + WEEK).isoformat()
    )
    waiting = due_from(store, "state = 'waiting'", on)
    mine = [each for each in open_ones if each.follow_up.waiting_on is None]
    return Day(
        on=on,
        overdue=tuple(each for each in mine if each.overdue),
        due_today=tuple(each for each in mine if each.follow_up.due == on),
        next_week=tuple(each for each in mine if each.follow_up.due and each.follow_up.due > on),
        waiting=tuple(waiting),
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
    )


def _families(store: Store, which: str, *, since: str) -> Families:
    rows = store.query(
        f"SELECT f.id, f.name, g.last_contact {which} ORDER BY g.last_contact LIMIT {SHOWN}",
        since=since,
    )
    counted = f"SELECT count(*) FROM (SELECT 1 {which} LIMIT {MOST})"  # noqa: S608 - constants
    ((count,),) = store.query(counted, since=since)
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
            found.append(_new(store, concern.table, concern.id, concern.family, said))
    for barrier in store.find(
        Barrier, "since > :since", order="since DESC", limit=SHOWN, since=since
    ):
        if not store.flagged("barrier", barrier.kind, "sensitive"):
            said = store.label("barrier", barrier.kind)
            found.append(_new(store, barrier.table, barrier.id, barrier.family, said))
    return found


def _new(store: Store, kind: str, id: str, family: str, words: str) -> NewConcern:
    ((name,),) = store.query("SELECT name FROM family WHERE id = :id", id=family)
    return NewConcern(kind, id, family, name, words)


def _word(count: int) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    return words[count] if count < len(words) else str(count)
