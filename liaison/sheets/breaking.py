"""Where a line may end that has no space: after signs that part words, never within a letter."""

from __future__ import annotations

import unicodedata

PARTS_WORDS = "\N{ETHIOPIC WORDSPACE}"
"""Signs that stand between words instead of a space."""

NEVER_ALONE = ("Mn", "Mc", "Me")
"""Kinds of what stands on the letter before it."""

STACKS = 9
"""The combining class of the sign by which two letters become one shape."""


def may_end(text: str, at: int) -> bool:
    """Whether a line may end after this sign: words are parted by it, and nothing follows closer.

    A time is written with the same sign: digits after it stay with it.
    """
    after = text[at + 1 : at + 2]
    return text[at] in PARTS_WORDS and after != " " and not after.isdigit()


def last_cut(text: str, start: int, end: int) -> int:
    """Where a word too long for a line is parted: as late as can be, without tearing a letter."""
    whole = (at for at in range(end, start, -1) if _parts_letters(text, at))
    return next(whole, end)


def _parts_letters(text: str, at: int) -> bool:
    """Whether the letters before and after are two."""
    before, after = text[at - 1], text[at]
    return not (
        unicodedata.category(after) in NEVER_ALONE
        or after in "\u200c\u200d"
        or before == "\u200d"
        or unicodedata.combining(before) == STACKS
    )
