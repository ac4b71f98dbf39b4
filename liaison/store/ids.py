"""Ids made on the laptop: UUID version 7 (RFC 9562), so that newer ids sort after older ones."""

import secrets
import time
import uuid


def new_id() -> str:
    """A fresh id: 48 bits of Unix milliseconds, then random bits."""
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (random >> 62) << 64
    value |= 0b10 << 62 | random & (1 << 62) - 1
    return str(uuid.UUID(int=value))
