"""Copying words so that clipboard histories and clouds are asked to leave them alone."""

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

KEEP_OUT = (
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
    "x-kde-passwordManagerHint",
)


def copy_privately(words: str) -> None:
    """Put words on the clipboard, marked as not to be kept by a history."""
    copied = QMimeData()
    copied.setText(words)
    for mark in KEEP_OUT:
        copied.setData(mark, QByteArray(b"secret"))
    QGuiApplication.clipboard().setMimeData(copied)


def forget_copied() -> None:
    """Empty the clipboard if what is on it was copied here; anything else is left alone.

    It must be done before the program ends, too: Qt crashes on what Python left there.
    """
    clipboard = QGuiApplication.clipboard()
    held: QMimeData | None = clipboard.mimeData()
    if held is not None and held.hasFormat(KEEP_OUT[0]):
        clipboard.clear()
