"""The parts a sheet is drawn from, at one scale: title, section, line. Left aligned, spaced 1.5."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from liaison.sheets.body import Body, Line, Section
from liaison.sheets.fonts import PLAIN, face, markup, width_of

SIZES = (12, 14, 18, 24)
"""Standard, clear print, large print, giant print, in points."""

RULE = Color(0.45, 0.45, 0.45)
SIDE = 122.0
GUTTER = 14.0
LARGE = 1.5


@dataclass(frozen=True)
class Scale:
    """One size of print. Everything on the page follows from it."""

    size: float
    width: float

    @property
    def unit(self) -> float:
        return self.size / SIZES[0]

    @property
    def beside(self) -> bool:
        """Whether headings stand beside their lines: where the page is wide enough for both."""
        return self.size <= 14

    @property
    def text_width(self) -> float:
        return self.width - SIDE * self.unit - GUTTER if self.beside else self.width

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
        return Paragraph(text, self.style("line", times=times, **more))


class Box(Flowable):
    """An empty box to be ticked by hand. The words stand beside it."""

    def __init__(self, size: float) -> None:
        super().__init__()
        self.side = size * 0.8

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.side, self.side * 1.5

    def draw(self) -> None:
        """A plain square, thick enough to copy well."""
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(0.9)
        self.canv.rect(0, 0, self.side, self.side)


def heading(scale: Scale, body: Body) -> list[Flowable]:
    """School, title, and what the copy is."""
    face(PLAIN)
    parts: list[Flowable] = []
    if body.over:
        parts.append(scale.paragraph(markup(body.over)))
    parts.append(scale.paragraph(markup(body.title, bold=True), times=1.8))
    parts += [scale.paragraph(markup(text)) for text in body.under]
    parts.append(Spacer(0, 8 * scale.unit))
    return parts


def aside_heading(scale: Scale, title: str) -> list[Flowable]:
    """The head of the page that stays off the table."""
    head = scale.paragraph(markup(title, bold=True), times=1.8)
    return [head, Spacer(0, 8 * scale.unit)]


def section(scale: Scale, each: Section, *, beside: bool = True) -> list[Flowable]:
    """A section's heading and lines: side by side in small print, one after another in large."""
    if beside and scale.beside:
        return [_side_by_side(scale, each)]
    head = scale.paragraph(
        markup(each.heading, bold=True), times=1.15, keepWithNext=1, spaceBefore=6 * scale.unit
    )
    return [Rule(scale.width), head, *_stacked(scale, each), Spacer(0, 8 * scale.unit)]


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


def _side_by_side(scale: Scale, each: Section) -> Table:
    side = SIDE * scale.unit + GUTTER
    lead = _lead_width(scale, each)
    widths = [side, lead, scale.width - side - lead] if lead else [side, scale.width - side]
    heads = [scale.paragraph(markup(each.heading, bold=True), rightIndent=GUTTER)]
    rows: list[list[Any]] = []
    for line in each.lines:
        cells = _cells(scale, line) if lead else [_whole(scale, line)]
        rows.append([heads if not rows else "", *cells])
    if each.more:
        said = [scale.paragraph(_more(each.more))]
        rows.append([heads if not rows else "", "", said] if lead else [heads, said])
        rows[-1][0] = heads if len(rows) == 1 else ""
    return _table(scale, rows, widths)


def _table(scale: Scale, rows: list[list[Any]], widths: list[float]) -> Table:
    pad = 4 * scale.unit
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, 0), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, -1), (-1, -1), pad + 1),
        ("LINEABOVE", (0, 0), (-1, 0), 0.6, RULE),
    ]
    return Table(rows, colWidths=widths, style=style, hAlign="LEFT")


def _lead_width(scale: Scale, each: Section) -> float:
    if not each.columns:
        return 0.0
    widest = max((width_of(line.lead, scale.size, bold=True) for line in each.lines), default=0.0)
    return min(widest + GUTTER, scale.text_width * 0.42)


def _cells(scale: Scale, line: Line) -> list[Any]:
    lead = scale.paragraph(markup(line.lead, bold=True), rightIndent=GUTTER / 2)
    said = [scale.paragraph(markup(text)) for text in (line.text, line.detail) if text]
    return [[lead], said]


def _whole(scale: Scale, line: Line) -> list[Flowable]:
    """A line whose lead runs into its text, with its box and its detail."""
    first = f"{markup(line.lead, bold=True)} {markup(line.text)}".strip()
    texts = [text for text in (first, markup(line.detail)) if text]
    indent = scale.size * 1.5 if line.box else 0
    times = LARGE if line.large else 1.0
    said: list[Flowable] = [scale.paragraph(text, times=times, leftIndent=indent) for text in texts]
    return [Boxed(said, scale.size)] if line.box else said


class Boxed(Flowable):
    """Paragraphs with an empty box before the first line."""

    def __init__(self, said: list[Flowable], size: float) -> None:
        super().__init__()
        self.said, self.size = said, size
        self.box = Box(size)
        self.heights: list[float] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.heights = [part.wrap(width, height)[1] for part in self.said]
        return width, sum(self.heights)

    def draw(self) -> None:
        """Box first, so that whoever reads the page aloud meets it before its words."""
        top = sum(self.heights)
        self.box.drawOn(self.canv, 0, top - self.size * 1.22)
        for part, height in zip(self.said, self.heights, strict=True):
            top -= height
            part.drawOn(self.canv, 0, top)


def _stacked(scale: Scale, each: Section) -> Iterator[Flowable]:
    for line in each.lines:
        yield from _whole(scale, line)
        yield Spacer(0, 3 * scale.unit)
    if each.more:
        yield scale.paragraph(_more(each.more))


def _more(count: int) -> str:
    return f"and {count} more in the record"
