"""Copying words for a minute, so that clipboard histories and clouds leave them alone."""

from PySide6.QtCore import QByteArray, QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

KEEP_OUT = (
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
    "x-kde-passwordManagerHint",
)
FORGET_MS = 60_000


def copy_privately(words: str) -> None:
    """Put words on the clipboard for a minute, marked as not to be kept by a history."""
    copied = QMimeData()
    copied.setText(words)
    for mark in KEEP_OUT:
        copied.setData(mark, QByteArray(b"secret"))
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(copied)
    forgetting().start()


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
    clipboard = QGuiApplication.clipboard()
    held: QMimeData | None = clipboard.mimeData()
    if held is not None and held.hasFormat(KEEP_OUT[0]):
        clipboard.clear()
