"""A short list that stands over the form while a box is typed in. The focus stays in the box."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.canvas import Canvas
from ui.delegates.rows import PaintedRow, RowList
from ui.layouts import column

MOST_HIGH = 264


class Hits(QFrame):
    """Below its box: the best hit is highlighted, arrows move, Enter or Tab picks, Esc hides.

    ``picked`` gives the row's id. Keys of the box that are not about the list go through.
    """

    picked = Signal(str)

    def __init__(self, name: str, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        self._name = name
        box.installEventFilter(self)
        self.hide()

    @cached_property
    def list(self) -> RowList:
        """The list itself, made when there is something to show: a form has several."""
        made = RowList(self._name)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(self._clicked)
        self.setLayout(column(made, margins=(2, 4, 2, 4)))
        return made

    def show_rows(self, rows: Sequence[PaintedRow], host: QWidget, at: QPoint, width: int) -> None:
        """Show the rows with the first one highlighted; none hides the list."""
        if not rows:
            self.hide()
            return
        self.list.show_rows(rows)
        self.list.choose(rows[0].id)
        self.setParent(host)
        wanted = sum(row.high() for row in rows) + 10
        room = max(80, host.height() - at.y() - 8)
        self.setGeometry(at.x(), at.y(), width, min(wanted, MOST_HIGH, room))
        self.show()
        self.raise_()

    def pick(self) -> bool:
        """Take the highlighted row, if the list is shown."""
        if self.isHidden() or not self.list.current_id():
            return False
        chosen = self.list.current_id()
        self.hide()
        self.picked.emit(chosen)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if self.isHidden() or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        canvas.panel(QRectF(self.rect()), fill="surface", edge="control", radius=8)
        painter.end()

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    return False
                return self.pick()
            case Qt.Key.Key_Tab:
                self.pick()
                return False
            case _:
                return False
        return True

    def _move(self, by: int) -> None:
        rows = self.list.rows()
        at = next((n for n, row in enumerate(rows) if row.id == self.list.current_id()), 0)
        self.list.choose(rows[(at + by) % len(rows)].id)

    def _clicked(self) -> None:
        self.pick()
