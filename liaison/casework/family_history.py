"""Who looked at a family and who wrote about it, day by day. Read from the log: none can be off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from liaison.casework.key_holders import who
from liaison.store.changes import Kind, edits_of, kind_of
from liaison.store.store import Store
from liaison.store.tables import TITLES

LOOKS = """
SELECT clock, actor FROM change WHERE family = :family AND kind = 'look' ORDER BY clock DESC
"""
WRITTEN = """
SELECT clock, actor, kind, body FROM change
WHERE family = :family AND kind <> 'look' ORDER BY clock DESC, device DESC LIMIT :most
"""
MOST = 300
"""So many saves are told; what happened to one entry is told by its own history, however long."""


@dataclass(frozen=True)
class LookedOn:
    """A day on which the family was looked at, and by whom: names, no times."""

    day: date
    names: tuple[str, ...]


@dataclass(frozen=True)
class Wrote:
    """One save about the family: when, who, what sort of save, and what it touched."""

    at: datetime
    by: str
    kind: Kind
    what: tuple[str, ...]


def who_looked(store: Store, family: str, *, zone: tzinfo | None = None) -> list[LookedOn]:
    """Every day on which somebody looked, the newest first; looks not yet written are not in it."""
    days: dict[date, dict[str, None]] = {}
    for clock, actor in store.query(LOOKS, family=family):
        days.setdefault(_moment(clock, zone).date(), {})[actor] = None
    names = _names(store, (actor for actors in days.values() for actor in actors))
    return [
        LookedOn(day, tuple(sorted({names[actor] for actor in actors})))
        for day, actors in days.items()
    ]


def who_wrote(store: Store, family: str, *, zone: tzinfo | None = None) -> list[Wrote]:
    """The saves about the family, the newest first."""
    found = store.query(WRITTEN, family=family, most=MOST)
    names = _names(store, (actor for _, actor, _, _ in found))
    return [
        Wrote(
            at=_moment(clock, zone),
            by=names[actor],
            kind=kind_of(kind),
            what=tuple(dict.fromkeys(TITLES[edit.table] for edit in edits_of(body))),
        )
        for clock, actor, kind, body in found
    ]


def _names(store: Store, actors: Iterable[str]) -> dict[str, str]:
    return {actor: who(store, actor) for actor in set(actors)}


def _moment(clock: str, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(int(clock[:13]) / 1000, UTC).astimezone(zone)
