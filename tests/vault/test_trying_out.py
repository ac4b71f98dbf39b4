"""A backup that is tried out is opened as a restore would open it, and nothing is left of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from liaison.errors import Damaged, NoSuchRecord, NotKept, WrongPassphrase
from liaison.vault import engine, recovery
from liaison.vault.backup import write_backup
from liaison.vault.container import Container
from liaison.vault.engine import Connection
from liaison.vault.trying import faults_of, unlocked_by
from liaison.vault.unlocking import secret_from
from tests.vault.conftest import SCHEMA, Made, flip, rows

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


@pytest.fixture
def backup(made: Made) -> Path:
    with made.opened() as vault:
        return write_backup(vault, made.folder / "backups", check=rows, now=NOW)


def faults(made: Made, file: Path, **how: object) -> list[str]:
    before = sorted(made.folder.rglob("*"))
    with made.opened() as vault:
        wanted = {"check": rows, "schema": SCHEMA, "beside": vault.files, "now": NOW}
        found = faults_of(file, vault.unlocked, **{**wanted, **how})
    assert sorted(made.folder.rglob("*")) == before
    return found


def test_a_whole_backup_can_be_restored(made: Made, backup: Path) -> None:
    assert faults(made, backup) == []


def test_one_that_is_not_whole_is_told(made: Made, backup: Path) -> None:
    flip(backup, 9000)
    assert "is damaged" in faults(made, backup)[0]


def fewer(_connection: Connection) -> dict[str, int]:
    return {"said": 299}


def unsound(_connection: Connection) -> dict[str, int]:
    raise Damaged("The chain of changes is broken.")


@pytest.mark.parametrize("check", [fewer, unsound])
def test_one_whose_record_is_not_whole_is_told(made: Made, backup: Path, check: object) -> None:
    assert "is damaged" in faults(made, backup, check=check)[0]


def test_one_the_engine_finds_fault_with_is_told(
    made: Made, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "checks", lambda _connection, full: ["row 1 missing"] * full)
    assert "is damaged" in faults(made, backup)[0]


def test_one_whose_database_is_another_is_told(
    made: Made, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Container.extract

    def another(found: Container, database: Path) -> str:
        return real(found, database)[:-1] + "x"

    monkeypatch.setattr(Container, "extract", another)
    assert "is damaged" in faults(made, backup)[0]


def test_one_of_a_newer_program_is_told(made: Made, backup: Path) -> None:
    assert "newer version" in faults(made, backup, schema=SCHEMA - 1)[0]


def test_without_room_it_is_a_sentence(made: Made, backup: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotKept):
        faults(made, backup, beside=tmp_path / "file")


def test_a_backup_opens_by_its_own_passphrase_or_code(made: Made, backup: Path) -> None:
    with made.opened() as vault:
        keys = vault.keys
    found = unlocked_by(backup, secret_from(None, made.code))
    assert found.keys == keys
    with pytest.raises(WrongPassphrase):
        unlocked_by(backup, secret_from(None, recovery.new_code()))
    with pytest.raises(NoSuchRecord, match="none"):
        unlocked_by(backup.with_name("none"), secret_from(None, made.code))
    flip(backup, backup.stat().st_size - 1)
    with pytest.raises(Damaged):
        unlocked_by(backup, secret_from(None, made.code))
