"""Writing into a PDF what it is when it is read aloud: structure, title, language, PDF/UA mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFDictionary,
    PDFObject,
    PDFString,
    ViewerPreferencesPDFDictionary,
)

from liaison.sheets.elements import Element, Mark

METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>2000-01-01T00:00:00+00:00</xmp:CreateDate>
<xmp:ModifyDate>2000-01-01T00:00:00+00:00</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""
"""Part 1 of PDF/UA. The dates are always the same, so that the same entries give the same bytes."""


@dataclass(frozen=True)
class Link:
    """A place on a page that leads elsewhere, and the element it belongs to."""

    element: Element
    note: PDFDictionary
    name: str
    page: int


class Structure:
    """The elements of one PDF, which pieces of its pages are theirs, and its links."""

    def __init__(self, root: Element, title: str, lang: str) -> None:
        self.root, self.title, self.lang = root, title, lang
        self.marks: dict[int, list[Element]] = {}
        self.links: list[Link] = []

    def write(self, document: Any) -> None:
        """Into a document that has all its pages."""
        tree = Plain()
        catalog = document.Catalog
        catalog.StructTreeRoot = document.Reference(tree)
        self._number(document, self.root, _number(document, tree))
        parents = Plain(self._parents(len(document.Pages.pages)).encode())
        document.Reference(parents)
        tree.text = (
            f"<</Type/StructTreeRoot/K {self.root.number} 0 R"
            f"/ParentTree {_number(document, parents)} 0 R"
            f"/ParentTreeNextKey {len(document.Pages.pages) + len(self.links)}>>"
        ).encode()
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = ViewerPreferencesPDFDictionary({"DisplayDocTitle": "true"})
        catalog.Metadata = XMP(creator=self._metadata)

    def _number(self, document: Any, element: Element, parent: int) -> None:
        """Give the element, and everything in it, its number in the file."""
        written = Written(self, element, parent)
        document.Reference(written)
        element.number = _number(document, written)
        for kid in element.elements():
            if kid.drawn:
                self._number(document, kid, element.number)

    def _parents(self, pages: int) -> str:
        """Which element each piece of each page belongs to, and each link after them."""
        found = [
            f"{page}[{' '.join(f'{each.number} 0 R' for each in self.marks.get(page + 1, ()))}]"
            for page in range(pages)
        ]
        for key, link in enumerate(self.links, pages):
            link.note["StructParent"] = key
            found.append(f"{key} {link.element.number} 0 R")
        return f"<</Nums[{' '.join(found)}]>>"

    def _metadata(self, _: Any) -> bytes:
        return METADATA.format(title=escape(self.title), lang=escape(self.lang)).encode()


def _number(document: Any, written: PDFObject) -> int:
    name = document.Reference(written).name
    return int(document.idToObjectNumberAndVersion[name][0])


class Plain(PDFObject):
    """A numbered object whose text is ready."""

    __RefOnly__ = 1

    def __init__(self, text: bytes = b"") -> None:
        self.text = text

    def format(self, _: Any) -> bytes:
        return self.text


class Written(PDFObject):
    """One element, as it stands in the file."""

    __RefOnly__ = 1

    def __init__(self, structure: Structure, element: Element, parent: int) -> None:
        self.structure, self.element, self.parent = structure, element, parent

    def format(self, document: Any) -> bytes:
        """Its role, whose part it is, what it says of itself, and what is in it."""
        element = self.element
        head = f"<</Type/StructElem/S/{element.role}/P {self.parent} 0 R".encode()
        said = b"".join(_said(document, element)) if _says_more(element) else b""
        return head + said + self._kids(document) + b">>"

    def _kids(self, document: Any) -> bytes:
        page = next((kid.page for kid in self.element.kids if isinstance(kid, Mark)), 0)
        kids = [self._kid(document, kid, page) for kid in self.element.kids]
        if self.element.url:
            kids += [
                f"<</Type/OBJR/Pg {_page(document, link.page)} 0 R/Obj "
                f"{document.refAnnotation(link.name).format(document).decode()}>>"
                for link in self.structure.links
                if link.element is self.element
            ]
        home = f"/Pg {_page(document, page)} 0 R" if page else ""
        return f"{home}/K[{' '.join(kid for kid in kids if kid)}]".encode()

    def _kid(self, document: Any, kid: Element | Mark, page: int) -> str:
        if isinstance(kid, Element):
            return f"{kid.number} 0 R" if kid.number else ""
        if kid.page == page:
            return str(kid.number)
        return f"<</Type/MCR/Pg {_page(document, kid.page)} 0 R/MCID {kid.number}>>"


def _page(document: Any, page: int) -> int:
    return int(document.idToObjectNumberAndVersion[f"Page{page}"][0])


def _says_more(element: Element) -> bool:
    words = element.lang or element.alt or element.aloud or element.scope
    return bool(words or element.bounds or element.counted)


def _said(document: Any, element: Element) -> list[bytes]:
    """Language, words instead, scope, place: whatever it has of them."""
    texts = (("Lang", element.lang), ("Alt", element.alt), ("ActualText", element.aloud))
    said = [f"/{key}".encode() + PDFString(text).format(document) for key, text in texts if text]
    if element.scope:
        said.append(f"/A<</O/Table/Scope/{element.scope}>>".encode())
    if element.counted:
        said.append(b"/A<</O/List/ListNumbering/Decimal>>")
    if element.bounds:
        box = " ".join(f"{each:.2f}" for each in element.bounds)
        said.append(f"/A<</O/Layout/Placement/Block/BBox[{box}]>>".encode())
    return said
