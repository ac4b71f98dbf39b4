"""What every test of a window needs: clothes, and answers to the questions it puts outside.

Imported by the conftest of each folder that tests windows.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui import dialogs
from ui.appearance import Appearance, Scheme
from ui.clipboard import forget_copied
from ui.frame import Frame


@pytest.fixture(scope="session")
def wardrobe(qapp: QApplication) -> Appearance:
    """One for the application, however many folders of tests ask for it."""
    worn = qapp.findChild(Appearance)
    return worn or Appearance(qapp, scheme=Scheme.LIGHT)


@pytest.fixture
def kept_widgets(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """The widgets of a test, alive until Qt deletes them from the top down, as in the program.

    The test's own bot knows them weakly. One that only the collector finds is taken apart
    anywhere, and a table that goes before its model ends the process.
    """
    found: list[QWidget] = []
    add = QtBot.addWidget

    def add_and_keep(bot: QtBot, widget: QWidget, **named: Any) -> None:
        found.append(widget)
        add(bot, widget, **named)

    monkeypatch.setattr(QtBot, "addWidget", add_and_keep)
    return found


@pytest.fixture(autouse=True)
def appearance(wardrobe: Appearance, kept_widgets: list[QWidget]) -> Iterator[Appearance]:
    """Light and at 100 %, whatever the last test wore."""
    before = QApplication.topLevelWidgets()
    yield wardrobe
    forget_copied()
    shared = any(isinstance(window, Frame) for window in before)
    for widget in QApplication.topLevelWidgets():
        of_test = widget not in before and widget.parent() is None
        if of_test and (isinstance(widget, Frame) or not shared):
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    kept_widgets.clear()
    if wardrobe.scheme is not Scheme.LIGHT:
        wardrobe.set_scheme(Scheme.LIGHT)
    if wardrobe.text_size != 100:
        wardrobe.set_text_size(100)


@pytest.fixture(autouse=True)
def no_surprise_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A modal dialog that nobody answers would hang the tests: it fails them instead."""

    def refuse(*_args: object, **_named: object) -> NoReturn:
        pytest.fail("A modal dialog was opened. Answer it with the `answers` fixture.")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("question", "warning", "critical", "information"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@dataclass
class Answers:
    """What the officer answers to each question put outside; None is Cancel."""

    open_file: Path | None = None
    save_file: Path | None = None
    folder: Path | None = None
    sure: bool = False
    printer: QPrinter | None = None
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    given = Answers()

    def answering(name: str) -> Any:
        def answer(_parent: object, title: str, *_more: object) -> object:
            given.asked.append(title)
            return getattr(given, name)

        return answer

    for name in ("open_file", "save_file", "folder", "sure", "printer"):
        monkeypatch.setattr(dialogs, f"ask_{name}", answering(name))
    return given
