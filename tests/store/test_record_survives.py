"""What survives: crashes, kills, backups and their return; and what never leaves the vault."""

from __future__ import annotations

import base64
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from liaison.errors import Damaged
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.store.drafts import Draft
from liaison.store.record import (
    backup_record,
    restore_record,
)
from liaison.store.store import Store
from tests.builders import Make
from tests.store.conftest import PASSPHRASE, OnDisk

PAGE = 4096
BROKEN = "another one altogether no"


def device_of(store: Store) -> list[str]:
    return [row[0] for row in store.query("SELECT id FROM local_device")]


def kinds(store: Store) -> list[str]:
    return [row[0] for row in store.query("SELECT kind FROM change ORDER BY clock, device")]


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
