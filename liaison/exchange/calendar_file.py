"""A meeting for the officer's calendar: when, and nothing else (RFC 5545).

It holds no name, place, attendee, note or alarm, ever: calendars are shared and shown on phones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from liaison.errors import CannotPrint
from liaison.model.meeting import Meeting

SUMMARY = "School meeting"
USUAL_MINUTES = 30
LONGEST = 75
"""Octets in a line; what is longer goes on in the next one, behind a space."""

HOUR = timedelta(hours=1)
NO_DAY = "This meeting has no day yet, so there is nothing to put into a calendar."


def calendar_file(meeting: Meeting, *, stamp: datetime) -> bytes:
    """The file's bytes. ``stamp`` is when it is made. ``CannotPrint`` without a day."""
    if meeting.held_on is None:
        raise CannotPrint(NO_DAY)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Family Liaison//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(meeting.id.encode()).hexdigest()}",
        f"DTSTAMP:{_utc(stamp.astimezone(UTC))}",
        f"SEQUENCE:{meeting.moved}",
        *_when(meeting, meeting.held_on),
        f"SUMMARY:{SUMMARY}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """A line as it stands in the file; no letter is torn apart where it goes on."""
    rows = [b""]
    for letter in line:
        octets = letter.encode()
        if len(rows[-1]) + len(octets) > LONGEST:
            rows.append(b" ")
        rows[-1] += octets
    return b"\r\n".join(rows) + b"\r\n"


def uk_to_utc(local: datetime) -> datetime:
    """A time on British clocks in UTC: an hour less between the last Sundays of March and October.

    The rule of the Summer Time Order 2002. Written out here: not every computer has time zones.
    """
    begins = datetime.combine(_last_sunday(local.year, 3), time(2))
    ends = datetime.combine(_last_sunday(local.year, 10), time(2))
    return (local - HOUR if begins <= local < ends else local).replace(tzinfo=UTC)


def _when(meeting: Meeting, day: date) -> Iterator[str]:
    """In UTC, so that no calendar has to know the zone; a whole day where no time is settled."""
    if not meeting.held_at:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
        return
    begins = uk_to_utc(datetime.combine(day, time.fromisoformat(meeting.held_at)))
    yield f"DTSTART:{_utc(begins)}"
    yield f"DTEND:{_utc(begins + timedelta(minutes=meeting.minutes or USUAL_MINUTES))}"


def _utc(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
