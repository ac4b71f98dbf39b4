"""A sheet from memory onto a printer, without ever being a file."""

import hashlib
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from liaison.sheets.body import Body, Footer
from liaison.sheets.printing import build
from ui import dialogs
from ui.preview.pages import PRINT_DPI, page_images
from ui.preview.printing import print_pages


@dataclass(frozen=True)
class Paper:
    """What came out of the printer, as the log of copies is told of it."""

    pages: int
    digest: str


def print_sheet(parent: QWidget, title: str, body: Body, footer: Footer) -> Paper | None:
    """Print it; nothing when she thought better of it. ``CannotPrint`` says why not."""
    pdf = build(body, footer=footer)
    printer = dialogs.ask_printer(parent, title)
    if printer is None:
        return None
    pages = page_images(pdf, PRINT_DPI)
    print_pages(pages, printer)
    return Paper(len(pages), hashlib.sha256(pdf).hexdigest())
