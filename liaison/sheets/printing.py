"""Bodies made into a PDF, in memory: laid out, tagged, numbered, the same bytes for the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO

import pikepdf
from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak, Spacer
from reportlab.platypus.doctemplate import LayoutError

from liaison.errors import CannotPrint
from liaison.sheets.body import ENGLISH, Body, Footer, titled
from liaison.sheets.elements import Element
from liaison.sheets.fitting import fitted
from liaison.sheets.fonts import PLAIN, face, printable
from liaison.sheets.page import ASIDE, HEIGHT, PAGE, WIDTH, Page
from liaison.sheets.parts import heading, taken
from liaison.sheets.scale import SIZES
from liaison.sheets.tagging import TaggedCanvas

TOO_TALL = (
    "Something that must stand whole on a page is taller than the page. "
    "Shorten the longest name or heading, or choose a smaller size of print."
)

Told = Callable[[int], None]
"""Is told how many sheets are laid out, before each further one. What it raises ends the work."""


def build(body: Body, *, footer: Footer, size: int = SIZES[0], password: str = "") -> bytes:
    """The sheet as a PDF. With a password it is encrypted (AES-256, revision 6).

    ``size`` is 12, 14, 18 or 24 points. Raises CannotPrint for another size, and for a character
    no typeface here has.
    """
    return build_all([(body, footer)], title=footer.title, size=size, password=password)


def build_all(
    sheets: Sequence[tuple[Body, Footer]],
    *,
    title: str,
    size: int = SIZES[0],
    password: str = "",
    told: Told | None = None,
) -> bytes:
    """Several sheets in one PDF, each with its own footer and its own page x of y.

    Raises CannotPrint as ``build`` does, and when there is no sheet.
    """
    if size not in SIZES:
        offered = ", ".join(str(each) for each in SIZES)
        raise CannotPrint(f"{size} pt is not offered. Sizes: {offered}.")
    if not sheets:
        raise CannotPrint("There is no sheet in it. Choose what to print.")
    face(PLAIN)
    sheets = [(titled(body, footer), footer) for body, footer in sheets]
    root = Element("Document")
    pages = [
        Page(size, footer, body, name=str(at) if len(sheets) > 1 else "")
        for at, (body, footer) in enumerate(sheets)
    ]
    flow: list[Flowable] = []
    for at, ((body, _), page) in enumerate(zip(sheets, pages, strict=True)):
        if told:
            told(at)
        part = root.add("Part") if len(sheets) > 1 else root
        part.lang = body.lang if body.lang != sheets[0][0].lang else ""
        flow += _flow(body, page, part, first=at == 0)
    plain = _laid_out(flow, pages, partial(TaggedCanvas, root, printable(title)), sheets[0][0].lang)
    return locked(plain, password) if password else plain


def _laid_out(
    flow: list[Flowable], pages: Sequence[Page], canvas: Callable[..., TaggedCanvas], lang: str
) -> bytes:
    made = BytesIO()
    document = BaseDocTemplate(
        made,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=1,
        title=printable(pages[0].footer.title),
        author="",
        lang=lang or ENGLISH,
        initialFontName=PLAIN,
    )
    document.addPageTemplates([each for page in pages for each in page.templates()])
    try:
        document.build(flow, canvasmaker=partial(canvas, pdfVersion=(1, 7)))
    except LayoutError as too_tall:
        raise CannotPrint(TOO_TALL) from too_tall
    return made.getvalue()


def _flow(body: Body, page: Page, root: Element, *, first: bool) -> Iterator[Flowable]:
    """What stands on the sheet, one after another, and where it belongs when it is read."""
    scale = page.scale
    if body.one_page and scale.size == SIZES[0]:
        body = fitted(body, scale, page.room)
    if not first:
        yield NextPageTemplate(page.template(PAGE))
        yield PageBreak()
    parts = [heading(scale, body), *(taken(scale, each) for each in body.sections)]
    root.kids += parts[0].element.kids
    root.kids += [each.element for each in parts[1:]]
    yield from _ending(flow for each in parts for flow in each.flow)
    if body.aside:
        yield NextPageTemplate(page.template(ASIDE))
        yield PageBreak()
        root.kids.append(page.aside)
        apart = [taken(scale, each, beside=False) for each in body.aside]
        root.kids += [each.element for each in apart]
        yield from _ending(flow for each in apart for flow in each.flow)


def _ending(flow: Iterable[Flowable]) -> list[Flowable]:
    """Without the space at its end, which alone would begin a page."""
    kept = list(flow)
    while kept and isinstance(kept[-1], Spacer):
        del kept[-1]
    return kept


def locked(plain: bytes, password: str) -> bytes:
    """The same PDF, opened by this password alone; what reads pages aloud may read it then."""
    made = BytesIO()
    with pikepdf.open(BytesIO(plain)) as pdf:
        pdf.save(
            made,
            encryption=pikepdf.Encryption(owner=password, user=password, R=6),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return made.getvalue()


def page_count(pdf: bytes, password: str = "") -> int:
    """How many pages a PDF has, for the note of copies made."""
    with pikepdf.open(BytesIO(pdf), password=password) as opened:
        return len(opened.pages)
