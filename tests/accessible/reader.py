"""A screen reader's eyes: starts the app, reads its accessible tree, and opens a family by it.

Run by the system's Python, which knows the AT-SPI registry; it prints what it found as JSON.
``reader.py PROGRAM ARGUMENT…`` starts the app; everything happens inside one D-Bus session.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - its version has to be said first

PATIENCE, EVERY = 90.0, 0.2
BEGUN = time.monotonic()
ANSWER_MS = 15_000
RETURN = 0xFF0D
DEEPEST = 20


def wait_for(look: Callable[[], Any], what: str) -> Any:
    """What it finds, as soon as it finds anything; when rows go meanwhile it looks again."""
    while time.monotonic() < BEGUN + PATIENCE:
        with contextlib.suppress(GLib.Error):
            if found := look():
                return found
        time.sleep(EVERY)
    sys.exit(f"There is no {what}.")


def has(node: Any, state: Any) -> bool:
    return bool(node.get_state_set().contains(state))


def below(node: Any, depth: int = 0) -> Iterator[Any]:
    """The node and everything in it that is on the screen."""
    if not has(node, Atspi.StateType.SHOWING):
        return
    yield node
    if depth == DEEPEST or node.get_role_name() == "menu bar":
        return
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield from below(child, depth + 1)


def shown(node: Any, role: str, name: str) -> Any:
    """The first one of that role whose name begins so."""
    for each in below(node):
        if each.get_role_name() == role and each.get_name().startswith(name):
            return each
    return None


def names(node: Any, role: str) -> list[str]:
    return [each.get_name() for each in below(node) if each.get_role_name() == role]


def main_window() -> Any:
    """The first window that has a rail in it, if there is one by now."""
    desktop = Atspi.get_desktop(0)
    desktop.set_cache_mask(Atspi.Cache.NONE)  # nothing here listens for what changes
    for number in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(number)
        for each in range(app.get_child_count()):
            window = app.get_child_at_index(each)
            if shown(window, "radio button", "Families"):
                return window
    return None


def press(key: int) -> None:
    Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)


def read() -> dict[str, Any]:
    """The journey: to the families, to the Khans, and what is heard there."""
    Atspi.set_timeout(ANSWER_MS, ANSWER_MS)
    window = wait_for(main_window, "main window")
    shown(window, "radio button", "Families").do_action(0)
    table = wait_for(lambda: shown(window, "table", "Families"), "table of families")
    headings = wait_for(lambda: names(table, "table column header"), "heading of a column")
    wait_for(lambda: names(table, "table cell"), "family in the table")
    wait_for(table.grab_focus, "focus in the table")
    for letter in "kha":
        press(ord(letter))
    families = wait_for(lambda: beginning_with("Khan", table), "table that begins with the Khans")
    press(RETURN)
    page: dict[str, Any] = wait_for(lambda: heard_of(window), "page of the family")
    title = [window.get_role_name(), window.get_name()]
    return {"window": title, "headings": headings, "families": families, **page}


def beginning_with(name: str, table: Any) -> list[str]:
    """The cells of the table, once the first one begins so."""
    found = names(table, "table cell")
    return found if found and found[0].startswith(name) else []


def heard_of(window: Any) -> dict[str, Any]:
    """What the page of a family says, once all of it is there and the list is gone."""
    banner = shown(window, "panel", "Restriction.")
    people, timeline = shown(window, "list", "People"), shown(window, "list", "Timeline")
    if not (banner and people and timeline) or shown(window, "table", "Families"):
        return {}
    heard = {"people": names(people, "list item"), "timeline": names(timeline, "list item")}
    if not all(heard.values()):
        return {}
    return {"banner": banner.get_name(), **heard, "unnamed": unnamed(window)}


def unnamed(window: Any) -> list[str]:
    """Roles of what takes the focus and has no name at all."""
    focusable = (each for each in below(window) if has(each, Atspi.StateType.FOCUSABLE))
    return [each.get_role_name() for each in focusable if not each.get_name().strip()]


def main() -> None:
    app = subprocess.Popen(sys.argv[1:])
    try:
        print(json.dumps(read()))
    finally:
        app.terminate()
        app.wait()


if __name__ == "__main__":
    main()
