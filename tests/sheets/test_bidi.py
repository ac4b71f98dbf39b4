"""Lines in which words run both ways: capitals stand for letters of a script that runs left."""

# ruff: noqa: RUF001 - letters of several scripts look alike
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.sheets.bidi import in_sight, leftward, levels, runs_left

HEBREW = {chr(ord("A") + at): chr(0x05D0 + at) for at in range(26)}
MIRROR = str.maketrans("()[]", ")(][")


def shown(text: str, *, left: bool = True) -> str:
    """The text as it stands on paper, from left to right."""
    plain = "".join(HEBREW.get(each, each) for each in text)
    found = ""
    for start, end, level in in_sight(plain, 0, len(plain), levels(plain, left=left), left=left):
        found += (
            text[end - 1 : start - 1 if start else None : -1].translate(MIRROR)
            if level % 2
            else text[start:end]
        )
    return found


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("CAR", "RAC"),
        ("CAR means FAST", "TSAF means RAC"),
        ("CAR means.", ".means RAC"),
        ("CAR 123 FAST", "TSAF 123 RAC"),
        ("CAR (abc) FAST", "TSAF (abc) RAC"),
        ("CAR (abc] FAST) END", "DNE (TSAF [abc) RAC"),
        ("CAR (a [b) END", "DNE (a [b) RAC"),
        ("CAR (FAST) END", "DNE (TSAF) RAC"),
        ("PAY £12.50 NOW", "WON £12.50 YAP"),
        ("CAR, CAR: abc def!", "!abc def :RAC ,RAC"),
        ("CAR 12 abc", "12 abc RAC"),
        ("CAR: 6f, 3 abc FAST", "TSAF 6f, 3 abc :RAC"),
        ("2 abc def: FAST", "TSAF :2 abc def"),
        ("CAR 9am FAST 10am", "10am TSAF 9am RAC"),
        ("RING 01632 960123.", ".01632 960123 GNIR"),
        ("RING (01632) 960123 FAST", "TSAF (01632) 960123 GNIR"),
        ("RING +44 1632 960123 FAST", "TSAF +44 1632 960123 GNIR"),
    ],
)
def test_words_and_numbers_in_a_line_that_runs_left(written: str, seen: str) -> None:
    assert shown(written) == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("car is CAR FAST in it", "car is TSAF RAC in it"),
        ("car (CAR)", "car (RAC)"),
        ("CAR: 12 FAST", "TSAF 12 :RAC"),
    ],
)
def test_words_that_run_left_in_a_line_that_runs_right(written: str, seen: str) -> None:
    assert shown(written, left=False) == seen


@pytest.mark.parametrize(
    "whole",
    [
        "01274 496 0123",
        "+44 7700 900123",
        "(01632) 960 456",
        "3:30pm",
        "9 am",
        "15:30",
        "ZZ49 3VZ",
        "12/03/2026",
        "01632 960123",
        "+44 (0)7700 900123",
        "٠١٦٣٢ ٩٦٠ ١٢٣",
        "۰۱۶۳۲ ۹۶۰ ۱۲۳",
        "۳:۳۰",
        "a.officer@example.org",
        "https://example.org/a-b?c=1",
    ],
)
def test_numbers_times_postcodes_and_mail_keep_their_order(whole: str) -> None:
    plain = "".join(HEBREW.get(each, each) for each in "CALL ") + whole + " " + HEBREW["N"]
    seen = "".join(
        plain[start:end] if level % 2 == 0 else plain[start:end][::-1]
        for start, end, level in in_sight(plain, 0, len(plain), levels(plain, left=True), left=True)
    )
    assert whole in seen
    assert seen.startswith(HEBREW["N"])


def test_two_numbers_after_a_comma_are_read_from_the_right_one_after_the_other() -> None:
    assert shown("CALL 01632 960123, 01632 960456") == "01632 960456 ,01632 960123 LLAC"


def test_a_number_in_brackets_keeps_both_of_them_round_it() -> None:
    assert shown("CAR (12) FAST") == "TSAF (12) RAC"


def test_a_house_number_after_arabic_stays_before_the_road() -> None:
    assert shown("\u0628 12 example road") == "12 example road \u0628"


def test_a_full_stop_between_two_numbers_parts_two_sentences() -> None:
    assert shown("IN 2026. 15 CARS") == "SRAC 15 .2026 NI"


def test_brackets_without_end_are_no_pairs_and_take_no_time() -> None:
    text = "א" + "(" * 30_000 + "a)" * 10
    assert len(levels(text, left=True)) == len(text)


def test_digits_after_arabic_letters_stand_as_they_were_written() -> None:
    text = "ص 12-34"
    runs = in_sight(text, 0, len(text), levels(text, left=True), left=True)
    assert text[runs[0][0] : runs[0][1]] == "12-34"


@pytest.mark.parametrize(
    ("lang", "left"),
    [
        ("ar", True),
        ("ur-PK", True),
        ("prs", True),
        ("en-GB", False),
        ("ur-Latn", False),
        ("he", True),
        ("yi", True),
    ],
)
def test_which_languages_run_to_the_left(lang: str, left: bool) -> None:
    assert leftward(lang) is left


def test_the_first_letter_with_a_direction_says_which_way_a_paragraph_runs() -> None:
    assert runs_left("12: שלום hello")
    assert not runs_left("12: hello שלום")
    assert not runs_left("12")


@given(st.text(alphabet="abאבع١12 ()[].,:-£%\u064b\u200d", max_size=40), st.booleans())
def test_every_letter_stands_in_the_line_once(text: str, left: bool) -> None:
    found = levels(text, left=left)
    assert len(found) == len(text)
    runs = in_sight(text, 0, len(text), found, left=left)
    assert sorted(at for start, end, _ in runs for at in range(start, end)) == [*range(len(text))]
