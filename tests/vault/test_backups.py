"""Backups: verified before they get their name, refused if a bit is wrong, restored elsewhere."""

import os
import shutil
import signal
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from liaison.errors import (
    AlreadyThere,
    Damaged,
    LiaisonError,
    NewerRecord,
    NoSuchRecord,
    NotKept,
    ReadOnly,
    WrongPassphrase,
)
from liaison.vault import Mark, Vault, backup, canonical, engine, recovery, verify_files
from liaison.vault.backup import Manifest, restore_backup, write_backup
from liaison.vault.container import read_container, write_container
from liaison.vault.engine import Connection, EngineError
from liaison.vault.places import Place
from tests.vault.conftest import PASSPHRASE, SCHEMA, Made, flip, rows

NOW = datetime(2026, 11, 21, 15, 30)  # noqa: DTZ001 - as the laptop's clock on the wall
RESTORED = Mark("another", 1, "cd" * 32)
NAME = "R 2026-11-21 1530.liaisonbackup"


def settle(vault: Vault) -> Mark:
    vault.begin_writing(RESTORED)
    vault.connection.execute("INSERT INTO said VALUES ('sentence: restored')")
    return RESTORED


def restore(file: Path, made: Made, to: Path, **how: str | int | Callable[..., object]) -> None:
    restore_backup(
        file,
        to,
        **{
            "recovery_code": made.code,
            "schema": SCHEMA,
            "check": rows,
            "settle": settle,
            "laptop": made.laptop,
            **how,
        },
    )


@pytest.fixture
def backed_up(made: Made) -> Path:
    with made.opened() as vault:
        return write_backup(vault, made.folder.parent / "backups", check=rows, now=NOW)


def test_a_backup_is_one_private_file_with_the_name_of_its_record(backed_up: Path) -> None:
    assert [each.name for each in backed_up.parent.iterdir()] == [NAME]
    assert stat.S_IMODE(backed_up.stat().st_mode) == 0o600
    assert b"sentence" not in backed_up.read_bytes()


def test_a_second_backup_in_the_same_minute_writes_over_none(made: Made, backed_up: Path) -> None:
    with made.opened() as vault:
        for number in (2, 3):
            again = write_backup(vault, backed_up.parent, check=rows, now=NOW)
            assert again.name == f"R 2026-11-21 1530 {number}.liaisonbackup"
    assert len(list(backed_up.parent.iterdir())) == 3


@pytest.mark.parametrize("secret", ["passphrase", "recovery_code"])
def test_a_restored_record_is_the_one_backed_up(
    made: Made, backed_up: Path, tmp_path: Path, secret: str
) -> None:
    shutil.rmtree(made.folder)
    to = tmp_path / "new" / "R2.liaison"
    how = {"passphrase": PASSPHRASE, "recovery_code": None} if secret == "passphrase" else {}
    restore(backed_up, made, to, **how)
    assert [each.name for each in to.parent.iterdir()] == ["R2.liaison"]
    verify_files(to)
    restored = Made(to, made.code, made.time)
    with restored.opened() as vault:
        assert vault.tip is not None
        assert (vault.tip.state, vault.tip.mark) == ("closed", RESTORED)
        assert vault.tip_trouble == ""
        assert rows(vault.connection) == {"said": 301}
        assert engine.checks(vault.connection, full=True) == []


def test_a_record_that_is_read_only_can_still_be_backed_up(made: Made, tmp_path: Path) -> None:
    made.place = Place.NETWORK
    with made.opened() as vault:
        assert write_backup(vault, tmp_path / "b", check=rows, now=NOW).exists()
    made.place = Place.LOCAL
    (made.folder / "tip.bin").unlink()
    with made.opened() as vault:
        assert vault.read_only
        assert write_backup(vault, tmp_path / "b", check=rows, now=NOW).exists()
        with pytest.raises(EngineError, match="readonly"):
            vault.connection.execute("INSERT INTO said VALUES ('x')")


