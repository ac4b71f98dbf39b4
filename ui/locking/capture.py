"""Keeps our windows out of screenshots, recordings and shared screens, where the system can."""

import ctypes
import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

SHOWN, ONLY_ON_THE_MONITOR, LEFT_OUT = 0x00, 0x01, 0x11
"""What Windows calls WDA_NONE, WDA_MONITOR and, from Windows 10 of 2020, EXCLUDEFROMCAPTURE."""
MAC_SHOWN, MAC_LEFT_OUT = 1, 0
"""What macOS calls NSWindowSharingReadOnly and NSWindowSharingNone."""


class Capture(QObject):
    """Every window of ours is treated when it is first in front; ``possible`` says if at all."""

    def __init__(self, parent: QObject | None = None, *, hidden: bool) -> None:
        super().__init__(parent)
        self.hidden = hidden
        self.possible = sys.platform in {"win32", "darwin"}
        app = QGuiApplication.instance()
        if self.possible and isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._treat)

    def set_hidden(self, *, hidden: bool) -> None:
        """Hide every window that is open, or show them all."""
        self.hidden = hidden
        for window in QGuiApplication.topLevelWindows() if self.possible else ():
            self._treat(window)

    def _treat(self, window: QWindow | None) -> None:
        if window is not None and window.isVisible():
            leave_out(int(window.winId()), hidden=self.hidden)


def leave_out(window: int, *, hidden: bool) -> None:
    """Ask the system to leave a window out of every picture of the screen, or no longer."""
    if sys.platform == "win32":
        affinity = ctypes.WinDLL("user32").SetWindowDisplayAffinity
        affinity.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
        if not affinity(window, LEFT_OUT if hidden else SHOWN) and hidden:
            affinity(window, ONLY_ON_THE_MONITOR)
    elif sys.platform == "darwin":
        from ui.locking.objc import Runtime  # noqa: PLC0415 - only there

        runtime = Runtime()
        runtime.send(
            runtime.send(window, "window"),
            "setSharingType:",
            MAC_LEFT_OUT if hidden else MAC_SHOWN,
        )
