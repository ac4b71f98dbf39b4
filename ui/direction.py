"""Languages that run from the right: which way words, margins and arrows go in a window of one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyle

Margins = tuple[int, int, int, int]

_FROM_RIGHT = (range(0x590, 0x900), range(0xFB1D, 0xFE00), range(0xFE70, 0xFF00))
"""Hebrew, Arabic with Urdu, Syriac, Thaana, N'Ko, and their older forms."""

_TURNED = {"left": "right", "right": "left"}
_ARROWS = ("chevron-left", "chevron-right", "arrow-left", "arrow-right")


def is_mirrored() -> bool:
    """Whether the language of the app runs from the right."""
    return QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def mirrored(margins: Margins) -> Margins:
    """Left, top, right and bottom as they are to be set. Qt mirrors layouts, not their margins."""
    left, top, right, bottom = margins
    return (right, top, left, bottom) if is_mirrored() else margins


def runs_from_right(text: str) -> bool:
    """Whether the first letter is of a language that runs from the right."""
    first = next((ord(letter) for letter in text if letter.isalpha()), 0)
    return any(first in letters for letters in _FROM_RIGHT)


def forced(flags: int, text: str) -> int:
    """Flags for words in a mirrored window: aligned as it is, but running as their letters do.

    Without it "6 days late" is painted "days late 6".
    """
    mirror = QStyle.visualAlignment(Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag(flags & 0xFF))
    way = (
        Qt.TextFlag.TextForceRightToLeft
        if runs_from_right(text)
        else Qt.TextFlag.TextForceLeftToRight
    )
    return flags & ~0xFF | mirror.value | Qt.AlignmentFlag.AlignAbsolute.value | way.value


def leading(alignment: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """The alignment of a label by the window it stands in, not by the letters it shows."""
    if not is_mirrored():
        return alignment
    visual = QStyle.visualAlignment(Qt.LayoutDirection.RightToLeft, alignment)
    return visual | Qt.AlignmentFlag.AlignAbsolute


def turned(icon: str) -> str:
    """The icon that points the other way, where it points at all."""
    if icon not in _ARROWS:
        return icon
    kind, _, way = icon.rpartition("-")
    return f"{kind}-{_TURNED[way]}"
