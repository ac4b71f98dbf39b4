"""A record on the disk: opened, closed, copied, damaged, put back, accepted, backed up."""

from __future__ import annotations

import base64
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from liaison.errors import Damaged, NotKept, OpenElsewhere, ReadOnly, WrongPassphrase
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.store import record
from liaison.store.drafts import Draft
from liaison.store.record import (
    accept_changes,
    backup_record,
    create_record,
    memory_store,
    open_record,
    restore_record,
    verify_record,
)
from liaison.store.store import Store
from liaison.vault import TEST_COST, engine, recovery
from tests.builders import Make
from tests.conftest import Ticking, oakfield
from tests.store.conftest import PASSPHRASE, OnDisk

PAGE = 4096
BROKEN = "another one altogether no"


def device_of(store: Store) -> list[str]:
    return [row[0] for row in store.query("SELECT id FROM local_device")]


def kinds(store: Store) -> list[str]:
    return [row[0] for row in store.query("SELECT kind FROM change ORDER BY clock, device")]


def flipped(data: bytes, at: int, bit: int = 3) -> bytes:
    changed = bytearray(data)
    changed[at] ^= 1 << bit
    return bytes(changed)


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


def test_verify_finds_nothing_wrong_and_writes_nothing(disk: OnDisk) -> None:
    with disk.opened() as store:
        Make(store).contact(Make(store).family())
    before = disk.files()
    assert disk.verify(full=False) == []
    assert disk.verify(full=True) == []
    assert disk.files() == before


def test_verify_sees_one_flipped_bit_in_every_page(disk: OnDisk) -> None:
    database = disk.folder / "record.db"
    whole = database.read_bytes()
    unseen = []
    for page in range(len(whole) // PAGE):
        database.write_bytes(flipped(whole, page * PAGE + (page * 977) % PAGE))
        if not disk.verify(full=False):
            unseen.append(page)
    database.write_bytes(whole)
    assert len(whole) // PAGE > 100
    assert unseen == []
    assert disk.verify() == []


def test_damage_of_a_page_is_seen_even_when_the_tip_was_left_open(disk: OnDisk) -> None:
    """Then no digest of the whole file helps: only the seal of the page does."""
    store = disk.open()
    Make(store).family()
    store.vault.lock.release() if store.vault else None
    store.db.close()
    database = disk.folder / "record.db"
    whole = database.read_bytes()
    for page in (0, 1, 40, *range(len(whole) // PAGE - 20, len(whole) // PAGE)):
        database.write_bytes(flipped(whole, page * PAGE + 2000))
        found = disk.verify(full=False)
        assert found, page
        assert "record.db is damaged" in found[0], page


@pytest.mark.parametrize("name", ["tip.bin", "vault.json", "vault.json.bak"])
def test_verify_sees_a_flipped_bit_in_a_small_file(disk: OnDisk, name: str) -> None:
    file = disk.folder / name
    whole = file.read_bytes()
    for at in range(0, len(whole), 41):
        file.write_bytes(flipped(whole, at))
        before = disk.files()
        assert disk.verify(full=False), at
        assert disk.files() == before, at


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda file: file.unlink(), "record.db is missing"),
        (lambda file: file.write_bytes(b""), "cut short"),
        (lambda file: file.write_bytes(b"SQLite format 3\0" + bytes(PAGE)), "not encrypted"),
        (lambda file: file.write_bytes(bytes(PAGE) + file.read_bytes()[PAGE:]), "is damaged"),
        (lambda file: file.write_bytes(file.read_bytes()[:-PAGE]), "record.db"),
        (lambda file: file.write_bytes(file.read_bytes() + bytes(PAGE)), "record.db"),
    ],
)
def test_verify_says_what_is_wrong_with_a_spoilt_database(
    disk: OnDisk, spoil: object, said: str
) -> None:
    assert callable(spoil)
    spoil(disk.folder / "record.db")
    found = disk.verify(full=False)
    assert found
    assert said in found[0]


def test_a_damaged_page_met_while_reading_is_said_in_a_sentence(disk: OnDisk) -> None:
    with disk.opened() as store:
        make = Make(store)
        make.contact(make.family(), facts="word " * 50_000)
    database = disk.folder / "record.db"
    whole = database.read_bytes()
    spoilt = b"".join(
        whole[at : at + PAGE] if at < 4 * PAGE else flipped(whole[at : at + PAGE], 100)
        for at in range(0, len(whole), PAGE)
    )
    database.write_bytes(spoilt)
    with pytest.raises(Damaged, match="go back to a backup"), disk.opened() as store:
        store.find(Contact)


