"""A sheet as PDFium reads it, which browsers use: it knows nothing of our writer or our check."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

LONGEST = 100_000
"""No text of an element is longer, in bytes."""


@dataclass
class Read:
    """One element on one page: its role, what it says of itself, its own words."""

    role: str
    alt: str
    aloud: str
    lang: str
    scope: str
    words: str


def pages(pdf: bytes, password: str = "") -> Iterator[list[Read]]:
    """The elements of each page in the order of reading. What runs on is on both pages."""
    with pypdfium2.PdfDocument(pdf, password=password or None) as document:
        assert pdfium.FPDFCatalog_IsTagged(document.raw)
        for number in range(len(document)):
            page = document[number]
            drawn = _drawn(page)
            tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
            every = range(pdfium.FPDF_StructTree_CountChildren(tree))
            roots = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in every]
            yield [each for root in roots for each in _elements(root, drawn)]
            pdfium.FPDF_StructTree_Close(tree)


def language(pdf: bytes) -> str:
    """The language of the whole."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _text(lambda *rest: pdfium.FPDFCatalog_GetLanguage(document.raw, *rest))


def _text(ask: Callable[..., int]) -> str:
    """What PDFium says in UTF-16, of a length it tells first."""
    length = ask(None, 0)
    assert length <= LONGEST
    held = ctypes.create_string_buffer(max(length, 2))
    ask(ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), length)
    return held.raw[:length].decode("utf-16-le").rstrip("\0")


def _drawn(page: Any) -> dict[int, str]:
    """The words of each marked piece of the page, as it draws them."""
    found: dict[int, str] = {}
    words = page.get_textpage()
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
        number = pdfium.FPDFPageObj_GetMarkedContentID(each.raw)
        if number < 0:
            continue
        said = _text(lambda *rest, each=each: pdfium.FPDFTextObj_GetText(each, words, *rest))
        found[number] = found.get(number, "") + said
    return found


def _elements(element: Any, drawn: dict[int, str]) -> Iterator[Read]:
    said = Read(
        role=_bytes(pdfium.FPDF_StructElement_GetType, element),
        alt=_bytes(pdfium.FPDF_StructElement_GetAltText, element),
        aloud=_bytes(pdfium.FPDF_StructElement_GetActualText, element),
        lang=_bytes(pdfium.FPDF_StructElement_GetLang, element),
        scope=_scope(element),
        words="",
    )
    yield said
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if kid := pdfium.FPDF_StructElement_GetChildAtIndex(element, at):
            yield from _elements(kid, drawn)
        else:
            number = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
            said.words += drawn.get(number, "")


def _bytes(ask: Callable[..., int], element: Any) -> str:
    length = ask(element, None, 0)
    held = ctypes.create_string_buffer(max(length, 2))
    ask(element, held, length)
    return held.raw[:length].decode("utf-16-le").rstrip("\0")


def _scope(element: Any) -> str:
    for at in range(pdfium.FPDF_StructElement_GetAttributeCount(element)):
        about = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, at)
        value = pdfium.FPDF_StructElement_Attr_GetValue(about, b"Scope")
        if value:
            held, length = ctypes.create_string_buffer(40), ctypes.c_ulong()
            pdfium.FPDF_StructElement_Attr_GetStringValue(value, held, 40, length)
            return held.raw[: length.value].decode("utf-16-le").rstrip("\0")
    return ""
