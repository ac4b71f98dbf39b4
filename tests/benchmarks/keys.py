"""Everything an officer presses in an hour: moving, filtering, opening, tabs, forms, typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.screens import SCREENS
from ui.screens.screen import Task
from ui.tasks import TASKS
from ui.window import MainWindow

Press = tuple[str, Callable[[], None]]
Key = Qt.Key
NOTHING = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOVING = (Key.Key_Down, Key.Key_Down, Key.Key_PageDown, Key.Key_End, Key.Key_Up, Key.Key_Home)


def presses(window: MainWindow) -> Iterator[Press]:
    """Each press with its name, to be done one after another."""
    yield from _every_screen(window)
    yield from _families(window)
    yield from _family(window)
    for task in TASKS:
        if task.key:
            yield from _task(window, task)


def _task(window: MainWindow, task: type[Task]) -> Iterator[Press]:
    """Open it by its key, type into what has the focus, go on, close."""
    combination = QKeySequence(task.key)[0]
    yield _pressed(
        window, f"{task.kind}: opened", combination.key(), combination.keyboardModifiers()
    )
    yield from _typed(window, f"{task.kind}: typed", "rang about")
    yield _pressed(window, f"{task.kind}: tab", Key.Key_Tab)
    yield _pressed(window, f"{task.kind}: closed", Key.Key_Escape)
    yield f"{task.kind}: put away", window.close_task


def _every_screen(window: MainWindow) -> Iterator[Press]:
    """Go to each place of the rail twice, move about in it, step through it with the Tab key."""
    places = [screen for screen in SCREENS if screen.in_rail]
    for turn in ("first", "again"):
        for number, screen in enumerate(places, 1):
            key = Key(Key.Key_0 + number)
            yield _pressed(window, f"{screen.title}: shown {turn}", key, CTRL)
            for move in MOVING:
                yield _pressed(window, f"{screen.title}: {move.name}", move)
            for step in range(4):
                yield _pressed(window, f"{screen.title}: tab {step}", Key.Key_Tab)


def _families(window: MainWindow) -> Iterator[Press]:
    """Filter the list letter by letter, take the filter away, click, and open one."""
    place = [screen.title for screen in SCREENS if screen.in_rail].index("Families") + 1
    yield _pressed(window, "families: shown", Key(Key.Key_0 + place), CTRL)
    yield from _typed(window, "families: filter", "sandhu")
    yield _pressed(window, "families: filter shorter", Key.Key_Backspace)
    yield _pressed(window, "families: filter gone", Key.Key_Escape)
    yield from _typed(window, "families: filter", "a")
    yield _pressed(window, "families: filter gone", Key.Key_Escape)
    yield _pressed(window, "families: into the list", Key.Key_Down)
    for move in MOVING:
        yield _pressed(window, f"families: {move.name}", move)
    yield "families: click", lambda: _click_row(window, 5)
    yield _pressed(window, "families: family opened", Key.Key_Return)


def _family(window: MainWindow) -> Iterator[Press]:
    """Read one family: move, filter its timeline, from pane to pane, back and forward again."""
    for move in MOVING:
        yield _pressed(window, f"family: {move.name}", move)
    yield _pressed(window, "family: find", Key.Key_F, CTRL)
    yield from _typed(window, "family: filter", "club")
    yield _pressed(window, "family: filter gone", Key.Key_Escape)
    for _ in range(4):
        yield _pressed(window, "family: next pane", Key.Key_F6)
    yield _pressed(window, "family: back", Key.Key_Left, ALT)
    yield _pressed(window, "family: forward", Key.Key_Right, ALT)


def _typed(window: MainWindow, name: str, text: str) -> Iterator[Press]:
    for number, letter in enumerate(text):
        yield f"{name} {number}", lambda letter=letter: QTest.keyClicks(_focused(window), letter)


def _pressed(
    window: MainWindow, name: str, key: Key, with_keys: Qt.KeyboardModifier = NOTHING
) -> Press:
    return name, lambda: QTest.keyClick(_focused(window), key, with_keys)


def _focused(window: MainWindow) -> QWidget:
    return QApplication.focusWidget() or window


def _click_row(window: MainWindow, row: int) -> None:
    """Click a row of the first list that is shown."""
    lists = window.current_screen().findChildren(QAbstractItemView)
    shown = next(each for each in lists if each.isVisible() and each.model().rowCount() > row)
    where = shown.visualRect(shown.model().index(row, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, NOTHING, QPoint(where))
