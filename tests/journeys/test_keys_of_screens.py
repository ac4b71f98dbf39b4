"""The Alt keys of every screen: none of them may be one of the menu bar's own."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QMenuBar, QWidget

from tests.builders import Made
from ui.screens import SCREENS
from ui.screens.screen import Screen
from ui.session import Session
from ui.window import MainWindow


def letters_of(words: str) -> set[str]:
    """The letter that is marked as the Alt key, if one is."""
    return {each.lower() for each in re.findall(r"&(\w)", words)}


def alt_keys(screen: QWidget) -> set[str]:
    """The letters that Alt leads to on a page; what stands in a menu of its own does not count."""
    words = [each.text() for each in screen.findChildren(QAbstractButton)]
    words += [each.text() for each in screen.findChildren(QLabel) if each.buddy() is not None]
    found = {letter for each in words for letter in letters_of(each)}
    actions = [a for a in screen.findChildren(QAction) if not isinstance(a.parent(), QMenu)]
    keys = [each.shortcut().toString() for each in actions]
    return found | {key[-1].lower() for key in keys if re.fullmatch(r"Alt\+\w", key)}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_no_screen_takes_a_letter_of_the_menu_bar(
    window: MainWindow, session: Session, khan: Made, screen: type[Screen]
) -> None:
    session.open(min(screen.answers), khan.id)
    shown = window.current_screen()
    assert type(shown) is screen
    (bar,) = window.menus.findChildren(QMenuBar)
    menus = {letter for each in bar.actions() for letter in letters_of(each.text())}
    assert menus >= set("fevrth")
    assert alt_keys(shown) & menus == set()