def test_any_bit_flipped_anywhere_is_refused_and_leaves_nothing(
    made: Made, backed_up: Path, tmp_path: Path
) -> None:
    front = read_container(backed_up)
    start = 24 + len(front.header) + len(front.manifest)
    size = backed_up.stat().st_size
    places = [*range(start), *range(start, size - 32, 1013), *range(size - 32, size)]
    for at in places:
        flip(backed_up, at, 1 << at % 8)
        with pytest.raises(Damaged, match="is damaged, or it is not a backup"):
            restore(backed_up, made, tmp_path / "R2.liaison")
        flip(backed_up, at, 1 << at % 8)
    assert {each.name for each in tmp_path.iterdir()} == {"R.liaison", "backups"}
    restore(backed_up, made, tmp_path / "R2.liaison")


@pytest.mark.parametrize("size", [0, 7, 23, 24, 500, -1, 1])
def test_a_backup_cut_short_or_lengthened_is_refused(
    made: Made, backed_up: Path, tmp_path: Path, size: int
) -> None:
    with backed_up.open("r+b") as file:
        file.truncate(size if size > 1 or size == 0 else backed_up.stat().st_size + size)
    with pytest.raises(Damaged):
        restore(backed_up, made, tmp_path / "R2.liaison")


def test_what_is_no_backup_is_refused(made: Made, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"Dear parents, " * 10)
    (tmp_path / "huge").write_bytes(b"LIABAK1\n" + b"\xff" * 100)
    for name in ("letter.txt", "huge"):
        with pytest.raises(Damaged, match=name):
            restore(tmp_path / name, made, tmp_path / "R2.liaison")
    for missing in (tmp_path / "none", tmp_path):
        with pytest.raises(NoSuchRecord, match=missing.name):
            restore(missing, made, tmp_path / "R2.liaison")


def test_nothing_is_restored_over_what_is_there_or_where_it_cannot_be_kept(
    made: Made, backed_up: Path, tmp_path: Path
) -> None:
    with pytest.raises(AlreadyThere):
        restore(backed_up, made, made.folder)
    made.place = Place.NETWORK
    with pytest.raises(ReadOnly):
        restore(backed_up, made, tmp_path / "R2.liaison")


def refused(error: type[LiaisonError], made: Made, file: Path, **how: object) -> None:
    to = made.folder.parent / "R2.liaison"
    before = set(to.parent.iterdir())
    with pytest.raises(error):
        restore(file, made, to, **how)
    assert set(to.parent.iterdir()) == before


def fewer(_connection: engine.Connection) -> dict[str, int]:
    return {"said": 299}


def unsound(_connection: engine.Connection) -> dict[str, int]:
    raise Damaged("The chain of changes is broken.")


def no_room(_vault: Vault) -> Mark:
    raise NotKept("The disk is full.")


def test_a_refused_restore_leaves_nothing(made: Made, backed_up: Path) -> None:
    refused(WrongPassphrase, made, backed_up, recovery_code=recovery.new_code())
    refused(WrongPassphrase, made, backed_up, recovery_code=None, passphrase="wrong")
    refused(NewerRecord, made, backed_up, schema=SCHEMA - 1)
    refused(Damaged, made, backed_up, check=fewer)
    refused(Damaged, made, backed_up, check=unsound)
    refused(NotKept, made, backed_up, settle=no_room)


def rewritten(file: Path, change: Callable[[dict[str, object]], object]) -> Path:
    """The backup with another manifest and a right digest, as somebody without the key could."""
    front = read_container(file)
    front.extract(file.parent / "database")
    manifest = canonical.decode(front.manifest)
    assert isinstance(manifest, dict)
    change(manifest)
    write_container(
        file.parent / "forged",
        header=front.header,
        manifest=canonical.encode(manifest),
        database=file.parent / "database",
    )
    (file.parent / "database").unlink()
    return (file.parent / "forged").replace(file)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rows", {"said": 1}),
        ("rows", {"said": -1}),
        ("rows", []),
        ("size", 5),
        ("header", "0" * 64),
        ("digest", "0" * 64),
        ("mac", "é"),
        ("format", "another"),
        ("more", 1),
    ],
)
def test_a_forged_manifest_is_refused(
    made: Made, backed_up: Path, field: str, value: object
) -> None:
    rewritten(backed_up, lambda manifest: manifest.update({field: value}))
    refused(Damaged, made, backed_up)


