"""A typeface whose shapes say which letters they stand for when a page is searched or copied."""

from __future__ import annotations

import re
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

OWN = 0xF0000
"""From here on a shape has a code of ours, one for each of the letters it stands for."""

NOTHING = "\N{WORD JOINER}"
"""What a shape says that has its letter said by the one beside it: a dot, a mark, half a letter."""

IN_HEXADECIMAL = re.compile(r"<([0-9A-F]{5})>")


class Typeface(TTFont):
    """The same shape stands for several letters: without its dots ب is ت. Each has a code."""

    def __init__(self, name: str, file: Any) -> None:
        super().__init__(name, file)
        self._codes: dict[tuple[int, str], int] = {}
        self._letters: list[str] = []

    def code(self, glyph: int, letters: str, width: float) -> int:
        """The code by which the shape is drawn where it stands for these letters.

        It is the letter's own code where there is one.
        """
        if len(letters) == 1 and self.face.charToGlyph.get(ord(letters)) == glyph:
            return ord(letters)
        if (glyph, letters) not in self._codes:
            made = self._codes[glyph, letters] = OWN + len(self._letters)
            self._letters.append(letters)
            self.face.charToGlyph[made] = glyph
            self.face.charWidths[made] = width
        return self._codes[glyph, letters]

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab calls it so
        """What reportlab asks of it when the document is written."""
        count = len(self.state[doc].subsets) if doc in self.state else 0
        names = [self.getSubsetInternalName(at, doc)[1:] for at in range(count)]
        super().addObjects(doc)
        for name in names:
            font = doc.idToObject["BasicFonts"].dict[name]
            meanings = doc.idToObject[font.ToUnicode.name]
            meanings.content = IN_HEXADECIMAL.sub(self._spelt, meanings.content)

    def _spelt(self, code: re.Match[str]) -> str:
        letters = self._letters[int(code[1], 16) - OWN]
        return f"<{letters.encode('utf-16-be').hex().upper()}>"
