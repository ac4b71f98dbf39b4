"""Who can open the record: named, added, changed, ended, and never taken back by undo."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from liaison.casework import key_holders
from liaison.casework.history import history
from liaison.casework.key_holders import UNNAMED, Held, who
from liaison.errors import (
    CannotUndo,
    NotReady,
    NotRemembered,
    ReadOnly,
    WeakPassphrase,
    WrongPassphrase,
)
from liaison.model.key_holder import KeyHolder
from liaison.store.changes import Kind
from liaison.store.record import create_record, open_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, Laptop, recovery
from tests.builders import TODAY, Make
from tests.conftest import Ticking, oakfield
from tests.vault.test_keyrings import Fake, real

FIRST = "kettle umbrella otter thimble"
SECOND = "gravel sunday pickle lantern otter"
THIRD = "marble sixpence garden thimble walnut"
LATER = date(2026, 12, 1)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder, code = tmp_path_factory.mktemp("keys") / "R.liaison", recovery.new_code()
    create_record(
        folder, FIRST, recovery_code=code, settings=oakfield(), now=Ticking(), cost=TEST_COST
    )
    return folder, code


@pytest.fixture
def ring() -> Fake:
    return real()


@pytest.fixture
def folder(template: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(template[0], tmp_path / "R.liaison"))


def opened(folder: Path, passphrase: str, ring: Fake | None = None) -> Store:
    laptop = Laptop(keyring=lambda: ring)
    return open_record(folder, passphrase=passphrase, now=Ticking(), laptop=laptop)


@pytest.fixture
def desk(folder: Path, ring: Fake) -> Iterator[Store]:
    """The record, open by the officer's own passphrase."""
    with closing(opened(folder, FIRST, ring)) as store:
        yield store


def add(store: Store, name: str, passphrase: str) -> str:
    slot = key_holders.derive(store, passphrase)
    key_holders.add(store, name, slot, today=TODAY)
    return slot.id


def names(store: Store) -> list[tuple[str, str]]:
    return [(each.kind, each.name) for each in key_holders.key_holders(store)]


def test_a_new_record_knows_its_officer_by_name(desk: Store) -> None:
    first, code = key_holders.key_holders(desk)
    assert (first.kind, first.name, first.since, first.in_use) == (
        *("passphrase", "Mrs A Officer", TODAY),
        True,
    )
    assert (code.kind, code.name, code.in_use, code.expires) == (
        *("recovery", "Recovery code"),
        False,
        None,
    )
    assert who(desk, desk.door.actor) == "Mrs A Officer"


def test_a_second_member_of_staff_is_the_actor_of_what_she_does(desk: Store, folder: Path) -> None:
    add(desk, "  Mr B Colleague ", SECOND)
    assert names(desk) == [
        ("passphrase", "Mr B Colleague"),
        ("passphrase", "Mrs A Officer"),
        ("recovery", "Recovery code"),
    ]
    desk.close()
    with closing(opened(folder, SECOND)) as store:
        made = Make(store).family()
        (version,) = history(store, made.family)
        assert who(store, version.actor) == "Mr B Colleague"
        assert [each.in_use for each in key_holders.key_holders(store)] == [True, False, False]


def test_a_passphrase_is_changed_for_the_same_holder(desk: Store, folder: Path) -> None:
    database = (folder / "record.db").read_bytes()
    slot = key_holders.derive(desk, SECOND, instead_of=desk.door.actor)
    key_holders.change(desk, slot)
    held = key_holders.key_holders(desk)[0]
    assert (held.name, held.since) == ("Mrs A Officer", TODAY)
    assert (folder / "record.db").read_bytes() == database
    assert key_holders.opened_by(desk, SECOND) == held.slot
    assert key_holders.opened_by(desk, FIRST) == ""
    desk.close()
    with pytest.raises(WrongPassphrase):
        opened(folder, FIRST)
    opened(folder, SECOND).close()


def test_one_who_left_keeps_the_name_in_history(desk: Store, folder: Path) -> None:
    second = add(desk, "Mr B Colleague", SECOND)
    key_holders.remove(desk, second, today=LATER)
    assert ("passphrase", "Mr B Colleague") not in names(desk)
    assert who(desk, second) == "Mr B Colleague"
    (row,) = desk.find(KeyHolder, "slot = :slot", slot=second)
    assert row.ended_on == LATER
    with pytest.raises(NotReady, match="only passphrase"):
        key_holders.remove(desk, desk.door.actor, today=LATER)
    desk.close()
    with pytest.raises(WrongPassphrase):
        opened(folder, SECOND)


def test_a_name_is_put_right(desk: Store) -> None:
    key_holders.rename(desk, desk.door.actor, "Mrs A Married")
    assert who(desk, desk.door.actor) == "Mrs A Married"
    with pytest.raises(NotReady, match="whose passphrase"):
        key_holders.rename(desk, desk.door.actor, "  ")


def test_what_will_not_do_changes_nothing(desk: Store) -> None:
    before = names(desk)
    with pytest.raises(WeakPassphrase):
        key_holders.derive(desk, "Password1234")
    slot = key_holders.derive(desk, SECOND)
    with pytest.raises(NotReady, match="whose passphrase"):
        key_holders.add(desk, " ", slot, today=TODAY)
    assert names(desk) == before


