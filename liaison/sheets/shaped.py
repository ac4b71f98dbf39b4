"""A paragraph in a script that runs to the left, or whose letters join and stack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from liaison.sheets.bidi import APART, in_sight, leftward, levels, runs_left
from liaison.sheets.breaking import last_cut, may_end
from liaison.sheets.fonts import Runs, face
from liaison.sheets.shaping import Shape, shapes, width_of_shapes

HIGH = {"Nastaliq": 2.3, "Nastaliq-Bold": 2.3}
"""How far apart the lines of faces are set that need more room than others."""


@dataclass(frozen=True)
class Piece:
    """Letters read as one: where they begin in the text, and their shapes from left to right."""

    start: int
    text: str
    name: str
    x: float
    shapes: tuple[Shape, ...]


def _ascends(letters: Any) -> float:
    return float(letters.ascent - letters.descent)


def _parts(text: str, begins: Sequence[int], *, whole_words: bool) -> dict[int, range]:
    """The part of the text each shape is drawn with, by the letter the shape begins at.

    Words, where they run to the right. Where they run to the left, what is joined to one shape:
    other programs turn a word round that they are told as a whole.
    """
    found: dict[int, range] = {}
    part: list[int] = []
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
        if not whole_words or " " in (text[begin], *(text[each] for each in part[:1])):
            part = []
        part.append(begin)
        found |= dict.fromkeys(part, range(part[0], end))
    return found


class Shaped(Flowable):
    """Broken into lines between words; drawn in the order of reading, saying its letters.

    ``lines`` are given where it is the part of one that runs over two pages.
    """

    def __init__(
        self, said: Runs, style: ParagraphStyle, lang: str, lines: Sequence[range] = ()
    ) -> None:
        super().__init__()
        self.said, self.style, self.lang = said, style, lang
        self.whole = "".join(words for _, words in said)
        self.names = [name for name, words in said for _ in words]
        self.left = leftward(lang) or runs_left(self.whole)
        self.levels = levels(self.whole, left=self.left)
        high = max(HIGH.get(name, 1.5) for name, _ in said)
        self.leading = style.fontSize * max(high, style.leading / style.fontSize)
        self.given = self.lines = list(lines)

    def getSpaceBefore(self) -> float:
        return float(self.style.spaceBefore)

    def getSpaceAfter(self) -> float:
        return float(self.style.spaceAfter)

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        self.width = width
        self.lines = self.given or list(self._broken(self._room))
        self.height = len(self.lines) * self.leading
        return width, self.height

    @property
    def _room(self) -> float:
        return float(self.width - self.style.leftIndent - self.style.rightIndent)

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        fit = int(height // self.leading)
        if fit < 1 or fit >= len(self.lines):
            return []
        parts = self.lines[:fit], self.lines[fit:]
        return [Shaped(self.said, self.style, self.lang, lines) for lines in parts]

    def _broken(self, room: float) -> Iterator[range]:
        """As many words on each line as fit; a space that ends one stays with it."""
        start = end = 0
        so_far = 0.0
        for word in (part for each in self._words() for part in self._fitting(each, room)):
            before = word.start - 1 if end > start and self._spaced(word.start - 1) else word.start
            space, wide = self._wide(before, word.start), self._wide(word.start, word.stop)
            if end > start and so_far + space + wide > room:
                yield range(start, end)
                start, so_far, space = word.start, 0.0, 0.0
            so_far += space + wide
            end = word.stop
        yield range(start, end)

    def _fitting(self, word: range, room: float) -> Iterator[range]:
        """The word, or, where it is longer than a line, as much of it as fits, again and again."""
        start = word.start
        if self._wide(start, word.stop) > room:
            for at in word[1:]:
                if self._wide(start, at + 1) > room:
                    cut = last_cut(self.whole, start, at)
                    yield range(start, cut)
                    start = cut
        yield range(start, word.stop)

    def _spaced(self, at: int) -> bool:
        return self.whole[at : at + 1] == " "

    def _words(self) -> Iterator[range]:
        """What is between spaces. A phone number, and what else stands apart, is one word."""
        kept = {at for each in APART.finditer(self.whole) for at in range(*each.span())}
        begin = 0
        for at, letter in enumerate(self.whole):
            if letter == " " and at not in kept:
                yield range(begin, at)
                begin = at + 1
            elif may_end(self.whole, at):
                yield range(begin, at + 1)
                begin = at + 1
        yield range(begin, len(self.whole))

    def _wide(self, start: int, stop: int) -> float:
        each = (
            width_of_shapes(name, text, left=level % 2 == 1, lang=self.lang)
            for _, text, name, level in self._runs(start, stop)
        )
        return sum(each) * float(self.style.fontSize) / 1000

    def _runs(self, start: int, stop: int) -> Iterator[tuple[int, str, str, int]]:
        """From left to right on paper: runs of one face and one way, where they begin."""
        for first, last, level in in_sight(self.whole, start, stop, self.levels, left=self.left):
            cuts = [at for at in range(first + 1, last) if self.names[at] != self.names[at - 1]]
            parts = list(zip([first, *cuts], [*cuts, last], strict=True))
            for begin, end in reversed(parts) if level % 2 else parts:
                yield begin, self.whole[begin:end], self.names[begin], level

    def draw(self) -> None:
        canvas: Any = self.canv
        canvas.setFillColor(self.style.textColor)
        letters = max((face(name).face for name, _ in self.said), key=_ascends)
        top = self.leading * letters.ascent / (letters.ascent - letters.descent)
        for at, line in enumerate(self.lines):
            left = float(self.style.leftIndent)
            if self.left:
                left += self._room - self._wide(line.start, line.stop)
            y = self.height - at * self.leading - top
            canvas.addLiteral("BT")
            for piece in sorted(self._pieces(line, left), key=lambda each: each.start):
                self._draw_piece(piece, y, line)
            canvas.addLiteral("ET")

    def _pieces(self, line: range, x: float) -> Iterator[Piece]:
        """The line from left to right, in parts that are read as one."""
        size = float(self.style.fontSize)
        for start, text, name, level in self._runs(line.start, line.stop):
            left = level % 2 == 1
            made = shapes(name, text, left=left, lang=self.lang)
            parts = _parts(text, sorted({each.letter for each in made}), whole_words=not left)
            for part, several in groupby(made, key=lambda each: parts[each.letter]):
                together = tuple(several)
                yield Piece(start + part.start, text[part.start : part.stop], name, x, together)
                x += sum(each.advance for each in together) * size / 1000

    def _draw_piece(self, piece: Piece, y: float, line: range) -> None:
        """Each shape at its place, and the letters they stand for; a space where a line ends.

        Shapes that say those letters by themselves need not have it said for them.
        """
        canvas: Any = self.canv
        size = float(self.style.fontSize)
        font, document = face(piece.name), canvas._doc  # noqa: SLF001 - reportlab has no other way
        last = piece.start + len(piece.text) >= line.stop and self._spaced(line.stop)
        said = piece.text + " " * last
        spelt = "".join(each.says for each in piece.shapes) == said
        if not spelt:
            stands_for = said.encode("utf-16-be").hex().upper()
            canvas.addLiteral(f"/Span <</ActualText <FEFF{stands_for}>>> BDC")
        x = piece.x
        for each in piece.shapes:
            ((subset, code),) = font.splitString(chr(each.code), document)
            name = font.getSubsetInternalName(subset, document)
            right, up = x + each.right * size / 1000, y + each.up * size / 1000
            canvas.addLiteral(
                f"{name} {size:g} Tf 1 0 0 1 {right:.2f} {up:.2f} Tm <{code.hex()}> Tj"
            )
            x += each.advance * size / 1000
        if not spelt:
            canvas.addLiteral("EMC")
