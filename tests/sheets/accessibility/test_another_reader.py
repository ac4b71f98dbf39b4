"""What another program finds: our structure as PDFium, which browsers use, reads it."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.printing import build, locked
from tests.sheets.accessibility.samples import STAMP

BODY = Body(
    title="Trial",
    under=("For staff",),
    sections=(
        Section(heading="To do", lines=(Line(text="Ring", box=True),)),
        Section(heading="Days", table=Table(columns=("Day", "What"), rows=(("Mon", "Call"),))),
    ),
)
AS_WRITTEN = [
    "Document",
    *("H1", "P"),
    *("Sect", "H2", "L", "LI", "Lbl", "Figure: Empty box", "LBody"),
    *("Sect", "H2", "Table", "TR", "TH", "TH", "TR", "TH", "TD"),
]


def words(ask: Any, element: Any) -> str:
    held = ctypes.create_string_buffer(200)
    ask(element, held, 200)
    return held.raw.decode("utf-16-le").split("\0")[0]


def roles(element: Any) -> list[str]:
    """The element and everything in it, in order, figures with the words in their place."""
    alt = words(pdfium.FPDF_StructElement_GetAltText, element)
    role = words(pdfium.FPDF_StructElement_GetType, element)
    found = [f"{role}: {alt}" if alt else role]
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if kid := pdfium.FPDF_StructElement_GetChildAtIndex(element, at):
            found += roles(kid)
    return found


def read(pdf: bytes, password: str = "") -> list[str]:
    with pypdfium2.PdfDocument(pdf, password=password or None) as document:
        assert pdfium.FPDFCatalog_IsTagged(document.raw)
        page = document[0]
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        found = roles(pdfium.FPDF_StructTree_GetChildAtIndex(tree, 0))
        pdfium.FPDF_StructTree_Close(tree)
    return found


def test_another_program_reads_the_same_structure() -> None:
    assert read(build(BODY, footer=STAMP)) == AS_WRITTEN


def test_it_reads_it_from_an_encrypted_file_too() -> None:
    assert read(locked(build(BODY, footer=STAMP), "correct horse"), "correct horse") == AS_WRITTEN
