"""Days as a school counts, types and says them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.dates import (
    academic_year,
    clock_words,
    day_in_list,
    long_date,
    medium_date,
    read_clock,
    read_date,
    school_day_after,
    short_date,
    year_now,
    year_words,
)
from liaison.errors import UnknownValue

MONDAY = date(2026, 11, 23)


def test_the_school_year_begins_on_1_september() -> None:
    assert academic_year(date(2026, 8, 31)) == 2025
    assert academic_year(date(2026, 9, 1)) == 2026


@pytest.mark.parametrize(
    ("group", "true_in", "now"),
    [
        ("6", 2026, "6"),
        ("6", 2024, "8"),
        ("R", 2025, "1"),
        ("N2", 2026, "N2"),
        ("N1", 2024, "R"),
        ("13", 2024, ""),
        ("R", 2030, ""),
        ("Mixed", 2020, "Mixed"),
        ("6", None, "6"),
        ("", None, ""),
    ],
)
def test_the_year_shown_is_counted_from_the_year_it_was_true_in(
    group: str, true_in: int | None, now: str
) -> None:
    assert year_now(group, true_in, MONDAY) == now


@pytest.mark.parametrize(
    ("group", "words"),
    [("R", "Reception"), ("N1", "Nursery 1"), ("6", "Year 6"), ("NX", "NX"), ("Mixed", "Mixed")],
)
def test_a_year_group_in_words(group: str, words: str) -> None:
    assert year_words(group) == words


def test_dates_are_said_in_four_ways() -> None:
    assert long_date(MONDAY) == "Monday 23 November 2026"
    assert medium_date(MONDAY) == "23 November 2026"
    assert short_date(MONDAY) == "23 Nov 2026"
    assert day_in_list(MONDAY, MONDAY) == "Mon 23 Nov"
    assert day_in_list(date(2025, 9, 1), MONDAY) == "Mon 1 Sep 2025"


@pytest.mark.parametrize(
    ("at", "words"), [("", ""), ("09:00", "9am"), ("15:30", "3:30pm"), ("00:05", "12:05am")]
)
def test_times_in_words(at: str, words: str) -> None:
    assert clock_words(at) == words


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("9:05", "09:05"),
        ("09.05", "09:05"),
        ("0905", "09:05"),
        ("9am", "09:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        (" 3:30 PM ", "15:30"),
        ("15:30", "15:30"),
    ],
)
def test_times_as_officers_type_them(typed: str, at: str) -> None:
    assert read_clock(typed) == at


@pytest.mark.parametrize("typed", ["", "9", "25:00", "9:75", "noon", "13:00 o'clock"])
def test_what_is_no_time_is_said_in_a_sentence(typed: str) -> None:
    with pytest.raises(UnknownValue, match="is not a time of day"):
        read_clock(typed)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", MONDAY),
        ("Yesterday", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 24)),
        ("in 2 weeks", date(2026, 12, 7)),
        ("in a day", date(2026, 11, 24)),
        ("in 0 days", MONDAY),
        ("monday", MONDAY),
        ("fri", date(2026, 11, 20)),
        ("2026-12-03", date(2026, 12, 3)),
        ("3/12/26", date(2026, 12, 3)),
        ("3.12.2026", date(2026, 12, 3)),
        ("3rd December 2026", date(2026, 12, 3)),
        ("Thu 3 Dec 2026", date(2026, 12, 3)),
        ("3 12", date(2025, 12, 3)),
        ("23 Nov", MONDAY),
        ("29 Feb", date(2024, 2, 29)),
    ],
)
def test_dates_as_officers_type_them(typed: str, day: date) -> None:
    assert read_date(typed, MONDAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("monday", date(2026, 11, 30)),
        ("next friday", date(2026, 11, 27)),
        ("3 12", date(2026, 12, 3)),
        ("22 Nov", date(2027, 11, 22)),
        ("29 Feb", date(2028, 2, 29)),
    ],
)
def test_a_day_ahead_is_the_next_one(typed: str, day: date) -> None:
    assert read_date(typed, MONDAY, ahead=True) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "31 Feb",
        "2026-13-01",
        "3 12 126",
        "3 Dec x",
        "x Dec",
        "3 ma",
        "1 2 3 4",
        "² 12",
        "3 ²",
        "3 12 ²²",
        "9" * 5000 + " 12",
        "99999999999999999999 12 26",
        "in many weeks",
    ],
)
def test_what_is_no_date_is_said_in_a_sentence(typed: str) -> None:
    with pytest.raises(UnknownValue, match="is not a date"):
        read_date(typed, MONDAY)


@given(st.text() | st.text("0123456789²/. -decmonfrijantoday", max_size=30), st.booleans())
def test_whatever_is_typed_is_a_date_or_a_sentence(typed: str, ahead: bool) -> None:
    try:
        assert isinstance(read_date(typed, MONDAY, ahead=ahead), date)
    except UnknownValue as refused:
        assert "is not a date" in str(refused)  # noqa: PT017 - either is right


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_every_way_a_date_is_said_can_be_typed_again(day: date) -> None:
    for said in (long_date(day), medium_date(day), short_date(day), day.isoformat()):
        assert read_date(said, MONDAY) == day


def test_school_days_leave_out_weekends_and_what_is_closed() -> None:
    assert school_day_after(MONDAY, 5) == date(2026, 11, 30)
    assert school_day_after(date(2026, 11, 27), 1, closed={date(2026, 11, 30)}) == date(2026, 12, 1)
    assert school_day_after(MONDAY, 0) == MONDAY
