"""A window with the tasks of a Monday, and hands that type into whatever has the focus."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.appearance import Appearance
from ui.contents import Contents
from ui.screens.screen import Screen
from ui.session import Session
from ui.tasks.log_contact.task import LogContact
from ui.tasks.monday.tasks import MONDAY
from ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Blank(Screen):
    """A page with nothing on it: the tasks are the same over every one."""

    title: ClassVar[str] = "Blank"
    icon: ClassVar[str] = "note"


def shown(qtbot: QtBot, session: Session, appearance: Appearance) -> MainWindow:
    made = MainWindow(session, Contents((Blank,), (LogContact, *MONDAY)), appearance)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


class Hands:
    """Presses keys where the focus is."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def at(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.qtbot.keyClick(self.at, key, modifier)

    def type(self, words: str) -> None:
        for letter in words:
            self.qtbot.keyClicks(self.at, letter)


def on_paper(file: str) -> QPrinter:
    """A printer that prints into a PDF, as small as it can."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(file)
    return printer
