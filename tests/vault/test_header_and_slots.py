"""The header: what was written is read, and nothing else is, before any key is derived."""

import tracemalloc
from base64 import b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from liaison.errors import Damaged, NewerRecord, WrongPassphrase
from liaison.vault import TEST_COST, Cost, canonical, recovery, slots, unlocking, verify_files
from liaison.vault.header import Header, header_from, new_vault_id
from liaison.vault.keys import Keys, new_keys
from liaison.vault.slots import Slot, keyring_slot, passphrase_slot, recovery_slot
from liaison.vault.unlocking import Secret, secret_from
from tests.quick import seconds_of
from tests.vault.conftest import PASSPHRASE, Made

ids = some.binary(min_size=16, max_size=16).map(bytes.hex)
salts = some.binary(min_size=16, max_size=16)
nonces = some.binary(min_size=12, max_size=12)
wrapped = some.binary(min_size=48, max_size=48)
costs = some.builds(
    Cost, some.integers(19 * 1024, 1024 * 1024), some.integers(1, 16), some.integers(1, 4)
)
passphrase_slots = some.builds(Slot, ids, some.just("passphrase"), costs, salts, nonces, wrapped)
recovery_slots = some.builds(Slot, ids, some.just("recovery"), some.none(), salts, nonces, wrapped)


@some.composite
def headers(draw: some.DrawFn) -> Header:
    many = draw(some.lists(passphrase_slots, min_size=1, max_size=8))
    every = some.permutations([*many, draw(recovery_slots)])
    unique = some.just(every).flatmap(lambda each: each)
    found = tuple(draw(unique.filter(lambda each: len({slot.id for slot in each}) == len(each))))
    mac = draw(some.binary(min_size=32, max_size=32))
    return Header(draw(ids), draw(some.integers(0, 10**6)), found, mac)


@settings(max_examples=40)
@given(headers())
def test_a_header_is_read_as_it_was_written(header: Header) -> None:
    assert header_from(header.encoded(), file="vault.json") == header


@settings(max_examples=60)
@given(some.text(min_size=1), ids, some.booleans())
def test_a_slot_opens_with_its_secret_in_its_vault_only(text: str, vault: str, other: bool) -> None:
    keys = new_keys()
    slot = recovery_slot(keys, text, vault=vault, version=1)
    assert slot.open(text, vault=vault, version=1) == keys
    assert slot.open(text + "!", vault=vault, version=1) is None
    assert slot.open(text, vault=new_vault_id(), version=1) is None
    assert slot.open(text, vault=vault, version=2) is None
    assert replace(slot, id=new_vault_id()).open(text, vault=vault, version=1) is None


def test_a_passphrase_slot_is_bound_to_its_cost() -> None:
    keys, vault = new_keys(), new_vault_id()
    slot = passphrase_slot(keys, "a", vault=vault, version=1, cost=TEST_COST)
    assert slot.open("a", vault=vault, version=1) == keys
    dearer = replace(slot, cost=Cost(19 * 1024, 2, 1))
    assert dearer.open("a", vault=vault, version=1) is None


def test_a_keyring_slot_is_bound_to_its_last_day() -> None:
    keys, vault = new_keys(), new_vault_id()
    day = date(2026, 12, 21)
    slot = keyring_slot(keys, "a", vault=vault, version=1, expires=day)
    assert slot.open("a", vault=vault, version=1) == keys
    assert replace(slot, expires="2036-12-21").open("a", vault=vault, version=1) is None


def test_eight_passphrases_may_open_a_record_each_by_its_own_slot() -> None:
    keys, vault = new_keys(), new_vault_id()
    many = [
        passphrase_slot(keys, f"{at}", vault=vault, version=1, cost=TEST_COST) for at in range(8)
    ]
    code = recovery.new_code().replace("-", "")
    every = (*many, recovery_slot(keys, code, vault=vault, version=1))
    header = Header(vault, 1, every).sealed_by(keys)
    header = header_from(header.encoded(), file="vault.json")
    for at in (0, 7):
        unlocked = unlocking.unlock(header, Secret("passphrase", f"{at}"), file="vault.json")
        assert (unlocked.keys, unlocked.actor) == (keys, many[at].id)


