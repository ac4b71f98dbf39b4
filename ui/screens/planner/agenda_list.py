"""The agenda as a list that is put in order by Alt and the arrows, or by dragging a row."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from ui.canvas import Canvas
from ui.delegates.rows import RowList
from ui.widgets.toast import announce

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AgendaList(RowList):
    """``put`` gives an item's id and the place it goes to, counted from 0."""

    put = Signal(str, int)

    def __init__(self, name: str) -> None:
        super().__init__(name, fit=True)
        self._pressed = QPoint()
        self._dragged = ""
        self._gap = -1

    def ids(self) -> list[str]:
        """Of the items, in their order."""
        return [row.id for row in self.rows()]

    def say_place(self) -> None:
        """The current item and where it stands now, for a screen reader."""
        for row in self.rows():
            if row.id and row.id == self.current_id():
                announce(self, row.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(step)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()
        self._dragged = ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row stays where it is; a line shows where it would go."""
        at = event.position().toPoint()
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and (self._dragged or far):
            self._dragged = self._dragged or self._id_at(self._pressed)
            self._gap = self._gap_at(at)
            self.viewport().update()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        dragged, gap, ids = self._dragged, self._gap, self.ids()
        self._dragged, self._gap = "", -1
        self.viewport().update()
        if dragged in ids and gap >= 0:
            place = gap - (gap > ids.index(dragged))
            if place != ids.index(dragged):
                self.put.emit(dragged, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap < 0 or not self._dragged:
            return
        painter = QPainter(self.viewport())
        top = self._top_of(self._gap)
        line = QRectF(8, max(0, top - 1.5), self.viewport().width() - 16, 3)
        Canvas(painter, self.palette()).panel(line, fill="accent", radius=1.5)
        painter.end()

    def _move(self, step: int) -> None:
        ids, id = self.ids(), self.current_id()
        if id not in ids:
            return
        to = ids.index(id) + step
        if 0 <= to < len(ids):
            self.put.emit(id, to)
        else:
            self.say_place()

    def _id_at(self, at: QPoint) -> str:
        index = self.indexAt(at)
        return self.rows()[index.row()].id if index.isValid() else ""

    def _gap_at(self, at: QPoint) -> int:
        """Before which row it would go: the nearest edge."""
        tops = [self._top_of(number) for number in range(len(self.rows()) + 1)]
        return min(range(len(tops)), key=lambda number: abs(tops[number] - at.y()))

    def _top_of(self, number: int) -> float:
        return float(sum(row.high() for row in self.rows()[:number]))
