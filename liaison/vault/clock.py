"""The time, handed to a vault so that tests can hand in another, and a clock that runs behind."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The time now, as the laptop has it."""
    return datetime.now(UTC)


def stamp(now: datetime) -> str:
    """A moment as the vault's files write it: ISO 8601, UTC, to the second."""
    return now.astimezone(UTC).isoformat(timespec="seconds")


def behind(written_at: str, now: datetime) -> str:
    """A sentence if ``now`` is before the record was last written, else nothing."""
    if stamp(now) >= written_at:
        return ""
    last, today = datetime.fromisoformat(written_at), now.astimezone(UTC)
    return (
        f"This laptop's clock says {today:%d/%m/%Y %H:%M} UTC, but the record was last written on "
        f"{last:%d/%m/%Y} at {last:%H:%M} UTC. Please put the clock right; what is saved until "
        "then is kept in its true order."
    )
