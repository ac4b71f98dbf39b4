"""The pages of a PDF in memory, each drawn when it is looked at: a pack may have hundreds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, overload

from ui.preview.pages import PDFIUM, PRINT_DPI, SCREEN_DPI, PageImage, page_image

if TYPE_CHECKING:
    import pypdfium2

KEPT = 8
"""How many pages stay drawn; one takes about six megabytes."""


class Sheaf(Sequence[PageImage]):
    """Reads like a list of pages. The bytes live as long as it does; ``close`` lets them go."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2  # noqa: PLC0415 - not needed until a sheet is looked at

        with PDFIUM:
            self._document: pypdfium2.PdfDocument | None = pypdfium2.PdfDocument(BytesIO(pdf))
            self._count = len(self._document)
        self._drawn: OrderedDict[int, PageImage] = OrderedDict()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> PageImage: ...
    @overload
    def __getitem__(self, at: slice) -> list[PageImage]: ...
    def __getitem__(self, at: int | slice) -> PageImage | list[PageImage]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(self._count))]
        at = range(self._count)[at]
        if at not in self._drawn:
            self._drawn[at] = self._page(at, SCREEN_DPI)
            while len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(at)
        return self._drawn[at]

    def for_paper(self) -> Iterator[PageImage]:
        """Each page as finely as paper needs, one after another."""
        for at in range(self._count):
            yield self._page(at, PRINT_DPI)

    def close(self) -> None:
        """Nothing of it is looked at any more."""
        with PDFIUM:
            if self._document is not None:
                self._document.close()
        self._document = None
        self._count = 0
        self._drawn.clear()

    def _page(self, at: int, dpi: int) -> PageImage:
        with PDFIUM:
            if self._document is None:
                raise IndexError(at)
            return page_image(self._document[at], dpi)
