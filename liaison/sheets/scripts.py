"""The scripts that can be printed besides Latin, Greek and Cyrillic: their faces and letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Block = tuple[int, int]
"""The first and the last of characters numbered one after another."""


@dataclass(frozen=True)
class Script:
    """The file of its faces, and where its letters are, which says whether they are needed."""

    file: str
    blocks: tuple[Block, ...]
    shaped: bool = True
    """Whether letters join or stack, run to the left, or break lines differently."""

    def has(self, letters: Iterable[str]) -> bool:
        """Whether one of the letters is of this script."""
        codes = [ord(each) for each in letters]
        return any(first <= code <= last for code in codes for first, last in self.blocks)


ARABIC = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF))
RING = 0x25CC
"""The ring under a mark that stands alone, which most of the files have: one is enough."""

SCRIPTS = {
    "Naskh": Script("NaskhArabic", ARABIC),
    "Nastaliq": Script("NastaliqUrdu", ARABIC),
    "Hebrew": Script("SansHebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    "Devanagari": Script(
        "SansDevanagari", ((0x0900, 0x097F), (0xA8E0, 0xA8FF), (0x1CD0, 0x1CFF), (RING, RING))
    ),
    "Bengali": Script("SansBengali", ((0x0980, 0x09FF),)),
    "Gurmukhi": Script("SansGurmukhi", ((0x0A00, 0x0A7F),)),
    "Gujarati": Script("SansGujarati", ((0x0A80, 0x0AFF),)),
    "Tamil": Script("SansTamil", ((0x0B80, 0x0BFF),)),
    "Telugu": Script("SansTelugu", ((0x0C00, 0x0C7F),)),
    "Kannada": Script("SansKannada", ((0x0C80, 0x0CFF),)),
    "Malayalam": Script("SansMalayalam", ((0x0D00, 0x0D7F),)),
    "Sinhala": Script("SansSinhala", ((0x0D80, 0x0DFF),)),
    "Thai": Script("SansThai", ((0x0E00, 0x0E7F),)),
    "Ethiopic": Script("SansEthiopic", ((0x1200, 0x139F), (0x2D80, 0x2DDF))),
    "Georgian": Script("SansGeorgian", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF)), shaped=False),
    "Armenian": Script("SansArmenian", ((0x0530, 0x058F), (0xFB13, 0xFB17)), shaped=False),
}
"""By the name of the face."""


def faces_for(word: str, *, urdu: bool) -> tuple[str, ...]:
    """The faces a word may need, the first choice first; those of other scripts stay unread."""
    found = [name for name, script in SCRIPTS.items() if script.has(word)]
    return tuple(sorted(found, key=lambda name: name == ("Naskh" if urdu else "Nastaliq")))
