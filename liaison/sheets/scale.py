"""One size of print, and the paragraphs of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle

from liaison.sheets.bidi import leftward
from liaison.sheets.fonts import PLAIN, Runs, joins, runs
from liaison.sheets.shaped import Shaped
from liaison.sheets.words import Words, words

SIZES = (12, 14, 18, 24)
"""Standard, clear print, large print, giant print, in points."""

Said = Words | Shaped


@dataclass(frozen=True)
class Scale:
    """One size of print. Everything on the page follows from it."""

    size: float
    width: float
    lang: str = ""
    known: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def unit(self) -> float:
        return self.size / SIZES[0]

    @property
    def beside(self) -> bool:
        """Whether headings stand beside their lines: only where the page is wide enough."""
        return self.size == SIZES[0]

    def style(self, name: str, *, times: float = 1.0, **more: Any) -> ParagraphStyle:
        """A paragraph's style: one face, one spacing, one alignment."""
        size = self.size * times
        return ParagraphStyle(
            name,
            fontName=PLAIN,
            fontSize=size,
            leading=size * (1.5 if times <= 1 else 1.25),
            alignment=TA_LEFT,
            textColor=black,
            splitLongWords=1,
            **more,
        )

    def runs(self, text: str, *, bold: bool = False, lang: str = "") -> Runs:
        """The text in its faces, as ``fonts.runs`` gives it, in the sheet's language or another."""
        return runs(text, bold=bold, lang=lang or self.lang)

    def paragraph(self, said: Runs, *, times: float = 1.0, lang: str = "", **more: Any) -> Said:
        """A paragraph of words in their faces."""
        wanted = (times, *more.items())
        if wanted not in self.known:
            self.known[wanted] = self.style("line", times=times, **more)
        lang = lang or self.lang
        if said and (joins(said) or leftward(lang)):
            return Shaped(said, self.known[wanted], lang)
        return words(said, self.known[wanted])

    def shared(self, said: Runs, **more: Any) -> Said:
        """The same paragraph for the same words, to be measured and drawn again and again."""
        wanted = (said, *more.items())
        if wanted not in self.known:
            self.known[wanted] = self.paragraph(said, **more)
        made: Said = self.known[wanted]
        return made
