"""Cuts the Noto Sans files down to the scripts the sheets fall back to.

Made for a person who takes newer font files: ``python resources/fonts/subset.py FULL.ttf OUT.ttf``.
Atkinson Hyperlegible Next is kept whole: its full files are small.
"""

import sys

from fontTools import subset

SCRIPTS = (
    (0x0020, 0x024F),  # Latin with its first extensions
    (0x0250, 0x036F),  # phonetic letters, spacing and combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin of Vietnamese, Welsh, Yoruba
    (0x1F00, 0x1FFF),  # Greek with breathings
    (0x2000, 0x206F),  # punctuation, joiners, direction marks
    (0x2070, 0x20CF),  # superscripts and money
    (0x2100, 0x214F),  # signs such as No and TM
    (0x2212, 0x2212),  # minus
    (0xA720, 0xA7FF),  # further Latin
    (0xFB00, 0xFB06),  # ligatures
    (0xFFFD, 0xFFFD),  # the sign for what could not be read
)


def cut(full: str, out: str) -> None:
    """Write the subset of the font file `full` to `out`, hinting left out."""
    options = subset.Options(hinting=False, layout_features=["*"], name_IDs=["*"])
    font = subset.load_font(full, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in SCRIPTS for code in range(first, last + 1)])
    cutter.subset(font)
    subset.save_font(font, out, options)


if __name__ == "__main__":
    cut(*sys.argv[1:3])
