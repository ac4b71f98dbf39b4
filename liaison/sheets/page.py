"""The A4 page of every sheet: its margins, its footer, and how much room that leaves."""

from __future__ import annotations

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from liaison.sheets.body import Footer
from liaison.sheets.fonts import PLAIN, markup
from liaison.sheets.parts import RULE, Scale

WIDTH, HEIGHT = A4
MARGIN = 48.0
TOP = 40.0
BOTTOM = 30.0
GAP = 12.0
SMALLEST = 10.0
"""Nothing on a page is smaller, in points."""


class Page:
    """One sheet's page: where the frame stands, and what stands round it."""

    def __init__(self, size: float, footer: Footer, *, pages: int = 0) -> None:
        self.scale = Scale(size, WIDTH - 2 * MARGIN)
        self.footer, self.pages = footer, pages
        self.small = Scale(max(SMALLEST, size * 0.8), self.scale.width)
        self.number_width = 6.5 * self.small.size

    @property
    def footer_height(self) -> float:
        return sum(self._wrapped(each) for each in self._texts()) + GAP

    @property
    def room(self) -> float:
        """The height the frame has for the body, in points."""
        over = self.small.size * 1.5 if self.footer.marking else 0
        return HEIGHT - TOP - BOTTOM - self.footer_height - over

    def template(self) -> PageTemplate:
        frame = Frame(
            MARGIN,
            BOTTOM + self.footer_height,
            self.scale.width,
            self.room,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        return PageTemplate("page", [frame], onPage=self.mark, onPageEnd=self.sign)

    def mark(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        """The marking above the body, read before it."""
        if self.footer.marking:
            self._put(canvas, self.footer.marking, HEIGHT - TOP)

    def sign(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        """The footer below the body, read after it."""
        canvas.saveState()
        canvas.setFillColor(black)
        y = BOTTOM + self.footer_height - GAP
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, y + 4, WIDTH - MARGIN, y + 4)
        canvas.setFont(PLAIN, self.small.size)
        number = f"Page {document.page} of {self.pages or document.page}"
        canvas.drawRightString(WIDTH - MARGIN, y - self.small.size * 1.05, number)
        for text in self._texts():
            y -= self._wrapped(text)
            self._put(canvas, text, y)
        canvas.restoreState()

    def _texts(self) -> list[str]:
        notice = f"{self.footer.title}. {self.footer.notice}".strip()
        return [notice, self.footer.copy]

    def _paragraph(self, text: str) -> Paragraph:
        return self.small.paragraph(markup(text))

    def _wrapped(self, text: str) -> float:
        return float(self._paragraph(text).wrap(self._footer_width, HEIGHT)[1])

    @property
    def _footer_width(self) -> float:
        return self.scale.width - self.number_width

    def _put(self, canvas: Canvas, text: str, y: float) -> None:
        paragraph = self._paragraph(text)
        paragraph.wrap(self._footer_width, HEIGHT)
        paragraph.drawOn(canvas, MARGIN, y)
