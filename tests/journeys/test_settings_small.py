"""The parts of the settings in the smallest window: nothing is scrolled to reach their Save."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.audit import cut_off
from ui.appearance import Appearance
from ui.contents import Contents
from ui.screens import SCREENS
from ui.screens.settings.screen import Settings
from ui.session import Session
from ui.window import MainWindow

PARTS = (
    "School and you",
    "Lists",
    "School calendar",
    "Meetings",
    "Letters",
    "Look",
    "Sensitive fields",
    "Security",
    "Backups",
    "Checks",
)


@pytest.mark.parametrize("part", PARTS)
def test_no_part_of_the_settings_scrolls_the_page(
    qtbot: QtBot, session: Session, wardrobe: Appearance, part: str
) -> None:
    session.appearance = wardrobe
    window = MainWindow(session, Contents(SCREENS, ()), wardrobe)
    qtbot.addWidget(window)
    window.show()
    window.banner.show()
    window.resize(1024, 533)
    session.open("settings", part)
    shown = window.current_screen()
    assert isinstance(shown, Settings)
    assert [each.title for each in shown.sections] == list(PARTS)
    assert cut_off(shown) == []
    assert window.page.verticalScrollBar().maximum() == 0
