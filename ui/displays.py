"""How many screens show what this computer shows, the copies of one screen among them."""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from ui.remembered import Memory

LOOK_MS = 5000
"""A copy of the same screen is not told of: it has to be looked for."""

ACTIVE_PATHS = 2
MOST = 32


def displays() -> int:
    """Screens of their own, or those that show the same if these are more."""
    return max(len(QGuiApplication.screens()), _showing_the_same())


class Displays(QObject):
    """``shared`` when another screen is there: at the beginning, or connected later.

    Whether that begins the quiet view is remembered for this laptop.
    """

    shared = Signal()

    def __init__(
        self,
        memory: Memory,
        parent: QObject | None = None,
        *,
        count: Callable[[], int] = displays,
    ) -> None:
        super().__init__(parent)
        self._memory, self._count = memory, count
        self._known = 1
        self.wanted = memory.read().quiet_by_itself
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and whenever that may have changed."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.look)
            app.screenRemoved.connect(self.look)
        if _showing_the_same():
            self._looking.start()
        self.look()

    def look(self) -> None:
        """One more than before is somebody else's."""
        before, self._known = self._known, self._count()
        if self._known > before and self.wanted:
            self.shared.emit()

    def set_wanted(self, wanted: bool) -> None:
        """Whether another screen begins the quiet view."""
        self.wanted = wanted
        self._memory.remember_quiet(by_itself=wanted)


def _showing_the_same() -> int:
    """Screens the system drives, where it can be asked; Qt counts copies as one."""
    try:
        if sys.platform == "win32":
            return _paths_of_windows()
        if sys.platform == "darwin":
            return _online_of_macos()
    except (OSError, AttributeError):
        return 0
    return 0


def _paths_of_windows() -> int:
    paths, modes = ctypes.c_uint32(), ctypes.c_uint32()
    user32 = ctypes.WinDLL("user32")  # type: ignore[attr-defined, unused-ignore]
    refused = user32.GetDisplayConfigBufferSizes(
        ACTIVE_PATHS, ctypes.byref(paths), ctypes.byref(modes)
    )
    return 0 if refused else int(paths.value)


def _online_of_macos() -> int:
    graphics = ctypes.CDLL("/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics")
    ids, found = (ctypes.c_uint32 * MOST)(), ctypes.c_uint32()
    refused = graphics.CGGetOnlineDisplayList(MOST, ids, ctypes.byref(found))
    return 0 if refused else int(found.value)
