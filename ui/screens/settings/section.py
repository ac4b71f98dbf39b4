"""What every part of the settings is."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.widgets.alt_keys import MENUS, give_letters


class Section(QWidget):
    """One part of the settings. ``tables`` are those it shows."""

    title: ClassVar[str]
    icon: ClassVar[str]
    own_help: ClassVar[bool] = False
    """Whether it has a page of help of its own, under its title."""
    of_files: ClassVar[bool] = False
    """Whether it tells of the record's files: then it is filled whenever it is shown."""
    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def showEvent(self, event: QShowEvent) -> None:
        """What is told of the record's files may be another by now, though no table changed."""
        super().showEvent(event)
        give_letters(self, never=MENUS)
        if self.of_files:
            self.reload()

    def reload(self) -> None:
        """Fill it from the store."""

    def leave(self) -> None:
        """Another page comes, or the record is locked: keep what was typed."""

    def show_row(self, row: str) -> None:
        """Show the form of this row of its list."""

    def save_by_key(self, save: Callable[[], None]) -> None:
        """Ctrl+Enter saves, wherever in this part the keys are."""
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(save)
