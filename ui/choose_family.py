"""Choosing a family by a few letters of any name in it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from liaison.casework.families import family_list
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.layouts import column
from ui.session import Session
from ui.theme import px
from ui.widgets.fields import SearchEdit

TYPING_MS = 120
MOST = 30


class ChooseFamily(QWidget):
    """A box and the families that fit. ``chosen`` follows Enter or a double click.

    ``without`` is a family that is not offered.
    """

    chosen = Signal(str)
    moved = Signal(str)

    def __init__(self, session: Session, *, without: str = "") -> None:
        super().__init__()
        self._session = session
        self._without = without
        self.search = SearchEdit(self.tr("Find a family"))
        self.list = RowList(self.tr("Families"))
        self.list.setMinimumHeight(px(150))
        self.list.opened.connect(self.chosen)
        self.list.moved.connect(self.moved)
        self.search.down.connect(self._into_list)
        self.search.returnPressed.connect(self._choose_first)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.refill)
        self.search.textChanged.connect(self._typing.start)
        self.setLayout(column(self.search, (self.list, 1), spacing=6))
        self.setFocusProxy(self.search)
        self.refill()

    def current(self) -> str:
        """The family that is chosen in the list, or empty."""
        return self.list.current_id()

    def refill(self) -> None:
        """Show the families that fit what is typed."""
        self._typing.stop()
        store, today = self._session.store, self._session.today()
        found = family_list(store, today, self.search.text())
        rows = [
            EntryRow(
                each.id,
                "users",
                each.name,
                ", ".join(" ".join((child.name, child.year)).strip() for child in each.children),
            )
            for each in found
            if each.id != self._without
        ]
        self.list.show_rows(rows[:MOST])

    def _into_list(self) -> None:
        if not self.list.current_id():
            self.list.choose_first()
        self.list.setFocus()

    def _choose_first(self) -> None:
        self.refill()
        self.list.choose_first()
        if self.current():
            self.chosen.emit(self.current())
