"""A sheet from memory onto a printer, without ever being a file."""

from PySide6.QtWidgets import QWidget

from liaison.sheets.body import Body, Footer
from liaison.sheets.printing import build
from ui import dialogs
from ui.preview.pages import PRINT_DPI, page_images
from ui.preview.printing import print_pages


def print_sheet(parent: QWidget, title: str, body: Body, footer: Footer) -> bool:
    """Whether it was printed: false when she thought better of it. ``CannotPrint`` says why."""
    pdf = build(body, footer=footer)
    printer = dialogs.ask_printer(parent, title)
    if printer is None:
        return False
    print_pages(page_images(pdf, PRINT_DPI), printer)
    return True
