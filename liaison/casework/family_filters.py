"""Which families of the list are wanted: by year, by what gets in the way, by what stands out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta

from liaison.casework.families import FamilyLine
from liaison.model.choice import Choice
from liaison.store.store import Store

QUIET_AFTER = timedelta(weeks=6)

WITH_BARRIER = """
SELECT DISTINCT family FROM barrier
WHERE deleted = 0 AND kind = :kind AND state IN ('current', 'easing')
"""


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


def filtered(
    store: Store, lines: Iterable[FamilyLine], wanted: FamilyFilter, today: date
) -> list[FamilyLine]:
    """The families that fit, in their order."""
    with_barrier = families_with(store, wanted.barrier) if wanted.barrier else None
    return [
        line
        for line in lines
        if (not wanted.year or any(child.year == wanted.year for child in line.children))
        and (with_barrier is None or line.id in with_barrier)
        and _stands_out(line, wanted.only, today)
    ]


def _stands_out(line: FamilyLine, only: str, today: date) -> bool:
    if only == "restricted":
        return line.restricted
    if only == "quiet":
        return line.last_contact is not None and today - line.last_contact > QUIET_AFTER
    return True
