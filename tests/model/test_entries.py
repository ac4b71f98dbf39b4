"""The house's rules about entries."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import get_type_hints

import pytest

from liaison.model import ENTRIES
from liaison.model.barrier import Barrier
from liaison.model.default_lists import LISTS
from liaison.model.dsl import DslSlip
from liaison.model.fields import (
    STAFF,
    Audience,
    Entry,
    Field,
    beginning,
    field,
    fields_of,
    without_none,
)
from liaison.model.follow_up import FollowUp

UNDESCRIBED = {"id", "family", "version", "deleted"}
LINKS = {"person", "child", "adult", "contact", "barrier", "meeting"}
"""Fields that hold the id of another entry."""


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.table)
def test_every_field_is_described_or_links_to_another_entry(cls: type[Entry]) -> None:
    described = {bound.name for bound in fields_of(cls)}
    left = {each.name for each in fields(cls)} - described - UNDESCRIBED
    assert left <= LINKS


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.table)
def test_every_text_field_says_who_may_read_it(cls: type[Entry]) -> None:
    hints = get_type_hints(cls)
    silent = [
        bound.name
        for bound in fields_of(cls)
        if without_none(hints[bound.name])[0] is str and bound.about.audience is None
    ]
    assert silent == []


def test_a_field_that_names_no_reader_counts_as_staff_only() -> None:
    assert field("Anything").readers == STAFF
    assert Field(label="Anything", audience=frozenset({Audience.FAMILY})).readers != STAFF


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.table)
def test_every_value_list_named_by_a_field_exists(cls: type[Entry]) -> None:
    named = {bound.about.choices for bound in fields_of(cls)} - {""}
    assert named <= set(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_codes_and_labels_of_a_list_are_all_different(name: str) -> None:
    codes = [code for code, *_ in LISTS[name]]
    labels = [row[1] for row in LISTS[name]]
    assert len(set(codes)) == len(codes)
    assert len(set(labels)) == len(labels)


def test_special_categories_are_marked_and_nothing_else_is() -> None:
    special = {
        f"{cls.table}.{bound.name}"
        for cls in ENTRIES
        for bound in fields_of(cls)
        if bound.about.special
    }
    assert special == {
        "person.ethnicity",
        "person.religion",
        "person.free_school_meals",
        "person.medical",
    }


def test_tables_and_titles_are_all_different() -> None:
    assert len({cls.table for cls in ENTRIES}) == len(ENTRIES)
    assert len({cls.title for cls in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.table)
def test_a_sentence_about_an_entry_begins_as_english(cls: type[Entry]) -> None:
    said = beginning(cls)
    assert re.match(r"(This|The) [a-zA-Z]", said)
    assert not re.match(r"This (what|who|this|settings|copy made|dSL)", said)


def test_what_a_sentence_begins_with_comes_from_the_title_unless_that_does_not_read() -> None:
    assert beginning(FollowUp) == "This follow-up"
    assert beginning(DslSlip) == "This slip for the DSL"
    assert beginning(Barrier) == "This note of what gets in the way"
