"""The throw-away practice record of the desktop app: invented, encrypted, and only in memory."""

import secrets
from datetime import date

from liaison.exchange.practice import PRACTICE_SCHOOL, fill_practice
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.settings import Settings
from liaison.store.record import memory_store
from liaison.store.store import Store


def practice_record(*, families: int, years: int, seed: int, on: date) -> Store:
    """A record of an invented school; the same seed and date give the same one."""
    settings = Settings(
        family=SETTINGS_STREAM,
        school=PRACTICE_SCHOOL,
        officer="Mrs A Officer",
        officer_role="Family Liaison Officer",
        practice=True,
    )
    store = memory_store(settings, key=secrets.token_bytes(32))
    fill_practice(store, families=families, years=years, seed=seed, on=on)
    return store
