"""The faces of a sheet: Atkinson Hyperlegible Next, and Noto's where that has no letters."""

from __future__ import annotations

import unicodedata
from functools import cache

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFError

from liaison.errors import CannotPrint
from liaison.resources import resource
from liaison.sheets.breaking import ZERO_WIDTH
from liaison.sheets.scripts import SCRIPTS, faces_for
from liaison.sheets.typeface import OWN, Typeface

PLAIN, BOLD = "Atkinson", "Atkinson-Bold"
OTHER, OTHER_BOLD = "Noto", "Noto-Bold"
TOGETHER = "\N{NO-BREAK SPACE}"
"""The space at which no line ends."""

JOINERS = "\u200c\u200d"
"""What says whether two letters of such a script join: kept there, taken out elsewhere."""

FILES = {
    PLAIN: "AtkinsonHyperlegibleNext-400.ttf",
    BOLD: "AtkinsonHyperlegibleNext-700.ttf",
    OTHER: "NotoSans-400.ttf",
    OTHER_BOLD: "NotoSans-700.ttf",
} | {
    f"{name}{bold}": f"Noto{script.file}-{weight}.ttf"
    for name, script in SCRIPTS.items()
    for bold, weight in (("", 400), ("-Bold", 700))
}
SHAPED = {name for name, script in SCRIPTS.items() if script.shaped}
URDU = "ur"
"""The language that is set in Nastaliq. Others in the same script are set in Naskh."""
IN_WORDS = {"→": " to ", "✓": "(tick)", "✔": "(tick)", "☑": "(ticked box)", "☐": "(box)"}
"""Signs no face here has, said instead."""


Run = tuple[str, str]
"""Words in one face, by its name."""

Runs = tuple[Run, ...]


@cache
def face(name: str) -> Typeface:
    """A face, ready to draw with; read from its file when it is first needed."""
    try:
        font = Typeface(name, resource(f"fonts/{FILES[name]}"))
    except TTFError as damaged:
        sentence = f"A typeface of this program is damaged: {FILES[name]}. Please install it again."
        raise CannotPrint(sentence) from damaged
    registerFont(font)
    if name == PLAIN:
        face(BOLD)
        registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)
    return font


@cache
def letters(name: str) -> frozenset[int]:
    """The characters a face can draw."""
    drawn = face(name).face.charToGlyph.items()
    return frozenset(
        code for code, glyph in drawn if glyph and code < OWN and not 0xE000 <= code < 0xF900
    )


def printable(text: str) -> str:
    """The text with signs said in words and characters nobody sees taken out, on one line."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    plain = unicodedata.normalize("NFC", text)
    for sign, words in IN_WORDS.items():
        plain = plain.replace(sign, words)
    plain = "".join(" " if c.isspace() and c != TOGETHER else c for c in plain)
    kept = JOINERS if any("\u0600" <= c < "\u0e00" for c in plain) else ""
    kept += ZERO_WIDTH if any("\u0e00" <= c < "\u0e80" for c in plain) else ""
    seen = (c for c in plain if c in kept or unicodedata.category(c) not in ("Cc", "Cf"))
    return " ".join(filter(None, "".join(seen).strip().split(" ")))


def runs(text: str, *, bold: bool = False, lang: str = "") -> Runs:
    """The text on one line, each word in a face that has all its letters.

    ``lang`` chooses between faces of one script. Raises CannotPrint, naming the character, when no
    face has it.
    """
    home = BOLD if bold else PLAIN
    plain = printable(text)
    if _has(home, plain):
        return ((home, plain),) if plain else ()
    urdu = lang.partition("-")[0] == URDU
    return joined(*(_in_faces(word, urdu=urdu, bold=bold) for word in plain.split(" ")))


def _faces(word: str, *, urdu: bool, bold: bool) -> tuple[str, ...]:
    further = faces_for(word, urdu=urdu)
    if bold:
        return (BOLD, OTHER_BOLD, *(f"{name}-Bold" for name in further))
    return (PLAIN, OTHER, *further)


def _in_faces(word: str, *, urdu: bool, bold: bool) -> Runs:
    """The word in the first face that has all of it, or else each letter in the first that can."""
    faces = _faces(word, urdu=urdu, bold=bold)
    whole = next((name for name in faces if _has(name, word)), "")
    if whole:
        face(whole)
        return ((whole, word),)
    parts: list[Run] = []
    for c in word:
        name = next((name for name in faces if _has(name, c)), "")
        if not name:
            raise CannotPrint(
                f"{_named(c)} cannot be printed: no typeface here has it. Take it out."
            )
        if parts and parts[-1][0] == name:
            parts[-1] = (name, parts[-1][1] + c)
        else:
            parts.append((name, c))
    return tuple(parts)


def _named(c: str) -> str:
    """A character by itself and by its name, or by its number where it cannot be shown."""
    number = f"U+{ord(c):04X}"
    name = unicodedata.name(c, "").lower()
    return f"“{c}” ({name})" if name else f"The character {number}"


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


def joins(said: Runs) -> bool:
    """Whether letters of it join, stack, run to the left or bear marks that must be placed."""
    return any(
        name.removesuffix("-Bold") in SHAPED
        or (not words.isascii() and any(map(unicodedata.combining, words)))
        for name, words in said
    )


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is, in points, in the face it will mostly be set in."""
    name = BOLD if bold else PLAIN
    face(PLAIN)
    return float(stringWidth(printable(text), name, size))
