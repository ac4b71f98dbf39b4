"""The school days of an invented school: weekdays outside the usual holidays."""

from __future__ import annotations

from datetime import date, timedelta

from liaison.dates import academic_year

HOLIDAYS = (
    ((1, 1), (1, 4)),
    ((2, 14), (2, 20)),
    ((4, 1), (4, 14)),
    ((5, 25), (5, 31)),
    ((7, 23), (9, 2)),
    ((10, 25), (10, 31)),
    ((12, 21), (12, 31)),
)
"""First and last day of each holiday as (month, day)."""


def is_school_day(day: date) -> bool:
    """Whether the invented school was open."""
    at = (day.month, day.day)
    return day.weekday() < 5 and not any(first <= at <= last for first, last in HOLIDAYS)


def school_days(first: date, last: date) -> tuple[date, ...]:
    """All school days from ``first`` to ``last``."""
    count = (last - first).days + 1
    every = (first + timedelta(days=n) for n in range(count))
    return tuple(day for day in every if is_school_day(day))


def years_before(on: date, years: int) -> date:
    """The same day some years earlier; 29 February becomes 28."""
    day = 28 if (on.month, on.day) == (2, 29) else on.day
    return date(on.year - years, on.month, day)


def school_begins(on: date) -> date:
    """The first school day of the school year that ``on`` lies in."""
    return next(iter(school_days(date(academic_year(on), 9, 1), date(academic_year(on), 9, 20))))


def next_school_day(day: date) -> date:
    """The first school day after ``day``."""
    day += timedelta(days=1)
    while not is_school_day(day):
        day += timedelta(days=1)
    return day
