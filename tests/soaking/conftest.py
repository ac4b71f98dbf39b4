"""Fixtures of the soak."""

from tests.ui.fixtures import answers, appearance, no_surprise_dialogs, wardrobe

__all__ = ["answers", "appearance", "no_surprise_dialogs", "wardrobe"]
