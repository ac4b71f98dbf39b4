"""Which families of the list are wanted: by year, by what gets in the way, by what stands out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta

from liaison.dates import year_now, year_words
from liaison.model.choice import Choice
from liaison.store.store import Store

QUIET_AFTER = timedelta(weeks=6)

WITH_BARRIER = """
SELECT DISTINCT family FROM barrier
WHERE deleted = 0 AND kind = :kind AND state IN ('current', 'easing')
"""
WITH_CHILD_IN = """
SELECT DISTINCT m.family FROM membership m JOIN person p ON p.id = m.person
WHERE m.deleted = 0 AND p.deleted = 0 AND p.left_on IS NULL AND p.kind = 'child'
    AND (m.until IS NULL OR m.until > :today) AND EXISTS (
        SELECT 1 FROM json_each(:groups) WHERE p.year_group IS value ->> 0
            AND p.year_group_in IS value ->> 1
    )
"""
WITH_RESTRICTION = """
SELECT DISTINCT family FROM restriction
WHERE deleted = 0 AND (starts_on IS NULL OR starts_on <= :today)
"""
NOT_IN_TOUCH = "SELECT family FROM local_glance WHERE last_contact < :since"


@dataclass(frozen=True)
class FamilyFilter:
    """An empty value takes every family. ``year`` is in words, ``barrier`` a code.

    ``only`` is "restricted" (somebody may not do something) or "quiet" (not in touch).
    """

    year: str = ""
    barrier: str = ""
    only: str = ""

    def __bool__(self) -> bool:
        return bool(self.year or self.barrier or self.only)

    def written(self) -> tuple[str, ...]:
        """As a saved view keeps it."""
        pairs = ((each.name, getattr(self, each.name)) for each in fields(self))
        return tuple(f"{name}={value}" for name, value in pairs if value)

    @classmethod
    def read(cls, written: Iterable[str]) -> FamilyFilter:
        """From a saved view; what a newer version wrote besides is passed over."""
        pairs = dict(each.split("=", 1) for each in written if "=" in each)
        known = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in pairs.items() if name in known})


def barriers_to_filter_by(store: Store) -> list[Choice]:
    """The kinds a list may be filtered by: none that is sensitive."""
    return [each for each in store.choices("barrier") if "sensitive" not in each.flags]


def families_with(store: Store, kind: str) -> set[str]:
    """Ids of the families with such a barrier that is not gone; none for a sensitive kind."""
    if kind not in {each.code for each in barriers_to_filter_by(store)}:
        return set()
    return {row[0] for row in store.query(WITH_BARRIER, kind=kind)}


def families_wanted(store: Store, wanted: FamilyFilter, today: date) -> set[str] | None:
    """Ids of the families that fit; None when every family does."""
    found = [
        each
        for each in (
            _with_child_in(store, wanted.year, today) if wanted.year else None,
            families_with(store, wanted.barrier) if wanted.barrier else None,
            _standing_out(store, wanted.only, today),
        )
        if each is not None
    ]
    return set.intersection(*found) if found else None


def _with_child_in(store: Store, year: str, today: date) -> set[str]:
    """Families with a child in that year today; years are kept as they were when written down."""
    groups = store.query("SELECT DISTINCT year_group, year_group_in FROM person")
    fitting = [
        [group, group_in]
        for group, group_in in groups
        if year_words(year_now(group or "", group_in, today)) == year
    ]
    values = {"groups": json.dumps(fitting), "today": today.isoformat()}
    return {row[0] for row in store.query(WITH_CHILD_IN, **values)}


def _standing_out(store: Store, only: str, today: date) -> set[str] | None:
    since = (today - QUIET_AFTER).isoformat()
    if only == "restricted":
        return {row[0] for row in store.query(WITH_RESTRICTION, today=today.isoformat())}
    if only == "quiet":
        return {row[0] for row in store.query(NOT_IN_TOUCH, since=since)}
    return None
