"""The change clock: milliseconds and a counter, never running back, whatever the laptop says."""

from __future__ import annotations

from datetime import UTC, datetime

from liaison.vault import clock

LATEST = 9_999_999_999_999
"""As much as 13 digits hold: the year 2286."""


def next_tick(last: str, now: datetime) -> str:
    """The tick after ``last``: 13 digits of Unix milliseconds, "-", 4 digits of counter.

    Always greater than ``last``. A laptop clock that went back only moves the counter on.
    """
    milliseconds = f"{min(max(int(now.timestamp() * 1000), 0), LATEST):013}"
    if not last or milliseconds > last[:13]:
        return f"{milliseconds}-0000"
    counter = int(last[14:]) + 1
    if counter > 9999:
        return f"{int(last[:13]) + 1:013}-0000"
    return f"{last[:13]}-{counter:04}"


def runs_behind(last: str, now: datetime) -> bool:
    """Whether the laptop's clock is more than a minute behind the last change."""
    return bool(last) and int(now.timestamp() * 1000) < int(last[:13]) - 60_000


def clock_trouble(last: str, now: datetime) -> str:
    """A sentence if the laptop's clock went back behind the last change, or nothing.

    It may have done so while the record was open, for it may stay open for days.
    """
    if not runs_behind(last, now):
        return ""
    return clock.behind(clock.stamp(datetime.fromtimestamp(int(last[:13]) / 1000, UTC)), now)
