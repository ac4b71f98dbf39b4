"""What is made a part at a time, and given up half way."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


@contextmanager
def thrown_away_half_way(parts: list[QWidget]) -> Iterator[None]:
    """Around the steps of a generator: Qt deletes the parts when nobody wants the rest.

    The collector would take them to pieces in any order, which the bindings do not survive.
    """
    try:
        yield
    except GeneratorExit:
        for part in parts:
            if isValid(part) and part.parent() is None:
                part.deleteLater()
        raise
