"""The timeline: every dated thing of a family, under headings by month."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF

from ui.canvas import RIGHT, Canvas
from ui.signs import Tone, chip_size, paint_chip
from ui.theme import Step, height, line_height, px, width_of

_SIDE = 12
_GUTTER = 38
_DISC = 28
_ICON = 17


@dataclass(frozen=True)
class MonthRow:
    """The heading "November 2026" with its rule."""

    title: str
    id: str = ""

    @property
    def spoken(self) -> str:
        return self.title

    def high(self) -> int:
        return height(30, Step.HEADING, 14)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        room = rect.adjusted(_SIDE, 4, -_SIDE, 0)
        wide = canvas.words(room, self.title, Step.HEADING, "muted")
        canvas.rule(room.left() + wide + 10, room.right(), rect.center().y() + 3)


@dataclass(frozen=True)
class TimelineRow:
    """One dated thing: channel icon in a disc of its tone, who, and the first line of the note.

    ``sign`` is the word on the chip ("Worry"); empty leaves the chip away.
    """

    id: str
    day: date
    icon: str
    title: str
    line: str
    tone: Tone = Tone.EVERYDAY
    sign: str = ""

    @property
    def spoken(self) -> str:
        said = f"{self.day:%A} {self.day.day} {self.day:%B %Y}. {self.title}."
        line = "" if self.line == self.sign else self.line
        return " ".join(filter(None, (said, self.sign and f"{self.sign}.", line)))

    def high(self) -> int:
        return height(54, padding=line_height() + 18)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        self._paint_day(canvas, room)
        left = self._paint_disc(canvas, room, chosen=chosen)
        line, top = line_height(), room.top() + 6
        right = room.right()
        if self.sign:
            wide = chip_size(self.sign, self.tone).width()
            paint_chip(canvas, QPointF(right - wide, top + 2 + line / 2), self.sign, self.tone)
            right -= wide + 10
        canvas.words(QRectF(left, top, right - left, line + 4), self.title, Step.STRONG)
        below = QRectF(left, top + line + 3, room.right() - left, line + 4)
        canvas.words(below, self.line)

    def _paint_day(self, canvas: Canvas, room: QRectF) -> None:
        wide, top, numeral = px(_GUTTER), room.top() + 7, line_height(Step.CARD)
        day = QRectF(room.left(), top, wide, numeral)
        canvas.words(day, str(self.day.day), Step.CARD, align=RIGHT)
        weekday = QRectF(room.left(), top + numeral, wide, line_height(Step.CAPTION))
        canvas.words(weekday, f"{self.day:%a}", Step.CAPTION, "muted", RIGHT)

    def _paint_disc(self, canvas: Canvas, room: QRectF, *, chosen: bool) -> float:
        """The thread and the disc on it; gives back where the words begin."""
        half = px(_DISC) / 2
        middle = QPointF(room.left() + px(_GUTTER) + 14 + half, room.top() + 9 + half)
        thread = QRectF(round(middle.x()) - 1, room.top(), 2, room.height())
        canvas.painter.fillRect(thread, canvas.colour("border"))
        canvas.use(fill=self.tone.value.ground, edge="selection" if chosen else "surface", width=3)
        canvas.painter.drawEllipse(middle, half + 1, half + 1)
        size = px(_ICON)
        corner = QPointF(middle.x() - size / 2, middle.y() - size / 2)
        canvas.icon(self.icon, self.tone.value.shape_colour, corner, size)
        return middle.x() + half + 12


def day_words(day: date) -> str:
    """A day in a list: "Fri 20 Nov"."""
    return f"{day:%a} {day.day} {day:%b}"


def widest_day() -> int:
    """Room for any day in a list, in body type."""
    return width_of("Wed 28 Nov")
