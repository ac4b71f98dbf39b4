"""An officer at the keyboard: she presses keys where the focus is, and reads what has it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget
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
        self._before: QWidget | None = None

    @property
    def at(self) -> QWidget:
        """What has the keys: an open menu, else the focus, else the window.

        Without a screen nobody gives the keys back to the window when a menu has closed.
        """
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        if found is None and self._before is not None:
            self.wait_for(self._before)
            found = QApplication.focusWidget() or self._before
        assert found is not None
        return found

    def press(self, *keys: str) -> None:
        for key in keys:
            pressed = QKeySequence(key)[0]
            menu = QApplication.activePopupWidget()
            self.qtbot.keyClick(self.at, pressed.key(), pressed.keyboardModifiers())
            if menu is not None and QApplication.activePopupWidget() is None:
                self._back_from_menu()

    def type(self, words: str) -> None:
        for letter in words:
            if letter.isascii():
                self.qtbot.keyClicks(self.at, letter)
            else:  # Qt's test keyboard has no others
                pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.at, pressed)

    def write(self, *fields: tuple[str, str]) -> None:
        """Tab to each field by its label and type.

        In a box the first letters choose; a space would open it.
        """
        for name, words in fields:
            self.tab_to(name)
            self.type(words)

    def open_menu(self, key: str) -> None:
        """Press the key of a button that opens a menu, and wait for the menu."""
        self.press(key)
        self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)

    def choose_from_menu(self, words: str) -> None:
        """Press the menu key, and choose by arrows: the menu runs until something is chosen."""
        QTimer.singleShot(0, lambda: self._choose(words))
        at, keyboard = self.at, QContextMenuEvent.Reason.Keyboard
        middle = at.rect().center()
        QApplication.sendEvent(at, QContextMenuEvent(keyboard, middle, at.mapToGlobal(middle)))
        self._back_from_menu()

    def _choose(self, words: str) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            self.qtbot.keyClick(menu, Qt.Key.Key_Down)
            if menu.activeAction().text().startswith(words):
                break
        self.qtbot.keyClick(menu, Qt.Key.Key_Return)

    def _back_from_menu(self) -> None:
        QApplication.processEvents()
        if self._before is not None:
            self.wait_for(self._before)

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
        """Home, then Down until the current row says these words."""
        self.press("Home")
        for _ in range(MOST_STEPS):
            if words in self.row().spoken:
                return
            self.press("Down")
        raise AssertionError(
            f"Down does not lead to {words!r}: {[r.spoken for r in self.at.rows()]}"
        )

    def wait_for(self, window: QWidget) -> None:
        """Until the window has the keys."""
        self._before = window
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


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it; of a box Linux is told only the value, others the name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() or interface.text(QAccessible.Text.Name)