def parts(made: Made) -> dict[str, object]:
    value = canonical.decode((made.folder / "vault.json").read_bytes())
    assert isinstance(value, dict)
    return value


def refused(data: bytes) -> None:
    with pytest.raises(Damaged, match=r"vault\.json"):
        header_from(data, file="vault.json")


def test_hostile_costs_are_refused_before_anything_is_derived(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(slots, "Argon2id")
    good = (made.folder / "vault.json").read_bytes()
    for field, values in {
        "memory_kib": [0, 1, 19 * 1024 - 1, 1024 * 1024 + 1, 2**31, 10**30, -1, True, 1.5, "1"],
        "passes": [0, 17, 10**9, None],
        "lanes": [0, 5, 255, False],
    }.items():
        for value in values:
            changed = parts(made)
            changed["slots"][0][field] = value
            refused(canonical.encode(changed))
    assert good == canonical.encode(parts(made))


def test_fields_that_are_unknown_missing_doubled_or_of_another_kind_are_refused(
    made: Made,
) -> None:
    good = (made.folder / "vault.json").read_bytes()
    top, slot = parts(made), parts(made)["slots"][0]
    tops = [
        {**top, "more": 1},
        {name: value for name, value in top.items() if name != "revision"},
        *({**top, name: value} for name in top for value in (None, 5.5, [], {}, "x", -1, True)),
        {**top, "version": 0},
        {**top, "slots": [1, 2]},
        {**top, "slots": top["slots"][:1]},
        {**top, "slots": [*top["slots"], top["slots"][1]]},
        {**top, "slots": [*[top["slots"][0]] * 2, top["slots"][1]]},
        {**top, "slots": [{**slot, "kind": "keyring"}, top["slots"][1]]},
        {**top, "slots": [{**slot, "more": 1}, top["slots"][1]]},
        {**top, "slots": [{**slot, "salt": ""}, top["slots"][1]]},
        {**top, "slots": [{**slot, "kind": []}, top["slots"][1]]},
        {**top, "slots": [{**slot, "id": slot["id"].upper()}, top["slots"][1]]},
        {**top, "mac": top["mac"][:-2]},
        [],
    ]
    for value in tops:
        refused(canonical.encode(value))
    twice = good.replace(b'"version":1', b'"version":1,"version":1')
    infinite = good.replace(b'"version":1', b'"version":Infinity')
    for data in (b"", b"\xff", good + b"\n", b" " + good, twice, infinite, b'"\\ud800"'):
        refused(data)
    refused(b"[" * 30_000)
    refused(b"9" * 30_000)
    refused(b'"' + b"x" * 70_000 + b'"')


def test_the_spare_bits_of_base64_are_refused(made: Made) -> None:
    changed = parts(made)
    salt = changed["slots"][0]["salt"]
    assert salt.endswith("==")
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    spare = letters[letters.index(salt[-3]) ^ 1]
    changed["slots"][0]["salt"] = salt[:-3] + spare + "=="
    refused(canonical.encode(changed))


def test_a_later_format_is_told_from_damage(made: Made) -> None:
    with pytest.raises(NewerRecord, match="format 2"):
        header_from(canonical.encode({**parts(made), "version": 2, "more": 1}), file="vault.json")


def test_an_enormous_header_is_refused_at_once(made: Made) -> None:
    for name in ("vault.json", "vault.json.bak"):
        with (made.folder / name).open("r+b") as file:
            file.truncate(1 << 30)
    tracemalloc.start()

    def refused() -> None:
        with pytest.raises(Damaged, match="far too long"):
            made.open()

    took = seconds_of(refused)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 0.1
    assert most < 1 << 20


def test_every_bit_flipped_in_the_header_is_seen_before_any_passphrase(made: Made) -> None:
    file = made.folder / "vault.json"
    good = file.read_bytes()
    for at in range(len(good)):
        changed = bytearray(good)
        changed[at] ^= 1 << at % 8
        file.write_bytes(changed)
        with pytest.raises((Damaged, NewerRecord)):
            verify_files(made.folder)


def test_every_byte_flipped_in_both_copies_alike_is_seen(made: Made) -> None:
    good = (made.folder / "vault.json").read_bytes()
    secret = secret_from(None, made.code)
    for at in range(len(good)):
        changed = bytearray(good)
        changed[at] ^= 1
        with pytest.raises((Damaged, NewerRecord, WrongPassphrase)):
            unlocking.unlock(header_from(bytes(changed), file="x"), secret, file="vault.json")


def test_slots_cannot_be_removed_reordered_or_taken_from_another_vault(made: Made) -> None:
    header = header_from((made.folder / "vault.json").read_bytes(), file="vault.json")
    secret = secret_from(None, made.code)
    keys, vault = new_keys(), new_vault_id()
    foreign = passphrase_slot(keys, PASSPHRASE, vault=vault, version=1, cost=TEST_COST)
    first, last = header.slots
    for changed in ((last, first), (first, first, last), (foreign, last), (foreign, first, last)):
        with pytest.raises(Damaged, match=r"vault\.json is damaged"):
            unlocking.unlock(replace(header, slots=changed), secret, file="vault.json")
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(
            replace(header, slots=(foreign, last)),
            secret_from(PASSPHRASE, None),
            file="vault.json",
        )


def write(made: Made, *, header: Header, copy: Header) -> None:
    (made.folder / "vault.json").write_bytes(header.encoded())
    (made.folder / "vault.json.bak").write_bytes(copy.encoded())


def test_an_older_copy_never_brings_a_revoked_way_in_back(made: Made) -> None:
    with made.opened() as vault:
        keys, old = vault.keys, vault.unlocked.header
    new_code = recovery.new_code()
    slot = recovery_slot(keys, recovery.check_code(new_code), vault=old.vault, version=1)
    new = Header(old.vault, 2, (old.slots[0], slot)).sealed_by(keys)
    write(made, header=new, copy=old)
    with pytest.raises(WrongPassphrase):
        made.open()
    Made(made.folder, new_code, made.time).open().close()
    assert header_from((made.folder / "vault.json.bak").read_bytes(), file="x") == new


def test_a_header_with_a_broken_seal_gives_way_to_a_sound_copy(made: Made) -> None:
    with made.opened() as vault:
        good = vault.unlocked.header
    broken = replace(good, mac=bytes(32))
    write(made, header=broken, copy=good)
    with made.opened() as vault:
        assert "put back" in vault.warnings[0]
    write(made, header=broken, copy=broken)
    with pytest.raises(Damaged, match="something other than this program"):
        made.open()
    write(made, header=broken, copy=replace(good, mac=b"\1" * 32))
    with pytest.raises(Damaged, match=r"vault\.json is damaged"):
        made.open()


def test_keys_differ_by_purpose_and_show_nothing() -> None:
    keys = Keys(bytes(range(32)))
    every = {keys.database, keys.header, keys.tip, keys.backup, keys.export, keys.data}
    assert len(every) == 6
    assert all(len(each) == 32 for each in every)
    for shown in (repr(keys), str(keys), f"{Secret('passphrase', 'kettle')}"):
        assert keys.data.hex() not in shown
        assert str(keys.data) not in shown
        assert "kettle" not in shown


def test_the_secret_is_not_in_the_header(made: Made) -> None:
    data = (made.folder / "vault.json").read_bytes()
    with made.opened() as vault:
        for secret in (vault.keys.data, vault.keys.header):
            assert secret.hex().encode() not in data
            assert b64encode(secret) not in data


def test_a_file_of_the_vault_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    from liaison.vault import files

    file = tmp_path / "tip.bin"
    files.replace(file, b"old")
    (tmp_path / "tip.bin").chmod(0o600)
    file.unlink()
    file.mkdir()
    (file / "inside").touch()
    with pytest.raises(OSError, match=r"tip\.bin"):
        files.replace(file, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["tip.bin"]
