"""The pages of a PDF in memory, drawn by the same engine for the screen and for the printer."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import pypdfium2

POINTS_IN_AN_INCH = 72
SCREEN_DPI = 144
PRINT_DPI = 200
PDFIUM = Lock()
"""Held by whoever draws a page: the engine bears one thread at a time."""


@dataclass(frozen=True)
class PageImage:
    """One page: its picture, its words in reading order, and its size in points."""

    image: QImage
    text: str
    width: float
    height: float


def page_images(pdf: bytes, dpi: int = SCREEN_DPI) -> tuple[PageImage, ...]:
    """Every page of the PDF. Takes a moment a page: call it beside the window."""
    import pypdfium2  # noqa: PLC0415 - not needed until a sheet is looked at

    with PDFIUM:
        document = pypdfium2.PdfDocument(BytesIO(pdf))
        try:
            return tuple(page_image(document[number], dpi) for number in range(len(document)))
        finally:
            document.close()


def page_image(page: pypdfium2.PdfPage, dpi: int) -> PageImage:
    """One page drawn. Whoever calls it holds ``PDFIUM``."""
    words = page.get_textpage()
    bitmap = page.render(scale=dpi / POINTS_IN_AN_INCH, rev_byteorder=True)
    try:
        picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, _format(bitmap))
        text = words.get_text_range().replace("\r\n", "\n")
        return PageImage(picture.copy(), text, *page.get_size())
    finally:
        bitmap.close()
        words.close()
        page.close()


def _format(bitmap: pypdfium2.PdfBitmap) -> QImage.Format:
    if bitmap.n_channels == 1:
        return QImage.Format.Format_Grayscale8
    return QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888
