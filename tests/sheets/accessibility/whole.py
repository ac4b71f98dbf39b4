"""What is wrong with a PDF as a whole: what it says of itself, and what it must not hold.

Numbers in brackets are failure conditions of the Matterhorn Protocol 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.sheets.accessibility.structure_tree import LANGUAGE, ROLES

UA = "{http://www.aiim.org/pdfua/ns/id/}part"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
HEADER = re.compile(rb"%PDF-1\.[0-7]\r?\n")
ALOUD = 1 << 9
"""The tenth of the bits that say what a reader of an encrypted file may do (26-002)."""


def faults_of(file: bytes, pdf: pikepdf.Pdf) -> Iterator[str]:
    """Everything wrong with the document, but not with its pages, structure and typefaces."""
    if not HEADER.match(file):
        yield "the file does not say that it is PDF 1.0 to 1.7"
    yield from _said(pdf)
    yield from _held(pdf)
    for number, page in enumerate(pdf.pages, 1):
        if page.obj.get("/Tabs") != pikepdf.Name.S:
            yield f"page {number}: Tab does not follow the structure (Tabs)"
        for note in page.obj.get("/Annots", []):
            if note.get("/Subtype") != pikepdf.Name.Link:
                yield f"page {number}: a note is no link, but {note.get('/Subtype')}"


def _said(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if "/Metadata" not in root:
        yield "there are no metadata (XMP)"
    with pdf.open_metadata() as metadata:
        part, title = metadata.get(UA), str(metadata.get(TITLE) or "").strip()
    marks = root.get("/MarkInfo", {})
    must = {
        "the metadata do not say PDF/UA part 1": part == "1",
        "the metadata have no title": title,
        "the document names no language": LANGUAGE.fullmatch(str(root.get("/Lang", ""))),
        "the document does not say that it is tagged (MarkInfo)": marks.get("/Marked"),
        "the document doubts its own tags (Suspects)": not marks.get("/Suspects", False),
        "the window would show the file’s name, not the title (DisplayDocTitle)": (
            root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")
        ),
        "what reads pages aloud is not allowed to": _may_be_read_aloud(pdf),
    }
    yield from (sentence for sentence, kept in must.items() if not kept)
    yield from _roles_renamed(root)


def _may_be_read_aloud(pdf: pikepdf.Pdf) -> bool:
    locked = pdf.trailer.get("/Encrypt")
    return locked is None or bool(int(locked.get("/P", 0)) & ALOUD)


def _roles_renamed(root: Any) -> Iterator[str]:
    """A role of the standard may not stand for another (02-004), nor one for itself (02-003)."""
    renamed = root.get("/StructTreeRoot", {}).get("/RoleMap", {})
    for role in renamed:
        if role[1:] in ROLES:
            yield f"the role {role[1:]} is said to be another (RoleMap)"
        seen: set[str] = set()
        while role in renamed and role not in seen:
            seen.add(role)
            role = str(renamed[role])  # noqa: PLW2901 - followed to where it leads
        if role in seen:
            yield f"the role {role[1:]} is said to be itself (RoleMap)"


def _held(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What needs words of its own to be read, and what no sheet of ours has."""
    root = pdf.Root
    must_not = {
        "there are layers that can be hidden (OCProperties)": "/OCProperties" in root,
        "there is a form to fill in on the screen (AcroForm)": "/AcroForm" in root,
        "there are files inside it (EmbeddedFiles)": (
            "/EmbeddedFiles" in root.get("/Names", {}) or "/AF" in root
        ),
        "a page needs a program (JavaScript)": (
            ("/OpenAction" in root and "/JS" in root.OpenAction)
            or "/JavaScript" in root.get("/Names", {})
        ),
    }  # fmt: skip
    yield from (sentence for sentence, broken in must_not.items() if broken)
    for number, page in enumerate(pdf.pages, 1):
        for name, held in page.obj.get("/Resources", {}).get("/XObject", {}).items():
            if held.get("/Subtype") == pikepdf.Name.Form:
                yield f"page {number}: {name} is drawn from elsewhere, which is not read (Form)"
