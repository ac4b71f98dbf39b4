"""The agenda in large letters, each item on as many lines as it needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QResizeEvent

from liaison.model.agenda import AgendaItem
from ui.canvas import CENTRE, RIGHT, Canvas
from ui.delegates.entries import wrapped
from ui.delegates.rows import RowList
from ui.theme import LARGE_TEXT, NEW_LOOK, Step, line_height, px, scale, width_of

_SIDE = 18
_CIRCLE = 38


def item_step() -> Step:
    """Large, but not larger still where all text is large already."""
    return Step.CARD if scale() > LARGE_TEXT else Step.TITLE


@dataclass(frozen=True)
class RoomRow:
    """An item of the agenda in large letters, on as many lines as it needs."""

    id: str
    number: int
    item: str
    minutes: str
    room: int
    """The width of the list, in pixels."""

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.item, self.minutes)))

    def high(self) -> int:
        words = len(self._lines()) * line_height(item_step())
        return max(words, px(_CIRCLE)) + px(20)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        size, line = px(_CIRCLE), line_height(item_step())
        middle = rect.center().y()
        at = QRectF(rect.left() + _SIDE, middle - size / 2, size, size)
        canvas.use(fill="accent" if chosen else "accent_tint")
        canvas.painter.drawEllipse(at)
        tone = "on_accent" if chosen else "accent"
        canvas.words(at, str(self.number), Step.H2, tone, CENTRE)
        lines = self._lines()
        top = middle - len(lines) * line / 2
        for words in lines:
            place = QRectF(at.right() + 14, top, rect.width(), line)
            canvas.words(place, words, item_step())
            top += line
        if self.minutes:
            canvas.words(rect.adjusted(0, 0, -_SIDE, 0), self.minutes, tone="muted", align=RIGHT)

    def _lines(self) -> list[str]:
        taken = 2 * _SIDE + px(_CIRCLE) + 14 + width_of(self.minutes) + 14
        return wrapped(self.item, max(px(90), self.room - taken), item_step()) or [""]


class RoomAgenda(RowList):
    """The agenda, wrapped anew when its width changes."""

    def __init__(self, name: str) -> None:
        self._items: Sequence[AgendaItem] = ()
        self._words = ""
        super().__init__(name)

    def show_items(self, items: Sequence[AgendaItem], minutes: str) -> None:
        """``minutes`` are the words for how long one takes."""
        self._items, self._words = items, minutes
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._lay()

    def _lay(self) -> None:
        wide = self.viewport().width()
        rows = [
            RoomRow(
                each.id,
                number,
                each.what,
                self._words.format(each.minutes) if each.minutes else "",
                wide,
            )
            for number, each in enumerate(self._items, 1)
        ]
        self.show_rows(rows)
        if not self.current_id():
            self.choose_first()
