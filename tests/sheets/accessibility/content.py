"""What a page draws, piece by piece: which marks it stands under, and which letters it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

SAID = "said in other words"
KINDS = {"/Pagination", "/Layout", "/Page", "/Background"}
MEANINGLESS = {"\0", "\ufffd", "\ufeff", "\ufffe"}
SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"}


@dataclass
class Face:
    """One font as a page uses it: what each code means, and which codes it has a shape for."""

    name: str
    embedded: bool
    meaning: dict[int, str]
    shapes: set[int]


@dataclass
class Drawn:
    """What was found on one page. ``pieces`` are its marked pieces by number, with their text."""

    pieces: dict[int, str] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def face_of(font: Any) -> Face:
    """What a font of a page says of itself."""
    held = font.get("/FontDescriptor", {}).get("/FontFile2")
    meaning = _meanings(font["/ToUnicode"].read_bytes()) if "/ToUnicode" in font else {}
    shapes: set[int] = set()
    if held is not None:
        with TTFont(BytesIO(held.read_bytes())) as letters:
            for table in letters["cmap"].tables:
                glyphs = {
                    code & 0xFF: letters.getGlyphID(name) for code, name in table.cmap.items()
                }
                shapes |= {code for code, glyph in glyphs.items() if glyph}
    return Face(str(font.get("/BaseFont", "?")), held is not None, meaning, shapes)


def _meanings(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    text = cmap.decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = _utf16(letters)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, _, several in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for at, letters in enumerate(re.findall(r"<(\w+)>", several)):
                found[int(first, 16) + at] = _utf16(letters)
        for first, last, start in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for at in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + at] = chr(int(start, 16) + at)
    return found


def _utf16(letters: str) -> str:
    return bytes.fromhex(letters.zfill(4)).decode("utf-16-be")


class Reader:
    """Reads pages, keeping the fonts it has seen."""

    def __init__(self) -> None:
        self.faces: dict[Any, Face] = {}

    def face(self, font: Any) -> Face:
        key = font.objgen
        if key not in self.faces:
            self.faces[key] = face_of(font)
        return self.faces[key]

    def read(self, page: Any, number: int) -> Drawn:
        """Everything the page draws, and what is wrong with how it is marked."""
        fonts = {name: self.face(font) for name, font in fonts_of(page)}
        reading = Reading(f"page {number}", fonts)
        for operands, operator in pikepdf.parse_content_stream(page):
            reading.take(str(operator), operands)
        if reading.open_marks:
            reading.drawn.faults.append(f"{reading.where}: a mark never ends")
        return reading.drawn


class Reading:
    """One page while it is read: the marks that are open, the font that is set."""

    def __init__(self, where: str, fonts: dict[str, Face]) -> None:
        self.where, self.fonts = where, fonts
        self.drawn = Drawn()
        self.open_marks: list[int | str] = []
        self.font: Face | None = None

    def take(self, operator: str, operands: Any) -> None:
        """The next thing the page does."""
        if operator in ("BDC", "BMC"):
            self.open_marks.append(self._begin(operands))
        elif operator == "EMC":
            self._end()
        elif operator == "Tf":
            self.font = self.fonts[str(operands[0])]
        elif operator in SHOWS_TEXT:
            self._show(operands)
        elif operator in PAINTS and not self.open_marks:
            self._fault(f"something is drawn under no mark ({operator})")

    @property
    def _numbered(self) -> list[int]:
        return [each for each in self.open_marks if isinstance(each, int)]

    def _fault(self, words: str) -> None:
        self.drawn.faults.append(f"{self.where}: {words}")

    def _end(self) -> None:
        if self.open_marks:
            self.open_marks.pop()
        else:
            self._fault("a mark ends that never began")

    def _begin(self, operands: Any) -> int | str:
        role = str(operands[0])[1:]
        named = operands[1] if len(operands) > 1 and _is_dict(operands[1]) else {}
        number = named.get("/MCID")
        if role == "Artifact" and str(named.get("/Type", "")) not in KINDS:
            self._fault("something not for reading does not say what it is")
        if role == "Artifact" and self._numbered:
            self._fault("something not for reading stands inside an element")
        if "/ActualText" in named and self._numbered:
            self.drawn.pieces[self._numbered[-1]] += str(named["/ActualText"])
            return SAID
        if role == "Artifact" or number is None:
            return role
        if "Artifact" in self.open_marks:
            self._fault("an element stands inside something not for reading")
        number = int(number)
        if number in self.drawn.pieces:
            self._fault(f"two pieces are number {number}")
        self.drawn.pieces[number] = ""
        self.drawn.roles[number] = role
        self.drawn.order.append(number)
        return number

    def _show(self, operands: Any) -> None:
        codes = b"".join(_bytes(each) for each in operands)
        if self.font is None:
            self._fault("text is shown in no font")
            return
        name, meaning = self.font.name, self.font.meaning
        for code in sorted({*codes} - self.font.shapes):
            self._fault(f"{name} has no shape for code {code} (.notdef)")
        for code in sorted({*codes}):
            if MEANINGLESS & set(meaning.get(code, "\0")):
                self._fault(f"{name} does not say what code {code} means")
        words = "".join(meaning.get(code, "") for code in codes)
        if SAID in self.open_marks:
            return
        if self._numbered:
            self.drawn.pieces[self._numbered[-1]] += words
        elif "Artifact" not in self.open_marks:
            self._fault(f"text is shown under no mark: “{words}”")


def _is_dict(operand: Any) -> bool:
    return isinstance(operand, pikepdf.Dictionary)


def _bytes(operand: Any) -> bytes:
    if isinstance(operand, pikepdf.Array):
        return b"".join(bytes(each) for each in operand if isinstance(each, pikepdf.String))
    return bytes(operand)


def fonts_of(page: Any) -> Iterator[tuple[str, Any]]:
    """The fonts a page names."""
    for name, font in page.obj.get("/Resources", {}).get("/Font", {}).items():
        yield str(name), font
