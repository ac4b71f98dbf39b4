"""Who has the focus now, told to those who follow it for as long as they live.

Qt's own signal hands over the widget that loses the focus, and reaches whoever is connected, also
while either is being destroyed: Python then takes hold of what is gone a moment later, and the
process ends. So only one object is connected, which lives as long as the application.
"""

from collections.abc import Callable
from types import MethodType
from typing import cast
from weakref import WeakMethod

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


class Focus(QObject):
    """Knows its followers weakly: who is being collected is not called any more."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._followers: list[WeakMethod[Callable[[], None]]] = []
        app.focusChanged.connect(self.tell)

    def add(self, follower: Callable[[], None]) -> None:
        """Call this method of an object of Qt's whenever the focus has moved."""
        self._followers.append(WeakMethod(follower))

    @Slot()
    def tell(self) -> None:
        """Call all that still live."""
        self._followers = [each for each in self._followers if each() is not None]
        for each in self._followers:
            follower = each()
            if follower is not None and isValid(cast(MethodType, follower).__self__):
                follower()


def follow_focus(follower: Callable[[], None]) -> None:
    """Call this method whenever the focus has moved; ``QApplication.focusWidget`` says where to."""
    app = cast(QApplication, QApplication.instance())
    found = cast(Focus | None, app.findChild(Focus))
    (found if found is not None else Focus(app)).add(follower)
