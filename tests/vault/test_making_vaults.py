"""A new record: private, whole, and there only once it is finished."""

import os
import stat
from pathlib import Path

import pytest

from liaison.errors import AlreadyThere, NotKept, ReadOnly, WeakPassphrase, WrongPassphrase
from liaison.vault import TEST_COST, Laptop, Mark, make_vault, recovery
from liaison.vault.building import building_site
from liaison.vault.places import Place
from tests.vault.conftest import MARK, PASSPHRASE, SCHEMA, Made, Time, make

CODE = recovery.new_code()


def at(place: Place) -> Laptop:
    return Laptop(clock=Time(), place_of=lambda _folder: place)


def making(folder: Path, *, place: Place = Place.LOCAL, passphrase: str = PASSPHRASE):
    return make_vault(
        folder, passphrase, recovery_code=CODE, schema=SCHEMA, cost=TEST_COST, laptop=at(place)
    )


def test_a_new_record_holds_what_was_written_and_is_closed(made: Made) -> None:
    with made.opened() as vault:
        assert vault.connection.execute("SELECT count(*) FROM said").fetchone() == (300,)
        assert vault.tip is not None
        assert (vault.tip.state, vault.tip.mark) == ("closed", MARK)
        assert (vault.tip_trouble, vault.warnings, vault.read_only) == ("", (), False)
        assert vault.folder == vault.files == made.folder


def test_only_the_officer_can_read_the_folder_and_its_files(made: Made) -> None:
    made.write("sentence more", 2)
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in made.folder.iterdir()}
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    assert modes == dict.fromkeys(
        ["lock", "record.db", "tip.bin", "vault.json", "vault.json.bak"], 0o600
    )


def test_nothing_written_is_found_in_clear(made: Made) -> None:
    everything = b"".join(each.read_bytes() for each in made.folder.iterdir())
    assert b"sentence" not in everything
    assert b"SQLite" not in everything


def test_an_exception_while_filling_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), making(tmp_path / "R.liaison") as vault:  # noqa: PT012
        vault.connection.execute("CREATE TABLE t (x)")
        assert vault.folder == tmp_path / "R.liaison"
        assert vault.files.exists()
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fails_at", range(8))
def test_a_disk_that_refuses_at_any_step_leaves_nothing(
    fails_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter(range(fails_at, -1, -1))
    settle = os.fsync

    def refuse_in_the_end(handle: int) -> None:
        if next(left) == 0:
            raise OSError(28, "No space left on device")
        settle(handle)

    monkeypatch.setattr(os, "fsync", refuse_in_the_end)
    with pytest.raises(NotKept, match="No space left"), making(tmp_path / "R.liaison"):
        pass
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []


def test_a_finished_record_takes_eight_settled_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handles: list[int] = []
    monkeypatch.setattr(os, "fsync", handles.append)
    with making(tmp_path / "R.liaison"):
        pass
    assert len(handles) == 8


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "R.liaison"
    folder.mkdir()
    with pytest.raises(AlreadyThere, match=r"R\.liaison"), making(folder):
        pass
    assert list(folder.iterdir()) == []


def test_what_appears_meanwhile_is_not_written_over_either(tmp_path: Path) -> None:
    folder = tmp_path / "R.liaison"
    with pytest.raises(AlreadyThere), making(folder):
        folder.mkdir()
    assert [each.name for each in tmp_path.iterdir()] == ["R.liaison"]
    assert list(folder.iterdir()) == []


def test_a_weak_passphrase_or_a_miscopied_code_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(WeakPassphrase), making(tmp_path / "R.liaison", passphrase="Password12345"):
        pass
    with (
        pytest.raises(WrongPassphrase),
        make_vault(tmp_path / "R.liaison", PASSPHRASE, recovery_code="0000", schema=1),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", [Place.NETWORK, Place.READ_ONLY])
def test_no_record_is_made_where_it_could_not_be_kept(place: Place, tmp_path: Path) -> None:
    with pytest.raises(ReadOnly, match="Choose a folder on this laptop"):  # noqa: SIM117
        with making(tmp_path / "R.liaison", place=place):
            pass


def test_a_synced_place_is_warned_about(tmp_path: Path) -> None:
    with making(tmp_path / "R.liaison", place=Place.SYNC) as vault:
        assert vault.warnings == (Place.SYNC.sentence,)


def test_folders_above_are_made_when_missing(tmp_path: Path) -> None:
    make(tmp_path / "a" / "b" / "R.liaison", CODE, Time())
    assert (tmp_path / "a" / "b" / "R.liaison" / "record.db").exists()


def test_what_a_crash_left_is_swept_unless_somebody_is_at_work_there(tmp_path: Path) -> None:
    folder = tmp_path / "R.liaison"
    left = tmp_path / ".R.liaison.making-left"
    left.mkdir()
    (left / "record.db").write_bytes(b"half")
    (tmp_path / ".R.liaison.making-file").write_bytes(b"not ours")
    with building_site(folder, Time()()) as busy:
        assert not left.exists()
        with making(folder):
            assert busy.exists()
    assert {each.name for each in tmp_path.iterdir()} == {"R.liaison", ".R.liaison.making-file"}


def test_a_record_that_was_never_noted_is_closed_at_no_change(tmp_path: Path) -> None:
    with making(tmp_path / "R.liaison"):
        pass
    made = Made(tmp_path / "R.liaison", CODE, Time())
    with made.opened() as vault:
        assert vault.tip is not None
        assert vault.tip.mark == Mark("", 0, "")
