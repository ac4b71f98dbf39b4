"""The throw-away practice record of the desktop app: invented, encrypted, and only in memory."""

import secrets
from datetime import date

from liaison.casework.practising import PRACTICE
from liaison.exchange.practice import fill_practice
from liaison.store.record import memory_store
from liaison.store.store import Store


def practice_record(*, families: int, years: int, seed: int, on: date) -> Store:
    """A record of an invented school; the same seed and date give the same one."""
    store = memory_store(PRACTICE, key=secrets.token_bytes(32))
    fill_practice(store, families=families, years=years, seed=seed, on=on)
    return store
