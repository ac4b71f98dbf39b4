"""F6 on the bench: from the choices to the pages, and back."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

CHOICES, SHEET = range(2)


class PaneKeys(QObject):
    """Where there is room for one side alone, ``tabs`` says which is shown."""

    def __init__(self, bench: QWidget, tabs: QTabBar, choices: QWidget, sheet: QWidget) -> None:
        super().__init__(bench)
        self._tabs, self._choices, self._sheet = tabs, choices, sheet
        for key in ("F6", "Shift+F6"):
            shortcut = QShortcut(QKeySequence(key), bench)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.change_sides)

    def change_sides(self) -> None:
        """To the first stop of the Tab key on the other side."""
        focus = QApplication.focusWidget()
        here = focus is not None and self._sheet.isAncestorOf(focus)
        self._tabs.setCurrentIndex(CHOICES if here else SHEET)
        wanted = first_stop(self._choices if here else self._sheet)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)


def first_stop(pane: QWidget) -> QWidget | None:
    """The first widget within it that the Tab key would come to."""
    now: QWidget | None = pane.nextInFocusChain()
    while now is not None and now is not pane:
        takes = bool(now.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and pane.isAncestorOf(now) and now.isEnabled() and now.isVisible():
            return now
        now = now.nextInFocusChain()
    return None
