"""Windows: the messages that a window gets when the session is locked or the computer sleeps."""

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from ui.locking.locked import Reason
from ui.locking.signs import SystemSigns

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 4
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 7
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT = 2, 4
NOTIFY_FOR_THIS_SESSION = 0

KIND = QByteArray(b"windows_generic_MSG")
"""What Qt calls the messages that Windows sends to a window."""

MEANING = {
    (WM_POWERBROADCAST, PBT_APMSUSPEND): Reason.SLEEP,
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK): Reason.SCREEN,
    (WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT): Reason.SCREEN,
    (WM_WTSSESSION_CHANGE, WTS_REMOTE_DISCONNECT): Reason.SCREEN,
}
"""Another user in front of the screen, or a remote desktop that was left, is a locked one, too."""


class Messages(QAbstractNativeEventFilter):
    """Reads every message Windows sends, and passes each on."""

    def __init__(self, signs: "WindowsSigns") -> None:
        super().__init__()
        self._signs = signs

    def nativeEventFilter(  # noqa: N802 - Qt calls it so
        self, kind: "QByteArray | bytes | bytearray | memoryview[int]", message: int
    ) -> tuple[bool, int]:
        if QByteArray(kind) == KIND:
            found = wintypes.MSG.from_address(int(message))
            reason = MEANING.get((found.message, found.wParam))
            if reason is not None:
                self._signs.heard.emit(reason)
        return False, 0


class WindowsSigns(SystemSigns):
    """Power messages come to every window; those of the session have to be asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.messages = Messages(self)
        self._window = 0

    def begin(self, window: QWidget) -> None:
        self._window = int(window.winId())
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self.messages)
        self._told(Reason.SLEEP)
        if _session_messages(self._window, wanted=True):
            self._told(Reason.SCREEN)

    def end(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self.messages)
        _session_messages(self._window, wanted=False)


def _session_messages(window: int, *, wanted: bool) -> bool:
    """Ask Windows for the session's messages, or no longer; whether it agreed."""
    if sys.platform == "win32":
        library = ctypes.WinDLL("wtsapi32", use_last_error=True)
        if wanted:
            ask = library.WTSRegisterSessionNotification
            ask.argtypes = [wintypes.HWND, wintypes.DWORD]
            return bool(ask(window, NOTIFY_FOR_THIS_SESSION))
        forget = library.WTSUnRegisterSessionNotification
        forget.argtypes = [wintypes.HWND]
        return bool(forget(window))
    return False
