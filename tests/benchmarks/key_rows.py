"""Unlocking by what the laptop's keyring remembers, against unlocking by the passphrase."""

from __future__ import annotations

from contextlib import closing
from functools import partial

from liaison.store.record import open_record
from liaison.vault import Laptop, remembering
from tests.benchmarks.records import PASSPHRASE, Records
from tests.benchmarks.timing import Row, against, medians


class Keyring:
    """A keyring that answers at once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self._kept[service, username]


Keyring.__module__ = "keyring.backends.SecretService"


def rows(made: Records) -> list[Row]:
    """A record small enough that reading it through, which both ways do, is not what is timed."""
    ring = Keyring()
    laptop = Laptop(keyring=lambda: ring, settings=lambda: made.folder / "settings")
    record = made.copy(made.few, "remembered.liaison")
    opened = partial(open_record, record, laptop=laptop)
    with closing(opened(passphrase=PASSPHRASE)) as store:
        if store.vault is not None:
            remembering.remember(store.vault)
    by_keyring, by_passphrase = medians(
        [lambda: opened(keyring=True).close(), lambda: opened(passphrase=PASSPHRASE).close()],
        made.sizes.rounds,
    )
    return [against("unlock_by_keyring", by_keyring, by_passphrase, limit=0.333)]
