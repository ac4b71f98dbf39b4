"""A canvas that says of everything it draws what it is, or that it is not for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from liaison.sheets.elements import Element, Mark
from liaison.sheets.structure import Link, Structure

Numbering = Callable[["TaggedCanvas", int, int], None]

PRINTED = 4
"""The flag of a note on a page that stays when it is printed."""


class TaggedCanvas(Canvas):
    """Keeps every page until the last is there, then has each told which of how many it is.

    ``root`` is what is read, its elements made before anything is drawn.
    """

    def __init__(self, root: Element, title: str, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.structure = Structure(root, title, named.get("lang") or "")
        self.numberings: list[Numbering] = []
        self._kept: list[dict[str, Any]] = []

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Whatever is drawn meanwhile belongs to the element."""
        marks = self.structure.marks.setdefault(self._pageNumber, [])  # type: ignore[attr-defined]
        number = len(marks)
        marks.append(element)
        element.kids.append(Mark(self._pageNumber, number))  # type: ignore[attr-defined]
        with self._between(f"/{element.role} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Whatever is drawn meanwhile is not read: a rule, or a Header or Footer if so named."""
        named = f"/Pagination /Subtype /{kind}" if kind else "/Layout"
        with self._between(f"/Artifact <</Type {named}>> BDC"):
            yield

    @contextmanager
    def _between(self, beginning: str) -> Iterator[None]:
        self._code.append(beginning)  # type: ignore[attr-defined]
        yield
        self._code.append("EMC")  # type: ignore[attr-defined]

    def link(self, element: Element, width: float, height: float) -> None:
        """The rectangle from here leads where the element says."""
        left, bottom = self.absolutePosition(0, 0)
        note = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([left, bottom, left + width, bottom + height]),
                "Border": PDFArray([0, 0, 0]),
                "Contents": PDFString(element.url),
                "F": PRINTED,
                "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(element.url)}),
            }
        )
        links = self.structure.links
        name = f"link{len(links)}"
        self._addAnnotation(note, name)  # type: ignore[attr-defined]
        links.append(Link(element, note, name, self._pageNumber))  # type: ignore[attr-defined]

    def showPage(self) -> None:
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        totals = Counter(self.numberings)
        told: Counter[Numbering] = Counter()
        for kept, numbering in zip(self._kept, self.numberings, strict=True):
            self.__dict__.update(kept)
            told[numbering] += 1
            numbering(self, told[numbering], totals[numbering])
            super().showPage()
        self.structure.write(self._doc)  # type: ignore[attr-defined]
        super().save()

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - reportlab calls it so
        """Where a page is made: have it name its place in the structure, and pressed small."""
        super()._setAnnotations(page)  # type: ignore[misc]
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._pageNumber - 1  # type: ignore[attr-defined]
        page.Tabs = PDFName("S")
