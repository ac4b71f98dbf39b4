"""Columns side by side, tables and ticked boxes: what stands beside something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.platypus import Flowable

from liaison.sheets.elements import Element

RULE = Color(0.45, 0.45, 0.45)
THIN, THICK = 0.6, 0.9
PAD = 3.0
HIGH = 10_000.0
"""Room enough to measure how tall something would be."""

WHOLE = 240.0
"""What is not taller stays together on one page, in points."""

TO_TICK, TICKED = "Empty box", "Ticked box"
"""What is read for a box."""

Column = tuple[Sequence[Flowable], float]
"""Parts one under another, and how wide they are set."""


class Rule(Flowable):
    """A hairline across the page."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.length = width

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.length, 1

    def draw(self) -> None:
        """One line, dark enough for a poor copier."""
        rule(self, 0, self.length)


def rule(on: Any, y: float, width: float) -> None:
    """A hairline, which nobody has read aloud."""
    with on.canv.artifact():
        on.canv.setStrokeColor(RULE)
        on.canv.setLineWidth(THIN)
        on.canv.line(0, y, width, y)


class Beside(Flowable):
    """Columns, all from the top; ``ruled`` under a hairline. They are read one after another."""

    def __init__(self, columns: Sequence[Column], *, ruled: bool = False, pad: float = 0) -> None:
        super().__init__()
        self.columns, self.ruled, self.pad = columns, ruled, pad
        self.width = sum(width for _, width in columns)
        self.above, self.below = (PAD, PAD + 1) if ruled else (pad, pad)
        self.height = 0.0

    def wrap(self, *_: float) -> tuple[float, float]:
        if not self.height:
            tallest = max(tall(parts, width) for parts, width in self.columns)
            self.height = self.above + tallest + self.below
        return self.width, self.height

    def split(self, _: float, height: float) -> list[Flowable]:
        """In two, where a column can be parted. What is not tall goes to the next page whole."""
        room = height - self.above - self.below
        if room <= 0 or self.wrap()[1] <= WHOLE:
            return []
        halves = [(parted(parts, width, room), width) for parts, width in self.columns]
        if not all(first or not rest for (first, rest), _ in halves):
            return []
        upper = Beside([(first, width) for (first, _), width in halves], ruled=self.ruled)
        lower = Beside([(rest, width) for (_, rest), width in halves], pad=self.pad)
        return [upper, lower]

    def draw(self) -> None:
        """The rule, then column after column: as they are read."""
        if self.ruled:
            rule(self, self.height, self.width)
        left = 0.0
        for parts, width in self.columns:
            top = self.height - self.above
            for part in parts:
                top -= part.wrap(width, HIGH)[1]
                part.drawOn(self.canv, left, top)
            left += width


def tall(parts: Sequence[Flowable], width: float) -> float:
    """How tall the parts stand one under another, in points."""
    return float(sum(part.wrap(width, HIGH)[1] for part in parts))


def parted(parts: Sequence[Any], width: float, room: float) -> tuple[list[Any], list[Any]]:
    """What of the parts fits into the room, and what does not."""
    for at, part in enumerate(parts):
        height = part.wrap(width, HIGH)[1]
        if height > room:
            halves = part.split(width, room)
            if len(halves) > 1:
                return [*parts[:at], halves[0]], [*halves[1:], *parts[at + 1 :]]
            return list(parts[:at]), list(parts[at:])
        room -= height
    return list(parts), []


class Grid(Flowable):
    """Rows under a row of headings, which is drawn again on every page the rows run on to.

    ``closed`` draws a hairline under the last row.
    """

    def __init__(self, head: Beside, rows: Sequence[Beside], *, closed: bool = True) -> None:
        super().__init__()
        self.head, self.rows, self.closed = head, rows, closed

    @property
    def begins(self) -> float:
        """How tall its headings and its first row are."""
        return float(sum(each.wrap()[1] for each in (self.head, *self.rows[:1])))

    def wrap(self, *_: float) -> tuple[float, float]:
        self.width = self.head.width
        self.height = sum(each.wrap()[1] for each in (self.head, *self.rows))
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        upper, lower = parted(self.rows, width, height - self.head.wrap()[1])
        rest = Grid(self.head, lower, closed=self.closed)
        return [Grid(self.head, upper), rest] if upper else []

    def draw(self) -> None:
        top = self.height
        for each in (self.head, *self.rows):
            top -= each.wrap()[1]
            each.drawOn(self.canv, 0, top)
        if self.closed:
            rule(self, top, self.width)


class Boxed(Flowable):
    """Paragraphs with a box before the first line: empty, to be ticked by hand, or ticked."""

    def __init__(self, box: Element | None, said: Sequence[Flowable], size: float) -> None:
        super().__init__()
        self.box, self.said, self.size = box, said, size
        self.heights: list[float] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.heights = [part.wrap(width, height)[1] for part in self.said]
        return width, sum(self.heights)

    def split(self, width: float, height: float) -> list[Flowable]:
        first, rest = parted(self.said, width, height)
        if not first or not rest:
            return []
        return [Boxed(self.box, first, self.size), Boxed(None, rest, self.size)]

    def draw(self) -> None:
        """Box first, so that whoever reads the page aloud meets it before its words."""
        top = sum(self.heights)
        if self.box:
            self._draw_box(self.box, top)
        for part, height in zip(self.said, self.heights, strict=True):
            top -= height
            part.drawOn(self.canv, 0, top)

    def _draw_box(self, box: Element, top: float) -> None:
        canvas: Any = self.canv
        side, bottom = self.size * 0.8, top - self.size * 1.02
        left, low = canvas.absolutePosition(0, bottom)
        box.bounds = (left, low, left + side, low + side)
        with canvas.marked(box):
            canvas.setStrokeColor(black)
            canvas.setLineWidth(THICK)
            canvas.rect(0, bottom, side, side)
            if box.alt == TICKED:
                canvas.setLineWidth(2 * THICK)
                canvas.line(side * 0.2, bottom + side * 0.5, side * 0.42, bottom + side * 0.22)
                canvas.line(side * 0.42, bottom + side * 0.22, side * 0.82, bottom + side * 0.8)
