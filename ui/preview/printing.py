"""Pages onto a printer. The job carries no name of anybody: print queues can be read by others."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from liaison.errors import CannotPrint
from ui.preview.pages import PageImage

JOB_NAME = "Family Liaison"


def print_pages(pages: Sequence[PageImage], printer: QPrinter) -> None:
    """Print these, each to the edges of its sheet. ``CannotPrint`` when the printer refuses."""
    printer.setDocName(JOB_NAME)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotPrint("The printer did not take the pages. Look whether it is switched on.")
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), page.image)
    painter.end()
