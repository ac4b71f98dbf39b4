"""A list of Today: the arrow keys lead on into the next one, and it never loses its place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.delegates.rows import PaintedRow, RowList
from ui.screens.today.rows import DueRow
from ui.theme import NEW_LOOK

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class DayList(RowList):
    """``peeked`` follows Space, ``led_on`` an arrow key that leaves for the next list.

    When the current row goes, the one that takes its place is current.
    """

    peeked = Signal()
    led_on = Signal()

    def __init__(self, name: str, *, fit: bool = False) -> None:
        super().__init__(name, fit=fit)
        self.before: DayList | None = None
        self.after: DayList | None = None
        self._content = 0

    def content_height(self) -> int:
        """How high it is when every row is in sight."""
        return self._content

    def ids(self) -> list[str]:
        """Of the rows that can be chosen, top to bottom."""
        return [row.id for row in self.rows() if row.id]

    def show_rows(self, rows: Sequence[PaintedRow]) -> None:
        """Show these. When the current row is gone, the one that took its place is current."""
        here, ids = self.current_id(), self.ids()
        at, top = ids.index(here) if here in ids else -1, self.verticalScrollBar().value()
        super().show_rows(rows)
        self._measure()
        left = self.ids()
        if at >= 0 and left and here not in left:
            self.choose(self._in_place(left, at))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def choose_last(self) -> None:
        if self.ids():
            self.choose(self.ids()[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.peeked.emit()
            return
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if not (step and self._leads_on(step)):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._measure()

    def _measure(self) -> None:
        self._content = sum(row.high() for row in self.rows())

    def _in_place(self, left: list[str], at: int) -> str:
        """The nearest thing to do, looking down first: those can be ticked, headings cannot."""
        ticks = {row.id for row in self.rows() if isinstance(row, DueRow)}
        down = [id for id in left[at:] if id in ticks]
        up = [id for id in left[:at] if id in ticks]
        return next(iter(down + up[::-1]), left[min(at, len(left) - 1)])

    def _leads_on(self, step: int) -> bool:
        """Whether the key left this list at its end for the one beyond."""
        beyond = self.after if step > 0 else self.before
        ids = self.ids()
        at_end = not ids or self.current_id() == ids[-1 if step > 0 else 0]
        while beyond is not None and not (
            beyond.isVisible() and beyond.isEnabled() and beyond.ids()
        ):
            beyond = beyond.after if step > 0 else beyond.before
        if beyond is None or not at_end:
            return False
        self.led_on.emit()
        if step > 0:
            beyond.choose_first()
        else:
            beyond.choose_last()
        beyond.setFocus(Qt.FocusReason.TabFocusReason)
        return True