def test_a_sealed_manifest_for_another_database_is_refused(made: Made, backed_up: Path) -> None:
    with made.opened() as vault:
        keys = vault.keys

    def lie(manifest: dict[str, object]) -> None:
        fields = {name: value for name, value in manifest.items() if name != "format"}
        other = replace(Manifest(**fields), digest="0" * 64, mac="").sealed_by(keys)
        manifest.update(canonical.decode(other.encoded()))

    rewritten(backed_up, lie)
    refused(Damaged, made, backed_up)


def test_an_older_header_put_into_a_backup_is_refused(made: Made, backed_up: Path) -> None:
    with made.opened() as vault:
        header = replace(vault.unlocked.header, revision=0).sealed_by(vault.keys)
    front = read_container(backed_up)
    front.extract(made.folder.parent / "database")
    backed_up.unlink()
    write_container(
        backed_up,
        header=header.encoded(),
        manifest=front.manifest,
        database=made.folder.parent / "database",
    )
    refused(Damaged, made, backed_up)


def test_a_sealed_backup_of_an_unsound_database_is_refused(made: Made) -> None:
    with made.opened() as vault:
        vault.begin_writing(RESTORED)
        vault.connection.execute("PRAGMA writable_schema = ON")
        vault.connection.execute("UPDATE sqlite_master SET rootpage = 2 WHERE name = 'said_words'")
    with made.opened() as vault:
        with pytest.raises((Damaged, NotKept)):
            write_backup(vault, made.folder.parent / "b", check=rows, now=NOW)
        assert list((made.folder.parent / "b").iterdir()) == []


def test_a_copy_the_engine_finds_fault_with_is_no_backup(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "checks", lambda _connection, full: ["row 1 missing"] * full)
    with made.opened() as vault, pytest.raises(Damaged, match="no backup was made"):
        write_backup(vault, tmp_path / "b", check=rows, now=NOW)
    assert list((tmp_path / "b").iterdir()) == []


def test_a_record_the_store_finds_fault_with_is_not_backed_up(made: Made, tmp_path: Path) -> None:
    with made.opened() as vault, pytest.raises(Damaged, match="chain"):
        write_backup(vault, tmp_path / "b", check=unsound, now=NOW)
    assert list((tmp_path / "b").iterdir()) == []


