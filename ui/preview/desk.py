"""The desk a sheet lies on: one page at a time, larger or smaller, or read as text."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QStackedWidget, QWidget

from ui.canvas import Canvas
from ui.layouts import column, row
from ui.preview.pages import PageImage
from ui.theme import NEW_LOOK, Step, font
from ui.widgets.buttons import IconButton, KeyedButton, Kind
from ui.widgets.cards import Card, Rule
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Words
from ui.widgets.toast import announce

ZOOMS = (50, 75, 100, 125, 150, 200)
USUAL, LEAST = 75, 40
MARGIN = 20
PIXELS_IN_A_POINT = 96 / 72


class Desk(Card):
    """Shows pages. Page Up and Page Down turn them.

    Until a size is chosen by hand a page is as wide as there is room, and no wider than usual.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pages: Sequence[PageImage] = ()
        self._at = 0
        self._zoom = USUAL
        self._chosen = False
        self._count = Words("")
        self.before = IconButton("chevron-left", self.tr("Page before"), key="Page Up")
        self.before.clicked.connect(self.page_before)
        self.after = IconButton("chevron-right", self.tr("Next page"), key="Page Down")
        self.after.clicked.connect(self.next_page)
        self.as_text = KeyedButton(self.tr("Read as te&xt"), Kind.QUIET, icon_name="file-text")
        self.as_text.setCheckable(True)
        self.as_text.toggled.connect(self._show_page)
        smaller = IconButton("minus", self.tr("Smaller page"))
        smaller.clicked.connect(self._smaller)
        larger = IconButton("plus", self.tr("Larger page"))
        larger.clicked.connect(self._larger)
        self._zoom_words = Words("")
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paper = Ground(self._sheet)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("The sheet as text"))
        self.text.document().setDocumentMargin(16)
        self.refused = EmptyState("printer", self.tr("No sheet yet"))
        self._shown = QStackedWidget()
        for page in (self._paper, self.text, self.refused):
            self._shown.addWidget(page)
        bar = row(
            self._count,
            self.before,
            self.after,
            None,
            self.as_text,
            smaller,
            self._zoom_words,
            larger,
            margins=(14, 7, 10, 7),
            spacing=6,
        )
        self.setLayout(column(bar, Rule(), (self._shown, 1), margins=(1, 1, 1, 6), spacing=0))
        for key, method in (("PgDown", self.next_page), ("PgUp", self.page_before)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(method)
        self._dress()

    def show_pages(self, pages: Sequence[PageImage], text: str | None = None) -> None:
        """Lay out these pages, open where the last ones were.

        ``text`` is what they say in the order of reading; without it the pages' own words are.
        """
        self._pages = pages
        said = "\n\n".join(each.text.strip() for each in pages) if text is None else text
        self.text.setPlainText(said)
        self._at = min(self._at, max(0, len(pages) - 1))
        self._show_page()

    def show_refusal(self, sentence: str) -> None:
        """There is no sheet, and why."""
        self._pages = ()
        self._count.setText("")
        gone = self.refused
        self.refused = EmptyState("printer", self.tr("This sheet cannot be made"), sentence)
        self._shown.removeWidget(gone)
        gone.deleteLater()
        self._shown.addWidget(self.refused)
        self._shown.setCurrentWidget(self.refused)
        announce(self, sentence)

    def turn_to_first(self) -> None:
        """Other pages come: begin at the first of them."""
        self._at = 0

    def next_page(self) -> None:
        self._turn_to(self._at + 1)

    def page_before(self) -> None:
        self._turn_to(self._at - 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pages and self._fitting() != self._zoom:
            self._show_page()

    def _fitting(self) -> int:
        """The size chosen by hand; else what shows the whole width of the page."""
        if self._chosen:
            return self._zoom
        bar = self._paper.verticalScrollBar().sizeHint().width()
        room = self.contentsRect().width() - 2 * MARGIN - bar - 4
        page = self._pages[self._at].width * PIXELS_IN_A_POINT
        return max(LEAST, min(USUAL, int(room * 100 / page)))

    def _turn_to(self, page: int) -> None:
        if 0 <= page < len(self._pages):
            self._at = page
            self._show_page()
            self._paper.verticalScrollBar().setValue(0)
            announce(self, self._count.text())

    def _show_page(self) -> None:
        if not self._pages:
            return
        page = self._pages[self._at]
        self._zoom = self._fitting()
        self._count.setText(self.tr("Page {0} of {1}").format(self._at + 1, len(self._pages)))
        self._zoom_words.setText(f"{self._zoom} %")
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at + 1 < len(self._pages))
        ratio = self.devicePixelRatioF()
        wide = round(page.width * PIXELS_IN_A_POINT * self._zoom / 100)
        drawn = page.image.scaledToWidth(
            round(wide * ratio), Qt.TransformationMode.SmoothTransformation
        )
        drawn.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(QPixmap.fromImage(drawn))
        self._sheet.setAccessibleName(self.tr("{0}, as a picture").format(self._count.text()))
        self._shown.setCurrentWidget(self.text if self.as_text.isChecked() else self._paper)

    def _smaller(self) -> None:
        self._chosen = True
        self._zoom = max((each for each in ZOOMS if each < self._zoom), default=ZOOMS[0])
        self._show_page()

    def _larger(self) -> None:
        self._chosen = True
        self._zoom = min((each for each in ZOOMS if each > self._zoom), default=ZOOMS[-1])
        self._show_page()

    def _dress(self) -> None:
        self.text.setFont(font(Step.BODY))


class Ground(QScrollArea):
    """What the paper lies on; the paper has an edge and stays white in the dark."""

    def __init__(self, sheet: QLabel) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Pages"))
        self._holder = Paper(sheet)
        self.setWidget(self._holder)
        self._holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)


class Paper(QWidget):
    """Paints the desk and the edge of the sheet."""

    def __init__(self, sheet: QLabel) -> None:
        super().__init__()
        self._sheet = sheet
        self.setLayout(
            column(None, row(None, sheet, None), None, margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        painter.fillRect(self.rect(), canvas.colour("neutral_tint"))
        if not self._sheet.pixmap().isNull():
            edge = self._sheet.geometry().adjusted(-1, -1, 1, 1)
            painter.fillRect(edge, canvas.colour("control"))
        painter.end()
