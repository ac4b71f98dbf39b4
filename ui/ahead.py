"""What is slow the first time, done before anybody asks for it: a small step now and then."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer

from ui.screens.screen import Screen, Task
from ui.session import Session

AFTER_MS, EVERY_MS = 250, 40


class Ahead(QObject):
    """Takes one step of the work at a time, and leaves time for keys between two.

    ``work`` does a step until it next yields.
    """

    def __init__(self, work: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin, or go on, in a moment."""
        self._timer.start(AFTER_MS)

    def stop(self) -> None:
        """No further step."""
        self._timer.stop()

    def _step(self) -> None:
        self._timer.setInterval(EVERY_MS)
        try:
            next(self._work)
        except StopIteration:
            self._timer.stop()


def screens_ahead(screens: Sequence[type[Screen]], made: Callable[[int], Screen]) -> Iterator[None]:
    """Make and fill the screens that want it, and paint them unseen."""
    for number in (n for n, each in enumerate(screens) if each.ahead):
        screen = made(number)
        yield
        screen.load_ahead()
        yield
        if not screen.isVisible():
            screen.grab()
            yield


def tasks_ahead(tasks: Sequence[type[Task]], session: Session) -> Iterator[None]:
    """Make one of each task that wants it, paint it unseen, and drop it."""
    for task in (each for each in tasks if each.ahead):
        one = task(session)
        yield
        one.grab()
        one.deleteLater()
        yield
