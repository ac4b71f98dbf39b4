"""“Remember on this laptop”, with keyrings that keep their word and a dozen that do not."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from threading import Event
from typing import Any

import pytest

from liaison.errors import NotKept, NotRemembered, WrongPassphrase
from liaison.vault import Laptop, Vault, keyrings, open_vault, remembering, ways_in
from liaison.vault.header import COPY, NAME
from liaison.vault.slots import KEYRING
from tests.vault.conftest import PASSPHRASE, SCHEMA, Made

REAL = sorted(keyrings.REAL)


class Fake:
    """A keyring in a dictionary, which the tests call by whatever name they like."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.asked += 1
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.asked += 1
        if self.kept.pop((service, username), None) is None:
            raise RuntimeError("nothing there to delete")


def called(name: str, kind: type[Fake] = Fake) -> Fake:
    """A fake whose class has this whole name."""
    module, _, own = name.rpartition(".")
    made: Fake = type(own, (kind,), {"__module__": module, "__qualname__": own})()
    return made


def real(kind: type[Fake] = Fake) -> Fake:
    return called("keyring.backends.SecretService.Keyring", kind)


class Null(Fake):
    def set_password(self, *_given: str) -> None:
        """Pretends."""


class Raising(Fake):
    def set_password(self, *given: str) -> None:
        raise RuntimeError(f"cannot keep {given[-1]}")


class Locked(Fake):
    def get_password(self, *_given: str) -> str | None:
        raise PermissionError("the collection is locked")


class Lying(Fake):
    def get_password(self, *_given: str) -> str | None:
        return "something else"


class Truncating(Fake):
    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password[:64]


class Others(Fake):
    def get_password(self, *_given: str) -> str | None:
        return next(iter(self.kept.values())).replace("a", "b") if self.kept else None


class Exiting(Fake):
    def set_password(self, *_given: str) -> None:
        raise SystemExit(3)


class Bytes(Fake):
    def get_password(self, service: str, username: str) -> Any:
        return self.kept[service, username].encode()


class Forgetful(Fake):
    def set_password(self, *given: str) -> None:
        super().set_password(*given)
        self.kept.clear()


class Slow(Fake):
    released = Event()

    def set_password(self, *given: str) -> None:
        self.released.wait(10)
        super().set_password(*given)

    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait(10)
        return super().get_password(service, username)


BROKEN = (Null, Raising, Locked, Lying, Truncating, Others, Exiting, Bytes, Forgetful)
PRETENDING = (
    "keyring.backends.null.Keyring",
    "keyring.backends.fail.Keyring",
    "keyrings.alt.file.PlaintextKeyring",
    "keyrings.alt.file.EncryptedKeyring",
    "somebody.elses.Keyring",
)


@dataclass
class Chain:
    """What keyring hands out where it finds several."""

    backends: list[Fake] = field(default_factory=list)


Chain.__module__, Chain.__qualname__ = "keyring.backends.chainer", "ChainerBackend"


def laptop(made: Made, found: object, patience: float = 5.0) -> Laptop:
    return replace(made.laptop, keyring=lambda: found, patience=patience)


def opened(made: Made, found: object, *, patience: float = 5.0, **how: Any) -> Vault:
    how = how or {"recovery_code": made.code}
    on = laptop(made, found, patience)
    return open_vault(made.folder, schema=SCHEMA, laptop=on, **how)


def remembered(made: Made, found: object) -> str:
    with closing(opened(made, found)) as vault:
        return remembering.remember(vault)


def by_keyring(made: Made, found: object, *, patience: float = 5.0) -> Vault:
    return opened(made, found, patience=patience, keyring=True)


def passphrase_opens(made: Made) -> bool:
    with closing(opened(made, Fake(), passphrase=PASSPHRASE)):
        return True


@pytest.mark.parametrize("name", REAL)
def test_a_real_keyring_opens_the_record(made: Made, name: str) -> None:
    ring = called(name)
    assert not remembering.is_remembered(made.folder)
    id = remembered(made, ring)
    assert remembering.is_remembered(made.folder)
    with closing(by_keyring(made, ring)) as vault:
        assert vault.actor == id
        assert vault.warnings == ()
    (text,) = ring.kept.values()
    assert len(text) <= 1280
    assert passphrase_opens(made)


def test_the_secret_stands_in_no_file(made: Made) -> None:
    ring = real()
    remembered(made, ring)
    (text,) = ring.kept.values()
    secret = json.loads(text)["secret"].encode()
    files = [each.read_bytes() for each in made.folder.parent.rglob("*") if each.is_file()]
    assert not any(secret in data or text.encode() in data for data in files)


