"""A quiet notice over the page: a word about the record, with a button and one for help."""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from ui.canvas import Canvas
from ui.layouts import row
from ui.theme import LARGE_TEXT, NEW_LOOK, scale
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import Picture, Words


class Notice(QFrame):
    """A sentence on the ground of information. It is hidden until it has something to say."""

    pressed = Signal()
    help_pressed = Signal()

    def __init__(self, button: str = "", *, helping: str = "") -> None:
        """``helping`` are the words of a second, quiet button that leads to the help."""
        super().__init__()
        self._words = Words("", wrap=True)
        self._button = KeyedButton(button)
        self._button.clicked.connect(self.pressed)
        sign = Picture("info-circle", "accent", 22)
        self._help = KeyedButton(helping, Kind.QUIET, icon_name="help")
        self._help.clicked.connect(self.help_pressed)
        self._help.setHidden(not helping)
        buttons = (self._help, self._button)
        self._parts = row(row(sign, (self._words, 1), spacing=12), row(None, *buttons, spacing=12))
        self._parts.setStretch(0, 1)
        self._parts.setSpacing(12)
        self._parts.setContentsMargins(14, 6, 10, 6)
        self.setLayout(self._parts)
        self._dress()
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _dress(self) -> None:
        """With large text the buttons stand below the words."""
        large, way = scale() > LARGE_TEXT, QBoxLayout.Direction
        self._parts.setDirection(way.TopToBottom if large else way.LeftToRight)
        self._parts.setSpacing(2 if large else 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QRectF(self.rect())
        Canvas(painter, self.palette()).panel(ground, fill="accent_tint", edge="accent", radius=8)
        painter.end()
