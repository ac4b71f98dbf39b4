"""Cuts the Noto files down to the scripts the sheets fall back to.

Made for a person who takes newer font files:
``python resources/fonts/subset.py FULL.ttf OUT.ttf SCRIPT``, where the script is one of `SCRIPTS`.
Atkinson Hyperlegible Next is kept whole: its full files are small.
"""

import sys

from fontTools import subset

COMMON = (
    (0x0020, 0x0040),  # so that a number or a full stop needs no second face
    (0x005B, 0x0060),
    (0x007B, 0x007E),
    (0x00A0, 0x00A0),
    (0x200B, 0x200F),  # joiners and direction marks
    (0x2010, 0x2026),  # punctuation
    (0x25CC, 0x25CC),  # the ring under a mark that stands alone
)
SCRIPTS = {
    "latin": (
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
    ),
    # Arabic, Farsi, Pashto, Urdu, Kurdish.
    "arabic": (*COMMON, (0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF)),
    # Hebrew, Yiddish, and the sign of the shekel.
    "hebrew": (*COMMON, (0x0590, 0x05FF), (0xFB1D, 0xFB4F), (0x20AA, 0x20AA)),
    "devanagari": (*COMMON, (0x0900, 0x097F), (0xA8E0, 0xA8FF), (0x1CD0, 0x1CFF)),
    "bengali": (*COMMON, (0x0980, 0x09FF), (0x0964, 0x0965)),
    "gurmukhi": (*COMMON, (0x0A00, 0x0A7F), (0x0964, 0x0965)),
    "gujarati": (*COMMON, (0x0A80, 0x0AFF), (0x0964, 0x0965)),
    "tamil": (*COMMON, (0x0B80, 0x0BFF), (0x0964, 0x0965)),
    "telugu": (*COMMON, (0x0C00, 0x0C7F), (0x0964, 0x0965)),
    "kannada": (*COMMON, (0x0C80, 0x0CFF), (0x0964, 0x0965)),
    "malayalam": (*COMMON, (0x0D00, 0x0D7F), (0x0964, 0x0965)),
    "sinhala": (*COMMON, (0x0D80, 0x0DFF), (0x0964, 0x0965)),
    "thai": (*COMMON, (0x0E00, 0x0E7F)),
    # Tigrinya, Amharic, Tigre, Blin, Gurage.
    "ethiopic": (*COMMON, (0x1200, 0x139F), (0x2D80, 0x2DDF)),
    "georgian": (*COMMON, (0x10A0, 0x10FF), (0x1C90, 0x1CBF)),
    "armenian": (*COMMON, (0x0530, 0x058F), (0xFB13, 0xFB17)),
}


def cut(full: str, out: str, script: str) -> None:
    """Write the subset of the font file `full` to `out`, hinting left out."""
    options = subset.Options(hinting=False, layout_features=["*"], name_IDs=["*"])
    font = subset.load_font(full, options)
    cutter = subset.Subsetter(options)
    ranges = SCRIPTS[script]
    cutter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    cutter.subset(font)
    subset.save_font(font, out, options)


if __name__ == "__main__":
    cut(*sys.argv[1:4])