def test_the_zeroes_of_a_page_with_a_broken_seal_are_never_handed_out(disk: OnDisk) -> None:
    """The engine gives the end of a long text as zeroes once, and only then an error."""
    with disk.opened() as store:
        make = Make(store)
        kept = make.contact(make.family(), facts="word " * 5_000)
    database = disk.folder / "record.db"
    whole = database.read_bytes()
    broken = 0
    for page in range(len(whole) // PAGE - 12, len(whole) // PAGE):
        database.write_bytes(flipped(whole, page * PAGE + 2000))
        try:
            with disk.opened() as store:
                assert store.get(Contact, kept.id) == kept
                with store.saving() as saving:
                    saving.change(replace(kept, minutes=page))
        except (Damaged, ReadOnly):
            broken += 1
    assert broken > 5


def test_a_failed_opening_lets_go_of_the_lock(
    disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise engine.driver.DatabaseError("malformed")

    with monkeypatch.context() as patched:
        patched.setattr(record, "_trouble", fail)
        with pytest.raises(Damaged, match="malformed"):
            disk.open()
    disk.open().close()


def an_older_copy_put_back(disk: OnDisk) -> None:
    """Work goes on, the program is killed, and yesterday's record.db is put in its place."""
    with disk.opened() as store:
        Make(store).family("Khan")
    old = (disk.folder / "record.db").read_bytes()
    with disk.opened() as store:
        Make(store).family("Jones")
    (disk.folder / "record.db").write_bytes(old)


def test_an_old_file_put_back_is_seen_and_read_only_until_accepted(disk: OnDisk) -> None:
    an_older_copy_put_back(disk)
    assert "put back from outside" in disk.verify()[0]
    with disk.opened() as store:
        assert "put back from outside" in store.trouble
        with pytest.raises(ReadOnly):
            Make(store).family("Adams")
        with pytest.raises(ReadOnly):
            store.keep_draft(Draft("d", "contact", "", "x"))
        first = device_of(store)
        accept_changes(store)
        assert store.trouble == ""
        Make(store).family("Adams")
        assert device_of(store) != first
        assert kinds(store)[-2:] == ["restore", "save"]
        assert store.mark.number == 2
    assert disk.verify() == []
    with disk.opened() as store:
        assert store.trouble == ""
        assert {each.name for each in store.find(Family)} == {"Khan", "Adams"}


def test_an_old_file_under_an_open_tip_is_seen_by_the_log(disk: OnDisk) -> None:
    with disk.opened() as store:
        Make(store).family("Khan")
    old = (disk.folder / "record.db").read_bytes()
    store = disk.open()
    make = Make(store)
    make.family("Jones")
    assert store.vault is not None
    store.vault._write_open_tip(store.mark)
    store.vault.lock.release()
    store.db.close()
    (disk.folder / "record.db").write_bytes(old)
    assert "an earlier copy was put in its place" in disk.verify()[0]
    with disk.opened() as again:
        assert "an earlier copy" in again.trouble
        accept_changes(again)
        make = Make(again)
        make.family("Adams")
    assert disk.verify() == []


def test_an_acceptance_that_cannot_be_noted_is_none(
    disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_older_copy_put_back(disk)
    with disk.opened() as store:
        trouble = store.trouble

        def refuse(_: object) -> None:
            raise NotKept("The disk is full.")

        monkeypatch.setattr(store.door, "write", refuse)
        with pytest.raises(NotKept):
            accept_changes(store)
        assert store.trouble == trouble


def test_there_is_nothing_to_accept_in_a_sound_record(disk: OnDisk, store: Store) -> None:
    with disk.opened() as sound:
        before = sound.mark
        accept_changes(sound)
        assert sound.mark == before
    accept_changes(store)


def test_a_crash_loses_nothing_and_is_no_trouble(disk: OnDisk) -> None:
    store = disk.open()
    made = Make(store).family()
    for number in range(3):
        Make(store).contact(made, facts=f"Number {number}")
    assert store.vault is not None
    store.vault.lock.release()
    store.db.close()
    assert disk.verify() == []
    with disk.opened() as again:
        assert again.trouble == ""
        assert len(again.find(Contact)) == 3


KILLED = """
import os, sys
from datetime import date
from pathlib import Path
from liaison.model.contact import Contact
from liaison.store.record import open_record
store = open_record(Path(sys.argv[1]), recovery_code=sys.argv[2])
family = store.query("SELECT id FROM family")[0][0]
for number in range(10_000):
    with store.saving() as saving:
        saving.add(Contact(family=family, held_on=date(2026, 11, 23), channel="phone",
                           outcome="spoke", facts="word " * 3000))
    os.write(1, b"%d\\n" % (number + 1))
"""


@pytest.mark.slow
def test_what_was_acknowledged_survives_kill_9_and_a_half_written_save_does_not(
    disk: OnDisk,
) -> None:
    with disk.opened() as store:
        Make(store).family()
    promised = 0
    for kill_after in (1, 3, 5):
        promised += acknowledged_before_a_kill(disk, kill_after)
        with disk.opened() as store:
            assert store.trouble == ""
            assert promised <= len(store.find(Contact)) <= promised + 1
            promised = len(store.find(Contact))
        assert disk.verify() == []


def acknowledged_before_a_kill(disk: OnDisk, kill_after: int) -> int:
    """Kills a program that writes, while its journal is hot, if it can be caught there."""
    journal = disk.folder / "record.db-journal"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(disk.folder), disk.code],
        stdout=subprocess.PIPE,
        env=environment,
    ) as child:
        assert child.stdout is not None
        for _ in range(kill_after):
            assert child.stdout.readline()
        for _ in range(200_000):
            if journal.exists() and journal.stat().st_size > PAGE:
                break
        child.send_signal(signal.SIGKILL)
        more = child.stdout.read().count(b"\n")
        child.wait()
    return kill_after + more


CANARIES = ("quokka", "Ĳsvogel", "O’Nightjar")


def test_nothing_typed_stands_in_any_file_in_any_encoding(disk: OnDisk, tmp_path: Path) -> None:
    with disk.opened() as store:
        make = Make(store)
        for word in CANARIES:
            made = make.family(word, children=((word, "3"),))
            make.contact(made, facts=f"The {word} was seen.")
            store.keep_draft(Draft(word, "contact", made.id, word))
            store.search(word)
        store.backup(tmp_path / "backups")
        every = [disk.folder, tmp_path / "backups"]
        _assert_none_of(CANARIES, every)
    _assert_none_of((*CANARIES, "Oakfield Primary", PASSPHRASE, disk.code), every)
    assert any((disk.folder / "record.db").read_bytes())


def _assert_none_of(words: tuple[str, ...], folders: list[Path]) -> None:
    files = [each for folder in folders for each in folder.rglob("*") if each.is_file()]
    assert files
    for file in files:
        data = file.read_bytes()
        for word in words:
            for form in (word, word.lower(), word.upper()):
                for needle in _encoded(form):
                    assert needle not in data, (file.name, word)


def _encoded(word: str) -> list[bytes]:
    plain = word.encode()
    return [
        plain,
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        plain.hex().encode(),
        base64.b64encode(plain)[:-3],
        plain[::-1],
    ]


def test_a_backup_comes_back_as_a_record_under_a_new_device(disk: OnDisk, tmp_path: Path) -> None:
    with disk.opened() as store:
        made = Make(store).family()
        first = device_of(store)
        file = backup_record(store, tmp_path / "backups")
        Make(store).family("Jones")
    to = tmp_path / "Restored.liaison"
    restore_record(file, to, recovery_code=disk.code, now=disk.clock)
    restored = OnDisk(to, disk.code, disk.clock)
    assert restored.verify() == []
    with restored.opened() as store:
        assert [each.id for each in store.find(Family)] == [made.id]
        assert kinds(store)[-1] == "restore"
        assert device_of(store) != first
        assert store.mark.number == 1
        assert store.trouble == ""
        store.undo()
        assert store.find(Family) == []
    assert restored.verify() == []


def test_a_backup_restored_where_the_record_was_is_another_device(
    disk: OnDisk, tmp_path: Path
) -> None:
    with disk.opened() as store:
        Make(store).family()
        first = device_of(store)
        file = store.backup(tmp_path / "backups")
    disk.folder.rename(tmp_path / "Old.liaison")
    restore_record(file, disk.folder, recovery_code=disk.code, now=disk.clock)
    with disk.opened() as store:
        assert device_of(store) != first
        Make(store).family("Jones")
        assert store.mark.number == 2
    assert disk.verify() == []


def test_a_record_that_is_not_sound_is_not_backed_up(disk: OnDisk, tmp_path: Path) -> None:
    with disk.opened() as store:
        Make(store).family()
        store.db.execute("DELETE FROM local_found")
        with pytest.raises(Damaged, match="search text"):
            store.backup(tmp_path / "backups")
        assert list((tmp_path / "backups").glob("*.liaisonbackup")) == []
        store.renew_search()
        assert store.backup(tmp_path / "backups").is_file()


def test_a_record_in_memory_has_nothing_to_back_up(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="in memory"):
        store.backup(tmp_path)


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
