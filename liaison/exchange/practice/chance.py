"""Chance with a memory: the same seed, family and date give the same family again."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance(Random):
    """What one invented family is drawn from; also makes its ids, each later than the last."""

    def __new__(cls, seed: int, number: int, on: date) -> Chance:
        """Hides the three arguments from ``Random``, which takes one."""
        return super().__new__(cls)

    def __init__(self, seed: int, number: int, on: date) -> None:
        super().__init__(f"{seed}/{number}/{on.isoformat()}")
        began = datetime(on.year, on.month, on.day, tzinfo=UTC) - timedelta(days=1)
        self._milliseconds = int(began.timestamp()) * 1000 + number * 1000

    def new_id(self) -> str:
        """An id shaped like any other of the record, made of this chance instead of the clock."""
        self._milliseconds += 1
        bits = self.getrandbits(74)
        value = self._milliseconds << 80 | 0x7 << 76 | (bits >> 62) << 64
        value |= 0b10 << 62 | bits & (1 << 62) - 1
        return str(uuid.UUID(int=value))

    def likely(self, share: float) -> bool:
        """True in this share of all cases."""
        return self.random() < share

    def weighted(self, offered: Sequence[tuple[T, int]]) -> T:
        """One of the things offered, each as often as its weight says."""
        at = self.randrange(sum(weight for _, weight in offered))
        for thing, weight in offered:
            at -= weight
            if at < 0:
                return thing
        raise ValueError("weights must be positive")
