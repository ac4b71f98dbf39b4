"""School time: terms, half-terms and INSET days, and counting in school days and weeks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, ClassVar

from liaison.dates import read_date
from liaison.model.fields import STAFF, Entry, Listed, field

FURTHEST = 400
"""Days looked ahead before school time gives up and counts plain weekdays."""

LONGEST_HOLIDAY = timedelta(days=60)
"""After more days than the summer's, no term entered is the one before."""

USUAL_STARTS = ((9, 1), (4, 15), (1, 1))

NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


class SchoolDateKind(Listed):
    """What a stretch of dates is."""

    TERM = "term", "Term"
    HALF_TERM = "half_term", "Half-term holiday"
    INSET = "inset", "INSET day"


@dataclass(frozen=True, kw_only=True)
class SchoolDate(Entry):
    """A term, or days inside one on which the school is closed to pupils. Both ends included."""

    table: ClassVar[str] = "school_date"
    title: ClassVar[str] = "School date"

    kind: Annotated[SchoolDateKind, field("Kind", audience=STAFF)] = SchoolDateKind.TERM
    name: Annotated[str, field("Name", required=True, audience=STAFF)]
    starts_on: Annotated[date | None, field("First day", required=True, audience=STAFF)] = None
    ends_on: Annotated[date | None, field("Last day", required=True, audience=STAFF)] = None

    def days(self) -> Iterator[date]:
        """Every day of it."""
        if self.starts_on and self.ends_on:
            for ahead in range((self.ends_on - self.starts_on).days + 1):
                yield self.starts_on + timedelta(days=ahead)


class SchoolCalendar:
    """What the school's dates say. Without any terms, every weekday is a school day."""

    def __init__(self, dates: Iterable[SchoolDate] = ()) -> None:
        entries = [each for each in dates if each.starts_on and each.ends_on]
        self._terms = [each for each in entries if each.kind is SchoolDateKind.TERM]
        closed = [each for each in entries if each.kind is not SchoolDateKind.TERM]
        self._closed = {day for each in closed for day in each.days()}

    def is_school_day(self, day: date) -> bool:
        """A weekday in a term that is neither half-term nor INSET.

        Outside the terms anybody has entered (before the first, after the last) weekdays count.
        """
        if day.weekday() > 4 or day in self._closed:
            return False
        if not self._terms or not self._covered(day):
            return True
        return any(_within(day, term) for term in self._terms)

    def days_after(self, start: date, count: int) -> date:
        """The ``count``-th school day after ``start``."""
        day = start
        for _ in range(FURTHEST):
            if not count:
                break
            day += timedelta(days=1)
            count -= self.is_school_day(day)
        return day

    def weeks_after(self, start: date, count: int) -> date:
        """The same weekday ``count`` school weeks on: weeks without any school day do not count."""
        day = start
        for _ in range(FURTHEST // 7):
            if not count:
                break
            day += timedelta(days=7)
            monday = day - timedelta(days=day.weekday())
            count -= any(self.is_school_day(monday + timedelta(days=n)) for n in range(5))
        return day if self.is_school_day(day) else self.days_after(day, 1)

    def read(self, text: str, today: date, *, ahead: bool = True) -> date:
        """A date as typed, school time included: "in 2 school weeks", "in 3 school days"."""
        typed = " ".join(text.lower().split())
        found = re.fullmatch(r"in (\d{1,2}|[a-z]+) school (day|week)s?", typed)
        count = _number(found[1]) if found else None
        if found is None or count is None:
            return read_date(text, today, ahead=ahead)
        return (self.days_after if found[2] == "day" else self.weeks_after)(today, count)

    def term_of(self, day: date) -> SchoolDate | None:
        """The term this day lies in, or the last one that ended before it."""
        begun = [each for each in self._terms if each.starts_on and each.starts_on <= day]
        return max(begun, key=lambda each: each.starts_on or day, default=None)

    def term_began(self, day: date) -> date:
        """The first day of the term this day lies in; a holiday belongs to the term before it.

        Without the school's own dates: 1 September, 1 January or 15 April.
        """
        term = self.term_of(day)
        if term and term.starts_on and term.ends_on and day - term.ends_on <= LONGEST_HOLIDAY:
            return term.starts_on
        usual = [date(day.year, month, first) for month, first in USUAL_STARTS]
        return next(start for start in usual if start <= day)

    def words(self, day: date, today: date) -> str:
        """How far off it is in school time: "today", "in 3 school days", "in 2 school weeks"."""
        if day <= today:
            return "today" if day == today else ""
        count, at = 0, today
        while at < day and count <= FURTHEST:
            at += timedelta(days=1)
            count += self.is_school_day(at)
        if count > 9:
            weeks = round(count / 5)
            return f"in {weeks} school weeks"
        return f"in {count} school day{'' if count == 1 else 's'}"

    def _covered(self, day: date) -> bool:
        first = min(term.starts_on for term in self._terms if term.starts_on)
        last = max(term.ends_on for term in self._terms if term.ends_on)
        return first <= day <= last


def _within(day: date, stretch: SchoolDate) -> bool:
    return bool(
        stretch.starts_on and stretch.ends_on and stretch.starts_on <= day <= stretch.ends_on
    )


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else NUMBERS.get(text)
