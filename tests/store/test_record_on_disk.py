"""A record on the disk: made, opened, closed, moved; what it keeps beside the log."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from liaison.errors import OpenElsewhere, ReadOnly, WrongPassphrase
from liaison.model.family import Family
from liaison.store import record
from liaison.store.drafts import Draft
from liaison.store.record import (
    accept_changes,
    create_record,
    memory_store,
    open_record,
    verify_record,
)
from liaison.store.store import Store
from liaison.vault import TEST_COST, recovery
from tests.builders import Make
from tests.conftest import Ticking, oakfield
from tests.store.conftest import PASSPHRASE, OnDisk

PAGE = 4096
BROKEN = "another one altogether no"


def device_of(store: Store) -> list[str]:
    return [row[0] for row in store.query("SELECT id FROM local_device")]


def kinds(store: Store) -> list[str]:
    return [row[0] for row in store.query("SELECT kind FROM change ORDER BY clock, device")]


def test_what_was_kept_is_there_after_closing_and_opening(disk: OnDisk) -> None:
    with disk.opened() as store:
        made = Make(store).family()
    with disk.opened() as store:
        assert store.get(Family, made.id) == made.family
        assert store.settings.school == "Oakfield Primary School"
        assert store.trouble == ""
        assert store.can_undo() == "family, person, member of the family, 1 more (Khan)"


def test_a_passphrase_opens_it_and_a_wrong_one_does_not(disk: OnDisk) -> None:
    with closing(open_record(disk.folder, passphrase=PASSPHRASE)) as store:
        Make(store).family()
    with pytest.raises(WrongPassphrase):
        open_record(disk.folder, passphrase=BROKEN)


def test_an_opening_that_only_reads_changes_no_file(disk: OnDisk) -> None:
    with disk.opened() as store:
        Make(store).family()
    before = disk.files()
    with disk.opened() as store:
        assert len(store.find(Family)) == 1
    assert disk.files() == before


def test_a_record_opened_for_reading_cannot_be_written(disk: OnDisk) -> None:
    with disk.opened() as store:
        made = Make(store).family()
    with disk.opened(read_only=True) as store:
        assert "reading only" in store.trouble
        store.look(made.id)
        with pytest.raises(ReadOnly, match="reading only"):
            Make(store).family()
        accept_changes(store)
        assert "reading only" in store.trouble
        assert store.verify(full=True) == [store.trouble]


def test_two_programs_cannot_have_it_open(disk: OnDisk) -> None:
    with disk.opened(), pytest.raises(OpenElsewhere):
        disk.open()


def test_a_record_that_stays_where_it_is_keeps_its_device(disk: OnDisk) -> None:
    with disk.opened() as store:
        Make(store).family()
        first = device_of(store)
    with disk.opened() as store:
        Make(store).family("Jones")
        assert device_of(store) == first
        assert store.mark.number == 2


def test_a_record_found_at_another_place_takes_a_new_device_id(
    disk: OnDisk, tmp_path: Path
) -> None:
    with disk.opened() as store:
        Make(store).family()
        first = device_of(store)
    moved = disk.copy_to(tmp_path / "Elsewhere.liaison")
    with moved.opened() as store:
        assert device_of(store) == first
        Make(store).family("Jones")
        assert device_of(store) != first
        assert store.mark.number == 1
    assert moved.verify() == disk.verify() == []


def test_a_record_found_on_another_machine_takes_a_new_device_id(
    disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with disk.opened() as store:
        Make(store).family()
        first = device_of(store)
    monkeypatch.setattr("platform.node", lambda: "another-laptop")
    with disk.opened() as store:
        Make(store).family("Jones")
        assert device_of(store) != first
    assert disk.verify() == []


def test_a_made_up_network_number_does_not_make_another_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("platform.node", lambda: "laptop")
    monkeypatch.setattr("uuid.getnode", lambda: 0x010000000001)
    assert record._machine() == "laptop"
    monkeypatch.setattr("uuid.getnode", lambda: 0x02ABCDEF0123)
    assert record._machine() == "laptop 2abcdef0123"


def test_drafts_survive_and_stay_out_of_the_log(disk: OnDisk) -> None:
    with disk.opened() as store:
        store.keep_draft(Draft("d", "contact", "", "Half a quokka"))
    with disk.opened() as store:
        assert [each.body for each in store.drafts()] == ["Half a quokka"]
        assert store.query("SELECT id FROM change WHERE instr(body, 'quokka')") == []
    assert disk.verify() == []


def test_looks_are_written_at_closing_and_a_full_disk_does_not_keep_it_open(
    disk: OnDisk,
) -> None:
    with disk.opened() as store:
        store.look("f")
    store = disk.open()
    ((pages,),) = store.query("PRAGMA page_count")
    store.query(f"PRAGMA max_page_count = {pages}")
    for number in range(40):
        store.look(f"{number} " * 1000)
    store.close()
    with disk.opened() as again:
        assert kinds(again)[-1] == "look"
        assert kinds(again).count("look") == 1


def test_a_record_is_filled_before_it_gets_its_name_or_not_made(tmp_path: Path) -> None:
    code, clock = recovery.new_code(), Ticking()
    folder = tmp_path / "New.liaison"

    def fill(store: Store) -> None:
        assert not folder.exists()
        Make(store).family("Jones")

    create_record(
        folder,
        PASSPHRASE,
        recovery_code=code,
        settings=replace(oakfield(), practice=True),
        now=clock,
        cost=TEST_COST,
        fill=fill,
    )
    with closing(open_record(folder, recovery_code=code)) as store:
        assert [each.name for each in store.find(Family)] == ["Jones"]
        assert store.settings.practice

    def fail(_store: Store) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create_record(
            tmp_path / "Other.liaison",
            PASSPHRASE,
            recovery_code=code,
            settings=oakfield(),
            now=clock,
            cost=TEST_COST,
            fill=fail,
        )
    assert [each.name for each in tmp_path.iterdir()] == ["New.liaison"]


def test_the_database_is_no_plain_one(disk: OnDisk) -> None:
    plain = sqlite3.connect(disk.folder / "record.db")
    with closing(plain), pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("SELECT count(*) FROM sqlite_master")


def test_a_record_in_memory_has_no_trouble(clock: Ticking) -> None:
    store = memory_store(oakfield(), now=clock)
    assert record._trouble(store) == ""
    assert verify_record is record.verify_record
    store.close()
