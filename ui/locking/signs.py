"""What the computer tells about itself: that it goes to sleep, that its screen was locked."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.locking.locked import Reason


class SystemSigns(QObject):
    """Hears nothing: what a computer is that tells nothing. Each system has one of its own.

    ``heard`` carries the reason to lock. ``tells`` are the reasons that would be heard here;
    ``changed`` when it is another now.
    """

    heard = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tells: frozenset[Reason] = frozenset()

    def begin(self, window: QWidget) -> None:
        """Begin to listen; ``window`` is the one that is open."""

    def end(self) -> None:
        """Listen no more."""

    def words(self) -> str:
        """For the settings: what this computer tells, and what it does not."""
        sleep, screen = Reason.SLEEP in self.tells, Reason.SCREEN in self.tells
        if sleep and screen:
            return _said("It also locks when this computer sleeps or its screen is locked.")
        if sleep:
            return _said(
                "It also locks when this computer sleeps. This computer does not tell us when "
                "its screen is locked: press Ctrl+L first."
            )
        if screen:
            return _said(
                "It also locks when the screen of this computer is locked. This computer does "
                "not tell us when it sleeps: press Ctrl+L first."
            )
        return _said(
            "This computer does not tell us when it sleeps or its screen is locked: "
            "press Ctrl+L first."
        )

    def _told(self, *reasons: Reason) -> None:
        self.tells |= set(reasons)
        self.changed.emit()


def system_signs(parent: QObject | None = None, *, platform: str = sys.platform) -> SystemSigns:
    """The one that fits this system."""
    if platform == "win32":
        from ui.locking.windows import WindowsSigns  # noqa: PLC0415 - only there

        return WindowsSigns(parent)
    if platform == "darwin":
        from ui.locking.mac import MacSigns  # noqa: PLC0415 - only there

        return MacSigns(parent)
    if platform == "linux":
        from ui.locking.logind import LogindSigns  # noqa: PLC0415 - only there

        return LogindSigns(parent)
    return SystemSigns(parent)


def _said(words: str) -> str:
    return QCoreApplication.translate("SystemSigns", words)
