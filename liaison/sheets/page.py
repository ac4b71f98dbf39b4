"""The A4 page of every sheet: its margins, its footer, and how much room that leaves."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from liaison.sheets.beside import RULE, THIN
from liaison.sheets.body import Body, Footer
from liaison.sheets.elements import Element
from liaison.sheets.fonts import PLAIN, printable
from liaison.sheets.scale import Said, Scale
from liaison.sheets.words import Tagged

WIDTH, HEIGHT = A4
MARGIN = 48.0
TOP = 40.0
BOTTOM = 30.0
GAP = 12.0
PAGE, ASIDE = "page", "aside"
SMALLEST = 10.0
"""Nothing on a page is smaller, in points."""


class Page:
    """One sheet's page: where the frame stands, and what stands round it.

    ``name`` tells it from the pages of other sheets in one PDF. ``aside`` is the title of what
    stays off the table, read on the first such page.
    """

    def __init__(self, size: float, footer: Footer, body: Body, *, name: str = "") -> None:
        self.scale = Scale(size, WIDTH - 2 * MARGIN, body.lang)
        self.footer, self.aside_title = footer, body.aside_title
        self.small = Scale(max(SMALLEST, size * 0.8), self.scale.width)
        self.number_width = 6.5 * self.small.size
        self.name, self.title = name, printable(body.title)
        self.aside = Element("H1")

    @property
    def footer_height(self) -> float:
        return sum(self._wrapped(each) for each in self._texts()) + GAP

    @property
    def room(self) -> float:
        """The height the frame has for the body, in points."""
        over = self._wrapped(self.footer.marking) if self.footer.marking else 0
        return HEIGHT - TOP - BOTTOM - self.footer_height - over

    def templates(self) -> list[PageTemplate]:
        """The page, and the page that stays off the table, which says so each time."""
        asides = self.room - self._aside_head().wrap(self.scale.width, HEIGHT)[1] - GAP
        page, aside = self.template(PAGE), self.template(ASIDE)
        return [
            PageTemplate(page, [self._frame(self.room)], onPage=self.mark, onPageEnd=self.sign),
            PageTemplate(aside, [self._frame(asides)], onPage=self.set_aside, onPageEnd=self.sign),
        ]

    def template(self, kind: str) -> str:
        """What the template of its pages, or of those off the table, is called."""
        return f"{kind}{self.name}"

    def _frame(self, height: float) -> Frame:
        return Frame(
            MARGIN,
            BOTTOM + self.footer_height,
            self.scale.width,
            height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

    def _aside_head(self) -> Said:
        return self.scale.paragraph(self.scale.runs(self.aside_title, bold=True), times=1.8)

    def set_aside(self, canvas: Any, document: BaseDocTemplate) -> None:
        """The marking, and the title of a page that stays off the table, on each such page."""
        self.mark(canvas, document)
        head = Tagged(self.aside, self._aside_head(), repeats=True)
        _, height = head.wrap(self.scale.width, HEIGHT)
        head.drawOn(canvas, MARGIN, BOTTOM + self.footer_height + self.room - height)

    def mark(self, canvas: Any, _: BaseDocTemplate) -> None:
        """The marking above the body."""
        if self.footer.marking:
            with canvas.artifact("Header"):
                more_lines = self._wrapped(self.footer.marking) - 1.5 * self.small.size
                self._put(canvas, self.footer.marking, HEIGHT - TOP - more_lines)

    def sign(self, canvas: Any, _: BaseDocTemplate) -> None:
        """The footer below the body, where its number will stand too."""
        with canvas.artifact("Footer"):
            canvas.saveState()
            canvas.setFillColor(black)
            y = BOTTOM + self.footer_height - GAP
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(THIN)
            canvas.line(MARGIN, y + 4, WIDTH - MARGIN, y + 4)
            for text in self._texts():
                y -= self._wrapped(text)
                self._put(canvas, text, y)
            canvas.restoreState()
        canvas.numberings.append(self.number)

    def number(self, canvas: Any, page: int, pages: int) -> None:
        """Which page it is, beside the footer; known only when all of them are there.

        The first page of each of several sheets is listed beside the document, too.
        """
        if page == 1 and self.name:
            canvas.bookmarkPage(self.name)
            canvas.addOutlineEntry(self.title, self.name)
            canvas.showOutline()
        y = BOTTOM + self.footer_height - GAP - self.small.size * 1.05
        with canvas.artifact("Footer"):
            canvas.setFillColor(black)
            canvas.setFont(PLAIN, self.small.size)
            canvas.drawRightString(WIDTH - MARGIN, y, f"Page {page} of {pages}")

    def _texts(self) -> list[str]:
        notice = f"{self.footer.title}. {self.footer.notice}".strip()
        return [notice, self.footer.copy]

    def _paragraph(self, text: str) -> Said:
        return self.small.shared(self.small.runs(text))

    def _wrapped(self, text: str) -> float:
        return float(self._paragraph(text).wrap(self._footer_width, HEIGHT)[1])

    @property
    def _footer_width(self) -> float:
        return self.scale.width - self.number_width

    def _put(self, canvas: Any, text: str, y: float) -> None:
        paragraph = self._paragraph(text)
        paragraph.wrap(self._footer_width, HEIGHT)
        paragraph.drawOn(canvas, MARGIN, y)
