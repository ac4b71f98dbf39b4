"""Where in the window the officer is: the screen, its panes and lists, and what she has open."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

from liaison.casework.place_left import forget_place, keep_place, place_left
from liaison.errors import NotKept, ReadOnly
from ui.delegates.rows import RowList
from ui.screens.screen import Screen
from ui.trail import Spot
from ui.window import MainWindow

PARTS = {"screen", "kind", "id", "tabs", "rows", "focus", "task", "subject", "draft"}
W = TypeVar("W", bound=QWidget)


def keep(window: MainWindow, focus: QWidget | None) -> bool:
    """Leave what is open and keep in the record where she was; whether she was writing.

    Lists and tabs are known by their names, not by their number: a screen may have grown. Where
    nothing can be written the way back is lost, nothing else. NotKept while something is open and
    the disk takes no more: then it stays open, with what was typed.
    """
    place, store = _place(window, focus), window.session.store
    task = window.task()
    if task is not None and not store.trouble:
        keep_place(store, json.dumps(place))
    window.leave_page()
    if task is not None:
        place |= {"task": task.kind, "subject": task.subject}
        window.close_task()
        kept = {each.id for each in store.drafts()}
        place["draft"] = task.kept_as() if task.kept_as() in kept else ""
    with suppress(ReadOnly, NotKept):
        keep_place(store, json.dumps(place))
    return bool(place["draft"])


def go_back(window: MainWindow) -> None:
    """Show the same screen, pane and row as at the last lock, and the draft that was open."""
    store = window.session.store
    place = _read(place_left(store))
    if not place:
        return
    with suppress(ReadOnly, NotKept):
        forget_place(store)
    numbers = {each.__name__: n for n, each in enumerate(window.contents.screens)}
    number = numbers.get(place["screen"])
    if number is not None:
        window.go_to(Spot(number, place["kind"], place["id"]))
        _put_back(window.current_screen(), place)
    if place["task"]:
        draft = next((each for each in store.drafts() if each.id == place["draft"]), None)
        window.open_task(place["task"], place["subject"], draft)


def _place(window: MainWindow, focus: QWidget | None) -> dict[str, Any]:
    screen, spot = window.current_screen(), window.trail.here
    within = focus is not None and screen.isAncestorOf(focus)
    return {
        "screen": type(screen).__name__,
        "kind": spot.kind,
        "id": spot.id,
        "tabs": {name: tabs.currentIndex() for name, tabs in _named(screen, QTabBar)},
        "rows": {name: rows.current_id() for name, rows in _named(screen, RowList)},
        "focus": _called(focus) if focus is not None and within else "",
        "task": "",
        "subject": "",
        "draft": "",
    }


def _put_back(screen: Screen, place: dict[str, Any]) -> None:
    for name, tabs in _named(screen, QTabBar):
        if 0 <= place["tabs"].get(name, -1) < tabs.count():
            tabs.setCurrentIndex(place["tabs"][name])
    for name, rows in _named(screen, RowList):
        if place["rows"].get(name):
            rows.choose(place["rows"][name])
    for widget in screen.findChildren(QWidget):
        if place["focus"] and widget.isVisible() and _called(widget) == place["focus"]:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _named(screen: Screen, kind: type[W]) -> Iterator[tuple[str, W]]:
    return ((each.accessibleName(), each) for each in screen.findChildren(kind))


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}"


def _read(words: str) -> dict[str, Any]:
    """What ``keep`` wrote; another version's words lead nowhere."""
    try:
        found = json.loads(words)
    except ValueError:
        return {}
    return found if isinstance(found, dict) and set(found) >= PARTS else {}
