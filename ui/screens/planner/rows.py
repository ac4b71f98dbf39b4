"""The rows of the planner: who comes, the agenda, what is to be ready, and what each will do."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from ui.canvas import CENTRE, RIGHT, Canvas
from ui.signs import Tone, chip_size, paint_chip
from ui.theme import Step, height, line_height, px, width_of

_SIDE = 14
_BOX = 18
_CIRCLE = 24


@dataclass(frozen=True)
class TickRow:
    """A box to tick, words, a muted line below or beside them, and a chip."""

    id: str
    words: str
    line: str = ""
    ticked: bool = False
    chip: str = ""
    tone: Tone = Tone.LATER
    restricted: bool = False

    @property
    def spoken(self) -> str:
        state = _said("ticked") if self.ticked else _said("not ticked")
        hand = _said("Restriction") if self.restricted else ""
        return ", ".join(filter(None, (self.words, hand, self.line, self.chip, state)))

    def high(self) -> int:
        if not self.line:
            return height(36, padding=16)
        return height(44, padding=line_height(Step.CAPTION) + 12)

    def tick_box(self, rect: QRectF) -> QRectF:
        size = px(_BOX)
        return QRectF(int(rect.left() + _SIDE), int(rect.center().y() - size / 2), size, size)

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        box = self.tick_box(rect)
        canvas.tick_box(box, on=self.ticked)
        left, right = box.right() + 12, rect.right() - _SIDE
        if self.chip:
            wide = chip_size(self.chip, self.tone).width()
            paint_chip(canvas, QPointF(right - wide, rect.center().y()), self.chip, self.tone)
            right -= wide + 8
        if self.restricted:
            corner = QPointF(left, rect.center().y() - px(_BOX) / 2)
            canvas.icon("hand-stop", "danger", corner, px(_BOX))
            left += px(_BOX) + 6
        line, small = line_height(), line_height(Step.CAPTION)
        if not self.line:
            canvas.words(QRectF(left, rect.top(), right - left, rect.height()), self.words)
            return
        top = rect.center().y() - (line + small + 1) / 2
        canvas.words(QRectF(left, top, right - left, line + 1), self.words)
        below = QRectF(left, top + line + 1, right - left, small + 1)
        canvas.words(below, self.line, Step.CAPTION, "muted")


@dataclass(frozen=True)
class AgendaRow:
    """An item with its number, a note of ours below it, and its minutes at the right."""

    id: str
    number: int
    words: str
    note: str = ""
    minutes: str = ""
    of: int = 0

    @property
    def spoken(self) -> str:
        place = _said("{0} of {1}").format(self.number, self.of)
        return ", ".join(filter(None, (self.words, self.minutes, self.note, place)))

    def high(self) -> int:
        return height(46, padding=line_height(Step.CAPTION) + 14)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        room = rect.adjusted(12, 0, -_SIDE, 0)
        middle, grip, circle = rect.center().y(), px(18), px(_CIRCLE)
        canvas.icon("grip-vertical", "muted", QPointF(room.left(), middle - grip / 2), grip)
        at = QRectF(room.left() + grip + 8, middle - circle / 2, circle, circle)
        canvas.use(fill="accent_tint")
        canvas.painter.drawEllipse(at)
        canvas.words(at, str(self.number), Step.STRONG, "accent", CENTRE)
        left, right = at.right() + 12, room.right()
        if self.minutes:
            canvas.words(room, self.minutes, tone="muted", align=RIGHT)
            right -= width_of(self.minutes) + 10
        line, small = line_height(), line_height(Step.CAPTION)
        if not self.note:
            beside = QRectF(left, rect.top(), right - left, rect.height())
            canvas.words(beside, self.words, Step.NAME)
            return
        top = middle - (line + small + 1) / 2
        canvas.words(QRectF(left, top, right - left, line + 1), self.words, Step.NAME)
        below = QRectF(left, top + line + 1, right - left, small + 1)
        canvas.words(below, self.note, Step.CAPTION, "muted")


def _said(words: str) -> str:
    return QCoreApplication.translate("PlannerRows", words)
