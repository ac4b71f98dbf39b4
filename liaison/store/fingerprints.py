"""The fingerprint of the newest change: a line to print, by which an older record shows anywhere.

Whoever holds it in a file can ask any later state of the record, on any laptop, whether that very
change is in its log. It tells nothing of what was changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from liaison.errors import UnknownValue
from liaison.store.store import Store
from liaison.vault import Mark
from liaison.vault.recovery import SYMBOLS

GROUP, GROUPS = 4, 4
LENGTH = GROUP * GROUPS
BITS = 5
READ_AS = str.maketrans("ILO", "110", " -\u2010\u2011\u2012\u2013\u2212\t\r\n\u00b7")


@dataclass(frozen=True)
class Place:
    """Where in the log a printed change stands; ``since`` changes were sealed after it."""

    number: int
    made_at: datetime
    since: int


def tip_fingerprint(store: Store) -> str:
    """The newest change as "142-7F3A-9C21-04BE-D771": its number, and 80 bits of its seal.

    Empty before the first change.
    """
    newest = "SELECT device, number, mac FROM change ORDER BY clock DESC, device DESC LIMIT 1"
    found = store.query(newest)
    return fingerprint_of(Mark(*found[0])) if found else ""


def fingerprint_of(mark: Mark) -> str:
    """The fingerprint of one change."""
    seal = int(mark.mac, 16) >> (len(mark.mac) * 4 - LENGTH * BITS)
    symbols = "".join(SYMBOLS[seal >> BITS * at & 31] for at in reversed(range(LENGTH)))
    groups = (symbols[at : at + GROUP] for at in range(0, LENGTH, GROUP))
    return "-".join([str(mark.number), *groups])


def find_fingerprint(store: Store, typed: str) -> Place | None:
    """Where the change that was printed stands in this record; nothing when it is not in it.

    Then the record is older than the paper, or another one. Capitals, spaces and misread letters
    do not matter. ``UnknownValue`` for what cannot be a fingerprint.
    """
    plain = typed.upper().translate(READ_AS)
    number, symbols = plain[:-LENGTH], plain[-LENGTH:]
    if not number.isdecimal() or len(number) > BITS * GROUP or set(symbols) - set(SYMBOLS):
        raise UnknownValue(
            "That is not a fingerprint as it is printed: a number, then four groups of four."
        )
    wanted = f"{int(number)}-{symbols}"
    for device, at, mac, tick in store.query(
        "SELECT device, number, mac, clock FROM change WHERE number = :number", number=int(number)
    ):
        if fingerprint_of(Mark(device, at, mac)).replace("-", "") == wanted.replace("-", ""):
            return Place(at, _moment(tick), _later(store, tick, device))
    return None


def _moment(tick: str) -> datetime:
    return datetime.fromtimestamp(int(tick[:13]) / 1000, UTC)


def _later(store: Store, tick: str, device: str) -> int:
    ((count,),) = store.query(
        "SELECT count(*) FROM change WHERE (clock, device) > (:tick, :device)",
        tick=tick,
        device=device,
    )
    return int(count)
