"""Small counts are not told, nor can anybody work them out."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from liaison.model.small_numbers import FEW, KEPT_BACK, LEAST, shown, shown_with_total


def test_a_count_under_five_is_not_told_and_none_is() -> None:
    assert [shown(n) for n in (0, 1, 4, 5, 12)] == ["0", FEW, FEW, "5", "12"]


def test_where_the_total_gives_it_away_the_next_smallest_is_kept_back() -> None:
    said, total = shown_with_total({"a": 3, "b": 9, "c": 20})
    assert said == {"a": FEW, "b": KEPT_BACK, "c": "20"}
    assert total == "32"


def test_two_small_ones_hide_each_other_unless_there_is_one_way_only() -> None:
    assert shown_with_total({"a": 2, "b": 3, "c": 9})[0] == {"a": FEW, "b": FEW, "c": "9"}
    assert shown_with_total({"a": 1, "b": 1, "c": 9})[0]["c"] == KEPT_BACK
    assert shown_with_total({"a": 4, "b": 4, "c": 9})[0]["c"] == KEPT_BACK


def test_with_nothing_else_to_keep_back_the_total_is() -> None:
    assert shown_with_total({"a": 4, "b": 4}) == ({"a": FEW, "b": FEW}, KEPT_BACK)
    assert shown_with_total({"a": 2}) == ({"a": FEW}, FEW)


def test_with_nothing_small_everything_is_told() -> None:
    assert shown_with_total({"a": 5, "b": 0}) == ({"a": "5", "b": "0"}, "5")


@given(st.lists(st.integers(0, 12), min_size=1, max_size=4))
def test_nobody_can_work_a_small_count_out(counts: list[int]) -> None:
    named = {str(n): count for n, count in enumerate(counts)}
    said, total = shown_with_total(named)
    fits = [
        parts
        for parts in product(*(_may_be(said[name], sum(counts)) for name in named))
        if total in (KEPT_BACK, FEW) or sum(parts) == int(total)
    ]
    for at, count in enumerate(counts):
        if 0 < count < LEAST:
            assert len({parts[at] for parts in fits}) > 1


def _may_be(said: str, most: int) -> range:
    if said == FEW:
        return range(1, LEAST)
    if said == KEPT_BACK:
        return range(LEAST, max(most, LEAST) + LEAST)
    return range(int(said), int(said) + 1)
