"""Grounds to put things on: cards, section headings, rules and pinned footers."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from ui.canvas import Canvas
from ui.layouts import row
from ui.theme import NEW_LOOK, Step, height, is_narrow
from ui.widgets.labels import Words


class Card(QFrame):
    """A white ground with a thin border around a layout."""

    def __init__(self, layout: QLayout | None = None, *, radius: int = 10) -> None:
        super().__init__()
        self._radius = radius
        if layout is not None:
            self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        canvas.panel(QRectF(self.rect()), fill="surface", edge="border", radius=self._radius)
        painter.end()


class Rule(QFrame):
    """A line between two parts, one pixel high."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        Canvas(painter, self.palette()).rule(0, self.width(), 0)
        painter.end()


class Footer(QFrame):
    """The pinned last row of an overlay or a wizard, where Save and Cancel stand."""

    def __init__(self, layout: QLayout, *, radius: int = 9) -> None:
        super().__init__()
        self._radius = radius
        self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        ground = QRectF(self.rect())
        canvas.panel(ground, fill="raised", radius=self._radius)
        painter.fillRect(ground.adjusted(0, 0, 0, -self._radius), canvas.colour("raised"))
        canvas.rule(0, self.width(), 0)
        painter.end()


class SectionHeading(QWidget):
    """The heading of a card, its count, and at most one or two quiet buttons at the right.

    Every heading has the same height, so neighbouring cards start on one line.
    """

    def __init__(self, title: str, count: int | None = None, *at_right: QWidget) -> None:
        super().__init__()
        self.title = Words(title, Step.CARD)
        self.count = Words("", Step.CARD, "muted")
        self.setLayout(
            row(self.title, self.count, None, *at_right, margins=(14, 3, 8, 0), spacing=8)
        )
        self.set_count(count)
        self._dress()

    def set_count(self, count: int | None) -> None:
        self.count.setText("" if count is None else str(count))
        self.count.setVisible(count is not None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        self.setFixedHeight(height(37 if is_narrow(self) else 41, Step.CARD))
