"""Rows of the side cards: people, follow-ups, barriers and concerns."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication

from ui.canvas import RIGHT, Canvas
from ui.signs import Tone, chip_size, paint_chip
from ui.theme import Step, height, line_height, px, width_of

_SIDE = 14
_ICON = 18

Wraps = dict[str, list[tuple[str, str]]]
"""For each look of the type: the lines that words take up, each with the icon before it."""


@dataclass(frozen=True)
class FollowUpRow:
    """Something to do: a box to tick, the words, and at the right when ("4 days late").

    ``about`` is the family's name in lists of many families, else empty. ``room`` is the width
    of a slim list at the usual text size: words that do not fit beside the chip then stand above
    it, on as many lines as they need.
    """

    id: str
    words: str
    when: str
    tone: Tone = Tone.LATER
    about: str = ""
    done: bool = False
    room: int = 0
    wraps: Wraps = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def spoken(self) -> str:
        state = "Done" if self.done else "To do"
        return ", ".join(filter(None, (f"{state}: {self.words}", self.about, self.when)))

    def high(self) -> int:
        if not self._stands_above():
            return height(36, padding=16)
        lines = len(self._lines()) * line_height()
        return lines + chip_size(self.when, self.tone).height() + 19

    def tick_box(self, rect: QRectF) -> QRectF:
        size = px(_ICON)
        top = int(rect.center().y() - size / 2)
        if self._stands_above():
            top = int(rect.top() + 8 + (line_height() - size) / 2)
        return QRectF(int(rect.left() + _SIDE), top, size, size)

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        if self._stands_above():
            self._paint_above(canvas, rect)
            return
        box = self.tick_box(rect)
        canvas.tick_box(box, on=self.done)
        right = rect.right() - _SIDE
        if self.when and self.done:
            wide = width_of(self.when, Step.CAPTION)
            room = QRectF(right - wide, rect.top(), wide + 2, rect.height())
            canvas.words(room, self.when, Step.CAPTION, "muted")
            right -= wide + 8
        elif self.when:
            wide = chip_size(self.when, self.tone).width()
            paint_chip(canvas, QPointF(right - wide, rect.center().y()), self.when, self.tone)
            right -= wide + 8
        if self.about:
            wide = min(width_of(self.about), px(130))
            room = QRectF(right - wide, rect.top(), wide, rect.height())
            canvas.words(room, self.about, tone="muted", align=RIGHT)
            right -= wide + 10
        left = box.right() + 12
        tone = "muted" if self.done else "text"
        canvas.words(QRectF(left, rect.top(), right - left, rect.height()), self.words, tone=tone)

    def _paint_above(self, canvas: Canvas, rect: QRectF) -> None:
        box = self.tick_box(rect)
        canvas.tick_box(box, on=self.done)
        left, top, line = box.right() + 12, rect.top() + 8, line_height()
        for words in self._lines():
            canvas.words(QRectF(left, top, rect.right() - left, line), words)
            top += line
        high = chip_size(self.when, self.tone).height()
        paint_chip(canvas, QPointF(left, top + 3 + high / 2), self.when, self.tone)

    def _stands_above(self) -> bool:
        if not self.room or self.done or not self.when:
            return False
        beside = chip_size(self.when, self.tone).width() + 8
        return width_of(self.words) + beside > self._wide()

    def _wide(self) -> int:
        return px(self.room) - px(_ICON) - 12 - 2 * _SIDE

    def _lines(self) -> list[str]:
        look = QApplication.font().key()
        if look not in self.wraps:
            self.wraps[look] = [("", each) for each in wrapped(self.words, self._wide(), Step.BODY)]
        return [line for _, line in self.wraps[look]]


def wrapped(words: str, room: int, step: Step) -> list[str]:
    """The words on as many lines as they need; a word longer than the room stands alone."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, step) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@dataclass(frozen=True)
