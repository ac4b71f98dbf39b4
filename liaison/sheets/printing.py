"""A body made into a PDF, in memory: laid out, numbered, the same bytes for the same content."""

from __future__ import annotations

from functools import partial
from io import BytesIO

import pikepdf
from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak

from liaison.errors import CannotPrint
from liaison.sheets.body import Body, Footer
from liaison.sheets.fitting import fitted
from liaison.sheets.fonts import PLAIN, face
from liaison.sheets.page import ASIDE, HEIGHT, WIDTH, NumberedCanvas, Page
from liaison.sheets.parts import SIZES, heading, section


def build(body: Body, *, footer: Footer, size: int = SIZES[0], password: str = "") -> bytes:
    """The sheet as a PDF. With a password it is encrypted (AES-256, revision 6).

    ``size`` is 12, 14, 18 or 24 points. Raises CannotPrint for another size, and for a character
    no typeface here has.
    """
    if size not in SIZES:
        offered = ", ".join(str(each) for each in SIZES)
        raise CannotPrint(f"{size} pt is not offered. Sizes: {offered}.")
    page = Page(size, footer, aside_title=body.aside_title)
    if body.one_page and size == SIZES[0]:
        body = fitted(body, page.scale, page.room)
    plain = _laid_out(body, page)
    return locked(plain, password) if password else plain


def _laid_out(body: Body, page: Page) -> bytes:
    face(PLAIN)
    made = BytesIO()
    document = BaseDocTemplate(
        made,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=1,
        title=page.footer.title,
        author="",
        lang="en-GB",
        initialFontName=PLAIN,
    )
    document.addPageTemplates(page.templates())
    document.build(_flow(body, page), canvasmaker=partial(NumberedCanvas, page.number))
    return made.getvalue()


def _flow(body: Body, page: Page) -> list[Flowable]:
    scale = page.scale
    flow = heading(scale, body)
    for each in body.sections:
        flow += section(scale, each)
    if body.aside:
        flow += [NextPageTemplate(ASIDE), PageBreak()]
        for each in body.aside:
            flow += section(scale, each, beside=False)
    return flow


def locked(plain: bytes, password: str) -> bytes:
    """The same PDF, opened by this password alone."""
    made = BytesIO()
    with pikepdf.open(BytesIO(plain)) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return made.getvalue()


def page_count(pdf: bytes, password: str = "") -> int:
    """How many pages a PDF has, for the note of copies made."""
    with pikepdf.open(BytesIO(pdf), password=password) as opened:
        return len(opened.pages)