def refuse_step(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the disk refuses the step of that number, and only that."""
    steps = count()
    settled = os.fsync

    def refuse_one(handle: int) -> None:
        if next(steps) == number:
            raise OSError(28, "No space left on device")
        settled(handle)

    monkeypatch.setattr(os, "fsync", refuse_one)


@pytest.mark.parametrize("fails_at", range(10))
def test_a_disk_that_refuses_at_any_step_leaves_no_half_restore(
    fails_at: int, made: Made, backed_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_step(fails_at, monkeypatch)
    if fails_at == 9:
        restore(backed_up, made, tmp_path / "R2.liaison")
    else:
        with pytest.raises(NotKept, match="No space left"):
            restore(backed_up, made, tmp_path / "R2.liaison")
    names = {"R.liaison", "backups", *(["R2.liaison"] if fails_at == 9 else [])}
    assert {each.name for each in tmp_path.iterdir()} == names


@pytest.mark.parametrize("fails_at", range(4))
def test_a_disk_that_refuses_at_any_step_leaves_no_half_backup(
    fails_at: int, made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with made.opened() as vault:
        refuse_step(fails_at, monkeypatch)
        if fails_at == 3:
            write_backup(vault, tmp_path / "b", check=rows, now=NOW)
        else:
            with pytest.raises(NotKept, match="backup could not be written: No space left"):
                write_backup(vault, tmp_path / "b", check=rows, now=NOW)
        monkeypatch.undo()
    assert len(list((tmp_path / "b").iterdir())) == (fails_at == 3)


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """A disk that is full: the system refuses every byte beyond ``size``."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.mark.parametrize("size", [0, 500, 4096, 9000, 26_000])
def test_a_full_disk_leaves_no_half_backup_and_no_half_record(
    made: Made, backed_up: Path, tmp_path: Path, size: int
) -> None:
    with made.opened() as vault:
        with files_no_longer_than(size), pytest.raises(NotKept):
            write_backup(vault, tmp_path / "b", check=rows, now=NOW)
        assert engine.checks(vault.connection, full=True) == []
    assert list((tmp_path / "b").iterdir()) == []
    before = set(tmp_path.iterdir())
    with files_no_longer_than(size), pytest.raises((NotKept, EngineError)):
        restore(backed_up, made, tmp_path / "R2.liaison")
    assert set(tmp_path.iterdir()) == before


def test_what_a_crash_left_of_an_earlier_backup_is_swept(made: Made, tmp_path: Path) -> None:
    left = tmp_path / "b" / ".R.liaisonbackup.making-left"
    left.mkdir(parents=True)
    (left / "record.db").write_bytes(b"half")
    with made.opened() as vault:
        write_backup(vault, tmp_path / "b", check=rows, now=NOW)
    assert [each.name for each in (tmp_path / "b").iterdir()] == [NAME]


def test_a_backup_holds_what_was_saved_and_never_half_a_save(made: Made, tmp_path: Path) -> None:
    with made.opened() as vault:
        saved = rows(vault.connection)
        vault.begin_writing(RESTORED)
        vault.connection.execute("BEGIN")
        vault.connection.execute("CREATE TABLE half (word TEXT)")
        copied: list[dict[str, int]] = []

        def look(connection: Connection) -> dict[str, int]:
            copied.append(rows(connection))
            tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
            assert ("half",) not in tables
            return copied[-1]

        write_backup(vault, tmp_path / "b", check=look, now=NOW)
        vault.connection.execute("ROLLBACK")
    assert copied == [saved]


def test_a_name_without_the_usual_ending_is_kept_whole(made: Made, tmp_path: Path) -> None:
    made.folder = made.folder.rename(tmp_path / "St. Anne")
    with made.opened() as vault:
        file = write_backup(vault, tmp_path / "b", check=rows, now=NOW)
    assert file.name == "St. Anne 2026-11-21 1530.liaisonbackup"
    assert file.suffix == backup.SUFFIX


def test_a_page_with_a_broken_seal_never_comes_into_a_backup(made: Made, tmp_path: Path) -> None:
    """Met while copying it may read as zeroes, and with no error at all."""
    with made.opened() as vault:
        vault.begin_writing(RESTORED)
        vault.connection.execute("INSERT INTO said VALUES (?)", ("sentence " * 4000,))
        whole = sorted(vault.connection.execute("SELECT words FROM said").fetchall())
        for page in range(1, made.folder.joinpath("record.db").stat().st_size // 4096):
            flip(made.folder / "record.db", page * 4096 + 2000)
            try:
                file = write_backup(vault, tmp_path / f"b{page}", check=rows, now=NOW)
            except (Damaged, NotKept) as refused:
                assert "record.db is damaged" in str(refused)  # noqa: PT017 - either is right
            else:
                found = read_container(file)
                found.extract(tmp_path / f"{page}.db")
                copy = engine.connect(tmp_path / f"{page}.db", vault.keys.database)
                assert sorted(copy.execute("SELECT words FROM said").fetchall()) == whole
                copy.close()
            flip(made.folder / "record.db", page * 4096 + 2000)
