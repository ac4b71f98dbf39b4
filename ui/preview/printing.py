"""Pages onto a printer. The job carries no name of anybody: print queues can be read by others."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
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


class PagePrinting(QObject):
    """Prints a page in each free moment, so that a long pack can be followed and stopped.

    ``done`` and ``stopped`` end it. ``begin`` raises ``CannotPrint`` when the printer refuses.
    """

    moved = Signal(int)
    done = Signal()
    stopped = Signal()

    def __init__(self, pages: Iterator[PageImage], printer: QPrinter, name: str) -> None:
        super().__init__()
        self._pages, self._printer = pages, printer
        self._painter = QPainter()
        self._count = 0
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._print_one)
        printer.setDocName(name)
        printer.setFullPage(True)

    def begin(self) -> None:
        """Start with the first page. More copies than were numbered are refused."""
        if self._printer.copyCount() > 1:
            raise CannotPrint(
                "Choose one copy at the printer. How many are made is chosen beside the pages: "
                "there each gets its number, and is noted."
            )
        if not self._printer.isValid() or not self._painter.begin(self._printer):
            raise CannotPrint(
                "That printer did not take the pages. Look whether it is there and switched on, "
                "or save a PDF."
            )
        self._next.start()

    def stop(self) -> None:
        """No further page; what the printer has not printed yet is taken back."""
        if self._next.isActive():
            self._next.stop()
            self._printer.abort()
            self._painter.end()
            self.stopped.emit()

    def _print_one(self) -> None:
        page = next(self._pages, None)
        if page is None:
            self._next.stop()
            self._painter.end()
            self.done.emit()
            return
        if self._count:
            self._printer.newPage()
        sheet = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), page.image)
        self._count += 1
        self.moved.emit(self._count)
