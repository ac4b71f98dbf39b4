"""Backups kept by themselves: when something was changed, and not once more when nothing was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from liaison.errors import Damaged, NotKept
from liaison.store import looking
from liaison.store.drafts import Draft
from liaison.store.keeping import (
    backup_of_now,
    folder_of_backups,
    is_due,
    keep_backup,
    newest_backup,
)
from liaison.store.store import Store
from liaison.vault import Vault, backup, kept
from liaison.vault.lock import RecordLock
from tests.builders import Make
from tests.store.conftest import OnDisk

NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


def vault_of(store: Store) -> Vault:
    assert store.vault is not None
    return store.vault


def test_a_backup_is_kept_beside_the_record_and_once_only(disk: OnDisk) -> None:
    with disk.opened() as store:
        vault = vault_of(store)
        assert newest_backup(vault) is backup_of_now(vault) is None
        Make(store).family()
        file = keep_backup(vault, now=NOW)
        assert file.parent == folder_of_backups(vault) == disk.folder / "backups"
        found = backup_of_now(vault)
        assert found == newest_backup(vault)
        assert found is not None
        assert found.file == file
        assert found.rows["family"] == 1
        assert keep_backup(vault, now=NOW + timedelta(days=1)) == file
        store.keep_draft(Draft("d", "contact", "", "half"))
        assert keep_backup(vault, now=NOW + timedelta(days=1)) == file
        Make(store).family("Jones")
        assert backup_of_now(vault) is None
        assert keep_backup(vault, now=NOW + timedelta(days=1)) != file
    assert disk.verify() == []


def test_what_a_crash_left_beside_the_finished_backup_is_cleared_up(disk: OnDisk) -> None:
    with disk.opened() as store:
        vault = vault_of(store)
        Make(store).family()
        file = keep_backup(vault, now=NOW)
        left, at_work, other = (
            file.with_name(f".{name}.liaisonbackup.making-{end}")
            for name, end in (("Oakfield", "killed"), ("Oakfield", "writing"), ("Other", "killed"))
        )
        for site in (left, at_work, other):
            site.mkdir()
            (site / "whole").write_bytes(b"half")
        lock = RecordLock(at_work)
        lock.take(NOW)
        assert keep_backup(vault, now=NOW + timedelta(hours=1)) == file
        lock.release()
        assert sorted(file.parent.iterdir()) == sorted([other, at_work, file])


def test_one_that_was_spoilt_since_is_made_again(disk: OnDisk) -> None:
    with disk.opened() as store:
        vault = vault_of(store)
        Make(store).family()
        file = keep_backup(vault, now=NOW)
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
        assert backup_of_now(vault) is None
        assert keep_backup(vault, now=NOW) != file


def test_a_change_in_the_very_second_of_the_backup_is_a_change(disk: OnDisk) -> None:
    with disk.opened() as store:
        Make(store).family()
        keep_backup(vault_of(store), now=disk.clock.at)
        disk.clock.at -= timedelta(seconds=1)
        Make(store).family("Jones")
        assert backup_of_now(vault_of(store)) is None


def test_one_with_as_many_changes_from_before_a_folder_was_put_back_is_none_of_now(
    disk: OnDisk,
) -> None:
    with disk.opened() as store:
        Make(store).family()
        made_at = disk.clock.at - timedelta(hours=1)
        keep_backup(vault_of(store), now=made_at)
        assert backup_of_now(vault_of(store)) is None


def test_another_key_to_the_record_asks_for_another_backup(
    disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with disk.opened() as store:
        vault = vault_of(store)
        Make(store).family()
        keep_backup(vault, now=NOW)
        assert backup_of_now(vault) is not None
        monkeypatch.setattr(kept.KeptBackup, "is_of_header", lambda *_: False)
        assert backup_of_now(vault) is None


def test_a_backup_is_due_when_it_is_a_day_old_and_something_was_changed(disk: OnDisk) -> None:
    with disk.opened() as store:
        vault = vault_of(store)
        assert is_due(vault, now=NOW)
        keep_backup(vault, now=NOW)
        assert not is_due(vault, now=NOW + timedelta(days=9))
        disk.clock.at = NOW
        Make(store).family()
        assert not is_due(vault, now=NOW + timedelta(hours=23))
        assert is_due(vault, now=NOW + timedelta(hours=25))
        assert is_due(vault, now=NOW + timedelta(hours=2), after=timedelta(hours=1))


def test_old_ones_are_dropped_after_a_new_one_and_not_when_it_failed(
    disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LATEST", 1)
    monkeypatch.setattr(kept, "WEEKS", 0)
    monkeypatch.setattr(kept, "MONTHS", 0)
    monkeypatch.setattr(backup, "STEPS", 20)
    with disk.opened() as store:
        vault = vault_of(store)
        first = keep_backup(vault, now=NOW)
        Make(store).family()
        second = keep_backup(vault, now=NOW + timedelta(days=1))
        assert (first.exists(), second.exists()) == (False, True)
        Make(store).family("Jones")
        with pytest.raises(NotKept):
            keep_backup(vault, now=NOW + timedelta(days=2), stop=lambda: True)
        assert second.exists()
        store.db.execute("DELETE FROM local_found")
        with pytest.raises(Damaged):
            keep_backup(vault, now=NOW + timedelta(days=2))
        assert list(folder_of_backups(vault).iterdir()) == [second]
        assert looking.looked(vault).found == ("The search index does not fit the search text.",)


def test_a_copy_gives_way_to_a_save(disk: OnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "STEPS", 20)
    with disk.opened() as store:
        vault = vault_of(store)
        with pytest.raises(NotKept, match="interrupted"):
            keep_backup(vault, now=NOW, stop=lambda: True)
        Make(store).family()
        assert keep_backup(vault, now=NOW, stop=lambda: False).exists()
