"""The keys that copy out of a field: the words are marked when they come onto the clipboard.

Qt's own copying is marked only after it, and a clipboard history may have been quicker.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from shiboken6 import isValid

from ui.focus import follow_focus

COPY, CUT = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut
FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class CopyKeys(QObject):
    """Takes them from the field that has the focus, and from no other widget."""

    def __init__(self, copy: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._copy = copy
        self._field: QLineEdit | QTextEdit | QPlainTextEdit | None = None
        follow_focus(self._follow)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return isinstance(watched, FIELDS) and self._taken(watched, event)
        return False

    def _follow(self) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        new = QApplication.focusWidget()
        self._field = new if isinstance(new, FIELDS) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    def _taken(self, field: QLineEdit | QTextEdit | QPlainTextEdit, event: QKeyEvent) -> bool:
        cuts = event.matches(CUT) and not field.isReadOnly()
        words = _chosen(field) if cuts or event.matches(COPY) else ""
        if not words:
            return False
        self._copy(words)
        if cuts and isinstance(field, QLineEdit):
            field.del_()
        elif cuts and not isinstance(field, QLineEdit):
            field.textCursor().removeSelectedText()
        return True


def _chosen(field: QLineEdit | QTextEdit | QPlainTextEdit) -> str:
    """What is selected; nothing where the words are not shown either."""
    if isinstance(field, QLineEdit):
        return field.selectedText() if field.echoMode() == QLineEdit.EchoMode.Normal else ""
    return field.textCursor().selection().toPlainText()
