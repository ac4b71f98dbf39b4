"""One invented family while it is being made: its members, and the entries made so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from liaison.dates import YEAR_GROUPS, academic_year
from liaison.exchange.practice.chance import Chance
from liaison.exchange.practice.names import GIRL
from liaison.exchange.practice.traits import Traits
from liaison.model.family import Family, LivesThere
from liaison.model.fields import Entry
from liaison.model.person import Person

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, kw_only=True)
class Member:
    """A person with what the notes about her need to know. ``tie`` is empty for a child."""

    person: Person
    sex: str
    tie: str = ""
    lives: LivesThere = LivesThere.YES
    own_children: tuple[str, ...] = ()
    interpreter: str = ""
    restricted: bool = False

    @property
    def may_be_rung(self) -> bool:
        """Whether the invented officer may have spoken to her."""
        return bool(self.tie) and not self.restricted and self.person.died_on is None


@dataclass(kw_only=True)
class Household:
    """What the makers of one family share and fill, one after another."""

    chance: Chance
    number: int
    on: date
    years: int
    days: Sequence[date]
    officer: str
    traits: Traits
    family: Family
    children: list[Member] = field(default_factory=list)
    adults: list[Member] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.family.id

    def put(self, entry: E) -> E:
        """Take the entry into this family, under a new id where it has none."""
        own = entry.id or self.chance.new_id()
        kept = replace(entry, id=own, family=self.family.id)
        self.entries.append(kept)
        return kept

    @property
    def reachable(self) -> list[Member]:
        """Adults who may be rung, the first to ring first."""
        return [each for each in self.adults if each.may_be_rung]

    def children_of(self, adult: Member) -> list[Member]:
        """The adult's own children in this family."""
        return [each for each in self.children if each.person.id in adult.own_children]

    def open_days(self) -> Sequence[date]:
        """The school days on which this family was in contact with the school."""
        last = self.family.left_on or self.on
        days = [day for day in self.days if day <= last]
        return days[: -self.traits.silent_days] if self.traits.silent_days else days


def born(chance: Chance, year_group: str, on: date) -> date:
    """A day of birth that fits a year group in the school year of ``on``."""
    age = YEAR_GROUPS.index(year_group) - YEAR_GROUPS.index("R") + 5
    first = date(academic_year(on) - age, 9, 1)
    return date.fromordinal(first.toordinal() + chance.randrange(365))


def title_for(chance: Chance, sex: str) -> str:
    """A title; for a few adults none is known."""
    if sex == GIRL:
        return chance.weighted((("Mrs", 52), ("Ms", 26), ("Miss", 16), ("Dr", 3), ("", 3)))
    return chance.weighted((("Mr", 93), ("Dr", 3), ("", 4)))
