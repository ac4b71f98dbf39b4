"""Says when to lock, while a record is open; and what the settings may choose about it."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.locking.capture import Capture
from ui.locking.idle import Idle
from ui.locking.locked import Reason
from ui.locking.signs import SystemSigns
from ui.remembered import Memory

SOON_MS = 500
"""The window is to be there first."""


class Watch(QObject):
    """``due`` carries the reason to lock. What is chosen here is remembered for this laptop.

    The settings show ``minutes``, ``system_words()``, and, where ``capture.possible``, whether
    pictures of the screen leave our windows out; ``changed`` when the words are others now.
    """

    due = Signal(object)
    changed = Signal()

    def __init__(
        self,
        memory: Memory,
        signs: SystemSigns,
        capture: Capture,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self.minutes = memory.read().lock_minutes
        self.capture = capture
        self.idle = Idle(self._wait, self)
        self.idle.due.connect(self._idle_due)
        self._signs = signs
        signs.setParent(self)
        signs.heard.connect(self.due)
        signs.changed.connect(self.changed)
        self._window: QWidget | None = None

    def begin(self, window: QWidget) -> None:
        """Begin in a moment, with the window that is open."""
        self._window = window
        QTimer.singleShot(SOON_MS, self, self._begin)

    def end(self) -> None:
        """The record is closed."""
        if self._window is not None:
            self.idle.end()
            self._signs.end()
            self._window = None

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without activity: 1 to 30."""
        self._memory.remember_lock_minutes(minutes)
        self.minutes = self._memory.read().lock_minutes

    def set_hidden_from_capture(self, *, hidden: bool) -> None:
        """Leave our windows out of pictures of the screen, or show them there."""
        self._memory.remember_capture(hide=hidden)
        self.capture.set_hidden(hidden=hidden)

    def system_words(self) -> str:
        """A sentence on what this computer tells by itself, and what it does not."""
        return self._signs.words()

    def _begin(self) -> None:
        if self._window is not None:
            self._signs.begin(self._window)

    def _wait(self) -> float:
        return self.minutes

    def _idle_due(self) -> None:
        self.due.emit(Reason.IDLE)
