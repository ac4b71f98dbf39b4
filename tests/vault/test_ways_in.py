"""Passphrases and the recovery code added, changed and ended, without touching the database."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from liaison.errors import (
    Damaged,
    NotFinished,
    NotFound,
    NotKept,
    NotReady,
    ReadOnly,
    WeakPassphrase,
    WrongPassphrase,
)
from liaison.vault import (
    TEST_COST,
    Cost,
    Vault,
    files,
    open_vault,
    recovery,
    swapping,
    verify_files,
    ways_in,
)
from liaison.vault.header import COPY, NAME, header_from
from liaison.vault.slots import PASSPHRASE, RECOVERY
from tests.vault.conftest import PASSPHRASE as FIRST
from tests.vault.conftest import SCHEMA, Made

SECOND = "gravel sunday pickle lantern otter"
THIRD = "marble sixpence garden thimble walnut"


def opens(made: Made, passphrase: str) -> bool:
    try:
        vault = open_vault(made.folder, passphrase=passphrase, schema=SCHEMA, laptop=made.laptop)
    except WrongPassphrase:
        return False
    with closing(vault):
        return True


def opens_by_code(made: Made, code: str) -> bool:
    try:
        vault = open_vault(made.folder, recovery_code=code, schema=SCHEMA, laptop=made.laptop)
    except WrongPassphrase:
        return False
    with closing(vault):
        return True


def add(vault: Vault, passphrase: str) -> str:
    slot = ways_in.derived_slot(vault, passphrase)
    ways_in.add_slot(vault, slot)
    return slot.id


def cheap_slots(vault: Vault, number: int) -> None:
    """As many more passphrases as asked for, without deriving any."""
    (first,) = vault.unlocked.header.of_kind(PASSPHRASE)
    more = tuple(replace(first, id=f"{at:032x}") for at in range(number))
    ways_in.write_slots(vault, (*vault.unlocked.header.slots, *more))


def test_each_member_of_staff_has_a_passphrase_of_their_own(made: Made) -> None:
    database = (made.folder / "record.db").read_bytes()
    with made.opened() as vault:
        revision = vault.unlocked.header.revision
        id = add(vault, SECOND)
        assert vault.unlocked.header.revision == revision + 1
        assert ways_in.slot_of(vault, SECOND) == id
        assert ways_in.slot_of(vault, FIRST) not in ("", id)
        assert ways_in.slot_of(vault, THIRD) == ""
    assert opens(made, FIRST)
    assert opens(made, SECOND)
    assert not opens(made, THIRD)
    with closing(
        open_vault(made.folder, passphrase=SECOND, schema=SCHEMA, laptop=made.laptop)
    ) as vault:
        assert vault.actor == id
    assert (made.folder / "record.db").read_bytes() == database
    verify_files(made.folder)


def test_a_changed_passphrase_keeps_its_slot_and_ends_the_old_one(made: Made) -> None:
    with made.opened() as vault:
        id = ways_in.slot_of(vault, FIRST)
        ways_in.change_slot(vault, ways_in.derived_slot(vault, SECOND, instead_of=id))
        assert ways_in.slot_of(vault, SECOND) == id
    assert opens(made, SECOND)
    assert not opens(made, FIRST)
    assert opens_by_code(made, made.code)


def test_a_new_slot_costs_what_the_dearest_one_does(made: Made) -> None:
    with made.opened() as vault:
        assert ways_in.usual_cost(vault.unlocked.header) == TEST_COST
        dear = Cost(20 * 1024, 2, 1)
        assert ways_in.derived_slot(vault, SECOND, cost=dear).cost == dear
        assert ways_in.derived_slot(vault, SECOND).cost == TEST_COST


def test_a_passphrase_is_removed_but_never_the_last_one(made: Made) -> None:
    with made.opened() as vault:
        first = ways_in.slot_of(vault, FIRST)
        with pytest.raises(NotReady, match="only passphrase"):
            ways_in.remove_slot(vault, first)
        second = add(vault, SECOND)
        ways_in.remove_slot(vault, first)
        with pytest.raises(NotFound):
            ways_in.remove_slot(vault, first)
        with pytest.raises(NotReady, match="only passphrase"):
            ways_in.remove_slot(vault, second)
    assert opens(made, SECOND)
    assert not opens(made, FIRST)


def test_there_are_at_most_eight(made: Made) -> None:
    with made.opened() as vault:
        slot = ways_in.derived_slot(vault, SECOND)
        cheap_slots(vault, 7)
        with pytest.raises(NotReady, match="at most 8"):
            ways_in.add_slot(vault, slot)
    assert opens(made, FIRST)


def test_a_weak_one_and_one_in_use_are_refused(made: Made) -> None:
    with made.opened() as vault:
        with pytest.raises(WeakPassphrase):
            ways_in.derived_slot(vault, "StMarysSchool2026")
        with pytest.raises(NotReady, match="opens this record already"):
            ways_in.derived_slot(vault, FIRST)
        with pytest.raises(NotFound):
            ways_in.change_slot(vault, ways_in.derived_slot(vault, SECOND, instead_of="00" * 16))


def test_a_new_recovery_code_ends_the_old_one_at_once(made: Made) -> None:
    code = recovery.new_code()
    with made.opened() as vault:
        with pytest.raises(WrongPassphrase, match="not as printed"):
            ways_in.renew_recovery(vault, "XXXX")
        (old,) = vault.unlocked.header.of_kind(RECOVERY)
        id = ways_in.renew_recovery(vault, code)
        assert [each.id for each in vault.unlocked.header.of_kind(RECOVERY)] == [id]
        assert id != old.id
    assert opens_by_code(made, code)
    assert not opens_by_code(made, made.code)
    assert opens(made, FIRST)


def test_where_nothing_can_be_written_nothing_changes(made: Made) -> None:
    before = (made.folder / NAME).read_bytes()
    with made.opened(read_only=True) as vault, pytest.raises(ReadOnly):
        ways_in.renew_recovery(vault, recovery.new_code())
    (made.folder / "tip.bin").unlink()
    with made.opened() as vault, pytest.raises(ReadOnly, match=r"tip\.bin"):
        ways_in.renew_recovery(vault, recovery.new_code())
    assert (made.folder / NAME).read_bytes() == before


@pytest.mark.parametrize("refused", ["write_new", "settle_file", "settle_folder"])
def test_a_disk_that_refuses_leaves_the_old_header(
    made: Made, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    before = (made.folder / NAME).read_bytes(), (made.folder / COPY).read_bytes()
    code = recovery.new_code()
    with made.opened() as vault:
        header = vault.unlocked.header
        with monkeypatch.context() as patched:
            patched.setattr(files, refused, refuse)
            with pytest.raises(NotKept, match=r"^The header could not be written: No space left"):
                ways_in.renew_recovery(vault, code)
        assert vault.unlocked.header == header
    assert ((made.folder / NAME).read_bytes(), (made.folder / COPY).read_bytes()) == before
    assert opens_by_code(made, made.code)


def test_a_header_that_is_not_read_back_as_written_is_not_used(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.write_new

    def lying(path: Path, data: bytes) -> None:
        real(path, data.replace(b"recovery", b"recOvery") if path.name == COPY else data)

    with made.opened() as vault, monkeypatch.context() as patched:
        patched.setattr(files, "write_new", lying)
        with pytest.raises(NotKept, match="could not be read back"):
            ways_in.renew_recovery(vault, recovery.new_code())
    assert opens_by_code(made, made.code)


def test_a_change_whose_last_step_is_refused_counts_and_is_finished_later(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def stubborn(self: Path, target: Path) -> Path:
        if self.name == COPY and self.parent.name == swapping.PROMISED:
            raise PermissionError(13, "Another program has it open")
        return real(self, target)

    code = recovery.new_code()
    with made.opened() as vault:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", stubborn)
            with pytest.raises(NotFinished):
                ways_in.renew_recovery(vault, code)
        header = vault.unlocked.header
    assert (made.folder / COPY).read_bytes() != header.encoded()
    verify_files(made.folder)
    assert (made.folder / COPY).read_bytes() == header.encoded()
    assert opens_by_code(made, code)
    assert not opens_by_code(made, made.code)


def cut_short(made: Made, monkeypatch: pytest.MonkeyPatch) -> str:
    """A new recovery code whose header was promised but not moved."""
    code = recovery.new_code()
    with made.opened() as vault, monkeypatch.context() as patched:
        patched.setattr(swapping, "_carry_out", lambda _folder: None)
        ways_in.renew_recovery(vault, code)
    return code


def test_a_promised_header_is_in_place_before_it_is_read(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = cut_short(made, monkeypatch)
    assert opens_by_code(made, code)
    assert not opens_by_code(made, made.code)


def test_a_promised_header_where_nothing_can_be_written_is_said(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(made, monkeypatch)
    with pytest.raises(ReadOnly, match="put in order first"):
        made.open(read_only=True)


def test_a_promised_header_that_is_damaged_leaves_the_old_one(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(made, monkeypatch)
    (made.folder / swapping.PROMISED / NAME).write_bytes(b"{}")
    with made.opened() as vault:
        assert any(swapping.SPOILT in each for each in vault.warnings)
    assert opens_by_code(made, made.code)


def test_under_new_keys_only_one_passphrase_and_the_new_code_open(made: Made) -> None:
    code = recovery.new_code()
    with made.opened() as vault:
        second = add(vault, SECOND)
        with pytest.raises(WrongPassphrase):
            ways_in.under_new_keys(vault, THIRD, recovery_code=code)
        with pytest.raises(WeakPassphrase):
            ways_in.under_new_keys(vault, SECOND, recovery_code=code, new_passphrase="short")
        unlocked = ways_in.under_new_keys(vault, SECOND, recovery_code=code)
        assert unlocked.keys != vault.keys
        assert unlocked.header.is_sealed_by(unlocked.keys)
        assert [each.kind for each in unlocked.header.slots] == [PASSPHRASE, RECOVERY]
        assert unlocked.actor == second
        assert unlocked.header.revision == vault.unlocked.header.revision + 1
        assert header_from(unlocked.header.encoded(), file=NAME) == unlocked.header


def test_a_slot_of_an_unknown_day_is_damage(made: Made) -> None:
    data = (made.folder / NAME).read_bytes()
    with pytest.raises(Damaged):
        header_from(data.replace(b'"kind":"recovery"', b'"kind":"keyring"'), file=NAME)
