"""Letters made into shapes: how HarfBuzz joins, stacks and places them, in a face of ours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from liaison.sheets.fonts import face
from liaison.sheets.typeface import NOTHING


@dataclass(frozen=True)
class Shape:
    """One shape: the code it is drawn by, how far it moves on, where it is set off, its letter.

    Lengths are in thousandths of the size. ``letter`` counts from the start of the text; ``says``
    is what is read for the shape by itself.
    """

    code: int
    advance: float
    right: float
    up: float
    letter: int
    says: str


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
    made = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    says = _said([(each.cluster, place.x_advance) for each, place in made], text)
    times = 1000 / ready.face.upem
    return tuple(
        Shape(
            face(name).code(
                each.codepoint, said, ready.get_glyph_h_advance(each.codepoint) * times
            ),
            place.x_advance * times,
            place.x_offset * times,
            place.y_offset * times,
            each.cluster,
            said,
        )
        for (each, place), said in zip(made, says, strict=True)
    )


def _said(made: list[tuple[int, int]], text: str) -> list[str]:
    """What each shape stands for, given the letter it begins at and how far it moves on.

    Where several stand for the same letters, the widest says them all.
    """
    begins = sorted({letter for letter, _ in made})
    ends = dict(zip(begins, [*begins[1:], len(text)], strict=True))
    widest: dict[int, int] = {}
    for at, (letter, advance) in enumerate(made):
        if letter not in widest or advance > made[widest[letter]][1]:
            widest[letter] = at
    return [
        text[letter : ends[letter]] if widest[letter] == at else NOTHING
        for at, (letter, _) in enumerate(made)
    ]


def width_of_shapes(name: str, text: str, *, left: bool, lang: str) -> float:
    """How wide the text is, in thousandths of the size."""
    return sum(each.advance for each in shapes(name, text, left=left, lang=lang))
