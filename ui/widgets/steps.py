"""The steps of a wizard as named circles: done ticked, current filled, the rest ringed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.canvas import CENTRE, Canvas
from ui.signs import paint_shape
from ui.theme import NEW_LOOK, Step, line_height, px, width_of


class Steps(QWidget):
    """Shows which step of how many this is."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._dress()
        self.set_current(0)

    def current(self) -> int:
        return self._current

    def set_current(self, step: int) -> None:
        """Counted from 0."""
        self._current = step
        words = self.tr("Step {0} of {1}: {2}")
        self.setAccessibleName(words.format(step + 1, len(self._names), self._names[step]))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self._dress()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        canvas.mirror(QRectF(self.rect()))
        for number in range(len(self._names)):
            self._paint_step(canvas, number)
        painter.end()

    def _paint_step(self, canvas: Canvas, number: int) -> None:
        wide = self.width() / len(self._names)
        size = px(22)
        middle = QPointF(wide * (number + 0.5), size / 2 + 2)
        done, current = number < self._current, number == self._current
        tone = "accent" if done or current else "control"
        if number:
            canvas.use(edge=tone, width=2)
            left = QPointF(middle.x() - wide + size / 2 + 6, middle.y())
            canvas.painter.drawLine(left, QPointF(middle.x() - size / 2 - 6, middle.y()))
        circle = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
        ground = "accent" if current else "accent_tint" if done else "surface"
        canvas.use(fill=ground, edge=tone, width=2)
        canvas.painter.drawEllipse(circle)
        if done:
            inner = QRectF(middle.x() - px(6), middle.y() - px(6), px(12), px(12))
            paint_shape(canvas, "tick", "accent", inner)
        else:
            digit = "on_accent" if current else "muted"
            canvas.words(circle, str(number + 1), Step.HEADING, digit, CENTRE)
        if current or self._has_room_for_names():
            self._paint_name(canvas, number, circle.bottom() + 4)

    def _has_room_for_names(self) -> bool:
        widest = max(width_of(name, Step.HEADING) for name in self._names)
        return widest + 8 <= self.width() / len(self._names)

    def _paint_name(self, canvas: Canvas, number: int, top: float) -> None:
        """Below its circle; a long one on its own may reach further, but not out of the widget."""
        current = number == self._current
        step, tone = (Step.HEADING, "text") if current else (Step.CAPTION, "muted")
        name = self._names[number]
        wide = min(self.width(), width_of(name, step) + 4)
        left = self.width() * (number + 0.5) / len(self._names) - wide / 2
        left = max(0, min(left, self.width() - wide))
        room = QRectF(left, top, wide, line_height(step) + 2)
        canvas.words(room, name, step, tone, CENTRE)

    def _dress(self) -> None:
        self.setFixedHeight(px(22) + line_height(Step.CAPTION) + 12)
