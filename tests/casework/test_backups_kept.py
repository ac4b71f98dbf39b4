"""Backups as an officer meets them: at closing, in a second place, tried out, and overdue."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from liaison.casework import backups, daily_backup
from liaison.casework.closing import Closed, close_properly, takes_a_moment
from liaison.casework.daily_backup import DailyBackup
from liaison.errors import Damaged, NotKept
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.settings import Settings
from liaison.store.looking import Look, due_look, looked
from liaison.store.record import create_record, open_record, restore_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, Vault, recovery
from tests.builders import Make
from tests.conftest import Ticking, oakfield

NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
PASSPHRASE = "kettle umbrella otter thimble"
CODE = recovery.new_code()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "R.liaison"
    create_record(
        folder,
        PASSPHRASE,
        recovery_code=CODE,
        settings=oakfield(),
        now=Ticking(),
        cost=TEST_COST,
    )
    return folder


@pytest.fixture
def record(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "R.liaison"))


def opened(record: Path) -> Store:
    return open_record(record, recovery_code=CODE, now=Ticking())


@pytest.fixture
def on_disk(record: Path) -> Iterator[Store]:
    store = opened(record)
    yield store
    store.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


def vault_of(store: Store) -> Vault:
    assert store.vault is not None
    return store.vault


def test_closing_keeps_a_backup_of_all_that_was_saved(on_disk: Store, record: Path) -> None:
    Make(on_disk).family()
    on_disk.look(Make(on_disk).family("Jones").id)
    steps: list[tuple[int, int]] = []
    assert takes_a_moment(on_disk)
    done = close_properly(on_disk, now=NOW, progress=lambda *each: steps.append(each))
    assert done.sentences == ()
    assert done.backup is not None
    assert done.backup.parent == record / "backups"
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]
    again = opened(record)
    assert again.trouble == ""
    found = backups.last_backup(again)
    assert found is not None
    assert found.file == done.backup
    assert found.rows["family"] == 2
    assert found.rows["change"] == again.query("SELECT count(*) FROM change")[0][0]
    assert looked(vault_of(again)).daily == "2026-11-23T16:00:00+00:00"
    assert not takes_a_moment(again)
    assert close_properly(again, now=NOW) == Closed()
    assert len(list((record / "backups").iterdir())) == 1


def test_what_an_earlier_session_did_not_copy_is_copied_at_the_next_closing(
    on_disk: Store, record: Path
) -> None:
    Make(on_disk).family()
    on_disk.close()
    again = opened(record)
    assert close_properly(again, now=NOW).backup is not None


def test_a_record_in_memory_is_only_closed(store: Store) -> None:
    assert not takes_a_moment(store)
    assert close_properly(store, now=NOW) == Closed()


def test_a_record_in_trouble_is_only_closed(on_disk: Store, record: Path) -> None:
    Make(on_disk).family()
    on_disk.close()
    (record / "tip.bin").unlink()
    troubled = opened(record)
    assert troubled.trouble
    assert close_properly(troubled, now=NOW) == Closed()
    assert not (record / "backups").exists()


def test_damage_met_at_closing_is_told_with_the_way_out_and_nothing_is_dropped(
    on_disk: Store, record: Path
) -> None:
    Make(on_disk).family()
    kept = backups.keep_copy(on_disk, now=NOW - timedelta(days=1))
    assert kept is not None
    Make(on_disk).family("Jones")
    database = record / "record.db"
    data = bytearray(database.read_bytes())
    for page in range(4, len(data) // 4096):
        data[page * 4096 + 100] ^= 1
    database.write_bytes(data)
    done = close_properly(on_disk, now=NOW)
    assert done.backup is None
    assert "record.db is damaged" in done.sentences[0]
    assert "Restore the newest backup into a new folder" in done.sentences[0]
    assert "backup" in done.sentences[1]
    assert kept.exists()


def test_a_search_index_that_does_not_fit_is_made_anew_at_closing(
    on_disk: Store, record: Path
) -> None:
    Make(on_disk).contact(Make(on_disk).family(), facts="Rang about the bus.")
    on_disk.db.execute("INSERT INTO local_words (local_words) VALUES ('delete-all')")
    assert close_properly(on_disk, now=NOW).sentences == ()
    again = opened(record)
    assert len(again.search("bus")) == 1
    assert due_look(vault_of(again), now=NOW) is Look.WEEKLY
    again.close()


def test_a_disk_that_refuses_is_a_sentence_and_the_record_is_closed(
    on_disk: Store, record: Path
) -> None:
    Make(on_disk).family()
    (record / "backups").write_text("a file where the folder should be", encoding="utf-8")
    done = close_properly(on_disk, now=NOW)
    assert done.backup is None
    assert "could not be written" in done.sentences[0]
    opened(record).close()


def test_each_backup_goes_to_the_second_place_too(on_disk: Store, stick: Path) -> None:
    assert backups.second_place_of(on_disk) is None
    assert backups.backups_in_second_place(on_disk) == []
    assert "same disk" in backups.choose_second_place(on_disk, stick, now=NOW)
    Make(on_disk).family()
    (stick / "letter.liaisonbackup").write_bytes(b"of somebody else")
    file, copy = backups.back_up_now(on_disk, now=NOW)
    assert copy == stick / file.name
    there = backups.backups_in_second_place(on_disk)
    assert [each.file.name for each in there if each.verified] == [file.name]
    assert [each.file for each in backups.backups(on_disk)] == [file]
    backups.forget_second_place(on_disk)
    assert backups.second_place_of(on_disk) is None


def test_a_stick_that_was_pulled_out_is_a_sentence_and_gets_its_copy_next_time(
    on_disk: Store, record: Path, stick: Path
) -> None:
    backups.choose_second_place(on_disk, stick, now=NOW)
    Make(on_disk).family()
    stick.rmdir()
    done = close_properly(on_disk, now=NOW)
    assert done.backup is not None
    assert "STICK, is not there" in done.sentences[0]
    stick.mkdir()
    again = opened(record)
    assert takes_a_moment(again)
    assert close_properly(again, now=NOW + timedelta(hours=1)) == Closed(done.backup)
    assert [each.name for each in stick.iterdir()] == [done.backup.name]
    last = opened(record)
    assert not takes_a_moment(last)
    last.close()


def test_a_week_without_a_second_place_is_said(on_disk: Store, stick: Path) -> None:
    begun = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
    assert backups.reminder(on_disk, now=begun + timedelta(days=6)) == ""
    said = backups.reminder(on_disk, now=begun + timedelta(days=8))
    assert said.startswith("Every backup lies on this laptop.")
    backups.choose_second_place(on_disk, stick, now=NOW)
    assert backups.reminder(on_disk, now=NOW + timedelta(days=7)) == ""
    said = backups.reminder(on_disk, now=NOW + timedelta(days=8))
    assert said == (
        "No backup has gone to the second place, STICK, in the 8 days since it was chosen."
    )
    backups.back_up_now(on_disk, now=NOW)
    assert backups.reminder(on_disk, now=NOW + timedelta(days=7)) == ""
    said = backups.reminder(on_disk, now=NOW + timedelta(days=9))
    assert said == "No backup has gone to the second place, STICK, for 9 days."


def test_a_practice_record_and_one_in_memory_are_not_reminded(on_disk: Store, store: Store) -> None:
    with on_disk.saving() as saving:
        saving.change(replace(on_disk.settings, practice=True))
    for each in (on_disk, store):
        assert backups.reminder(each, now=NOW + timedelta(days=99)) == ""


def test_a_backup_is_tried_out_as_a_restore_would(on_disk: Store, tmp_path: Path) -> None:
    Make(on_disk).family()
    file = backups.keep_copy(on_disk, now=NOW)
    assert file is not None
    assert backups.try_backup(on_disk, file, now=NOW) == []
    by_code = backups.try_older_backup(on_disk, file, recovery_code=CODE, now=NOW)
    assert by_code == []
    data = bytearray(file.read_bytes())
    data[-40] ^= 1
    file.write_bytes(data)
    assert "is damaged" in backups.try_backup(on_disk, file, now=NOW)[0]


def test_a_record_in_memory_has_no_backups(store: Store) -> None:
    assert backups.keep_copy(store, now=NOW) is None
    assert backups.last_backup(store) is None
    assert backups.second_place_of(store) is None
    with pytest.raises(Damaged, match="in memory"):
        backups.backups(store)


def test_what_was_kept_before_an_import_comes_back_without_it(
    on_disk: Store, tmp_path: Path
) -> None:
    Make(on_disk).family("Khan")
    file = backups.keep_copy(on_disk, now=NOW)
    assert file is not None
    Make(on_disk).family("Brought in")
    restore_record(file, tmp_path / "Before.liaison", recovery_code=CODE, now=Ticking())
    before = opened(tmp_path / "Before.liaison")
    assert before.query("SELECT name FROM family") == [("Khan",)]
    before.close()


def test_a_record_that_stays_open_gets_a_backup_each_day(on_disk: Store, stick: Path) -> None:
    Make(on_disk).family()
    backups.choose_second_place(on_disk, stick, now=NOW)
    at = [NOW]
    daily = DailyBackup(vault_of(on_disk), lambda: at[0])
    daily.wait()
    daily.start()
    daily.wait()
    assert daily.said == ""
    assert len(backups.backups(on_disk)) == len(list(stick.iterdir())) == 1
    at[0] += timedelta(hours=1)
    Make(on_disk).family("Jones")
    daily.start()
    daily.wait()
    assert len(backups.backups(on_disk)) == 1
    stick.rename(stick.with_name("pulled out"))
    at[0] += timedelta(days=1)
    daily.start()
    daily.wait()
    assert len(backups.backups(on_disk)) == 2
    assert "is not there" in daily.said


def test_a_daily_backup_gives_way_to_a_save_and_says_nothing_of_it(
    on_disk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = Event()

    def keep(_vault: Vault, *, now: datetime, stop: object) -> Path:
        reached.set()
        assert callable(stop)
        while not stop():
            pass
        raise NotKept("interrupted")

    monkeypatch.setattr(daily_backup, "keep_backup", keep)
    daily = DailyBackup(vault_of(on_disk), lambda: NOW)
    daily.start()
    reached.wait()
    daily.start()
    daily.interrupt()
    daily.wait()
    assert daily.said == ""


def test_settings_of_the_record_know_no_second_place(on_disk: Store, stick: Path) -> None:
    """It is this laptop's alone: another one has other sticks and other letters for them."""
    backups.choose_second_place(on_disk, stick, now=NOW)
    assert on_disk.find(Settings, "family = :f", f=SETTINGS_STREAM) == [on_disk.settings]
    assert on_disk.query("SELECT id FROM change WHERE instr(body, 'STICK')") == []
