"""The faces of a sheet: Atkinson Hyperlegible Next, and Noto Sans where that has no letters."""

from __future__ import annotations

import unicodedata
from functools import cache

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from liaison.errors import CannotPrint
from liaison.resources import resource

PLAIN, BOLD = "Atkinson", "Atkinson-Bold"
OTHER, OTHER_BOLD = "Noto", "Noto-Bold"
FILES = {
    PLAIN: "AtkinsonHyperlegibleNext-400.ttf",
    BOLD: "AtkinsonHyperlegibleNext-700.ttf",
    OTHER: "NotoSans-400.ttf",
    OTHER_BOLD: "NotoSans-700.ttf",
}
IN_WORDS = {"→": " to ", "✓": "(tick)", "✔": "(tick)", "☑": "(ticked box)", "☐": "(box)"}
"""Signs no face here has, said instead."""


Run = tuple[str, str]
"""Words in one face, by its name."""

Runs = tuple[Run, ...]


@cache
def face(name: str) -> TTFont:
    """A face, ready to draw with; read from its file when it is first needed."""
    font = TTFont(name, resource(f"fonts/{FILES[name]}"))
    registerFont(font)
    if name == PLAIN:
        face(BOLD)
        registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)
    return font


@cache
def letters(name: str) -> frozenset[int]:
    """The characters a face can draw."""
    return frozenset(face(name).face.charToGlyph)


def printable(text: str) -> str:
    """The text with signs said in words and characters nobody sees taken out, on one line."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    plain = unicodedata.normalize("NFC", text)
    for sign, words in IN_WORDS.items():
        plain = plain.replace(sign, words)
    plain = "".join(" " if c.isspace() else c for c in plain)
    seen = (c for c in plain if unicodedata.category(c) not in ("Cc", "Cf"))
    return " ".join("".join(seen).split())


def runs(text: str, *, bold: bool = False) -> Runs:
    """The text on one line, each word in a face that has all its letters.

    Raises CannotPrint, naming the character, when no face has it.
    """
    home, other = (BOLD, OTHER_BOLD) if bold else (PLAIN, OTHER)
    plain = printable(text)
    if _has(home, plain):
        return ((home, plain),) if plain else ()
    words = plain.split(" ")
    return joined(
        *(((home if _has(home, word) else _face_for(word, other), word),) for word in words)
    )


def joined(*parts: Runs) -> Runs:
    """Texts one after another, a space between them. Runs in the same face become one."""
    together: list[Run] = []
    for name, words in (run for part in parts if part for run in _after_a_space(part)):
        if together and together[-1][0] == name:
            together[-1] = (name, together[-1][1] + words)
        elif together and words.startswith(" "):
            together[-1] = (together[-1][0], together[-1][1] + " ")
            together.append((name, words[1:]))
        else:
            together.append((name, words if together else words.lstrip(" ")))
    return tuple(together)


def _after_a_space(part: Runs) -> Runs:
    (name, words), *more = part
    return ((name, f" {words}"), *more)


def _has(name: str, word: str) -> bool:
    return letters(name).issuperset(map(ord, set(word)))


def _face_for(word: str, other: str) -> str:
    for c in word:
        if ord(c) not in letters(other):
            named = unicodedata.name(c, f"U+{ord(c):04X}").lower()
            sentence = f"“{c}” ({named}) cannot be printed: no typeface here has it. Take it out."
            raise CannotPrint(sentence)
    face(other)
    return other


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is, in points, in the face it will mostly be set in."""
    name = BOLD if bold else PLAIN
    face(PLAIN)
    return float(stringWidth(printable(text), name, size))
