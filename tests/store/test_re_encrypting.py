"""“Change and re-encrypt”: a new data key, everything kept, and nothing old that opens it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from liaison.errors import Damaged, NotFinished, NotKept, ReadOnly, WrongPassphrase
from liaison.model.family import Family
from liaison.store import re_encrypting
from liaison.store.re_encrypting import re_encrypt
from liaison.store.record import open_record, restore_record
from liaison.store.store import Store, check_connection
from liaison.vault import engine, recovery, remembering, swapping, ways_in
from tests.builders import Make
from tests.store.conftest import PASSPHRASE, OnDisk

SECOND = "gravel sunday pickle lantern otter"
THIRD = "marble sixpence garden thimble walnut"


def add(store: Store, passphrase: str) -> str:
    assert store.vault is not None
    slot = ways_in.derived_slot(store.vault, passphrase)
    ways_in.add_slot(store.vault, slot)
    return slot.id


def opens(disk: OnDisk, passphrase: str) -> bool:
    try:
        store = open_record(disk.folder, passphrase=passphrase, now=disk.clock)
    except WrongPassphrase:
        return False
    with closing(store):
        return True


def test_everything_is_kept_under_another_key(disk: OnDisk) -> None:
    code = recovery.new_code()
    with disk.opened() as store:
        Make(store).family("Byrne")
        vault = store.vault
        assert vault is not None
        keys, rows = vault.keys, store.db.conn.execute("SELECT * FROM change").fetchall()
        secret, print_of = store.chain_key, store.fingerprint("A123")
        done = re_encrypt(store, PASSPHRASE, recovery_code=code)
        assert vault.keys != keys
        assert store.db.conn.execute("SELECT * FROM change").fetchall() == rows
        assert engine.version_of(store.db.conn) == (engine.APPLICATION, vault.schema)
        assert (store.chain_key, store.fingerprint("A123")) == (secret, print_of)
        assert store.trouble == ""
        Make(store).family("Khan")
        assert store.search("Byrne")
        with pytest.raises(engine.EngineError):
            engine.connect(vault.database, keys.database)
    assert disk.folder.joinpath("record.db").read_bytes()[:15] != b"SQLite format 3"
    with pytest.raises(WrongPassphrase):
        disk.open()
    new = OnDisk(disk.folder, code, disk.clock)
    assert new.verify() == []
    with new.opened() as store:
        assert sorted(each.name for each in store.find(Family)) == ["Byrne", "Khan"]
        store.undo()
    assert opens(disk, PASSPHRASE)
    assert len(done.ended) == 1
    assert [each.suffix for each in done.old_backups] == [".liaisonbackup"]


def test_the_backup_made_before_opens_with_what_opened_it_then(
    disk: OnDisk, tmp_path: Path
) -> None:
    with disk.opened() as store:
        done = re_encrypt(store, PASSPHRASE, recovery_code=recovery.new_code())
    back = OnDisk(tmp_path / "Back.liaison", disk.code, disk.clock)
    restore_record(done.old_backups[0], back.folder, recovery_code=disk.code, now=disk.clock)
    assert back.verify() == []


def test_other_passphrases_end_and_the_one_typed_may_be_another_one(disk: OnDisk) -> None:
    code = recovery.new_code()
    with disk.opened() as store:
        second = add(store, SECOND)
        (first,) = (
            each.id
            for each in store.vault.unlocked.header.of_kind("passphrase")  # type: ignore[union-attr]
            if each.id != second
        )
        with pytest.raises(WrongPassphrase):
            re_encrypt(store, THIRD, recovery_code=code)
        done = re_encrypt(store, SECOND, recovery_code=code, new_passphrase=THIRD)
        assert done.slot == second
        assert first in done.ended
        assert second not in done.ended
    assert opens(disk, THIRD)
    assert not opens(disk, PASSPHRASE)
    assert not opens(disk, SECOND)


def test_it_may_be_done_twice_in_one_session(disk: OnDisk) -> None:
    codes = [recovery.new_code(), recovery.new_code()]
    with disk.opened() as store:
        for code in codes:
            re_encrypt(store, PASSPHRASE, recovery_code=code)
            Make(store).family("Byrne")
    assert OnDisk(disk.folder, codes[1], disk.clock).verify() == []


def test_a_laptop_that_remembered_the_record_does_not_any_more(disk: OnDisk) -> None:
    from liaison.vault import Laptop
    from tests.vault.test_keyrings import real

    ring = real()
    laptop = Laptop(keyring=lambda: ring)
    store = open_record(disk.folder, recovery_code=disk.code, now=disk.clock, laptop=laptop)
    with closing(store):
        assert store.vault is not None
        remembering.remember(store.vault)
        re_encrypt(store, PASSPHRASE, recovery_code=recovery.new_code())
    assert ring.kept == {}
    assert not remembering.is_remembered(disk.folder)


def test_a_record_that_can_only_be_read_is_not_encrypted_anew(disk: OnDisk, store: Store) -> None:
    with disk.opened(read_only=True) as reading, pytest.raises(ReadOnly, match="reading only"):
        re_encrypt(reading, PASSPHRASE, recovery_code=recovery.new_code())
    with pytest.raises(ReadOnly, match="in memory"):
        re_encrypt(store, PASSPHRASE, recovery_code=recovery.new_code())


def test_nothing_can_be_saved_while_it_is_at_work(
    disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = check_connection
    gave_way: list[bool] = []

    def meanwhile(connection: engine.Connection) -> dict[str, int]:
        with pytest.raises(ReadOnly, match="encrypted anew"):
            Make(store).family("Byrne")
        return real(connection)

    monkeypatch.setattr(re_encrypting, "check_connection", meanwhile)
    code = recovery.new_code()
    with disk.opened() as store:
        store.give_way = lambda: gave_way.append(True)
        re_encrypt(store, PASSPHRASE, recovery_code=code)
        assert gave_way
        assert store.trouble == ""
    assert OnDisk(disk.folder, code, disk.clock).verify() == []


def refuse(*_given: object, **_named: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    "step", ["exchanging.write_tip", "exchanging.write_header", "swapping._promise"]
)
def test_a_disk_that_refuses_leaves_the_record_as_it_was(
    disk: OnDisk, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with disk.opened() as store:
        with monkeypatch.context() as patched:
            patched.setattr(f"liaison.vault.{step}", refuse)
            with pytest.raises(NotKept, match="No space left"):
                re_encrypt(store, PASSPHRASE, recovery_code=recovery.new_code())
        assert store.trouble == ""
        Make(store).family("Byrne")
        assert store.verify(full=True) == []
    assert disk.verify() == []


def test_a_copy_that_is_not_whole_is_not_used(
    disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = engine.export_into

    def lossy(connection: engine.Connection, target: Path, key: bytes) -> None:
        real(connection, target, key)
        copy = engine.connect(target, key)
        copy.execute("DROP TRIGGER choice_delete")
        copy.execute("DELETE FROM choice WHERE id = (SELECT min(id) FROM choice)")
        copy.close()

    monkeypatch.setattr(engine, "export_into", lossy)
    with disk.opened() as store, pytest.raises(Damaged, match="not whole"):
        re_encrypt(store, PASSPHRASE, recovery_code=recovery.new_code())
    assert disk.verify() == []


def test_when_the_last_step_is_refused_the_next_opening_takes_it(
    disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def stubborn(self: Path, target: Path) -> Path:
        if self.name == "vault.json" and self.parent.name == swapping.PROMISED:
            refuse()
        return real(self, target)

    code = recovery.new_code()
    with disk.opened() as store:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", stubborn)
            with pytest.raises(NotFinished):
                re_encrypt(store, PASSPHRASE, recovery_code=code)
        assert store.trouble == swapping.HALF_WAY
        assert store.settings.school
        with pytest.raises(ReadOnly):
            Make(store).family("Byrne")
    new = OnDisk(disk.folder, code, disk.clock)
    with new.opened() as store:
        assert (store.trouble, store.warnings) == ("", ())
    assert new.verify() == []
    assert opens(disk, PASSPHRASE)


def test_a_folder_with_a_quote_in_its_name_is_no_trouble(disk: OnDisk) -> None:
    code = recovery.new_code()
    folder = disk.folder.rename(disk.folder.parent / "Mary's; DROP 'it' record.liaison")
    with OnDisk(folder, disk.code, disk.clock).opened() as store:
        re_encrypt(store, PASSPHRASE, recovery_code=code)
    assert OnDisk(folder, code, disk.clock).verify() == []