def test_a_new_recovery_code_ends_the_old_one(desk: Store, folder: Path, template: object) -> None:
    code = recovery.new_code()
    old = key_holders.key_holders(desk)[-1].slot
    for each in (code, recovery.new_code()):
        key_holders.renew_recovery(desk, each, today=LATER)
    held = key_holders.key_holders(desk)[-1]
    assert held.slot != old
    assert held.since == LATER
    assert who(desk, old) == who(desk, held.slot) == "Recovery code"
    desk.close()
    with pytest.raises(WrongPassphrase):
        open_record(folder, recovery_code=code)


def test_what_is_done_by_the_recovery_code_says_so(
    folder: Path, template: tuple[Path, str]
) -> None:
    with closing(open_record(folder, recovery_code=template[1], now=Ticking())) as store:
        made = Make(store).family()
        (version,) = history(store, made.family)
        assert who(store, version.actor) == "Recovery code"


def test_this_laptop_remembers_the_record_for_its_holder(
    desk: Store, folder: Path, ring: Fake
) -> None:
    key_holders.remember(desk, today=TODAY)
    held = key_holders.key_holders(desk)[-1]
    assert (held.kind, held.name) == ("keyring", "Mrs A Officer")
    assert held.expires is not None
    assert who(desk, held.slot) == "Mrs A Officer, remembered on a laptop"
    desk.close()
    laptop = Laptop(keyring=lambda: ring)
    with closing(open_record(folder, keyring=True, now=Ticking(), laptop=laptop)) as store:
        assert store.door.actor == held.slot
        key_holders.forget(store, today=LATER)
        key_holders.forget(store, today=LATER)
        assert [each.kind for each in key_holders.key_holders(store)] == ["passphrase", "recovery"]
        assert who(store, held.slot) == "Mrs A Officer, remembered on a laptop"
        (row,) = store.find(KeyHolder, "slot = :slot", slot=held.slot)
        assert row.ended_on == LATER
    with pytest.raises(NotRemembered):
        open_record(folder, keyring=True, laptop=laptop)


def test_a_laptop_without_a_keyring_keeps_nothing(folder: Path) -> None:
    with closing(opened(folder, FIRST, None)) as store:
        with pytest.raises(NotRemembered, match="no keyring"):
            key_holders.remember(store, today=TODAY)
        assert len(key_holders.key_holders(store)) == 2


def test_encrypting_anew_names_those_who_need_a_passphrase_again(
    desk: Store, folder: Path, ring: Fake
) -> None:
    second = add(desk, "Mr B Colleague", SECOND)
    key_holders.remember(desk, today=TODAY)
    code = recovery.new_code()
    done = key_holders.re_encrypt(desk, FIRST, recovery_code=code, today=LATER)
    assert done.ended == ("Mr B Colleague",)
    assert [each.parent for each in done.old_backups] == [folder / "backups"]
    assert names(desk) == [("passphrase", "Mrs A Officer"), ("recovery", "Recovery code")]
    assert who(desk, second) == "Mr B Colleague"
    assert ring.kept == {}
    desk.close()
    with closing(open_record(folder, recovery_code=code)) as store:
        assert store.verify(full=True) == []


def test_it_is_noted_in_the_log_and_passed_over_by_undo(desk: Store) -> None:
    add(desk, "Mr B Colleague", SECOND)
    ((kind,),) = desk.query("SELECT kind FROM change ORDER BY clock DESC LIMIT 1")
    assert kind == Kind.KEYS
    with pytest.raises(CannotUndo):
        desk.undo()
    assert desk.verify(full=True) == []


def test_a_record_whose_keys_have_no_names_yet_asks_the_settings(desk: Store) -> None:
    first = desk.door.actor
    (row,) = desk.find(KeyHolder)
    with desk.saving() as saving:
        saving.remove(row)
    assert who(desk, first) == "Mrs A Officer"
    assert names(desk)[0] == ("passphrase", "Mrs A Officer")
    second = add(desk, "Mr B Colleague", SECOND)
    assert who(desk, first) == UNNAMED
    assert names(desk)[1] == ("passphrase", "")
    assert who(desk, "somebody long gone") == UNNAMED
    done = key_holders.re_encrypt(desk, SECOND, recovery_code=recovery.new_code(), today=LATER)
    assert done.ended == (UNNAMED,)
    assert names(desk)[0] == ("passphrase", "Mr B Colleague")
    assert key_holders.key_holders(desk)[0].slot == second


def test_a_record_in_memory_and_one_only_read_keep_their_ways_in(
    store: Store, folder: Path
) -> None:
    assert key_holders.key_holders(store) == []
    assert who(store, store.door.actor) == "Mrs A Officer"
    assert who(store, "somebody else") == UNNAMED
    with pytest.raises(ReadOnly, match="in memory"):
        key_holders.derive(store, SECOND)
    with closing(open_record(folder, passphrase=FIRST, read_only=True)) as reading:
        assert isinstance(key_holders.key_holders(reading)[0], Held)
        with pytest.raises(ReadOnly, match="reading only"):
            key_holders.renew_recovery(reading, recovery.new_code(), today=TODAY)


def test_a_record_made_without_an_officer_has_a_nameless_first_holder(tmp_path: Path) -> None:
    folder = tmp_path / "N.liaison"
    nobody = replace(oakfield(), officer="")
    create_record(folder, FIRST, recovery_code=recovery.new_code(), settings=nobody, cost=TEST_COST)
    with closing(opened(folder, FIRST)) as store:
        assert who(store, store.door.actor) == UNNAMED
        assert names(store)[0] == ("passphrase", "")
