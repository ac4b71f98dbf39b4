"""A whole folder put back as it was: its tip fits its log, and only the laptop knows better."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from liaison.errors import ReadOnly
from liaison.model.family import Family
from liaison.store.record import accept_changes, restore_record
from liaison.vault import seen
from tests.builders import Make
from tests.store.conftest import OnDisk

OLDER = "older than this laptop last saw it"


def put_back(disk: OnDisk) -> None:
    """Work of two days, and then the folder of the first day in the place of the second's."""
    with disk.opened() as store:
        Make(store).family("Khan")
    yesterday = disk.copy_to(disk.folder.with_name("Yesterday"))
    with disk.opened() as store:
        Make(store).family("Jones")
    shutil.rmtree(disk.folder)
    yesterday.folder.rename(disk.folder)


def test_a_folder_put_back_is_seen_and_read_only_until_accepted(disk: OnDisk) -> None:
    put_back(disk)
    assert OLDER in disk.verify()[0]
    for _ in range(2):
        with disk.opened() as store:
            assert OLDER in store.trouble
            assert [each.name for each in store.find(Family)] == ["Khan"]
            with pytest.raises(ReadOnly):
                Make(store).family("Adams")
    with disk.opened() as store:
        accept_changes(store)
        Make(store).family("Adams")
    assert disk.verify() == []
    with disk.opened() as store:
        assert store.trouble == ""
        kinds = store.query("SELECT kind FROM change ORDER BY clock, device")
        assert ("restore",) in kinds
        assert store.mark.number == 2


def test_a_folder_put_back_after_an_accepted_one_is_seen_again(disk: OnDisk) -> None:
    put_back(disk)
    older = disk.copy_to(disk.folder.with_name("Older"))
    with disk.opened() as store:
        accept_changes(store)
    shutil.rmtree(disk.folder)
    older.folder.rename(disk.folder)
    with disk.opened() as store:
        assert OLDER in store.trouble


def test_another_laptop_knows_nothing_of_it(disk: OnDisk, settings_of_this_laptop: Path) -> None:
    put_back(disk)
    (settings_of_this_laptop / seen.NAME).unlink()
    with disk.opened() as store:
        assert store.trouble == ""


def test_an_older_copy_opened_elsewhere_is_seen(disk: OnDisk, tmp_path: Path) -> None:
    with disk.opened() as store:
        Make(store).family("Khan")
    copy = disk.copy_to(tmp_path / "On a stick.liaison")
    with disk.opened() as store:
        Make(store).family("Jones")
    with copy.opened() as store:
        assert OLDER in store.trouble


def test_a_copy_that_goes_on_elsewhere_troubles_neither(disk: OnDisk, tmp_path: Path) -> None:
    with disk.opened() as store:
        Make(store).family("Khan")
    copy = disk.copy_to(tmp_path / "Elsewhere.liaison")
    for _ in range(2):
        for each in (copy, disk):
            with each.opened() as store:
                assert store.trouble == ""
                Make(store).family("Jones")
    assert copy.verify() == disk.verify() == []


def test_a_record_that_is_moved_is_no_older(disk: OnDisk, tmp_path: Path) -> None:
    with disk.opened() as store:
        Make(store).family("Khan")
    disk.folder = disk.folder.rename(tmp_path / "Moved.liaison")
    with disk.opened() as store:
        assert store.trouble == ""


def test_a_restored_record_may_take_the_old_ones_place(disk: OnDisk, tmp_path: Path) -> None:
    with disk.opened() as store:
        file = store.backup(tmp_path / "backups")
        Make(store).family("Khan")
    restored = OnDisk(tmp_path / "Restored.liaison", disk.code, disk.clock)
    restore_record(file, restored.folder, recovery_code=disk.code, now=disk.clock)
    with disk.opened() as store:
        assert store.trouble == ""
    disk.folder.rename(tmp_path / "Old.liaison")
    restored.folder.rename(disk.folder)
    assert disk.verify() == []
    with disk.opened() as store:
        assert store.trouble == ""
        Make(store).family("Jones")
    with disk.opened() as store:
        assert store.trouble == ""


def test_a_restored_record_put_back_is_seen_too(disk: OnDisk, tmp_path: Path) -> None:
    with disk.opened() as store:
        file = store.backup(tmp_path / "backups")
    restored = OnDisk(tmp_path / "Restored.liaison", disk.code, disk.clock)
    restore_record(file, restored.folder, recovery_code=disk.code, now=disk.clock)
    put_back(restored)
    with restored.opened() as store:
        assert OLDER in store.trouble


def test_where_it_can_only_be_read_it_is_told_all_the_same(disk: OnDisk) -> None:
    put_back(disk)
    with disk.opened(read_only=True) as store:
        assert "reading only" in store.trouble
        assert any(OLDER in each for each in store.warnings)


def test_looking_through_a_record_leaves_the_laptop_as_it_is(
    disk: OnDisk, settings_of_this_laptop: Path
) -> None:
    assert disk.verify() == []
    assert not (settings_of_this_laptop / seen.NAME).exists()


def test_a_kill_in_the_middle_of_a_day_is_no_trouble_and_is_remembered(disk: OnDisk) -> None:
    store = disk.open()
    make = Make(store)
    for name in ("Khan", "Jones", "Adams"):
        make.family(name)
    assert store.vault is not None
    store.vault.lock.release()
    store.db.close()
    with disk.opened() as again:
        assert again.trouble == ""
