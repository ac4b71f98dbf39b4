"""Whether a text shows anything at all: signs of no width look like nothing, and are nothing."""

from __future__ import annotations

import unicodedata

UNSEEN = ("Cc", "Cf")
"""What Unicode calls control and format characters: zero-width spaces and joiners among them."""


def visible(text: str) -> bool:
    """Whether there is a character in it that can be seen."""
    return any(not c.isspace() and unicodedata.category(c) not in UNSEEN for c in text)
