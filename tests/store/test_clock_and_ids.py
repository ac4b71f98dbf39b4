"""The change clock never runs back, and newer ids sort after older ones."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.store.clock import clock_trouble, next_tick, runs_behind
from liaison.store.ids import new_id
from liaison.store.store import Store
from tests.builders import Make
from tests.conftest import Ticking
from tests.store.conftest import OnDisk

MOMENTS = st.datetimes(timezones=st.just(UTC))
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


@given(st.lists(MOMENTS, max_size=30))
def test_the_clock_never_runs_back_whatever_the_laptop_says(moments: list[datetime]) -> None:
    ticks = [""]
    for moment in moments:
        ticks.append(next_tick(ticks[-1], moment))
        assert len(ticks[-1]) == 18
    assert ticks == sorted(set(ticks))


def test_a_full_counter_goes_over_to_the_next_millisecond() -> None:
    assert next_tick("1795430520000-9999", NOW - timedelta(days=1)) == "1795430520001-0000"


def test_two_saves_in_one_millisecond_are_counted() -> None:
    first = next_tick("", NOW)
    assert next_tick(first, NOW) == first[:14] + "0001"


def test_a_clock_a_minute_behind_the_last_change_is_noticed() -> None:
    last = next_tick("", NOW)
    assert runs_behind(last, NOW - timedelta(minutes=2))
    assert not runs_behind(last, NOW - timedelta(seconds=50))
    assert not runs_behind("", NOW)


def test_an_id_is_a_uuid_of_version_7_with_the_time_in_front() -> None:
    made = uuid.UUID(new_id())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    milliseconds = made.int >> 80
    assert abs(milliseconds / 1000 - datetime.now(UTC).timestamp()) < 60


def test_no_id_is_made_twice() -> None:
    assert len({new_id() for _ in range(5000)}) == 5000


def test_ids_made_within_a_millisecond_are_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter(range(10**18, 10**18 + 3_000_000, 999))
    monkeypatch.setattr("time.time_ns", lambda: next(moments))
    made = [new_id() for _ in range(3000)]
    assert made == sorted(set(made))


def test_a_clock_that_went_back_is_said_while_the_record_is_open(
    store: Store, clock: Ticking, make: Make
) -> None:
    make.family()
    assert clock_trouble(store.door.last_clock, clock()) == ""
    clock.at -= timedelta(days=2)
    said = clock_trouble(store.door.last_clock, clock())
    assert "Please put the clock right" in said
    make.family("Jones")
    assert clock_trouble("", clock()) == ""


def test_a_clock_behind_is_said_at_opening_where_the_tip_tells_nothing(
    disk: OnDisk, clock: Ticking
) -> None:
    (disk.folder / "tip.bin").unlink()
    disk.clock.at -= timedelta(days=2)
    with disk.opened() as opened:
        assert any("Please put the clock right" in each for each in opened.warnings)
