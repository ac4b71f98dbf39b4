"""Questions put outside our own windows. Screens ask only through these; tests replace them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLoggingCategory, Qt, QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def ask_open_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file to read; None when she thinks better of it. ``kinds`` as Qt writes filters."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return Path(chosen) if chosen else None


def ask_save_file(parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
    """Where to write a file; ``suggested`` is only its name, without anybody's name in it.

    A name typed without an ending gets that of the one suggested, and is asked about as such
    before anything is written over.
    """
    dialog = QFileDialog(parent, title, str(Path.home()), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix)
    dialog.selectFile(suggested)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """A folder, of a record or to keep something in."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(Path.home()))
    return Path(chosen) if chosen else None


def ask_sure(parent: QWidget, title: str, question: str) -> bool:
    """Yes or no, before what cannot be taken back. No is the answer to Esc and to Enter."""
    buttons = QMessageBox.StandardButton
    box = message_box(parent, title, question, buttons.Yes | buttons.No)
    box.setDefaultButton(buttons.No)
    box.setEscapeButton(buttons.No)
    answer = box.exec()
    box.deleteLater()
    return answer == buttons.Yes


def message_box(
    parent: QWidget | None,
    title: str,
    words: str,
    buttons: QMessageBox.StandardButton = QMessageBox.StandardButton.Ok,
) -> QMessageBox:
    """Words and buttons, without the pictures that the style would add to them."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, words, buttons, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    for button in box.buttons():
        button.setIcon(QIcon())
    return box


def ask_printer(parent: QWidget, title: str) -> "QPrinter | None":
    """A printer; None when she thinks better of it, and where there is none: that is said.

    Never a file: what is printed would lie there in clear, and nobody asked for a password. All
    pages are printed.
    """
    from PySide6.QtPrintSupport import (  # noqa: PLC0415
        QAbstractPrintDialog,
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    if not QPrinterInfo.availablePrinterNames():
        tell(parent, title, _tr("There is no printer on this computer. Add one, then try again."))
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    offered = QAbstractPrintDialog.PrintDialogOption
    dialog.setOption(offered.PrintToFile, False)
    dialog.setOption(offered.PrintPageRange, False)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def tell(parent: QWidget, title: str, words: str) -> None:
    """What stands in the way of a question, and one button."""
    box = message_box(parent, title, words)
    box.exec()
    box.deleteLater()


def open_mail(address: str, subject: str) -> bool:
    """A new message in the e-mail program, without a body; whether any program took it.

    Where there is none, Qt would write the address into the log of the system.
    """
    QLoggingCategory.setFilterRules("qt.qpa.services.warning=false")
    url = QUrl()
    url.setScheme("mailto")
    url.setPath(address, QUrl.ParsingMode.DecodedMode)
    query = QUrlQuery()
    query.addQueryItem("subject", subject)
    url.setQuery(query)
    return QDesktopServices.openUrl(url)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Dialogs", words)
