"""What is wrong with the typefaces in a PDF: not there, not wide as they say, not to be read."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

from tests.sheets.accessibility.content import fonts_of

SYMBOLIC, LATIN = 1 << 2, 1 << 5
"""Flags of a typeface whose codes are its own, or those of a standard."""

NARROWEST = 1.0
"""How far a width may be from the true one, in thousandths of the size."""


def faults_of(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Each typeface once."""
    seen: set[Any] = set()
    for page in pdf.pages:
        for name, font in fonts_of(page):
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield from _of_one(f"font {font.get('/BaseFont', name)}", font)


def _of_one(what: str, font: Any) -> Iterator[str]:
    if font.get("/Subtype") != pikepdf.Name.TrueType:
        yield f"{what} is of another kind than the check knows: {font.get('/Subtype')}"
    if "/ToUnicode" not in font:
        yield f"{what} has no ToUnicode"
    about = font.get("/FontDescriptor", {})
    if "/FontFile2" not in about:
        yield f"{what} is not embedded"
        return
    flags = int(about.get("/Flags", 0))
    if bool(flags & SYMBOLIC) == bool(flags & LATIN):
        yield f"{what} says not, or both, whether its codes are its own (Flags)"
    if flags & SYMBOLIC and "/Encoding" in font:
        yield f"{what} has codes of its own and of another (Encoding)"
    with TTFont(BytesIO(about.FontFile2.read_bytes())) as letters:
        tables = letters["cmap"].tables
        if flags & SYMBOLIC and len(tables) != 1 and letters["cmap"].getcmap(3, 0) is None:
            yield f"{what} has more than one meaning for a code (cmap)"
        yield from _widths(what, font, letters)


def _widths(what: str, font: Any, letters: TTFont) -> Iterator[str]:
    """Whether each letter moves on as far as the page believes (31-016)."""
    first, widths = int(font.get("/FirstChar", 0)), [float(each) for each in font.Widths]
    times = 1000 / letters["head"].unitsPerEm
    for table in letters["cmap"].tables:
        for letter, name in table.cmap.items():
            code = letter & 0xFF
            true = letters["hmtx"][name][0] * times
            at = code - first
            if letters.getGlyphID(name) and not (
                0 <= at < len(widths) and abs(widths[at] - true) <= NARROWEST
            ):
                yield f"{what} is not as wide as it says at code {code} (Widths)"
