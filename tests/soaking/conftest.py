"""Fixtures of the soak."""

from tests.ui.fixtures import answers, appearance, kept_widgets, no_surprise_dialogs, wardrobe

__all__ = ["answers", "appearance", "kept_widgets", "no_surprise_dialogs", "wardrobe"]
