"""Words made alike for finding: one folding for the index, the query and every typed value."""

from __future__ import annotations

import unicodedata

OWN_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "\u0131": "i",
    }
)
APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼʻ＇\x00"))  # noqa: RUF001 - these are the look-alikes


def folded(text: str) -> str:
    """Compatibility forms unified, case and marks dropped, apostrophes and NUL removed.

    SQLite's own folding misses ł ø đ ß, full-width forms and apostrophes.
    """
    if text.isascii():  # most words are, and nothing else has to be done to them
        return text.lower().translate(APOSTROPHES)
    plain = unicodedata.normalize("NFKD", text).casefold().translate(OWN_LETTERS)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.translate(APOSTROPHES)


def squeezed(text: str) -> str:
    """Folded, and nothing left but letters and digits; an arrow, → or ->, counts as "to"."""
    said = text.replace("→", " to ").replace("->", " to ")
    plain = folded(said)
    return plain if plain.isalnum() else "".join(c for c in plain if c.isalnum())
