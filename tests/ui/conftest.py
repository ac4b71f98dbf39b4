"""The clothes of the application in every test of a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.appearance import Appearance, Scheme


@pytest.fixture(scope="session")
def wardrobe(qapp: QApplication) -> Appearance:
    return Appearance(qapp, scheme=Scheme.LIGHT)


@pytest.fixture(autouse=True)
def appearance(wardrobe: Appearance) -> Iterator[Appearance]:
    """Light and at 100 %, whatever the last test wore."""
    yield wardrobe
    if wardrobe.scheme is not Scheme.LIGHT:
        wardrobe.set_scheme(Scheme.LIGHT)
    if wardrobe.text_size != 100:
        wardrobe.set_text_size(100)
