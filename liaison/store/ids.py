"""Ids made on the laptop: UUID version 7 (RFC 9562), so that newer ids sort after older ones."""

import secrets
import time

MILLISECOND = 1_000_000


def new_id() -> str:
    """A fresh id: 48 bits of Unix milliseconds, 12 bits of their fraction, 62 random bits.

    The fraction (method 3 of the RFC) keeps ids in order that are made within one millisecond.
    """
    milliseconds, rest = divmod(time.time_ns(), MILLISECOND)
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (rest << 12) // MILLISECOND << 64
    digits = f"{value | 0b10 << 62 | secrets.randbits(62):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
