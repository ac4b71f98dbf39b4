"""Fixtures of the tests of a Monday."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.monday_window import Hands, shown
from ui.appearance import Appearance
from ui.session import Session
from ui.window import MainWindow


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    made = Session(store, today=lambda: TODAY)
    yield made
    made.jobs.finish()


@pytest.fixture
def khan(make: Make) -> Made:
    made = make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])
    for adult, number in zip(made.adults, ("07700 900412", "01632 960114"), strict=True):
        make.phone(adult, number)
    return made


@pytest.fixture
def window(qtbot: QtBot, session: Session, khan: Made, appearance: Appearance) -> MainWindow:
    return shown(qtbot, session, appearance)


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    return Hands(qtbot, window)
