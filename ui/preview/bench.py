"""The bench papers are made on: the choices, and beside them the very pages that print."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

from liaison.casework.copies import note_copies
from liaison.errors import LiaisonError
from liaison.model.sending import LeftBy
from ui import dialogs
from ui.jobs import Job
from ui.layouts import column, row
from ui.preview.desk import Desk
from ui.preview.gone import GoneQuestion
from ui.preview.panes import CHOICES, SHEET, PaneKeys
from ui.preview.paper import Paper, PaperSide
from ui.preview.printing import PagePrinting
from ui.preview.sheaf import Sheaf
from ui.scrolling import SidePane
from ui.session import Session
from ui.theme import px
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card
from ui.widgets.labels import Words
from ui.widgets.strength import Progress
from ui.widgets.toast import announce

WIDE, NARROW = 340, 300
BESIDE_EACH_OTHER = 700
LOW = 400
JOB = "Document {0}"
"""What a print queue shows: it can be read by others."""


class Stopped(LiaisonError):
    """The officer thought better of it."""


Drawing = Callable[[Callable[[int], None]], Paper]
"""Draws on another thread; tells how many sheets are done, and ends where that raises."""


class Bench(QWidget):
    """``draw`` has the newest paper made. It prints and saves what is shown, and notes that.

    ``stopped`` says that the officer ended the making of it. ``suggested`` is a file's name
    without anybody's name in it.
    """

    stopped = Signal()

    def __init__(
        self, session: Session, choices: QWidget, *, head: QWidget, suggested: str
    ) -> None:
        super().__init__()
        self._session = session
        self._suggested = suggested
        self._asked = self._printed = 0
        self._sheets = 1
        self._job: Job | None = None
        self._sheaf: Sheaf | None = None
        self._printing: PagePrinting | None = None
        self._saving_paper: Paper | None = None
        self.paper: Paper | None = None
        self.print = KeyedButton(self.tr("Print"), Kind.PRIMARY, icon_name="printer", key="Ctrl+P")
        self.print.clicked.connect(self.print_paper)
        self.pages = Words("", tone="muted")
        self.progress = Progress(self.tr("Sheets made"))
        self.cancel = KeyedButton(self.tr("Stop"), icon_name="x")
        self.cancel.clicked.connect(self.stop)
        self._going = QWidget()
        self._going.setLayout(row((self.progress, 1), self.cancel, spacing=10))
        self._going.hide()
        self.gone = GoneQuestion(session)
        self.gone.turned.connect(self.fit)
        self.side = PaperSide(choices)
        self.saving = self.side.saving
        self.saving.wanted.connect(self._save)
        self._column = SidePane(column(self.side), WIDE)
        self.saving.refused.connect(self._column.show_widget, Qt.ConnectionType.QueuedConnection)
        self._side = Card(column(self._column, margins=(1, 1, 1, 1)))
        self.desk = Desk()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of the page"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in (self.tr("Choices"), self.tr("Pages")):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self.fit)
        PaneKeys(self, self.tabs, self._side, self.desk)
        self.setLayout(
            column(
                row((head, 1), self.pages, self.print, spacing=12),
                self._going,
                self.gone,
                self.tabs,
                (row(self._side, (self.desk, 1), spacing=12), 1),
                spacing=10,
            )
        )
        key = QShortcut(QKeySequence("Ctrl+P"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.print_paper)
        self.clear()

    def set_narrow(self, *, narrow: bool) -> None:
        self._column.set_drawn(NARROW if narrow else WIDE)
        self.fit()

    def fit(self) -> None:
        """The choices beside the pages; where there is no room for both, one of them.

        Where it is low, a question stands alone until it is answered. Its answer is what is to be
        done meanwhile: printing comes after it.
        """
        self.print.set_kind(Kind.SECONDARY if self.gone.asks else Kind.PRIMARY)
        tabs, alone = self.width() < px(BESIDE_EACH_OTHER), self.gone.asks and self._is_low()
        self.tabs.setVisible(tabs and not alone)
        self._column.stand_alone(alone=tabs)
        self._side.setVisible(not alone and (not tabs or self.tabs.currentIndex() == CHOICES))
        self.desk.setVisible(not alone and (not tabs or self.tabs.currentIndex() == SHEET))

    def begin_at(self, choice: QWidget) -> None:
        """Give this choice the keys, and bring it into sight."""
        choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.ensureWidgetVisible(choice)

    def _is_low(self) -> bool:
        return self.height() < px(LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def draw(self, drawing: Drawing, *, sheets: int = 1) -> None:
        """Make this paper beside the window. The newest wish wins; an older one is ended."""
        self.clear()
        asked = self._asked
        self._sheets = sheets
        self.show_progress(0, sheets)

        def make(job: Job) -> tuple[int, Paper, Sheaf]:
            def told(done: int) -> None:
                if job.cancelled:
                    raise Stopped(self.tr("Stopped."))
                job.progress.emit(done, asked)

            paper = drawing(told)
            return asked, paper, Sheaf(paper.pdf)

        jobs = self._session.jobs
        self._job = jobs.start(make, self._show, self._refused, progress=self._progressed)

    def show_progress(self, done: int, of: int) -> None:
        """How much of it is done; it can be stopped meanwhile."""
        self.progress.show_progress(done, of)
        self._going.show()

    def refuse(self, sentence: str) -> None:
        """There is no such paper, and why."""
        self.clear()
        self.desk.show_refusal(sentence)

    def stop(self) -> None:
        """End the printing, or the making of it."""
        if self._printing is not None:
            self._printing.stop()
            return
        self.clear()
        self.desk.show_refusal(self.tr("Stopped. Change a choice to make it again."))
        self.stopped.emit()

    def print_paper(self) -> None:
        """Ask for a printer, then send it the pages that are shown."""
        if self.paper is None or self._sheaf is None or self._printing is not None:
            return
        printer = dialogs.ask_printer(self, self.tr("Print"))
        if printer is None:
            return
        self._printed += 1
        printing = PagePrinting(self._sheaf.for_paper(), printer, JOB.format(self._printed))
        printing.moved.connect(self._page_printed)
        printing.done.connect(self._all_printed)
        printing.stopped.connect(self._not_printed)
        try:
            printing.begin()
        except LiaisonError as refused:
            self._session.say(str(refused))
            return
        self._printing = printing
        self.print.setEnabled(False)
        self.show_progress(0, self.paper.pages)

    def close_paper(self) -> None:
        """Nobody looks at it any more: let the pages go."""
        self.gone.leave()
        self.clear()

    def _progressed(self, done: int, asked: int) -> None:
        if asked == self._asked:
            self.progress.show_progress(done, self._sheets)

    def _show(self, made: tuple[int, Paper, Sheaf]) -> None:
        asked, paper, sheaf = made
        if asked != self._asked:
            sheaf.close()
            return
        self._job = None
        self.paper, self._sheaf = paper, sheaf
        self._going.hide()
        for button in (self.print, self.saving):
            button.setEnabled(True)
        one, more = self.tr("1 page"), self.tr("{0} pages")
        self.pages.setText(one if paper.pages == 1 else more.format(paper.pages))
        self.side.show_paper(paper)
        self.desk.turn_to_first()
        self.desk.show_pages(sheaf, paper.text)
        announce(self, self.pages.text())

    def clear(self) -> None:
        """Let the paper go; nothing can be printed until there is another."""
        self._asked += 1
        if self._printing is not None:
            self._printing.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.paper = None
        self.desk.show_pages((), "")
        if self._sheaf is not None:
            self._sheaf.close()
            self._sheaf = None
        for button in (self.print, self.saving):
            button.setEnabled(False)
        self.pages.setText("")
        self.side.show_paper(None)
        self._going.hide()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Stopped) and self._job is self.sender():
            self.refuse(str(error))

    def _failed(self, error: Exception) -> None:
        self._session.say(str(error))

    def _page_printed(self, pages: int) -> None:
        if self.paper is not None:
            self.progress.show_progress(pages, self.paper.pages)

    def _all_printed(self) -> None:
        self._end_printing()
        if self.paper is not None:
            self._note(self.paper, "printed")
            self._session.say(self.tr("Sent to the printer. Each copy is noted."))

    def _not_printed(self) -> None:
        self._end_printing()
        self._session.say(self.tr("Stopped. Look what came out of the printer, and shred it."))

    def _end_printing(self) -> None:
        self._printing = None
        self._going.hide()
        self.print.setEnabled(self.paper is not None)

    def _save(self, password: str) -> None:
        if self.paper is None:
            return
        kinds = self.tr("PDF files (*.pdf)")
        to = dialogs.ask_save_file(self, self.tr("Save as PDF"), self._suggested, kinds)
        if to is None:
            return
        paper = self.paper

        def write(_job: Job) -> Paper:
            from liaison.sheets.pdf_file import save_pdf  # noqa: PLC0415 - slow

            save_pdf(paper.pdf, to, password=password)
            return paper

        self._session.jobs.start(write, self._saved, self._failed)

    def _saved(self, paper: Paper) -> None:
        self.saving.clear()
        self._note(paper, "saved")
        self._session.say(self.tr("PDF saved. Each copy is noted."))

    def _note(self, paper: Paper, way: str) -> None:
        try:
            note_copies(self._session.store, paper.notes, way=way, at=self._session.now())
        except LiaisonError as refused:
            self._session.say(str(refused))
        if paper.outgoing:
            self.gone.ask(paper.outgoing, LeftBy(way))
