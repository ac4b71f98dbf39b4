"""Fixtures of the journeys: a session over the record of the test, and its real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.journeys.officer import AtDesk
from tests.ui.fixtures import answers, appearance, kept_widgets, no_surprise_dialogs, wardrobe
from ui.appearance import Appearance
from ui.contents import Contents
from ui.screens import SCREENS
from ui.session import Session
from ui.tasks import TASKS
from ui.window import MainWindow

__all__ = ["answers", "appearance", "kept_widgets", "no_surprise_dialogs", "wardrobe"]


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    made = Session(store, today=lambda: TODAY)
    yield made
    made.jobs.finish()


@pytest.fixture
def khan(make: Make) -> Made:
    """A mother who may be rung, a father, two children; and two other families beside them."""
    made = make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])
    make.phone(made.adults[0])
    make.family("Abdi", children=[("Hodan", "2")], adults=[("Mrs", "Sahra", "mother")])
    make.family("Reid", children=[("Callum", "5")], adults=[("Mr", "Ewan", "father")])
    return made


@pytest.fixture
def window(qtbot: QtBot, session: Session, khan: Made, wardrobe: Appearance) -> MainWindow:
    made = MainWindow(session, Contents(SCREENS, TASKS), wardrobe)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def officer(qtbot: QtBot, window: MainWindow) -> AtDesk:
    return AtDesk(qtbot, window)
