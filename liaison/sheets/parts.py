"""The parts a sheet is drawn from, at one scale: title, section, line. Left aligned, spaced 1.5."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer

from liaison.sheets.body import Body, Line, Section
from liaison.sheets.fonts import PLAIN, face, markup, width_of

SIZES = (12, 14, 18, 24)
"""Standard, clear print, large print, giant print, in points."""

RULE = Color(0.45, 0.45, 0.45)
SIDE = 98.0
GUTTER = 12.0
PAD = 3.0
HIGH = 10_000.0
"""Room enough to measure how tall something would be."""

LARGE = 1.5


class Words(Paragraph):
    """A paragraph that is broken into lines once for each width, however often it is asked."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if getattr(self, "_wrapped_to", None) != width or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self._wrapped_to = width
        return self.width, self.height


@dataclass(frozen=True)
class Scale:
    """One size of print. Everything on the page follows from it."""

    size: float
    width: float
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

    def paragraph(self, text: str, *, times: float = 1.0, **more: Any) -> Paragraph:
        """A paragraph from markup."""
        return Words(text, self.style("line", times=times, **more))

    def shared(self, text: str, *, times: float = 1.0, **more: Any) -> Paragraph:
        """The same paragraph for the same words, to be measured again and again.

        Only for what stands in two columns, which never run on to another page.
        """
        wanted = (text, times, *more.items())
        if wanted not in self.known:
            self.known[wanted] = self.paragraph(text, times=times, **more)
        made: Paragraph = self.known[wanted]
        return made


def heading(scale: Scale, body: Body) -> list[Flowable]:
    """The title, and what the copy is."""
    face(PLAIN)
    parts: list[Flowable] = [scale.paragraph(markup(body.title, bold=True), times=1.8)]
    parts += [scale.paragraph(markup(text)) for text in body.under]
    parts.append(Spacer(0, 6 * scale.unit))
    return parts


def section(scale: Scale, each: Section, *, beside: bool = True) -> list[Flowable]:
    """A section's heading and lines: side by side in small print, one after another in large.

    What was made to be measured is what is drawn.
    """
    if (each, beside) not in scale.known:
        abreast = beside and scale.beside
        drawn = [_side_by_side(scale, each)] if abreast else _one_by_one(scale, each)
        scale.known[each, beside] = drawn
    return list(scale.known[each, beside])


def _one_by_one(scale: Scale, each: Section) -> list[Flowable]:
    head = scale.paragraph(
        markup(each.heading, bold=True), times=1.15, keepWithNext=1, spaceBefore=5, spaceAfter=4
    )
    return [Rule(scale.width), head, *_stacked(scale, each), Spacer(0, 7 * scale.unit)]


class Rule(Flowable):
    """A hairline across the page."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.length = width
        self.keepWithNext = 1

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.length, 1

    def draw(self) -> None:
        """One line, dark enough for a poor copier."""
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 0, self.length, 0)


def _side_by_side(scale: Scale, each: Section) -> Flowable:
    head = scale.shared(markup(each.heading, bold=True), rightIndent=GUTTER)
    said: list[Flowable] = []
    if each.columns:
        said += _columns(scale, each)
    else:
        for line in each.lines:
            said += _whole(scale, line, run_on=True)
    if each.more:
        said.append(scale.shared(_more(each.more)))
    side = SIDE + GUTTER
    return Beside([head], said, (side, scale.width - side), ruled=True)


def _columns(scale: Scale, each: Section) -> list[Flowable]:
    """Leads in a column of their own, wide enough for the widest, within reason."""
    widest = max(width_of(line.lead, scale.size, bold=True) for line in each.lines)
    width = scale.width - SIDE - GUTTER
    lead = min(widest + GUTTER, width * 0.42)
    return [
        Beside(
            [scale.shared(markup(line.lead, bold=True), rightIndent=GUTTER / 2)],
            [scale.shared(markup(f"{line.text} {line.detail}"))],
            (lead, width - lead),
        )
        for line in each.lines
    ]


class Beside(Flowable):
    """Two columns, both from the top, that stay on one page; ``ruled`` under a hairline."""

    def __init__(
        self,
        left: list[Flowable],
        right: list[Flowable],
        widths: tuple[float, float],
        *,
        ruled: bool = False,
    ) -> None:
        super().__init__()
        self.columns = (left, 0.0, widths[0]), (right, widths[0], widths[1])
        self.width = sum(widths)
        self.ruled = ruled
        self.above, self.below = (PAD, PAD + 1) if ruled else (0.0, 0.0)

    def wrap(self, *_: float) -> tuple[float, float]:
        tallest = max(_stacked_height(parts, width) for parts, _, width in self.columns)
        self.height = self.above + tallest + self.below
        return self.width, self.height

    def draw(self) -> None:
        """The rule, then the left column, then the right one: as they are read."""
        if self.ruled:
            self.canv.setStrokeColor(RULE)
            self.canv.setLineWidth(0.6)
            self.canv.line(0, self.height, self.width, self.height)
        for parts, left, width in self.columns:
            top = self.height - self.above
            for part in parts:
                top -= part.wrap(width, HIGH)[1]
                part.drawOn(self.canv, left, top)


def _stacked_height(parts: list[Flowable], width: float) -> float:
    return float(sum(part.wrap(width, HIGH)[1] for part in parts))


def _whole(scale: Scale, line: Line, *, run_on: bool = False) -> list[Flowable]:
    """A line whose lead runs into its text, and its detail too where room is short."""
    first = f"{markup(line.lead, bold=True)} {markup(line.text)}".strip()
    texts = [text for text in (first, markup(line.detail)) if text]
    if run_on:
        texts = [" ".join(texts)]
    indent = scale.size * 1.5 if line.box else 0
    times = LARGE if line.large else 1.0
    made = scale.shared if run_on else scale.paragraph
    said: list[Flowable] = [
        made(text, times=times, leftIndent=indent, keepWithNext=text is not texts[-1])
        for text in texts
    ]
    return [Boxed(said, scale.size)] if line.box else said


class Boxed(Flowable):
    """Paragraphs with an empty box, to be ticked by hand, before the first line."""

    def __init__(self, said: list[Flowable], size: float) -> None:
        super().__init__()
        self.said, self.size = said, size
        self.heights: list[float] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.heights = [part.wrap(width, height)[1] for part in self.said]
        return width, sum(self.heights)

    def draw(self) -> None:
        """Box first, so that whoever reads the page aloud meets it before its words."""
        top = sum(self.heights)
        side = self.size * 0.8
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(0.9)
        self.canv.rect(0, top - self.size * 1.02, side, side)
        for part, height in zip(self.said, self.heights, strict=True):
            top -= height
            part.drawOn(self.canv, 0, top)


def _stacked(scale: Scale, each: Section) -> Iterator[Flowable]:
    for line in each.lines:
        named = replace(line, lead=f"{line.lead}.") if each.columns else line
        yield from _whole(scale, named)
        yield Spacer(0, 3 * scale.unit)
    if each.more:
        yield scale.paragraph(_more(each.more))


def _more(count: int) -> str:
    return f"and {count} more in the record"
