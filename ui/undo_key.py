"""Ctrl+Z where there is nothing typed to take back: it takes back the last save, as elsewhere."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from ui.focus import follow_focus
from ui.widgets.overlay import Panel

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class UndoKey(QObject):
    """Follows the focus from box to box. In a panel the keys belong to what is typed there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._box: QLineEdit | QPlainTextEdit | None = None
        follow_focus(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._leave_to_window(event)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        new = QApplication.focusWidget()
        if self._box is not None and isValid(self._box):
            self._box.removeEventFilter(self)
        self._box = new if isinstance(new, QLineEdit | QPlainTextEdit) else None
        if self._box is not None and _in_panel(self._box):
            self._box = None
        if self._box is not None:
            self._box.installEventFilter(self)

    def _leave_to_window(self, event: QKeyEvent) -> bool:
        """Whether the box has no use for this key, and so must not keep it from the menu."""
        box = self._box
        if box is None:
            return False
        text = box.document() if isinstance(box, QPlainTextEdit) else box
        idle = (event.matches(UNDO) and not text.isUndoAvailable()) or (
            event.matches(REDO) and not text.isRedoAvailable()
        )
        if idle:
            event.ignore()
        return idle


def _in_panel(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Panel):
        above = above.parentWidget()
    return above is not None
