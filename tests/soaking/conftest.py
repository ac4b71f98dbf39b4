"""Fixtures of the soak."""

from tests.ui.fixtures import answers, appearance, kept, no_surprise_dialogs, wardrobe

__all__ = ["answers", "appearance", "kept", "no_surprise_dialogs", "wardrobe"]
