"""The look through the whole record beside the work: it gives way to every save."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from liaison.model.family import Family
from liaison.store.keeping import newest_backup
from liaison.store.looking import Look, due_look, looked
from liaison.store.record import create_record, open_record
from liaison.store.store import Store, utc_now
from liaison.vault import TEST_COST, recovery
from liaison.vault.checks import BackgroundCheck
from tests.builders import Make
from tests.conftest import oakfield
from ui import checking
from ui.checking import Checking

PASSPHRASE = "kettle marble otter sixpence garden"


@pytest.fixture
def on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(checking, "IDLE_MS", 1)
    monkeypatch.setattr(checking, "ASK_MS", 1)
    folder = tmp_path / "R.liaison"
    code = recovery.new_code()
    create_record(folder, PASSPHRASE, recovery_code=code, settings=oakfield(), cost=TEST_COST)
    store = open_record(folder, passphrase=PASSPHRASE)
    yield store
    store.close()


def test_a_sound_record_is_looked_through_and_nothing_is_said(qtbot: QtBot, on_disk: Store) -> None:
    said: list[str] = []
    looking = Checking(on_disk)
    looking.damaged.connect(said.append)
    check = looking._check
    assert check is not None
    qtbot.waitUntil(lambda: check.result == [])
    qtbot.waitUntil(lambda: not looking._asking.isActive())
    looking.finish()
    assert said == []


def test_what_is_damaged_is_said_once(
    qtbot: QtBot, on_disk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BackgroundCheck, "_found", lambda _self: ["page 3 is never used"])
    looking = Checking(on_disk)
    with qtbot.waitSignal(looking.damaged) as told:
        pass
    assert "record.db is damaged" in told.args[0]
    looking.finish()


def test_a_save_goes_first_and_the_look_begins_again(qtbot: QtBot, on_disk: Store) -> None:
    looking = Checking(on_disk)
    looking._begin()
    with on_disk.saving() as saving:
        saving.add(Family(name="Khan"))
    assert [each.name for each in on_disk.find(Family)] == ["Khan"]
    check = looking._check
    assert check is not None
    qtbot.waitUntil(lambda: check.result == [])
    with on_disk.saving() as saving:
        saving.add(Family(name="Byrne"))
    looking.finish()


def test_a_record_in_memory_has_nothing_to_look_through(store: Store) -> None:
    looking = Checking(store)
    looking._begin()
    looking._ask()
    looking.give_way()
    looking.finish()
    assert not looking._idle.isActive()


def test_a_save_beside_the_window_leaves_its_timers_alone(qtbot: QtBot, on_disk: Store) -> None:
    looking = Checking(on_disk)

    def save() -> None:
        with on_disk.saving() as saving:
            saving.add(Family(name="Khan"))

    beside = Thread(target=save)
    beside.start()
    beside.join()
    check = looking._check
    assert check is not None
    qtbot.waitUntil(lambda: check.result == [])
    looking.finish()


def test_a_daily_and_a_weekly_look_are_noted_and_not_made_twice(
    qtbot: QtBot, on_disk: Store
) -> None:
    vault = on_disk.vault
    assert vault is not None
    looking = Checking(on_disk)
    assert looking._look is Look.WEEKLY
    qtbot.waitUntil(lambda: looked(vault).weekly != "")
    assert due_look(vault, now=on_disk.now()) is Look.OPENING
    looking._look_again()
    assert not looking._idle.isActive()
    looking.finish()
    again = Checking(on_disk)
    assert again._look is Look.OPENING
    again.finish()


def test_a_record_that_stays_open_is_looked_through_and_copied_each_day(
    qtbot: QtBot, on_disk: Store
) -> None:
    vault = on_disk.vault
    assert vault is not None
    looking = Checking(on_disk)
    looking._look_again()
    qtbot.waitUntil(lambda: looked(vault).weekly != "")
    on_disk.now = lambda: utc_now() + timedelta(days=2)
    said: list[str] = []
    looking.damaged.connect(said.append)
    looking._look_again()
    assert looking._look is Look.DAILY
    qtbot.waitUntil(lambda: newest_backup(vault) is not None)
    assert looking._backup is not None
    looking._backup.wait()
    looking._backup._said = "The second place is not there."
    check = looking._check
    qtbot.waitUntil(lambda: check is not None and check.result == [])
    looking._look_again()
    assert said == ["The second place is not there."]
    looking.finish()


def test_a_search_index_that_does_not_fit_is_made_anew_without_a_word(
    qtbot: QtBot, on_disk: Store
) -> None:
    Make(on_disk).contact(Make(on_disk).family(), facts="Rang about the bus.")
    on_disk.db.execute("INSERT INTO local_words (local_words) VALUES ('delete-all')")
    assert on_disk.search("bus") == []
    said: list[str] = []
    looking = Checking(on_disk)
    looking.damaged.connect(said.append)
    qtbot.waitUntil(lambda: len(on_disk.search("bus")) == 1)
    looking.finish()
    assert said == []


def test_a_clock_that_went_back_is_said(qtbot: QtBot, on_disk: Store) -> None:
    looking = Checking(on_disk)
    on_disk.now = lambda: utc_now() - timedelta(days=2)
    with qtbot.waitSignal(looking.damaged) as told:
        looking._look_again()
    assert "Please put the clock right" in told.args[0]
    looking.finish()
