"""A change: its body, its digest, its seal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.store.changes import (
    CAN_BE_TAKEN_BACK,
    COLUMNS,
    HEADER,
    Change,
    Edit,
    Kind,
    body_of,
    canonical,
    digest_of,
    edits_of,
    kind_of,
    mac_of,
    seal,
)

KEY = bytes(range(32))
PLAIN = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text()
EDITS = st.lists(
    st.builds(
        Edit,
        table=st.sampled_from(["family", "contact"]),
        row=st.text(),
        values=st.dictionaries(st.text(), st.tuples(PLAIN, PLAIN), max_size=4),
        made_on=st.text(),
    ),
    max_size=4,
)


def change(**values: Any) -> Change:
    body = values.pop("body", "[]")
    blank: dict[str, Any] = dict.fromkeys(HEADER, "x") | {"number": 1, "schema": 1}
    return Change(**(blank | {"digest": digest_of(body), "body": body, "mac": None} | values))


@given(EDITS)
@settings(max_examples=40)
def test_a_body_tells_the_edits_it_was_made_of(edits: list[Edit]) -> None:
    assert edits_of(body_of(edits)) == edits


def test_the_same_edits_always_give_the_same_bytes() -> None:
    one = Edit("family", "f", {"name": (None, "Khan"), "deleted": (None, 0)}, "")
    other = Edit("family", "f", {"deleted": (None, 0), "name": (None, "Khan")}, "")
    assert body_of([one]) == body_of([other])
    assert " " not in body_of([one])
    assert canonical({"b": "ł", "a": 1}) == '{"a":1,"b":"ł"}'


def test_an_emptied_body_has_no_edits() -> None:
    assert edits_of(None) == []


def test_the_seal_covers_every_column_but_body_and_mac() -> None:
    sealed = seal(change(), KEY)
    for name in HEADER:
        other = 2 if name in ("number", "schema") else "y"
        assert mac_of(replace(sealed, **{name: other}), KEY) != sealed.mac, name
    assert set(COLUMNS) - set(HEADER) == {"body", "mac"}
    assert mac_of(replace(sealed, body=None), KEY) == sealed.mac


def test_another_key_gives_another_seal() -> None:
    assert seal(change(), KEY).mac != seal(change(), bytes(32)).mac


def test_a_kind_may_name_the_batch_it_takes_back() -> None:
    assert kind_of("undo:0190") is Kind.UNDO
    assert kind_of("save") is Kind.SAVE
    with pytest.raises(ValueError, match="telepathy"):
        kind_of("telepathy")


def test_looks_copies_purges_and_restores_are_not_taken_back() -> None:
    never = {Kind.LOOK, Kind.SHARE, Kind.PURGE, Kind.RESTORE, Kind.CREATE}
    assert never.isdisjoint(CAN_BE_TAKEN_BACK)


def test_an_edit_that_names_its_family_from_nothing_states_the_row_whole() -> None:
    assert Edit("person", "p", {"family": (None, "f")}, "").whole
    assert not Edit("person", "p", {"surname": (None, "Khan")}, "v").whole
    assert not Edit("person", "p", {"family": ("e", "f")}, "v").whole
