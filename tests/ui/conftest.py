"""Fixtures for the tests of the window."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from liaison.store.store import Store
from tests.builders import TODAY
from tests.ui.fixtures import answers, appearance, kept_widgets, no_surprise_dialogs, wardrobe
from ui.appearance import Appearance
from ui.contents import Contents
from ui.screens import SCREENS
from ui.session import Session
from ui.tasks import TASKS
from ui.window import MainWindow

__all__ = ["answers", "appearance", "kept_widgets", "no_surprise_dialogs", "wardrobe"]

Opened = Callable[[], MainWindow]


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    """The record of the test, open."""
    made = Session(store, today=lambda: TODAY)
    yield made
    made.jobs.finish()


@pytest.fixture
def opened(qtbot: QtBot, session: Session, appearance: Appearance) -> Iterator[Opened]:
    """Opens the window, with all there is in it, over what the record holds by then."""
    made: list[MainWindow] = []

    def window() -> MainWindow:
        made.append(MainWindow(session, Contents(SCREENS, TASKS), appearance))
        qtbot.addWidget(made[-1])
        made[-1].resize(1366, 768)
        made[-1].show()
        made[-1].activateWindow()
        qtbot.waitUntil(made[-1].isActiveWindow)
        return made[-1]

    yield window
    for each in made:
        each.close()
