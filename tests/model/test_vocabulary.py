"""A typed value finds its place by code, label, or a beginning that fits exactly one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.errors import UnknownValue
from liaison.model.contact import Direction
from liaison.model.default_lists import LISTS
from liaison.model.vocabulary import fitting, member

WAYS = [
    ("phone", "Phone call"),
    ("gate", "At the gate"),
    ("visit", "Home visit"),
    ("video", "Video call"),
    ("year_6_to_7", "Year 6 → Year 7"),
]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("phone", "phone"),
        ("PHONE CALL", "phone"),
        (" at-the gate! ", "gate"),
        ("home", "visit"),
        ("vis", "visit"),
        ("Year 6 to Year 7", "year_6_to_7"),
        ("year 6 to 7", "year_6_to_7"),
    ],
)
def test_a_value_is_taken_by_code_label_or_beginning(typed: str, code: str) -> None:
    assert fitting(typed, WAYS, name="of the ways") == code


def test_a_beginning_of_two_is_answered_with_both() -> None:
    with pytest.raises(UnknownValue, match=r"“vi” fits more than one of the ways") as refused:
        fitting("vi", WAYS, name="of the ways")
    assert refused.value.fits == ("Home visit", "Video call")


@pytest.mark.parametrize("typed", ["", "  ", "—", "telepathy"])
def test_what_fits_nothing_is_answered_with_everything(typed: str) -> None:
    with pytest.raises(UnknownValue, match="is not one of the ways") as refused:
        fitting(typed, WAYS, name="of the ways")
    assert refused.value.fits == tuple(label for _, label in WAYS)


def test_the_code_itself_comes_before_a_label_that_says_the_same() -> None:
    pairs = [("a", "Other"), ("other", "Something else")]
    assert fitting("other", pairs, name="") == "other"
    with pytest.raises(UnknownValue, match="more than one") as refused:
        fitting("OTHER", pairs, name="")
    assert refused.value.fits == ("Other", "Something else")


def test_a_member_of_an_enumeration_is_found_by_the_same_rules() -> None:
    assert member(Direction, "They", name="") is Direction.THEY
    assert member(Direction, "we contacted", name="") is Direction.WE


@pytest.mark.parametrize("name", LISTS)
def test_every_code_and_label_of_every_list_finds_itself(name: str) -> None:
    pairs = [(code, label) for code, label, *_ in LISTS[name]]
    for code, label in pairs:
        assert fitting(code, pairs, name="") == code
        assert fitting(label, pairs, name="") == code


@given(st.text())
def test_any_text_finds_a_code_or_hears_what_fits(typed: str) -> None:
    try:
        assert fitting(typed, WAYS, name="") in dict(WAYS)
    except UnknownValue as refused:
        assert refused.fits  # noqa: PT017 - either is right
