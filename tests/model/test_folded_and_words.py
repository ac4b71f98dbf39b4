"""One folding for index, query and typed values; one way to say any value."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.model.contact import About, Contact
from liaison.model.family import Family
from liaison.model.fields import (
    HOME,
    STAFF,
    Audience,
    Entry,
    Field,
    field,
    fields_of,
    problems,
    without_none,
)
from liaison.model.folded import folded, squeezed
from liaison.model.words import and_list, as_text, field_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Zoë", "zoe"),
        ("Łukasz", "lukasz"),
        ("Søren Đorđe", "soren dorde"),
        ("Straße STRASSE ẞ", "strasse strasse ss"),
        ("O’Brien O'Brien O\u02bcBrien", "obrien obrien obrien"),
        ("\uff2b\uff48\uff41\uff4e", "khan"),
        ("Æther Œuvre Þór", "aether oeuvre thor"),
        ("I\u011fd\u0131r \u0130zmir", "igdir izmir"),
        ("a\x00b", "ab"),
        ("ﬁne", "fine"),
    ],
)
def test_letters_are_made_alike(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert "\x00" not in folded(text)


@given(st.text())
def test_squeezed_keeps_letters_and_digits_only(text: str) -> None:
    assert all(c.isalnum() for c in squeezed(text))
    assert squeezed(squeezed(text)) == squeezed(text)


def test_an_arrow_counts_as_to() -> None:
    assert squeezed("Year 6 → 7") == squeezed("year 6 TO 7") == "year6to7"
    assert squeezed("YEAR 6 -> 7") == squeezed("year6->7") == "year6to7"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "Yes"),
        (False, "No"),
        (About.CONCERN, "Worry"),
        (date(2026, 11, 23), "23 Nov 2026"),
        (("a", About.PRAISE), "a, Good news"),
        ((), ""),
        (7, "7"),
        ("Zoë", "Zoë"),
    ],
)
def test_any_value_as_words(value: object, words: str) -> None:
    assert as_text(value) == words


def test_codes_are_said_in_the_words_of_their_list() -> None:
    bound = {each.name: each for each in fields_of(Contact)}

    def label(name: str, code: str) -> str:
        return f"{name}:{code}"

    assert field_text(bound["channel"], "phone", label) == "channel:phone"
    assert field_text(bound["purposes"], ("a", "b"), label) == "purpose:a, purpose:b"
    assert field_text(bound["channel"], "", label) == ""
    assert field_text(bound["facts"], "Rang.", label) == "Rang."


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_in_a_row(words: list[str], said: str) -> None:
    assert and_list(words) == said


def test_only_described_fields_are_described_in_their_order() -> None:
    names = [each.name for each in fields_of(Family)]
    assert names[:2] == ["name", "strengths"]
    assert not {"id", "family", "version", "deleted"} & set(names)


def test_a_note_that_is_no_description_is_passed_over() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Kite(Entry):
        length: Annotated[int, "metres"] = 0
        colour: Annotated[str, "paint", field("Colour")] = ""

    assert [each.name for each in fields_of(Kite)] == ["colour"]


def test_a_field_that_names_no_audience_is_for_staff_only() -> None:
    assert field("Notes").readers == STAFF
    assert field("Notes", audience=HOME).readers == HOME
    assert Field(label="Notes").readers == {Audience.STAFF}


def test_what_is_needed_is_said_and_blanks_do_not_do() -> None:
    missing = Contact(held_on=date(2026, 11, 23), channel="", outcome=" \n")
    assert problems(missing) == {"channel": "How is needed.", "outcome": "Outcome is needed."}
    assert problems(Family(name="Khan")) == {}


def test_an_optional_type_is_told_from_its_nothing() -> None:
    assert without_none(date | None) == (date, True)
    assert without_none(int | str) == (int | str, False)
    assert without_none(str) == (str, False)


def test_a_code_carries_its_label() -> None:
    assert About("praise").label == "Good news"
    assert f"{About.PRAISE}" == "praise"
