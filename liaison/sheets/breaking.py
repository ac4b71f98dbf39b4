"""Where a line may end that has no space: after signs that part words, never within a letter.

Thai has spaces between phrases alone, and no list of its words is carried here. A phrase stays
whole where it fits on a line. A longer one ends at a zero width space somebody typed, or else
before a vowel that is written before its consonant: there a syllable begins for certain.
"""

from __future__ import annotations

import unicodedata

ZERO_WIDTH = "\N{ZERO WIDTH SPACE}"
PARTS_WORDS = ("\N{ETHIOPIC WORDSPACE}", ZERO_WIDTH)
"""Signs that stand between words instead of a space."""

NEVER_ALONE = ("Mn", "Mc", "Me")
"""Kinds of what stands on the letter before it."""

STACKS = 9
"""The combining class of the sign by which two letters become one shape."""

BEFORE_ITS_LETTER = "เแโใไ"
"""Vowels of Thai that are written before the consonant they are said after."""

AFTER_ITS_LETTER = "ะาำๅๆฯ\u200c\u200d"
"""Vowels and signs of Thai that belong to what stands before them, and joiners."""


def may_end(text: str, at: int) -> bool:
    """Whether a line may end after this sign, by which words are parted.

    A time is written with the same sign: digits on both sides of it stay together.
    """
    around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return text[at] in PARTS_WORDS and not around.isnumeric()


def last_cut(text: str, start: int, end: int) -> int:
    """Where a word too long for a line is parted: as late as can be, without tearing a letter."""
    places = range(end, start, -1)
    syllables = (at for at in places if _begins_a_syllable(text, at))
    letters = (at for at in places if _parts_letters(text, at))
    return next(syllables, next(letters, end))


def _begins_a_syllable(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    return after in BEFORE_ITS_LETTER and "ก" <= before <= "๎" and before not in BEFORE_ITS_LETTER


def _parts_letters(text: str, at: int) -> bool:
    """Whether the letters before and after are two, each with its marks."""
    before, after = text[at - 1], text[at]
    return not (
        unicodedata.category(after) in NEVER_ALONE
        or after in AFTER_ITS_LETTER
        or before in f"{BEFORE_ITS_LETTER}\u200d"
        or unicodedata.combining(before) == STACKS
    )
