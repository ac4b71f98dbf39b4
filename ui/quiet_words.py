"""Words without surnames, and whether the window that a widget stands in asks for them."""

import re
from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

QUIET = "quiet"
ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")
HIDDEN = "…@…"
NAME = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{2,})*")


class QuietWords:
    """Takes surnames out of words: "Mrs Amina Khan" becomes "Mrs Amina K."."""

    def __init__(self, surnames: Iterable[str]) -> None:
        from liaison.model.folded import folded  # noqa: PLC0415 - not before the first painting

        self._folded = folded
        self._surnames = {folded(each) for name in surnames for each in NAME.findall(name)}

    def hush(self, text: str) -> str:
        """The words with an initial in the place of each surname, and no e-mail address."""
        return NAME.sub(self._initial, ADDRESS.sub(HIDDEN, text)) if text else text

    def _initial(self, found: re.Match[str]) -> str:
        word = found[0]
        known = word[0].isupper() and len(word) > 1 and self._folded(word) in self._surnames
        return f"{word[0]}." if known else word


def quiet_of(widget: QWidget) -> QuietWords | None:
    """The quiet words of the window this stands in; nothing while it is off."""
    found = widget.window().property(QUIET)
    return found if isinstance(found, QuietWords) else None
