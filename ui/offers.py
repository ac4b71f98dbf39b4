"""What can be done from the search box: every menu item, with its words and its key."""

from dataclasses import dataclass

from PySide6.QtGui import QAction


@dataclass(frozen=True)
class Offer:
    """One menu item. ``kind`` is set where it is a task about a family, such as "log-contact"."""

    words: str
    key: str
    action: QAction
    kind: str = ""


def offered(action: QAction, kind: str = "") -> Offer:
    """A menu item as the search box shows it."""
    words = action.text().replace("&", "").rstrip("…")
    return Offer(words, action.shortcut().toString(), action, kind)
