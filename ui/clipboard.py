"""Copying words for a minute, so that clipboard histories and clouds leave them alone."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from ui.copy_keys import CopyKeys

OURS = "application/x-family-liaison"
"""Tells what was copied here from what others copied; it holds nothing."""

NO = QByteArray(bytes(4))
WINDOWS = 'application/x-qt-windows-mime;value="{0}"'
KEEP_OUT = {
    OURS: NO,
    WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): NO,
    WINDOWS.format("CanIncludeInClipboardHistory"): NO,
    WINDOWS.format("CanUploadToCloudClipboard"): NO,
    "x-kde-passwordManagerHint": QByteArray(b"secret"),
}
CONCEALED = "org.nspasteboard.ConcealedType"
"""Qt gives macOS its own names for kinds of data; this one has to be as it stands."""

FORGET_MS = 60_000


class Copies(QObject):
    """Marks what is copied out of a field, while the record is open.

    By the keys it is marked from the first; by a menu of Qt's own, a moment later.
    ``ours`` tells whether what is on the clipboard was put there by this program.
    """

    def __init__(
        self, parent: QObject | None = None, ours: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours = ours or self._clipboard.ownsClipboard
        self._clipboard.dataChanged.connect(self._mark)
        CopyKeys(copy_privately, self)

    def _mark(self) -> None:
        if self._ours() and not _is_marked():
            words = self._clipboard.text()
            if words:
                copy_privately(words)


def copy_privately(words: str) -> None:
    """Put words on the clipboard for a minute, marked as not to be kept by a history."""
    QGuiApplication.clipboard().setMimeData(marked(words))
    if sys.platform == "darwin":
        _conceal()
    forgetting().start()


def marked(words: str) -> QMimeData:
    """Words for the clipboard, with the marks of every system."""
    copied = QMimeData()
    copied.setText(words)
    for mark, value in KEEP_OUT.items():
        copied.setData(mark, value)
    return copied


def forgetting() -> QTimer:
    """The minute until what was copied is forgotten; copying again begins it again."""
    clipboard = QGuiApplication.clipboard()
    running: QTimer | None = clipboard.findChild(QTimer)
    if running is not None:
        return running
    timer = QTimer(clipboard)
    timer.setSingleShot(True)
    timer.setInterval(FORGET_MS)
    timer.timeout.connect(forget_copied)
    return timer


def forget_copied() -> None:
    """Empty the clipboard if what is on it was copied here; anything else is left alone.

    It must be done before the program ends, too: Qt crashes on what Python left there.
    """
    if _is_marked():
        QGuiApplication.clipboard().clear()


def _is_marked() -> bool:
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return held is not None and held.hasFormat(OURS)


def _conceal() -> None:
    """Add the mark that clipboard histories of macOS look for."""
    from ui.locking.objc import Runtime  # noqa: PLC0415 - only there

    runtime = Runtime()
    pasteboard = runtime.send(runtime.named("NSPasteboard"), "generalPasteboard")
    mark = runtime.text(CONCEALED)
    kinds = runtime.send(runtime.named("NSArray"), "arrayWithObject:", mark)
    runtime.send(pasteboard, "addTypes:owner:", kinds, 0)
    runtime.send(pasteboard, "setString:forType:", runtime.text(""), mark)
