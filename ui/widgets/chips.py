"""A chip: a word with its shape and colour. It cannot be pressed."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.canvas import Canvas
from ui.signs import Tone, chip_size, paint_chip


class Chip(QWidget):
    """Says one thing about what stands beside it."""

    def __init__(self, text: str, tone: Tone = Tone.LATER) -> None:
        super().__init__()
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._text

    def set_chip(self, text: str, tone: Tone) -> None:
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self._tone)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        paint_chip(canvas, QPointF(0, self.height() / 2), self._text, self._tone)
        painter.end()
