"""A screen reader's eyes: starts the app, reads its accessible tree, and opens a family by it.

Run by the system's Python, which knows the AT-SPI registry; it prints what it found as JSON.
``reader.py PROGRAM ARGUMENT…`` starts the app; everything happens inside one D-Bus session.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - its version has to be said first

PATIENCE, EVERY = 20.0, 0.1
RETURN = 0xFF0D
DEEPEST = 20


def wait_for(look: Callable[[], Any], what: str) -> Any:
    """What it finds, as soon as it finds anything."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := look():
            return found
        time.sleep(EVERY)
    sys.exit(f"There is no {what}.")


def has(node: Any, state: Any) -> bool:
    return bool(node.get_state_set().contains(state))


def below(node: Any, depth: int = 0) -> Iterator[Any]:
    """The node and everything in it that is on the screen; what is gone meanwhile is left out."""
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


def app_window() -> Any:
    desktop = Atspi.get_desktop(0)
    desktop.set_cache_mask(Atspi.Cache.NONE)  # nothing here listens for what changes
    for number in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(number)
        for each in range(app.get_child_count()):
            return app.get_child_at_index(each)
    return None


def press(key: int) -> None:
    Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)


def read() -> dict[str, Any]:
    """The journey: to the families, to the Khans, and what is heard there."""
    window = wait_for(app_window, "window")
    families = wait_for(lambda: shown(window, "radio button", "Families"), "place in the rail")
    families.do_action(0)
    table = wait_for(lambda: shown(window, "table", "Families"), "table of families")
    headings = names(table, "table column header")
    rows = names(table, "table cell")
    table.grab_focus()
    for letter in "kha":
        press(ord(letter))
    wait_for(lambda: len(names(table, "table cell")) < len(rows), "shorter table")
    found = names(table, "table cell")
    press(RETURN)
    banner = wait_for(lambda: shown(window, "panel", "Restriction."), "banner")
    people = shown(window, "list", "People")
    timeline = shown(window, "list", "Timeline")
    return {
        "window": [window.get_role_name(), window.get_name()],
        "headings": headings,
        "families": found,
        "banner": banner.get_name(),
        "people": names(people, "list item"),
        "timeline": names(timeline, "list item"),
        "unnamed": unnamed(window),
    }


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
