"""An officer at the keyboard: she presses keys where the focus is, and reads what has it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.delegates.rows import PaintedRow, RowList
from ui.screens.screen import Screen, Task
from ui.window import MainWindow

MOST_STEPS = 90
"""So often she presses Tab, or an arrow, before she gives up."""


class Officer:
    """Her only tools are the keys; a key is written as on the shortcut sheet: ``Ctrl+N``."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot

    @property
    def at(self) -> QWidget:
        """What has the keys: an open menu, else the focus, else the window."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        return found or QApplication.activeWindow()

    def press(self, *keys: str) -> None:
        for key in keys:
            pressed = QKeySequence(key)[0]
            self.qtbot.keyClick(self.at, pressed.key(), pressed.keyboardModifiers())

    def type(self, words: str) -> None:
        for letter in words:
            self.qtbot.keyClicks(self.at, letter)

    def replace(self, words: str) -> None:
        """Type over what the field held."""
        self.press("Ctrl+A")
        self.type(words)

    def heard(self) -> str:
        """The name of what has the focus, as a screen reader says it."""
        return name_of(self.at)

    def tab_to(self, name: str) -> None:
        """Tab until what has the focus is called so, or begins so."""
        for _ in range(MOST_STEPS):
            if self.heard().startswith(name):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {name!r}; it is at {self.heard()!r}")

    def row(self) -> PaintedRow:
        """The current row of the list that has the focus."""
        rows = self.at
        assert isinstance(rows, RowList), self.heard()
        return next(each for each in rows.rows() if each.id == rows.current_id())

    def down_to(self, words: str) -> None:
        """Down until the current row says these words."""
        for _ in range(MOST_STEPS):
            if words in self.row().spoken:
                return
            self.press("Down")
        raise AssertionError(f"Down does not lead to {words!r}; it is at {self.row().spoken!r}")

    def wait_for(self, window: QWidget) -> None:
        """Until the window has the keys."""
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)


class AtDesk(Officer):
    """The officer before the main window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        super().__init__(qtbot)
        self.window = window
        self.wait_for(window)

    def go_to(self, title: str) -> Screen:
        """To a screen of the rail, by its key."""
        stop = next(each for each in self.window._stops if each.place.name == title)
        self.press(stop.place.key)
        screen = self.window.current_screen()
        assert screen.title == title
        return screen

    def open_family(self, name: str) -> Screen:
        """Find it with the search box, and open it."""
        self.press("Ctrl+K")
        self.type(f"@{name}")
        self.press("Return")
        screen = self.window.current_screen()
        assert screen.title == "Family", screen.title
        return screen

    def do(self, words: str) -> Task:
        """Find something to do with the search box, and open it."""
        self.press("Ctrl+K")
        self.type(f">{words}")
        self.press("Return")
        return self.task()

    def task(self) -> Task:
        """The task that is open."""
        found = self.window.task()
        assert found is not None
        return found

    def said(self) -> str:
        """The sentence in the status strip."""
        return self.window.strip.toast.sentence()


def name_of(widget: QObject) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""
