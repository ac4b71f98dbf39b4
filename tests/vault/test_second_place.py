"""The second place: each backup once more elsewhere, read back, and never an obstacle."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from liaison.errors import Damaged, NotKept
from liaison.vault import Vault, files, kept, second_place
from liaison.vault.backup import write_backup
from liaison.vault.notebook import Notebook
from liaison.vault.second_place import (
    NotThere,
    choose_second_place,
    copy_to_second_place,
    forget_second_place,
)
from tests.vault.conftest import Made, flip, rows

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


def backed_up(vault: Vault) -> Path:
    return write_backup(vault, vault.folder / "backups", check=rows, now=NOW)


def test_a_copy_goes_to_the_second_place_and_is_whole(made: Made, stick: Path) -> None:
    with made.opened() as vault:
        assert copy_to_second_place(vault, backed_up(vault), now=NOW) is None
        advice = choose_second_place(vault, stick, now=NOW - timedelta(days=1))
        assert "on the same disk" in advice
        file = backed_up(vault)
        there = copy_to_second_place(vault, file, now=NOW)
        assert there == stick / file.name
        assert [each.name for each in stick.iterdir()] == [file.name]
        assert there.read_bytes() == file.read_bytes()
        place = second_place.second_place(vault)
        assert place is not None
        assert place.folder == stick
        assert (place.chosen_at, place.copied_at) == (
            "2026-11-20T15:30:00+00:00",
            "2026-11-21T15:30:00+00:00",
        )
        assert copy_to_second_place(vault, file, now=NOW) == there
        assert len(list(stick.iterdir())) == 1
        forget_second_place(vault)
        assert second_place.second_place(vault) is None


def test_another_disk_needs_no_advice(
    made: Made, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Elsewhere:
        st_dev = -1

    real = Path.stat

    def stat(path: Path, **how: bool) -> object:
        return Elsewhere if path == made.folder else real(path, **how)

    with made.opened() as vault:
        monkeypatch.setattr(Path, "stat", stat)
        assert choose_second_place(vault, stick, now=NOW) == ""


def test_a_place_that_is_none_is_refused(made: Made, tmp_path: Path) -> None:
    with made.opened() as vault:
        with pytest.raises(NotThere, match="no folder called none"):
            choose_second_place(vault, tmp_path / "none", now=NOW)
        (made.folder / "backups").mkdir()
        with pytest.raises(NotKept, match="inside the record"):
            choose_second_place(vault, made.folder / "backups", now=NOW)
        assert second_place.second_place(vault) is None


def test_a_stick_that_is_not_in_is_a_sentence(made: Made, stick: Path) -> None:
    with made.opened() as vault:
        choose_second_place(vault, stick, now=NOW)
        stick.rmdir()
        with pytest.raises(NotThere, match="STICK, is not there"):
            copy_to_second_place(vault, backed_up(vault), now=NOW)
        place = second_place.second_place(vault)
        assert place is not None
        assert place.copied_at == ""


def test_what_is_written_wrong_is_seen_by_reading_it_back(
    made: Made, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.settle

    def spoil(file: object) -> None:
        real(file)
        for each in stick.iterdir():
            flip(each, 500)

    with made.opened() as vault:
        choose_second_place(vault, stick, now=NOW)
        file = backed_up(vault)
        with monkeypatch.context() as patched:
            patched.setattr(files, "settle", spoil)
            with pytest.raises(Damaged, match="cannot be relied upon"):
                copy_to_second_place(vault, file, now=NOW)
        assert list(stick.iterdir()) == []
        assert copy_to_second_place(vault, file, now=NOW) == stick / file.name


def test_a_full_stick_is_a_sentence_and_leaves_nothing(
    made: Made, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: object) -> None:
        raise OSError(28, "No space left on device")

    with made.opened() as vault:
        choose_second_place(vault, stick, now=NOW)
        file = backed_up(vault)
        monkeypatch.setattr(files, "settle", refuse)
        with pytest.raises(
            NotKept, match="copy in the second place could not be written: No space"
        ):
            copy_to_second_place(vault, file, now=NOW)
    assert list(stick.iterdir()) == []


def test_a_damaged_copy_there_is_left_and_the_new_one_stands_beside_it(
    made: Made, stick: Path
) -> None:
    with made.opened() as vault:
        choose_second_place(vault, stick, now=NOW)
        file = backed_up(vault)
        (stick / file.name).write_bytes(b"half")
        (stick / f".{file.stem} 2.liaisonbackup.unfinished").write_bytes(b"left by a crash")
        there = copy_to_second_place(vault, file, now=NOW)
        assert there == stick / f"{file.stem} 2.liaisonbackup"
        assert {each.name for each in stick.iterdir()} == {file.name, there.name}


def test_a_share_that_cannot_settle_a_folder_is_taken(
    made: Made, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise OSError(22, "Invalid argument")

    with made.opened() as vault:
        choose_second_place(vault, stick, now=NOW)
        file = backed_up(vault)
        monkeypatch.setattr(files, "settle_folder", refuse)
        assert copy_to_second_place(vault, file, now=NOW) == stick / file.name


def test_old_copies_there_are_dropped_like_those_beside_the_record(
    made: Made, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LATEST", 1)
    monkeypatch.setattr(kept, "WEEKS", 0)
    monkeypatch.setattr(kept, "MONTHS", 0)
    with made.opened() as vault:
        choose_second_place(vault, stick, now=NOW)
        old = write_backup(vault, stick, check=rows, now=NOW - timedelta(days=9))
        there = copy_to_second_place(vault, backed_up(vault), now=NOW)
        assert not old.exists()
        assert list(stick.iterdir()) == [there]


def test_a_note_that_cannot_be_read_is_no_second_place(
    made: Made, settings_of_this_laptop: Path
) -> None:
    file = settings_of_this_laptop / second_place.NAME
    with made.opened() as vault:
        Notebook(file).write(vault.id, {"folder": 5, "chosen_at": "", "copied_at": ""})
        assert second_place.second_place(vault) is None
        file.write_bytes(b"{")
        assert second_place.second_place(vault) is None
