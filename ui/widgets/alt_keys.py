"""Alt keys: each button gets a letter that no other control beside it has."""

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QStackedWidget, QWidget
from shiboken6 import isValid

from ui.widgets.buttons import KeyedButton

MENUS = frozenset("fevrth")
"""The menus' own letters: a control takes one of them only when it has no other."""

Pages = dict[QStackedWidget, int]
"""On which page of which stack something lies."""

DATE = "d"
"""Alt+D leads to the first date of any form; nothing else takes it."""


def give_letters(top: QWidget, *, never: Iterable[str] = ()) -> None:
    """Mark a letter of every button in there that is not pressed by another key.

    ``never`` are letters that lead elsewhere: those of the menus, on a page that stands below them.
    What lies on different pages of a stack is never seen together, and may share a letter.
    """
    buttons = [each for each in top.findChildren(KeyedButton) if _without(each)]
    if not buttons:
        return
    taken = [(_pages(each, top), letter) for each, letter in _taken(top)]
    for button in buttons:
        here = _pages(button, top)
        beside = {letter for there, letter in taken if _seen_together(here, there)}
        name, words = button.accessibleName(), marked(button.text(), {DATE, *never, *beside})
        if words == button.text():
            continue
        button.setText(words)
        taken += [(here, letter) for letter in letters_of(words)]
        if name:
            button.setAccessibleName(name)


class AtRest:
    """The Alt keys of a page, out of use while a panel with keys of its own lies over it."""

    def __init__(self, page: QWidget, panel: QWidget) -> None:
        self._buttons = [
            (each, each.shortcut())
            for each in page.findChildren(QAbstractButton)
            if not each.shortcut().isEmpty() and not panel.isAncestorOf(each)
        ]
        self._labels = [
            (each, each.buddy())
            for each in page.findChildren(QLabel)
            if each.buddy() is not None and not panel.isAncestorOf(each)
        ]
        for button, _ in self._buttons:
            button.setShortcut(QKeySequence())
        for label, _ in self._labels:
            label.setBuddy(None)  # type: ignore[arg-type]  # as Qt takes it

    def wake(self) -> None:
        """The panel is gone; what went with it is left alone."""
        for button, key in self._buttons:
            if isValid(button):
                button.setShortcut(key)
        for label, editor in self._labels:
            if isValid(label) and isValid(editor):
                label.setBuddy(editor)


def letters_of(words: str) -> set[str]:
    """The letter that is marked in these words, if one is."""
    return {each.lower() for each in re.findall(r"&(\w)", words)}


def marked(label: str, used: set[str]) -> str:
    """The label with & before one letter, added to those used: a first letter where it is free."""
    starts = [n for n, letter in enumerate(label) if n == 0 or label[n - 1] == " "]
    order = starts + [n for n in range(len(label)) if n not in starts]
    letters = [n for n in order if label[n].isalpha() and label[n].isascii()]
    for avoided in (MENUS, frozenset[str]()):
        for at in letters:
            letter = label[at].lower()
            if letter not in used | avoided:
                used.add(letter)
                return f"{label[:at]}&{label[at:]}"
    return label


def with_mnemonics(labels: Iterable[str], *, never: Iterable[str] = ()) -> list[str]:
    """The labels with & before one letter each, none of ``never``."""
    used = {DATE, *never}
    return [marked(label, used) for label in labels]


def _taken(top: QWidget) -> list[tuple[QWidget, str]]:
    """What leads somewhere in there already, and by which letter."""
    found: list[QAbstractButton | QLabel] = [*top.findChildren(QAbstractButton)]
    found += [each for each in top.findChildren(QLabel) if each.buddy() is not None]
    return [(each, letter) for each in found for letter in letters_of(each.text())]


def _pages(widget: QWidget, top: QWidget) -> Pages:
    """The pages within ``top`` that it lies on."""
    found: Pages = {}
    page: QWidget | None = widget
    while page is not None and page is not top:
        above = page.parentWidget()
        if isinstance(above, QStackedWidget):
            found[above] = above.indexOf(page)
        page = above
    return found


def _seen_together(one: Pages, other: Pages) -> bool:
    return all(other.get(stack, page) == page for stack, page in one.items())


def _without(button: KeyedButton) -> bool:
    pressed = button.key or not button.shortcut().isEmpty()
    takes_focus = bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return bool(button.text()) and not pressed and takes_focus