def test_windows_keeps_it_on_this_machine_only(made: Made) -> None:
    ring = called(keyrings.WINDOWS)
    remembered(made, ring)
    assert ring.persist == "local machine"  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", BROKEN, ids=lambda kind: kind.__name__)
def test_a_keyring_that_does_not_give_back_what_it_got_is_not_used(
    made: Made, kind: type[Fake]
) -> None:
    ring = real(kind)
    before = (made.folder / NAME).read_bytes()
    with pytest.raises(NotRemembered, match="passphrase") as caught:
        remembered(made, ring)
    assert "cannot keep" not in str(caught.value)
    assert (made.folder / NAME).read_bytes() == before
    with pytest.raises(NotRemembered):
        by_keyring(made, ring)
    assert passphrase_opens(made)


@pytest.mark.parametrize("name", PRETENDING)
def test_a_keyring_that_only_pretends_is_refused_unasked(made: Made, name: str) -> None:
    ring = called(name)
    with pytest.raises(NotRemembered, match="no keyring that can be trusted"):
        remembered(made, ring)
    assert ring.asked == 0
    assert not remembering.is_remembered(made.folder)
    assert passphrase_opens(made)


def test_a_class_that_descends_from_a_real_one_is_another(made: Made) -> None:
    class Odd(type(real())):  # type: ignore[misc]
        pass

    with pytest.raises(NotRemembered, match="no keyring"):
        remembered(made, Odd())


def test_a_chain_is_used_only_for_the_real_one_in_it(made: Made) -> None:
    file, ring = called("keyrings.alt.file.PlaintextKeyring"), real()
    remembered(made, Chain([file, ring]))
    assert file.asked == 0
    with closing(by_keyring(made, ring)):
        pass
    with pytest.raises(NotRemembered, match="no keyring"):
        by_keyring(made, Chain([file]))
    with pytest.raises(NotRemembered, match="no keyring"):
        by_keyring(made, Chain())


def test_a_keyring_that_cannot_be_found_is_said(made: Made) -> None:
    def find() -> object:
        raise ImportError("no such thing")

    broken = replace(made.laptop, keyring=find)
    it = open_vault(made.folder, recovery_code=made.code, schema=SCHEMA, laptop=broken)
    with closing(it), pytest.raises(NotRemembered, match="ImportError"):
        remembering.remember(it)


def test_a_slow_keyring_is_not_waited_for(made: Made) -> None:
    ring = real()
    remembered(made, ring)
    slow = real(Slow)
    slow.kept = ring.kept
    Slow.released.clear()
    try:
        with pytest.raises(NotRemembered, match="did not answer in time"):
            by_keyring(made, slow, patience=0.05)
        vault = opened(made, slow, patience=0.05)
        with closing(vault), pytest.raises(NotRemembered, match="did not answer in time"):
            remembering.remember(vault)
        assert passphrase_opens(made)
    finally:
        Slow.released.set()


def test_a_keyring_that_vanished_leaves_the_passphrase(made: Made) -> None:
    remembered(made, real())
    with pytest.raises(NotRemembered, match="not remembered on this laptop"):
        by_keyring(made, real())
    assert passphrase_opens(made)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: text + " ",
        lambda text: text.replace('"slot"', '"slut"'),
        lambda text: json.dumps(json.loads(text) | {"slot": "00" * 16}, separators=(",", ":")),
        lambda text: json.dumps(json.loads(text) | {"used_on": "soon"}, separators=(",", ":")),
        lambda text: text + "x" * 2000,
        lambda text: "\ud800",
    ],
)
def test_what_another_wrote_under_our_name_opens_nothing(
    made: Made, spoil: Callable[[str], str]
) -> None:
    ring = real()
    remembered(made, ring)
    ring.kept = {place: spoil(text) for place, text in ring.kept.items()}
    with pytest.raises(NotRemembered, match="not remembered on this laptop"):
        by_keyring(made, ring)
    assert passphrase_opens(made)


def test_another_secret_under_our_name_opens_nothing_and_is_no_wrong_passphrase(made: Made) -> None:
    ring = real()
    remembered(made, ring)
    ((place, text),) = ring.kept.items()
    other = json.loads(text) | {"secret": "ab" * 32}
    ring.kept[place] = json.dumps(other, sort_keys=True, separators=(",", ":"))
    with pytest.raises(NotRemembered, match="does not open this record"):
        by_keyring(made, ring)
    assert not (made.folder / "attempts.json").exists()


def test_a_record_not_remembered_asks_no_keyring(made: Made) -> None:
    ring = real()
    with pytest.raises(NotRemembered, match="not remembered"):
        by_keyring(made, ring)
    assert ring.asked == 0


