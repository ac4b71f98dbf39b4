"""Closing the window keeps a backup of what was changed, and tells what could not be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.casework.closing import Closed
from liaison.store.record import open_record
from tests.builders import Make
from tests.ui.records import PASSPHRASE, record, record_template, start
from ui.locking import closing
from ui.start import Start
from ui.window import MainWindow

__all__ = ["record", "record_template", "start"]


@pytest.fixture
def window(start: Start, record: Path) -> MainWindow:
    start.show_unlock(record)
    start.open_session(open_record(record, passphrase=PASSPHRASE))
    assert isinstance(start.window, MainWindow)
    return start.window


def test_what_was_changed_is_copied_behind_a_curtain_before_the_window_goes(
    qtbot: QtBot, start: Start, window: MainWindow, record: Path
) -> None:
    Make(start.session.store).family("Khan")
    curtain = start._guard.curtain
    with qtbot.waitSignal(start.ended):
        assert not window.close()
        assert curtain.isVisible()
        assert "keeping a copy" in curtain.accessibleName()
        QTest.keyClick(curtain, Qt.Key.Key_Escape)
        QTest.keyClick(curtain, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert not window.close()
        assert curtain.isVisible()
    assert not window.isVisible()
    assert len(list((record / "backups").glob("*.liaisonbackup"))) == 1
    store = open_record(record, passphrase=PASSPHRASE)
    assert store.families_named("Khan")
    store.close()


def test_what_could_not_be_done_is_told_before_the_window_goes(
    qtbot: QtBot, start: Start, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    Make(start.session.store).family("Khan")
    sentence = "There is no room left for a backup."

    def refused(store: object, **_named: object) -> Closed:
        start.session.store.close()
        return Closed(sentences=(sentence,))

    monkeypatch.setattr(closing, "close_properly", refused)
    curtain = start._guard.curtain
    assert not window.close()
    qtbot.waitUntil(lambda: sentence in curtain.accessibleName())
    with qtbot.waitSignal(start.ended):
        QTest.keyClick(curtain, Qt.Key.Key_Escape)
    assert not window.isVisible()
