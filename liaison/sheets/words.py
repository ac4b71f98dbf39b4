"""Paragraphs, and what they are when they are read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paragraph import FragLine, _HSFrag  # type: ignore[attr-defined]
from reportlab.platypus.paraparser import ParaFrag

from liaison.sheets.bidi import APART
from liaison.sheets.elements import Element
from liaison.sheets.fonts import BOLD, TOGETHER, Runs
from liaison.sheets.shaped import Shaped

ALMOST = 0.001
"""Widths no further apart are one, in points: a frame gives two that differ by less."""

LONGEST = 24
"""Letters of the longest phone number, time or postcode that is kept on one line."""


class Words(Paragraph):
    """A paragraph that is broken into lines once for each width, however often it is asked.

    ``runs_on`` says that its last word is followed by a space, on the next page. ``tight`` are its
    pieces with a phone number or a time kept on one line, where the ``widest`` of them has room.
    """

    blPara: Any  # noqa: N815 - so called by reportlab
    frags: Any
    runs_on = False
    loose: Any = None
    tight: Any = None
    widest = 0.0

    @property
    def whole(self) -> str:
        """What it says."""
        pieces: Any = self.frags
        if pieces and isinstance(pieces[0], list):
            return "".join(
                "".join(text for _, text in word[1:]) + " " * isinstance(word, _HSFrag)
                for word in pieces
            )
        return "".join(
            each.text if hasattr(each, "text") else " ".join(each.words) for each in pieces
        )

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if abs(getattr(self, "_wrapped_to", 0) - width) > ALMOST:
            if self.tight:
                indents = self.style.leftIndent + self.style.rightIndent
                fits = self.widest <= width - indents
                self.frags = self.tight if fits else self.loose
            super().wrap(width, height)
            self._wrapped_to = width
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        broken = self.blPara
        ends = _words_end_at(self)
        halves: list[Any] = super().split(width, height)
        self.blPara = broken
        if len(halves) > 1:
            first, rest = halves
            first.runs_on = _letters(first.whole) in ends
            rest.runs_on = self.runs_on
            rest.is_the_rest(broken, len(first.blPara.lines), width)
        return halves

    def is_the_rest(self, whole: Any, start: int, width: float) -> None:
        """Its lines are the last of a whole: what is long is not broken anew for each page."""
        lines = whole.lines[start:]
        if whole.kind:
            words_before = lines[0].sFW
            lines = [line.clone(sFW=line.sFW - words_before) for line in lines]
        self.blPara, self._wrapped_to = whole.clone(lines=lines), width
        self.width, self.height = width, len(lines) * self.style.leading

    def draw(self) -> None:
        """With the spaces between its lines, without which two words are read as one."""
        lines = self.blPara.lines
        if self.runs_on or len(lines) > 1:
            self.blPara.lines = _spaced(self, lines)
        self.blPara.lines = _with_plain_spaces(self.blPara)
        super().draw()
        self.blPara.lines = lines


def words(said: Runs, style: ParagraphStyle) -> Words:
    """A paragraph of words in their faces."""
    made = Words("", style, frags=_pieces(said, style))
    whole, kept = kept_together(said)
    if kept:
        made.loose, made.tight = made.frags, _pieces(whole, style)
        made.widest = max(stringWidth(each, BOLD, style.fontSize) for each in kept)
    return made


def kept_together(said: Runs) -> tuple[Runs, list[str]]:
    """The same with spaces at which no line ends in phone numbers, times and postcodes; and these.

    A row of numbers longer than ``LONGEST`` letters is no such thing.
    """
    whole = "".join(text for _, text in said)
    found = [each for each in APART.finditer(whole) if " " in each[0] and len(each[0]) <= LONGEST]
    at = {place for each in found for place in range(*each.span())}
    joined, so_far = [], 0
    for name, text in said:
        letters = (TOGETHER if c == " " and n in at else c for n, c in enumerate(text, so_far))
        joined.append((name, "".join(letters)))
        so_far += len(text)
    return tuple(joined), [each[0] for each in found]


def _pieces(said: Runs, style: ParagraphStyle) -> list[ParaFrag]:
    return [
        ParaFrag(
            fontName=name,
            fontSize=style.fontSize,
            textColor=style.textColor,
            text=text,
            rise=0,
            us_lines=[],
            link=[],
        )
        for name, text in said
    ]


def _with_plain_spaces(broken: Any) -> list[Any]:
    """The lines once broken: what kept a number together is read and copied as any space."""
    if broken.kind == 0:
        return [
            (line[0], [each.replace(TOGETHER, " ") for each in line[1]]) for line in broken.lines
        ]
    return [
        _with_plain(line) if any(TOGETHER in each.text for each in line.words) else line
        for line in broken.lines
    ]


def _with_plain(line: FragLine) -> FragLine:
    plain = [each.clone(text=each.text.replace(TOGETHER, " ")) for each in line.words]
    return line.clone(words=plain)


def _spaced(said: Words, lines: Sequence[Any]) -> list[Any]:
    """The lines, each but the last with a space after it where a word ends."""
    ends = _words_end_at(said)
    broken = len(lines) - (not said.runs_on)
    simple = said.blPara.kind == 0
    so_far = 0
    spaced = list(lines)
    for at, line in enumerate(lines[:broken]):
        so_far += _letters("".join(line[1] if simple else [each.text for each in line.words]))
        if so_far in ends:
            spaced[at] = (line[0], [*line[1], ""]) if simple else _with_space(line)
    return spaced


def _with_space(line: FragLine) -> FragLine:
    *before, last = line.words
    return line.clone(words=[*before, last.clone(text=last.text.rstrip(" ") + " ")])


def _words_end_at(said: Words) -> set[int]:
    """After how many letters a word ends: elsewhere a line may break, but has no space."""
    ends: set[int] = set()
    so_far = 0
    for word in said.whole.split(" "):
        so_far += len(word)
        ends.add(so_far)
    return ends


def _letters(text: str) -> int:
    return len(text.replace(" ", ""))


class Tagged(Flowable):
    """Something laid out, and the element it is. Parts of it on two pages are one element.

    What ``repeats`` is read where it stands first and nowhere else: a heading over each page.
    What is shaped says its words once more as a whole: not every reader joins its pieces rightly.
    """

    def __init__(self, element: Element, said: Any, *, repeats: bool = False) -> None:
        super().__init__()
        self.element, self.said, self.repeats = element, said, repeats
        if isinstance(said, Shaped) and not element.aloud:
            element.aloud = said.whole

    def getSpaceBefore(self) -> float:
        return float(self.said.getSpaceBefore())

    def getSpaceAfter(self) -> float:
        return float(self.said.getSpaceAfter())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = self.said.wrap(width, height)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        return [
            Tagged(self.element, part, repeats=self.repeats)
            for part in self.said.split(width, height)
        ]

    def draw(self) -> None:
        canvas: Any = self.canv
        element, said = self.element, self.said
        again = self.repeats and element.drawn
        with canvas.artifact("Header") if again else canvas.marked(element):
            said.canv = canvas
            said.draw()
            del said.canv
        if element.url:
            canvas.link(element, self.width, self.height)
