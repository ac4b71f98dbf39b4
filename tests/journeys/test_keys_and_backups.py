"""By keyboard: a colleague gets a passphrase and opens the record; a backup is restored to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from liaison.casework import key_holders
from liaison.casework.backups import backups_at_a_glance
from liaison.store.store import Store
from tests.builders import TODAY
from tests.ui.records import PASSPHRASE, SECOND, record, record_template
from ui.appearance import Appearance
from ui.remembered import Memory
from ui.screens.settings.backups import BackupsSection
from ui.screens.settings.screen import Settings
from ui.screens.settings.security import SecuritySection
from ui.start import Start
from ui.tasks.safe.passphrases import AddPassphrase
from ui.tasks.safe.restore import Restore
from ui.tasks.safe.try_backup import TryBackup
from ui.unlock import UnlockWindow
from ui.window import MainWindow

__all__ = ["record", "record_template"]


@pytest.fixture
def start(qtbot: QtBot, wardrobe: Appearance, tmp_path: Path) -> Iterator[Start]:
    made = Start(wardrobe, Memory(tmp_path / "window.json"), today=lambda: TODAY)
    yield made
    made.end()
    if made.window is not None:
        made.window.hide()
        made.window.deleteLater()


class Hands:
    """Types and presses, in whatever window is in front."""

    def __init__(self, qtbot: QtBot, start: Start) -> None:
        self._qtbot = qtbot
        self._start = start

    @property
    def window(self) -> MainWindow:
        assert isinstance(self._start.window, MainWindow)
        return self._start.window

    @property
    def store(self) -> Store:
        assert self._start.session is not None
        return self._start.session.store

    def unlock(self, passphrase: str) -> None:
        self._qtbot.waitUntil(lambda: isinstance(self._start.window, UnlockWindow))
        window = self._start.window
        assert isinstance(window, UnlockWindow)
        QTest.keyClicks(window.passphrase.line, passphrase)
        with self._qtbot.waitSignal(window.destroyed, timeout=20_000):
            QTest.keyClick(window.passphrase.line, Qt.Key.Key_Return)
        self.come_to_front()

    def part(self, title: str) -> QWidget:
        QTest.keySequence(self.window, "Ctrl+,")
        screen = self.window.current_screen()
        assert isinstance(screen, Settings)
        while screen.parts.current_id() != title:
            QTest.keyClick(screen.parts, Qt.Key.Key_Down)
        found = screen.pages.currentWidget()
        assert found is not None
        return found

    def tab_to(self, wanted: QWidget) -> None:
        for _ in range(60):
            if QApplication.focusWidget() is wanted:
                return
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        pytest.fail("The Tab key does not lead there.")

    def press(self, wanted: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
        self.tab_to(wanted)
        QTest.keyClick(wanted, key)

    def wait(self) -> None:
        session = self.window.session
        self._qtbot.waitUntil(lambda: not session.jobs.is_busy(), timeout=20_000)
        self.come_to_front()

    def come_to_front(self) -> None:
        """Without a desktop nothing brings a window to the front when another one goes."""
        with self._qtbot.waitActive(self.window):
            self.window.activateWindow()


@pytest.fixture
def hands(qtbot: QtBot, start: Start, record: Path) -> Hands:
    made = Hands(qtbot, start)
    start.begin(record)
    made.unlock(PASSPHRASE)
    return made


def test_a_colleague_gets_a_passphrase_and_opens_the_record_with_it(
    hands: Hands, start: Start
) -> None:
    part = hands.part("Security")
    assert isinstance(part, SecuritySection)
    hands.press(part.add_button)
    task = hands.window.task()
    assert isinstance(task, AddPassphrase)
    QTest.keyClicks(task.name.line, "Mr B Colleague")
    hands.tab_to(task.page.generated)
    QTest.keyClick(task.page.generated, Qt.Key.Key_Down)
    hands.tab_to(task.page.typed.line)
    QTest.keyClicks(task.page.typed.line, SECOND)
    hands.tab_to(task.page.again.line)
    QTest.keyClicks(task.page.again.line, SECOND)
    hands.press(task.action)
    hands.wait()
    assert hands.window.task() is None
    QTest.keySequence(hands.window, "Ctrl+L")
    hands.unlock(SECOND)
    assert key_holders.who(hands.store, hands.store.door.actor) == "Mr B Colleague"


def test_a_record_is_backed_up_tested_restored_and_gone_on_with(
    hands: Hands, start: Start, record: Path
) -> None:
    part = hands.part("Backups")
    assert isinstance(part, BackupsSection)
    hands.press(part.now_button)
    hands.wait()
    assert len(backups_at_a_glance(hands.store)) == 1
    hands.press(part.list, Qt.Key.Key_Return)
    task = hands.window.task()
    assert isinstance(task, TryBackup)
    hands.press(task.action)
    hands.wait()
    assert "can be restored" in task.answer.words.text()
    hands.press(task.action)
    hands.press(part.restore_button)
    restore = hands.window.task()
    assert isinstance(restore, Restore)
    QTest.keyClicks(restore.passphrase.line, PASSPHRASE)
    QTest.keyClick(restore.passphrase.line, Qt.Key.Key_Return)
    hands.wait()
    hands.press(restore.action)
    QApplication.processEvents()
    hands.unlock(PASSPHRASE)
    _, folder = start.shown()
    assert folder is not None
    assert folder.name == "Oakfield restored 2026-11-23.liaison"
    assert hands.store.settings.school == "Oakfield Primary School"
    assert record.is_dir()
    shutil.rmtree(record)
    assert hands.store.verify(full=True) == []
