"""The rows of Today: promises with their chips on one line, folds, and families to think of."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from ui.canvas import RIGHT, Canvas
from ui.signs import Tone, chip_size, paint_chip
from ui.theme import Step, height, px, width_of

_SIDE = 14
_ICON = 18
_GAP = 12


@dataclass(frozen=True)
class DueRow:
    """Something owed: a box to tick, the words, the family, and when it is due.

    Names and chips each begin on one line, so that lateness reads as a column; a longer one
    begins further left, and only the words of the promise are shortened.
    """

    id: str
    words: str
    about: str
    when: str
    tone: Tone
    restricted: bool = False

    @property
    def spoken(self) -> str:
        sign = _said("Restriction") if self.restricted else ""
        return ", ".join(filter(None, (self.words, self.about, self.when, sign)))

    def high(self) -> int:
        return height(36, padding=16)

    def tick_box(self, rect: QRectF) -> QRectF:
        size = px(_ICON)
        top = int(rect.center().y() - size / 2)
        return QRectF(int(rect.left() + _SIDE), top, size, size)

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        box = self.tick_box(rect)
        canvas.tick_box(box, on=False)
        right = rect.right() - _SIDE
        usual = chip_size(_said("Before 3 pm"), Tone.TODAY).width()
        right -= max(usual, chip_size(self.when, self.tone).width())
        paint_chip(canvas, QPointF(right, rect.center().y()), self.when, self.tone)
        name = max(px(96), width_of(self.about) + 4)
        right = max(right - _GAP - name, box.right() + px(60))
        room = QRectF(right, rect.top(), rect.right() - right, rect.height())
        canvas.words(room, self.about, tone="muted")
        left = box.right() + _GAP
        if self.restricted:
            corner = QPointF(left, rect.center().y() - px(_ICON) / 2)
            canvas.icon("hand-stop", "danger", corner, px(_ICON))
            left += px(_ICON) + 6
        canvas.words(QRectF(left, rect.top(), right - left - 10, rect.height()), self.words)


@dataclass(frozen=True)
class FoldRow:
    """The heading of a part that opens and closes."""

    id: str
    title: str
    count: str
    opened: bool

    @property
    def spoken(self) -> str:
        state = _said("open") if self.opened else _said("closed")
        return f"{self.title}, {self.count}, {state}"

    def high(self) -> int:
        return height(38, padding=18)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if not chosen:
            canvas.rule(room.left(), room.right(), rect.top())
        sign = "chevron-down" if self.opened else "chevron-right"
        corner = QPointF(room.left() - 1, rect.center().y() - px(_ICON) / 2)
        canvas.icon(sign, "muted", corner, px(_ICON), stroke=2)
        room.setLeft(room.left() + px(_ICON) + 10)
        wide = canvas.words(room, self.title, Step.NAME)
        canvas.words(room.adjusted(wide + 8, 0, 0, 0), self.count, tone="muted")


@dataclass(frozen=True)
class MoreRow:
    """The rest of a long part: "6 more", opened by Enter or a double click."""

    id: str
    words: str

    @property
    def spoken(self) -> str:
        return self.words

    def high(self) -> int:
        return height(32, padding=12)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        left = _SIDE + px(_ICON) + _GAP
        canvas.words(rect.adjusted(left, 0, -_SIDE, 0), self.words, Step.NAME, "accent")


@dataclass(frozen=True)
class TallyRow:
    """Families to think of: what for, how many, and that it opens; without an id there are none."""

    id: str
    icon: str
    icon_tone: str
    title: str
    count: str
    opened: bool

    @property
    def spoken(self) -> str:
        state = _said("open") if self.opened else _said("closed")
        return ", ".join((self.title, self.count, *((state,) if self.id else ())))

    def high(self) -> int:
        return height(36, padding=14)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        top = rect.center().y() - px(_ICON) / 2
        canvas.icon(self.icon, self.icon_tone, QPointF(room.left(), top), px(_ICON))
        if self.id:
            sign = "chevron-down" if self.opened else "chevron-right"
            end = QPointF(room.right() - px(16), rect.center().y() - px(16) / 2)
            canvas.icon(sign, "muted", end, px(16), stroke=2)
        room.adjust(px(_ICON) + 10, 0, -px(16) - 8, 0)
        wide = width_of(self.count, Step.STRONG)
        canvas.words(room, self.count, Step.STRONG, align=RIGHT)
        canvas.words(room.adjusted(0, 0, -wide - 10, 0), self.title)


@dataclass(frozen=True)
class FamilyRow:
    """A family in a short list, and at the right since when."""

    id: str
    name: str
    since: str = ""

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.name, self.since)))

    def high(self) -> int:
        return height(32, padding=12)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        room = rect.adjusted(_SIDE + px(_ICON) + 10, 0, -_SIDE, 0)
        wide = width_of(self.since, Step.CAPTION)
        canvas.words(room, self.since, Step.CAPTION, "muted", RIGHT)
        canvas.words(room.adjusted(0, 0, -wide - 10, 0), self.name, Step.NAME)


def _said(words: str) -> str:
    return QCoreApplication.translate("TodayRows", words)
