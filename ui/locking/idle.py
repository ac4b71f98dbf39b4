"""Nobody has touched a key or the mouse in any of our windows for so long."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

LOOK_MS = 2000
ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)


def seconds() -> float:
    """Seconds of a clock that nobody sets, and that goes on while the computer sleeps."""
    on = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if on is None else time.clock_gettime(on)


class Idle(QObject):
    """``due`` when nothing was pressed or moved for ``minutes()``; the next time as long after.

    Windows are watched, not widgets: of these there are thousands of events when a page opens.
    What an input method composes does not come as keys, but moves the cursor.
    """

    due = Signal()

    def __init__(
        self,
        minutes: Callable[[], float],
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = seconds,
    ) -> None:
        super().__init__(parent)
        self._minutes, self._clock = minutes, clock
        self._last = clock()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.active)
        self._watch()

    def active(self) -> None:
        """Somebody is there."""
        self._last = self._clock()

    def look(self) -> None:
        """Whether it is time, as is asked every other second."""
        self._watch()
        if self._clock() - self._last >= self._minutes() * 60:
            self.active()
            self.due.emit()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()
        QGuiApplication.inputMethod().cursorRectangleChanged.disconnect(self.active)
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in ACTIVITY:
            self.active()
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)
