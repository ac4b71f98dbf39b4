"""A quiet notice over the page: a word about the record itself, with at most one button."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from ui.canvas import Canvas
from ui.layouts import row
from ui.widgets.buttons import KeyedButton
from ui.widgets.labels import Picture, Words


class Notice(QFrame):
    """A sentence on the ground of information. It is hidden until it has something to say."""

    pressed = Signal()

    def __init__(self, button: str = "") -> None:
        super().__init__()
        self._words = Words("", wrap=True)
        self._button = KeyedButton(button)
        self._button.clicked.connect(self.pressed)
        sign = Picture("info-circle", "accent", 22)
        parts = row(sign, (self._words, 1), self._button, margins=(14, 6, 10, 6), spacing=12)
        self.setLayout(parts)
        self.hide()

    def set_button(self, words: str) -> None:
        self._button.setText(words)

    def words(self) -> str:
        """What it says now; empty when it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str, *, with_button: bool = False) -> None:
        """Show a sentence; an empty one hides the notice."""
        self._words.setText(sentence)
        self._button.setVisible(with_button)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QRectF(self.rect())
        Canvas(painter, self.palette()).panel(ground, fill="accent_tint", edge="accent", radius=8)
        painter.end()