class EntryRow:
    """An icon, a title over a muted line, and a chip: a barrier, a concern, a strength.

    Without a chip, ``at_right`` stands there in muted words.
    """

    id: str
    icon: str
    title: str
    line: str = ""
    chip: str = ""
    tone: Tone = Tone.LATER
    at_right: str = ""
    icon_tone: str = "muted"

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.title, self.chip or self.at_right, self.line)))

    def high(self) -> int:
        if not self.line:
            return height(36, padding=16)
        return height(44, padding=line_height(Step.CAPTION) + 12)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        line, top = line_height(), rect.top() + (4 if self.line else 7)
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        canvas.icon(self.icon, self.icon_tone, QPointF(room.left(), top + 2), px(_ICON))
        left, right = room.left() + px(_ICON) + 10, room.right()
        if self.chip:
            wide = chip_size(self.chip, self.tone).width()
            paint_chip(canvas, QPointF(right - wide, top + 2 + line / 2), self.chip, self.tone)
            right -= wide + 8
        elif self.at_right:
            wide = width_of(self.at_right, Step.CAPTION)
            at = QRectF(right - wide, top, wide + 2, line + 2)
            canvas.words(at, self.at_right, Step.CAPTION, "muted")
            right -= wide + 8
        canvas.words(QRectF(left, top, right - left, line + 2), self.title, Step.NAME)
        below = QRectF(left, top + line + 1, room.right() - left, line_height(Step.CAPTION))
        canvas.words(below, self.line, Step.CAPTION, "muted")


@dataclass(frozen=True)
class PersonRow:
    """A person: name, relationship, and how to reach them, each line with its icon.

    ``restricted`` turns the name and the icon into the sign of a restriction. ``room`` is the
    width of a slim list at the usual text size: longer lines are then wrapped.
    """

    id: str
    icon: str
    name: str
    relation: str
    lines: tuple[tuple[str, str], ...] = ()
    restricted: bool = False
    first: bool = False
    room: int = 0
    wraps: Wraps = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def spoken(self) -> str:
        said = (f"{self.name}, {self.relation}", "Restriction" if self.restricted else "")
        return ". ".join(filter(None, (*said, *(words for _, words in self.lines))))

    def high(self) -> int:
        return line_height() + 14 + len(self._drawn()) * self._step() + 4

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if not self.first and not chosen:
            canvas.rule(room.left(), room.right(), rect.top())
        tone = "danger" if self.restricted else "text"
        line, top = line_height(), rect.top() + 8
        icon = "hand-stop" if self.restricted else self.icon
        icon_tone = "danger" if self.restricted else "muted"
        canvas.icon(icon, icon_tone, QPointF(room.left(), top), px(_ICON))
        left = room.left() + px(_ICON) + 8
        wide = min(width_of(self.relation, Step.CAPTION), int(room.width() * 0.4))
        at = QRectF(room.right() - wide, top, wide + 2, line)
        canvas.words(at, self.relation, Step.CAPTION, "muted")
        canvas.words(QRectF(left, top, at.left() - left - 8, line), self.name, Step.STRONG, tone)
        top += line + 3
        for name, words in self._drawn():
            if name:
                corner = QPointF(left, top + (self._step() - px(16)) / 2)
                canvas.icon(name, "muted", corner, px(16))
            start = left + px(16) + 6
            below = QRectF(start, top, room.right() - start, self._step())
            canvas.words(below, words, Step.CAPTION)
            top += self._step()

    def _step(self) -> int:
        return line_height(Step.CAPTION) + 3

    def _drawn(self) -> list[tuple[str, str]]:
        """The lines as they are painted; one that goes on has its icon only once."""
        if not self.room:
            return list(self.lines)
        look = QApplication.font().key()
        if look not in self.wraps:
            wide = px(self.room) - px(_ICON) - px(16) - 14 - 2 * _SIDE
            self.wraps[look] = [
                (name if number == 0 else "", line)
                for name, words in self.lines
                for number, line in enumerate(wrapped(words, wide, Step.CAPTION))
            ]
        return self.wraps[look]


@dataclass(frozen=True)
class HeadingRow:
    """A heading inside a list, with its count ("Overdue 3"). It cannot be chosen."""

    title: str
    count: int | None = None
    id: str = ""

    @property
    def spoken(self) -> str:
        return self.title if self.count is None else f"{self.title}, {self.count}"

    def high(self) -> int:
        return height(38, Step.CARD, 18)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        room = rect.adjusted(_SIDE, 5, -_SIDE, 0)
        wide = canvas.words(room, self.title, Step.CARD)
        if self.count is not None:
            canvas.words(room.adjusted(wide + 8, 0, 0, 0), str(self.count), Step.CARD, "muted")
