"""The look through the whole record beside the work: it gives way to every save."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from liaison.model.family import Family
from liaison.store.record import create_record, open_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, recovery
from liaison.vault.checks import BackgroundCheck
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
