"""Ctrl+H on a list that has no form of its own: what happened to the row that is current."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.session import Session

KEY = "Ctrl+H"


class HistoryKey(QObject):
    """``reference`` gives table/id of the current row, or "" where it is no entry.

    ``context`` is where the key is heard: on the list itself, or on all that lies in a form.
    """

    def __init__(
        self,
        rows: QWidget,
        session: Session,
        reference: Callable[[], str],
        context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetShortcut,
    ) -> None:
        super().__init__(rows)
        self._session = session
        self._reference = reference
        shortcut = QShortcut(QKeySequence(KEY), rows)
        shortcut.setContext(context)
        shortcut.activated.connect(self.show)

    def show(self) -> None:
        """The history of the row, or of the whole family where the row is one."""
        table, _, id = self._reference().partition("/")
        if table == "family" and id:
            self._session.open("family-history", id)
        elif id:
            self._session.open("history", f"{table}/{id}")
