"""What is slow the first time, done before anybody asks for it: a small step now and then."""

from collections.abc import Callable, Generator, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.contents import Contents
from ui.half_made import thrown_away_half_way
from ui.screens.screen import Screen, Task
from ui.session import Session

AFTER_MS, EVERY_MS = 250, 40


class Ahead(QObject):
    """Takes one step of the work at a time, and leaves time for keys between two.

    ``work`` does a step until it next yields.
    """

    def __init__(self, work: Generator[None], parent: QObject) -> None:
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

    def end(self) -> None:
        """No step ever again; what is half made is thrown away."""
        self._timer.stop()
        self._work.close()

    def _step(self) -> None:
        self._timer.setInterval(EVERY_MS)
        try:
            next(self._work)
        except StopIteration:
            self._timer.stop()


def work_ahead(
    contents: Contents,
    session: Session,
    made: Callable[[int, Screen | None], Screen],
    *,
    is_made: Callable[[int], bool],
) -> Generator[None]:
    """The screens first, then the tasks."""
    yield from screens_ahead(contents.screens, session, made, is_made=is_made)
    yield from tasks_ahead(contents.tasks, session)


def screens_ahead(
    screens: Sequence[type[Screen]],
    session: Session,
    made: Callable[[int, Screen | None], Screen],
    *,
    is_made: Callable[[int], bool],
) -> Iterator[None]:
    """Make and fill the screens that want it, and paint them unseen.

    ``made`` gives the screen of a number: what is handed in, unless there has come to be another.
    """
    for number, each in enumerate(screens):
        if not each.ahead:
            continue
        one = None if is_made(number) else (yield from _in_steps(each, session))
        screen = made(number, one)
        if one is not None and one is not screen:
            one.deleteLater()
        screen.load_ahead()
        yield
        if not screen.isVisible():
            screen.grab()
            yield


def _in_steps(kind: type[Screen], session: Session) -> Generator[None, None, Screen | None]:
    parts: list[QWidget] = []
    one: Screen | None = None
    with thrown_away_half_way(parts):
        for one in kind.in_steps(session):
            if one is not None:
                parts.append(one)
            yield
    return one


def tasks_ahead(tasks: Sequence[type[Task]], session: Session) -> Iterator[None]:
    """Make one of each task that wants it, paint it unseen, and drop it."""
    for task in (each for each in tasks if each.ahead):
        one = task(session)
        with thrown_away_half_way([one]):
            yield
        one.grab()
        one.deleteLater()
        yield
