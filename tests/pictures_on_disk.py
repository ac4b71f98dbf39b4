"""Windows that need a record on the disk: keys, backups, checks, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from liaison.casework import backups, key_holders
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.settings import Settings
from liaison.store.record import create_record, open_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, Laptop, recovery

PASSPHRASE = "kettle marble otter sixpence"
PARTS = ("Security", "Backups", "Checks")


@contextmanager
def record_on_disk(at: datetime) -> Iterator[Store]:
    """A record with two key holders and a backup, gone afterwards."""
    with TemporaryDirectory(prefix="family-liaison-pictures-") as place:
        folder = Path(place) / "St Example.liaison"
        settings = Settings(
            family=SETTINGS_STREAM,
            school="St Example Primary School",
            officer="Mrs A Officer",
            officer_role="Family Liaison Officer",
        )
        code = recovery.new_code()
        create_record(
            folder,
            PASSPHRASE,
            recovery_code=code,
            settings=settings,
            now=lambda: at,
            cost=TEST_COST,
        )
        laptop = Laptop(settings=lambda: Path(place) / "settings")
        store = open_record(folder, passphrase=PASSPHRASE, now=lambda: at, laptop=laptop)
        slot = key_holders.derive(store, "gravel sunday pickle lantern otter")
        key_holders.add(store, "Mr B Colleague", slot, today=at.date())
        backups.back_up_now(store, now=at)
        yield store
        store.close()


def tasks_about(store: Store) -> list[tuple[str, str]]:
    """Each panel about keys and backups, with what it is about."""
    own = next(each.slot for each in key_holders.key_holders(store) if each.in_use)
    file = str(backups.backups_at_a_glance(store)[0].file)
    return [
        ("add-passphrase", ""),
        ("change-passphrase", own),
        ("rename-holder", own),
        ("new-recovery", ""),
        ("re-encrypt", ""),
        ("try-backup", file),
        ("restore", file),
    ]