def test_it_ends_after_thirty_days_however_often_it_is_used(made: Made) -> None:
    ring = real()
    remembered(made, ring)
    start = made.time.now
    for day in (6, 12, 18, 24, 29):
        made.time.now = start + timedelta(days=day)
        with closing(by_keyring(made, ring)):
            pass
    made.time.now = start + timedelta(days=30)
    with pytest.raises(NotRemembered, match="30 days"):
        by_keyring(made, ring)
    assert ring.kept == {}
    assert remembering.is_remembered(made.folder)
    with closing(opened(made, ring)) as vault:
        assert vault.unlocked.header.of_kind(KEYRING) == ()
    assert not remembering.is_remembered(made.folder)


def test_it_ends_after_seven_days_without_use(made: Made) -> None:
    ring = real()
    remembered(made, ring)
    made.time.now += timedelta(days=6)
    with closing(by_keyring(made, ring)):
        pass
    made.time.now += timedelta(days=7)
    with pytest.raises(NotRemembered, match="7 days without use"):
        by_keyring(made, ring)
    assert ring.kept == {}


def test_a_day_of_use_that_cannot_be_noted_is_said(made: Made) -> None:
    ring = real()
    remembered(made, ring)
    made.time.now += timedelta(days=1)
    full = real(Raising)
    full.kept = ring.kept
    with closing(by_keyring(made, full)) as vault:
        assert any("keyring refused" in each for each in vault.warnings)


def test_a_use_whose_entry_was_taken_away_meanwhile_is_noted_nowhere(made: Made) -> None:
    ring = real()
    remembered(made, ring)
    made.time.now += timedelta(days=1)
    with closing(by_keyring(made, ring)) as vault:
        ring.kept.clear()
        assert remembering.note_use(vault) == ""
    assert ring.kept == {}


def test_either_side_takes_it_away(made: Made) -> None:
    ring = real()
    remembered(made, ring)
    kept = dict(ring.kept)
    with closing(opened(made, ring)) as vault:
        remembering.forget(vault)
        assert ring.kept == {}
        remembering.forget(vault)
    ring.kept = kept
    with pytest.raises(NotRemembered):
        by_keyring(made, ring)
    remembered(made, ring)
    ring.kept.clear()
    with pytest.raises(NotRemembered):
        by_keyring(made, ring)


def test_remembering_again_ends_what_was_remembered_before(made: Made) -> None:
    ring = real()
    first = remembered(made, ring)
    second = remembered(made, ring)
    with closing(by_keyring(made, ring)) as vault:
        assert vault.actor == second != first
        assert len(vault.unlocked.header.of_kind(KEYRING)) == 1


def test_a_header_that_cannot_be_written_leaves_nothing_in_the_keyring(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotKept("The header could not be written: the disk is full. Nothing was kept.")

    ring = real()
    monkeypatch.setattr(ways_in, "write_slots", refuse)
    with pytest.raises(NotKept):
        remembered(made, ring)
    assert ring.kept == {}


def test_it_is_never_the_only_way_in(made: Made) -> None:
    ring = real()
    id = remembered(made, ring)
    with closing(by_keyring(made, ring)) as vault:
        first = ways_in.slot_of(vault, PASSPHRASE)
        with pytest.raises(Exception, match="only passphrase"):
            ways_in.remove_slot(vault, first)
        ways_in.remove_slot(vault, id)
    assert not remembering.is_remembered(made.folder)


def test_a_damaged_header_is_read_from_its_copy(made: Made) -> None:
    ring = real()
    remembered(made, ring)
    (made.folder / NAME).write_bytes(b"{}")
    with closing(by_keyring(made, ring)):
        pass
    (made.folder / NAME).write_bytes(b"{}")
    (made.folder / COPY).write_bytes(b"{}")
    assert not remembering.is_remembered(made.folder)


def test_an_entry_is_one_vaults_only(made: Made) -> None:
    ring = real()
    remembered(made, ring)
    ((service, username),) = ring.kept
    assert username in service


def test_the_passphrase_is_still_counted_when_wrong(made: Made) -> None:
    with pytest.raises(WrongPassphrase):
        opened(made, real(), passphrase="quite another set of words")
    assert (made.folder / "attempts.json").exists()


def test_the_keyring_asked_is_the_one_the_laptop_is_set_up_with(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = real()
    monkeypatch.setattr("keyring.get_keyring", lambda: ring)
    set_up = replace(made.laptop, keyring=Laptop().keyring)
    with closing(
        open_vault(made.folder, recovery_code=made.code, schema=SCHEMA, laptop=set_up)
    ) as vault:
        remembering.remember(vault)
    assert len(ring.kept) == 1
