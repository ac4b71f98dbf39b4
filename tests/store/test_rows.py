"""Entries become rows and rows entries, for every kind of entry and every value it may hold."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from datetime import date
from enum import Enum
from typing import Any, cast, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.model import ENTRIES
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.model.fields import Entry, without_none
from liaison.model.reach import ContactPoint, MessageSafety, PointKind
from liaison.store import rows
from liaison.store.rows import column_types, columns_of, from_row, from_values, to_row, value_of
from liaison.store.store import Store

NUMBERS = st.integers(-(2**63), 2**63 - 1)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    kind, optional = without_none(hint)
    if get_origin(kind) is tuple:
        return st.lists(st.text(min_size=1), max_size=3).map(tuple)
    if isinstance(kind, type) and issubclass(kind, Enum):
        found: st.SearchStrategy[Any] = st.sampled_from(list(kind))
    else:
        found = {str: st.text(), bool: st.booleans(), int: NUMBERS, date: st.dates()}[kind]
    return st.none() | found if optional else found


def entries(cls: type[Entry]) -> st.SearchStrategy[Entry]:
    hints = get_type_hints(cls)
    return st.builds(cls, **{name: values_of(hints[name]) for name in columns_of(cls)})


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.table)
@given(data=st.data())
@settings(max_examples=10)
def test_an_entry_comes_back_from_its_row_as_it_was(
    untouched: Store, cls: type[Entry], data: st.DataObject
) -> None:
    entry = data.draw(entries(cls))
    row = to_row(entry)
    marks = ", ".join("?" * len(row))
    through_the_engine = untouched.db.execute(f"SELECT {marks}", list(row.values())).fetchone()
    assert from_row(cls, row) == entry
    assert from_values(cls, through_the_engine) == entry


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.table)
def test_an_entry_has_exactly_the_columns_of_its_table(untouched: Store, cls: type[Entry]) -> None:
    table = {row[1]: row[2] for row in untouched.query(f"PRAGMA table_info({cls.table})")}
    assert table == column_types(cls)


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.table)
def test_a_column_added_later_reads_as_the_fields_default(cls: type[Entry]) -> None:
    with_default = [each for each in fields(cls) if each.default is not MISSING]
    hints = get_type_hints(cls)
    needed: dict[str, Any] = {
        each.name: _any_value(hints[each.name]) for each in fields(cls) if each not in with_default
    }
    row = to_row(cls(**needed)) | {each.name: None for each in with_default}
    assert from_row(cls, row) == cls(**needed)


def _any_value(hint: Any) -> Any:
    kind, _ = without_none(hint)
    if kind is date:
        return date(2026, 11, 23)
    return next(iter(kind)) if issubclass(kind, Enum) else kind("1")


def test_nothing_typed_is_kept_as_null() -> None:
    row = to_row(Family(id="f", family="f", name="Khan"))
    assert row["strengths"] is None
    assert row["left_on"] is None
    assert row["colleague"] == 0


def test_half_a_character_from_a_bad_paste_is_kept_as_a_question_mark() -> None:
    family = Family(id="f", family="f", name="Kh\ud83dan")
    assert to_row(family)["name"] == "Kh?an"


def test_a_row_without_a_column_is_refused() -> None:
    row = to_row(Family(id="f", family="f", name="Khan"))
    del row["name"]
    with pytest.raises(KeyError):
        from_row(Family, row)


def test_a_value_that_is_a_code_comes_back_as_a_member() -> None:
    point = ContactPoint(person="p", kind=PointKind.EMAIL, value="amina@example.org")
    back = from_row(ContactPoint, to_row(point))
    assert back.kind is PointKind.EMAIL
    assert back.message_safe is MessageSafety.NOT_ASKED


def test_one_stored_value_can_be_read_alone() -> None:
    assert value_of(Contact, "held_on", "2026-11-23") == date(2026, 11, 23)
    assert value_of(Contact, "facts", None) == ""


def test_an_optional_value_stays_nothing() -> None:
    contact = Contact(held_on=date(2026, 11, 23), channel="phone", outcome="spoke")
    kept = from_row(Contact, to_row(contact))
    assert (kept.about, kept.minutes) == (None, None)
    assert from_row(Contact, to_row(replace(contact, minutes=0))).minutes == 0


def test_the_columns_are_in_the_entrys_own_order() -> None:
    assert columns_of(Family)[:4] == ("id", "family", "version", "deleted")
    assert columns_of(cast(type[Entry], Family)) == columns_of(Family)


def test_how_a_row_is_read_is_found_out_before_the_first_one() -> None:
    rows._readers.cache_clear()
    rows.learn(Contact)
    assert rows._readers.cache_info().misses == 1
    entry = Contact(family="f", held_on=date(2026, 11, 23), channel="phone", outcome="spoke")
    assert from_row(Contact, to_row(entry)) == entry
    assert rows._readers.cache_info().misses == 1
