"""A summary sheet, against reportlab drawing the same text plainly with the same fonts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from liaison.casework.copies import Wish, copy_of_family
from liaison.sheets.body import Body, Footer, Line
from liaison.sheets.fitting import fitted
from liaison.sheets.fonts import PLAIN, face, runs
from liaison.sheets.page import Page
from liaison.sheets.printing import build
from liaison.sheets.scale import SIZES
from liaison.sheets.summary import footer, summary
from tests.benchmarks.records import ON, Records, opened
from tests.benchmarks.timing import Row, against, medians

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
SHEETS = 10
PACK = "Meeting pack"
Pack = Sequence[tuple[Body, Footer]]
FIRST = "SELECT id FROM family WHERE deleted = 0 ORDER BY id LIMIT :most"


def rows(made: Records) -> list[Row]:
    """One row: several families' sheets, drawn by us and plainly."""
    with closing(opened(made.usual)) as store:
        families = store.query(FIRST, most=SHEETS)
        wish = Wish()
        copies = [copy_of_family(store, id, wish, today=ON) for (id,) in families]
        foot = footer(copies[0], officer="Mrs A Officer", printed_at=AT)
        bodies = [summary(copy, label=store.label) for copy in copies]

    def ours() -> None:
        for body in bodies:
            build(body, footer=foot)

    shown = [as_shown(body, foot) for body in bodies]

    def plainly() -> None:
        for body in shown:
            draw_plainly(body, foot)

    ours_ms, plain_ms = medians((ours, plainly), made.sizes.rounds)
    return [against("summary_sheet", ours_ms / len(bodies), plain_ms / len(bodies), limit=1.5)]


def as_shown(body: Body, foot: Footer) -> Body:
    """What of it stands on the sheet, once it fits."""
    page = Page(SIZES[0], foot, body)
    return fitted(body, page.scale, page.room)


def draw_plainly(body: Body, foot: Footer) -> bytes:
    """The same text, one paragraph after another."""
    return draw_pack_plainly([(body, foot)])


def draw_pack_plainly(pack: Pack) -> bytes:
    """The text of several sheets, each from a page of its own on."""
    face(PLAIN)
    made = BytesIO()
    document = SimpleDocTemplate(made, pagesize=A4, invariant=1, pageCompression=1)
    document.build(
        [each for body, foot in pack for each in (*_paragraphs(body, foot), PageBreak())]
    )
    return made.getvalue()


def _paragraphs(body: Body, foot: Footer) -> Iterator[Flowable]:
    style = ParagraphStyle("plain", fontName=PLAIN, fontSize=12, leading=18)
    yield Paragraph(markup(body.title, bold=True), style)
    for text in (*body.under, foot.title, foot.notice, foot.copy):
        yield Paragraph(markup(text), style)
    for section in (*body.sections, *body.aside):
        yield Paragraph(markup(section.heading, bold=True), style)
        for line in section.lines:
            yield Paragraph(_said(line), style)


def markup(text: str, *, bold: bool = False) -> str:
    """The text as reportlab is given it by most: with a font wherever it changes."""
    return "".join(
        escape(words) if name == PLAIN else f'<font name="{name}">{escape(words)}</font>'
        for name, words in runs(text, bold=bold)
    )


def _said(line: Line) -> str:
    return f"{markup(line.lead, bold=True)} {markup(line.text)} {markup(line.detail)}".strip()
