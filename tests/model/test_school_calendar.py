"""School time: terms, half-terms, INSET days, and dates said in them."""

from __future__ import annotations

from datetime import date

import pytest

from liaison.errors import UnknownValue
from liaison.model.school_calendar import SchoolCalendar, SchoolDate, SchoolDateKind


def stretch(kind: SchoolDateKind, first: date, last: date, name: str = "x") -> SchoolDate:
    return SchoolDate(kind=kind, name=name, starts_on=first, ends_on=last)


AUTUMN = stretch(SchoolDateKind.TERM, date(2026, 9, 2), date(2026, 12, 18), "Autumn")
SPRING = stretch(SchoolDateKind.TERM, date(2027, 1, 5), date(2027, 3, 25), "Spring")
HALF = stretch(SchoolDateKind.HALF_TERM, date(2026, 10, 26), date(2026, 10, 30))
INSET = stretch(SchoolDateKind.INSET, date(2026, 11, 27), date(2026, 11, 27))
SCHOOL = SchoolCalendar([AUTUMN, SPRING, HALF, INSET])
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 27), False),
        (date(2026, 11, 28), False),
        (date(2026, 10, 28), False),
        (date(2026, 12, 21), False),
        (date(2027, 1, 5), True),
        (date(2027, 6, 7), True),
    ],
)
def test_a_school_day_is_a_weekday_in_a_term_that_is_not_closed(day: date, open_: bool) -> None:
    assert SCHOOL.is_school_day(day) is open_


def test_without_terms_every_weekday_counts() -> None:
    assert SchoolCalendar().days_after(MONDAY, 5) == date(2026, 11, 30)
    assert not SchoolCalendar().is_school_day(date(2026, 11, 22))


def test_school_days_and_weeks_step_over_what_is_closed() -> None:
    assert SCHOOL.days_after(MONDAY, 4) == date(2026, 11, 30)
    assert SCHOOL.days_after(date(2026, 12, 18), 1) == date(2027, 1, 5)
    assert SCHOOL.weeks_after(date(2026, 12, 14), 1) == date(2027, 1, 5)
    assert SCHOOL.weeks_after(MONDAY, 2) == date(2026, 12, 7)
    assert SCHOOL.weeks_after(date(2026, 11, 20), 1) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("in 2 school weeks", date(2026, 12, 7)),
        ("in a school week", date(2026, 11, 30)),
        ("In four school days", date(2026, 11, 30)),
        ("friday", date(2026, 11, 27)),
    ],
)
def test_school_time_is_understood(typed: str, day: date) -> None:
    assert SCHOOL.read(typed, MONDAY) == day


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(UnknownValue):
        SCHOOL.read("in many school weeks", MONDAY)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (MONDAY, "today"),
        (date(2026, 11, 20), ""),
        (date(2026, 11, 24), "in 1 school day"),
        (date(2026, 11, 30), "in 4 school days"),
        (date(2026, 12, 9), "in 2 school weeks"),
    ],
)
def test_a_date_is_said_in_school_time(day: date, words: str) -> None:
    assert SCHOOL.words(day, MONDAY) == words


def test_the_term_of_a_day_is_the_last_one_begun() -> None:
    assert SCHOOL.term_of(MONDAY) == AUTUMN
    assert SCHOOL.term_of(date(2026, 12, 25)) == AUTUMN
    assert SCHOOL.term_of(date(2026, 8, 1)) is None
    assert list(SchoolDate(name="empty").days()) == []


def test_what_is_this_term_comes_from_the_school_and_else_from_the_usual_dates() -> None:
    assert SCHOOL.term_began(MONDAY) == AUTUMN.starts_on
    assert SCHOOL.term_began(date(2026, 12, 28)) == AUTUMN.starts_on
    nobody_knows = SchoolCalendar()
    assert nobody_knows.term_began(MONDAY) == date(2026, 9, 1)
    assert nobody_knows.term_began(date(2027, 2, 1)) == date(2027, 1, 1)
    assert nobody_knows.term_began(date(2027, 4, 14)) == date(2027, 1, 1)
    assert nobody_knows.term_began(date(2027, 6, 1)) == date(2027, 4, 15)
    a_year_later = date(2027, 11, 22)
    assert SCHOOL.term_began(a_year_later) == date(2027, 9, 1)
