"""Damage and old files: every bit of it is seen, nothing is written, one way leads out."""

from __future__ import annotations

from contextlib import closing
from typing import cast

import pytest

from liaison.errors import Damaged, NotKept, ReadOnly
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.store import record
from liaison.store.drafts import Draft
from liaison.store.record import (
    accept_changes,
)
from liaison.store.store import Store
from liaison.vault import engine
from tests.builders import Make
from tests.store.conftest import OnDisk

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


def killed(disk: OnDisk) -> bytes:
    """A record whose program was killed: no digest of the whole file tells what was changed."""
    store = disk.open()
    Make(store).family()
    assert store.vault is not None
    store.vault.lock.release()
    store.db.close()
    return (disk.folder / "record.db").read_bytes()


@pytest.mark.parametrize("inside_a_save", [False, True])
def test_the_zeroes_of_a_page_with_a_broken_seal_are_never_handed_out(
    disk: OnDisk, *, inside_a_save: bool
) -> None:
    """The engine gives the end of a long row as zeroes once, and an error only afterwards."""
    whole = killed(disk)
    with disk.opened() as store:
        seal = first_seal(store, inside_a_save=False)
        key = store.vault.keys.database if store.vault else b""
    zeroes = 0
    for page in range(len(whole) // PAGE - 25, len(whole) // PAGE):
        copy = disk.folder.with_name(f"{page}.db")
        copy.write_bytes(flipped(whole, page * PAGE + 2000))
        with closing(engine.connect(copy, key)) as connection:
            try:
                store = Store(connection, actor="", place="", machine="")
                zeroes += first_seal(store, inside_a_save=inside_a_save) != seal
            except (Damaged, NotKept, engine.EngineError):
                continue
    assert zeroes == 0


def first_seal(store: Store, *, inside_a_save: bool) -> tuple[str]:
    """The last column of a row too long for its page."""
    sql = "SELECT mac FROM change INDEXED BY change_by_device_number WHERE device > '' LIMIT 1"
    if not inside_a_save:
        return cast(tuple[str], store.query(sql)[0])
    with store.door.transaction():
        return cast(tuple[str], store.db.execute(sql).fetchone())


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


def test_a_database_that_was_taken_away_while_open_is_damage(disk: OnDisk) -> None:
    with disk.opened() as store:
        (disk.folder / "record.db").rename(disk.folder / "away.db")
        assert "record.db is damaged" in store.verify()[0]
        (disk.folder / "away.db").rename(disk.folder / "record.db")
