"""A box to type in and the rows that fit below it; one of them is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.delegates.rows import PaintedRow, RowList
from ui.layouts import column
from ui.theme import px
from ui.widgets.fields import SearchEdit
from ui.widgets.labels import Words
from ui.widgets.toast import announce

TYPING_MS = 120
MOST = 30


class Choose(QWidget):
    """``chosen`` follows Enter or a double click, ``moved`` every change of the current row."""

    chosen = Signal(str)
    moved = Signal(str)

    def __init__(self, asking: str, name: str) -> None:
        """``asking`` stands in the empty box, ``name`` is the list's for a screen reader."""
        super().__init__()
        self.setAccessibleName(name)
        self.search = SearchEdit(asking)
        self.list = RowList(name)
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
        self.none = Words("", tone="muted", wrap=True)
        self.none.hide()
        self.setLayout(column(self.search, self.none, (self.list, 1), spacing=6))
        self.setFocusProxy(self.search)

    def fitting(self, text: str) -> Sequence[PaintedRow]:
        """The rows that fit what is typed."""
        return ()

    def nothing(self, text: str) -> str:
        """What is said where no row fits what is typed."""
        return self.tr("Nothing fits “{0}”.").format(text) if text else self.tr("Nothing is here.")

    def current(self) -> str:
        """What is chosen in the list, or empty."""
        return self.list.current_id()

    def refill(self) -> None:
        """Show what fits what is typed."""
        self._typing.stop()
        before = self.current()
        rows = self.fitting(self.search.text())[:MOST]
        self.list.show_rows(rows)
        self._say_nothing("" if rows else self.nothing(self.search.text().strip()))
        if self.current() != before:
            self.moved.emit(self.current())

    def _say_nothing(self, words: str) -> None:
        if words and words != self.none.text():
            announce(self, words)
        self.none.setText(words)
        self.none.setHidden(not words)

    def _into_list(self) -> None:
        if not self.current():
            self.list.choose_first()
        self.list.setFocus()

    def _choose_first(self) -> None:
        self.refill()
        self.list.choose_first()
        if self.current():
            self.chosen.emit(self.current())
