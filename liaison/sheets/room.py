"""Room to write by hand: lines across the page, read aloud as one space to write."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from liaison.sheets.beside import RULE, THIN, rule
from liaison.sheets.elements import Element

SPACE = "Space to write"
"""What is read for it."""

APART = 2.0
"""How far the lines are from one another, in letters: a hand needs more than print."""

KEPT, LEAST = 4, 2
"""No more lines than this stay together; of others no fewer are left alone on a page."""

BELOW = 8.0
"""What stands clear under the last line, in points."""


class Room(Flowable):
    """Lines to write on. Over two pages they are one space, read where it begins."""

    def __init__(self, element: Element | None, lines: int, size: float) -> None:
        super().__init__()
        self.element, self.lines = element, lines
        self.apart = APART * min(size, 16)

    @property
    def begins(self) -> float:
        """How tall it is where it stays together, else the least that may stand on a page."""
        return (self.lines if self.lines <= KEPT else LEAST) * self.apart + BELOW

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        self.width, self.height = width, self.lines * self.apart + BELOW
        return self.width, self.height

    def split(self, _: float, height: float) -> list[Flowable]:
        fit = min(int((height - BELOW) / self.apart), self.lines - LEAST)
        if fit < LEAST or self.lines <= KEPT:
            return []
        rest = Room(None, self.lines - fit, 0)
        rest.apart = self.apart
        first = Room(self.element, fit, 0)
        first.apart = self.apart
        return [first, rest]

    def draw(self) -> None:
        """From the top; each line stands at the foot of its room."""
        for at in range(self.lines):
            y = self.height - (at + 1) * self.apart + 1
            if at == 0 and self.element:
                self._draw_first(self.element, y)
            else:
                rule(self, y, self.width)

    def _draw_first(self, element: Element, y: float) -> None:
        canvas: Any = self.canv
        left, low = canvas.absolutePosition(0, y)
        element.bounds = (left, low, left + self.width, low + self.apart)
        with canvas.marked(element):
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(THIN)
            canvas.line(0, y, self.width, y)
