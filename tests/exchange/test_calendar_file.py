"""The file for the calendar, as RFC 5545 wants it, on British clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from liaison.errors import CannotPrint
from liaison.exchange.calendar_file import calendar_file, folded, uk_to_utc
from liaison.model.meeting import Meeting

STAMP = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
MEETING = Meeting(
    id="01a2-met",
    kind="honest",
    purpose="Agree about the bus",
    held_on=date(2026, 11, 25),
    held_at="09:30",
    minutes=45,
    place="head",
    standby="Mr Lee",
    opening="Thank you for coming",
)


def lines(meeting: Meeting = MEETING) -> list[str]:
    return calendar_file(meeting, stamp=STAMP).decode().split("\r\n")


def test_it_is_one_event_with_every_line_ended_as_it_must_be() -> None:
    found = lines()
    assert found[0] == "BEGIN:VCALENDAR"
    assert found[-2:] == ["END:VCALENDAR", ""]
    assert "\n" not in "".join(found)
    names = {each.split(":")[0].split(";")[0] for each in found if each}
    assert names == {
        *("BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "DTSTAMP", "SEQUENCE"),
        *("DTSTART", "DTEND", "SUMMARY", "CLASS", "END"),
    }
    assert max(map(len, found)) <= 75


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ("2026-11-25T09:30", "09:30"),
        ("2026-06-25T09:30", "08:30"),
        ("2026-03-29T09:00", "08:00"),
        ("2026-03-28T09:00", "09:00"),
        ("2026-10-25T09:00", "09:00"),
        ("2026-10-24T09:00", "08:00"),
        ("2026-03-29T02:00", "01:00"),
        ("2026-10-25T01:30", "00:30"),
        ("2026-10-25T02:00", "02:00"),
    ],
)
def test_british_summer_time_begins_and_ends_on_its_sundays(local: str, utc: str) -> None:
    assert f"{uk_to_utc(datetime.fromisoformat(local)):%H:%M}" == utc


def test_it_lasts_as_long_as_it_is_planned_and_is_a_whole_day_without_a_time() -> None:
    assert {"DTSTART:20261125T093000Z", "DTEND:20261125T101500Z"} <= set(lines())
    unsettled = lines(Meeting(id="x", kind="honest", held_on=date(2026, 12, 31)))
    assert "DTSTART;VALUE=DATE:20261231" in unsettled
    assert "DTEND;VALUE=DATE:20270101" in unsettled


@pytest.mark.parametrize(
    ("day", "at", "begins", "ends"),
    [
        ("2026-11-25", "00:00", "20261125T000000Z", "20261125T004500Z"),
        ("2026-07-01", "00:00", "20260630T230000Z", "20260630T234500Z"),
        ("2026-07-01", "23:30", "20260701T223000Z", "20260701T231500Z"),
        ("2026-10-25", "01:30", "20261025T003000Z", "20261025T011500Z"),
        ("2026-03-29", "00:30", "20260329T003000Z", "20260329T011500Z"),
    ],
)
def test_it_lasts_its_length_at_midnight_and_when_the_clocks_change(
    day: str, at: str, begins: str, ends: str
) -> None:
    moved = replace(MEETING, held_on=date.fromisoformat(day), held_at=at)
    assert {f"DTSTART:{begins}", f"DTEND:{ends}"} <= set(lines(moved))


def test_a_meeting_without_a_day_has_no_file() -> None:
    with pytest.raises(CannotPrint, match="no day yet"):
        calendar_file(Meeting(id="x", kind="honest"), stamp=STAMP)


def test_the_same_meeting_is_the_same_event_and_its_id_is_not_told() -> None:
    uid = next(each for each in lines() if each.startswith("UID:"))
    assert uid == next(each for each in lines() if each.startswith("UID:"))
    assert MEETING.id not in "".join(lines())


def test_a_long_line_goes_on_behind_a_space_and_no_letter_is_torn() -> None:
    rows = folded("X:" + "é" * 100).split(b"\r\n")
    assert all(len(each) <= 75 for each in rows)
    assert all(each.startswith(b" ") for each in rows[1:-1])
    assert b"".join([rows[0], *(each[1:] for each in rows[1:-1])]).decode() == "X:" + "é" * 100
