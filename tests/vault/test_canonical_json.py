"""Canonical JSON: one way to write a value, and only that is read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from liaison.vault import canonical

values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(some.characters(codec="utf-8")),
    lambda each: some.lists(each, max_size=3) | some.dictionaries(some.text("ab"), each),
    max_leaves=8,
)


@settings(max_examples=40)
@given(values)
def test_what_was_written_is_read(value: object) -> None:
    assert canonical.decode(canonical.encode(value)) == value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" 1",
        b"1\n",
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a": 1}',
        b"1.0",
        b"1e2",
        b"-0",
        b"01",
        b"NaN",
        b"Infinity",
        b'"\\u0041"',
        b'"\\ud800"',
        b'"\\/"',
        b"\xef\xbb\xbf1",
        b"\xff",
        b"[" * 50_000,
    ],
)
def test_any_other_way_to_write_it_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        canonical.decode(data)
