"""What one copy of a family's record holds, and what it was made without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from typing import Any, TypeVar

from liaison.model.choice import Choice
from liaison.model.copies.naming import NOBODY, Names, name_of
from liaison.model.copies.never_said import NEVER_SAID
from liaison.model.default_lists import default_choices
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience, Bound, Entry, fields_of
from liaison.model.person import Person

E = TypeVar("E", bound=Entry)

NOT_FOR_THIS = "Not for this kind of copy."
Label = Callable[[str, str], str]
"""The words of a value of a list: ``label("place", "hall")``."""

UNNAMED = "-"
"""The reason of an entry that is left out without a word, so that nothing points at it."""


def as_coded(_list: str, code: str) -> str:
    """The code itself, where no list is at hand."""
    return code


@dataclass(frozen=True)
class LeftOut:
    """One kind of thing a copy was made without. For the officer's screen, never for paper."""

    what: str
    count: int
    why: str

    @property
    def sentence(self) -> str:
        """What is left out, how many, and why, for the officer."""
        return f"{self.what} left out: {self.count}. {self.why}"


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A family's record as one audience may read it. What is left out is not in ``record``.

    ``reader`` is whom a family copy is for, or who will sit at the table with a staff copy.
    """

    audience: Audience
    record: FamilyRecord
    today: date
    reader: Person | None = None
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What kind of copy is asked for.

    ``ticked`` are ids of entries ticked for this copy: a sensitive barrier or worry, or a contact
    whose child's words may be read. ``sensitive`` are the (list, code) pairs that need a tick.
    ``strangers`` are children of other families, by first name and surname; ``unsaid`` are kinds
    of meetings no family copy names; ``label`` gives the school's words for a listed value.
    """

    audience: Audience
    today: date
    reader: Person | None = None
    ticked: frozenset[str] = frozenset()
    sensitive: frozenset[tuple[str, str]] = frozenset()
    strangers: Names = NOBODY
    unsaid: tuple[str, ...] = ()
    label: Label = as_coded

    def hides(self, entry: Entry) -> bool:
        """Whether the entry holds a sensitive value nobody ticked."""
        if entry.id in self.ticked:
            return False
        return any(
            (bound.about.choices, code) in self.sensitive
            for bound in fields_of(type(entry))
            if bound.about.choices
            for code in _codes(getattr(entry, bound.name))
        )

    def never_said(self, text: str) -> str:
        """What the text says that no family copy does; empty where it says nothing of it."""
        plain = f" {' '.join(name_of(text))}"
        never = (" ".join(name_of(each)) for each in (*NEVER_SAID, *self.unsaid))
        return next((each for each in never if each and f" {each}" in plain), "")


def sensitive_values(choices: Iterable[Choice] | None = None) -> frozenset[tuple[str, str]]:
    """The (list, code) pairs marked sensitive; those of a new record where none are handed in."""
    offered = default_choices() if choices is None else choices
    return frozenset((each.list, each.code) for each in offered if "sensitive" in each.flags)


@dataclass
class Sieve:
    """Lets through what one audience may read, and counts the rest."""

    audience: Audience
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def through(
        self, what: str, entries: Iterable[E], why_not: Callable[[E], str]
    ) -> tuple[E, ...]:
        """The entries without a reason against them, their unreadable fields blanked."""
        kept = []
        for entry in entries:
            reason = why_not(entry)
            if reason:
                self.note(what, reason)
            else:
                kept.append(self.blanked(entry))
        return tuple(kept)

    def blanked(self, entry: E) -> E:
        """The entry without what its own description keeps from this audience."""
        hidden = [
            bound
            for bound in fields_of(type(entry))
            if self.audience not in bound.about.readers and getattr(entry, bound.name)
        ]
        empty: dict[str, Any] = {bound.name: _nothing(entry, bound) for bound in hidden}
        for bound in hidden:
            if bound.about.lines > 1:
                self.note(bound.about.label, NOT_FOR_THIS)
        return replace(entry, **empty)

    def note(self, what: str, why: str, count: int = 1) -> None:
        """Count what is left out, unless even that would say too much."""
        if why != UNNAMED and count:
            self.counts[what, why] += count

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        return tuple(LeftOut(what, count, why) for (what, why), count in self.counts.items())


def _codes(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _nothing(entry: Entry, bound: Bound) -> object:
    """The value that says nothing: empty text, the default, or what must be there."""
    if bound.kind is str:
        return ""
    default = next(each.default for each in fields(entry) if each.name == bound.name)
    return getattr(entry, bound.name) if default is MISSING else default
