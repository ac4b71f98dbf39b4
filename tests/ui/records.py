"""A real record on the disk under a window, with cheap keys and a keyring that is a dictionary."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from liaison.casework import key_holders
from liaison.store.record import create_record, open_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, Laptop, recovery
from tests.builders import TODAY
from tests.conftest import Ticking, oakfield
from tests.vault.test_keyrings import Fake, real
from ui.appearance import Appearance
from ui.remembered import Memory
from ui.start import Start

PASSPHRASE = "kettle umbrella otter thimble"
SECOND = "gravel sunday pickle lantern otter"


@pytest.fixture(scope="session")
def record_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A record made once, and its recovery code."""
    folder, code = tmp_path_factory.mktemp("record") / "Oakfield.liaison", recovery.new_code()
    create_record(
        *(folder, PASSPHRASE),
        recovery_code=code,
        settings=oakfield(),
        now=Ticking(),
        cost=TEST_COST,
    )
    return folder, code


@pytest.fixture
def record(record_template: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(record_template[0], tmp_path / "Oakfield.liaison"))


@pytest.fixture
def ring() -> Fake:
    return real()


@pytest.fixture
def desk(record: Path, ring: Fake) -> Iterator[Store]:
    """The record of a test, open by the officer's passphrase."""
    laptop = Laptop(keyring=lambda: ring)
    opened = open_record(record, passphrase=PASSPHRASE, now=Ticking(), laptop=laptop)
    yield opened
    opened.close()


@pytest.fixture
def start(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> Iterator[Start]:
    """The whole program, before any record is chosen."""
    made = Start(appearance, Memory(tmp_path / "window.json"), today=lambda: TODAY)
    yield made
    made.end()
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()


def with_colleague(store: Store, name: str = "Mr B Colleague") -> str:
    """A second passphrase; gives the id of its slot."""
    slot = key_holders.derive(store, SECOND)
    key_holders.add(store, name, slot, today=TODAY)
    return slot.id
