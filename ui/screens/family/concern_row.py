"""A worry about a move, or a meeting, as a row: what, a chip, what belongs to it, and words."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.canvas import Canvas
from ui.signs import Tone, chip_size, paint_chip
from ui.theme import Step, line_height, px

_SIDE = 14
_ICON = 18


@dataclass(frozen=True)
class ConcernRow:
    """Title, then a chip with the state beside it, then what was said."""

    id: str
    title: str
    level: str
    tone: Tone
    state: str
    words: str = ""
    icon: str = "route"

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.title, self.level, self.state, self.words)))

    def high(self) -> int:
        words = line_height(Step.CAPTION) + 2 if self.words else 0
        return 6 + line_height() + 4 + self._chip() + 3 + words + 6

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        room = rect.adjusted(_SIDE, 6, -_SIDE, 0)
        canvas.icon(self.icon, "muted", QPointF(room.left(), room.top()), px(_ICON))
        left, line = room.left() + px(_ICON) + 10, line_height()
        wide = room.right() - left
        canvas.words(QRectF(left, room.top(), wide, line), self.title, Step.NAME)
        top = room.top() + line + 4
        middle = top + self._chip() / 2
        used = paint_chip(canvas, QPointF(left, middle), self.level, self.tone) + 8
        beside = QRectF(left + used, top, wide - used, self._chip())
        canvas.words(beside, self.state, Step.CAPTION, "muted")
        below = QRectF(left, top + self._chip() + 3, wide, line_height(Step.CAPTION))
        canvas.words(below, self.words, Step.CAPTION, "muted")

    def _chip(self) -> int:
        return chip_size(self.level, self.tone).height()
