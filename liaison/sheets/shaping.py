"""Letters made into shapes: how HarfBuzz joins, stacks and places them, in a face of ours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

from liaison.sheets.fonts import face

PRIVATE = 0xE000
"""From here on a face's shapes are named by their number, where no letter alone is drawn so."""


@dataclass(frozen=True)
class Shape:
    """One shape: the code it is drawn by, how far it moves on, where it is set off, its letter.

    Lengths are in thousandths of the size. ``letter`` counts from the start of the text.
    """

    code: int
    advance: float
    right: float
    up: float
    letter: int


@cache
def _ready(name: str) -> Any:
    """The face as HarfBuzz reads it."""
    import uharfbuzz  # noqa: PLC0415 - few sheets need it

    made = uharfbuzz.Font(face(name).hbFace)
    made.scale = (made.face.upem, made.face.upem)
    return made


@lru_cache(maxsize=4096)
def shapes(name: str, text: str, *, left: bool, lang: str) -> tuple[Shape, ...]:
    """The text's shapes from left to right as they stand on paper."""
    import uharfbuzz  # noqa: PLC0415 - few sheets need it

    ready = _ready(name)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if left else "ltr"
    if lang:
        buffer.language = lang
    uharfbuzz.shape(ready, buffer, {"kern": True, "liga": True})
    times = 1000 / ready.face.upem
    return tuple(
        Shape(
            _code(face(name), each.codepoint, ready.get_glyph_h_advance(each.codepoint) * times),
            place.x_advance * times,
            place.x_offset * times,
            place.y_offset * times,
            each.cluster,
        )
        for each, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


def _code(font: TTFont, glyph: int, width: float) -> int:
    """The code by which a face draws the shape: that of the letter, if it is the shape of one."""
    letters = font.face.glyphToChar.get(glyph)
    if letters and letters[0] not in (0xA0, 0xAD) and font.face.charToGlyph[letters[0]] == glyph:
        return int(letters[0])
    code = PRIVATE + glyph
    font.face.charToGlyph[code] = glyph
    font.face.charWidths[code] = width
    return code


def width_of_shapes(name: str, text: str, *, left: bool, lang: str) -> float:
    """How wide the text is, in thousandths of the size."""
    return sum(each.advance for each in shapes(name, text, left=left, lang=lang))
