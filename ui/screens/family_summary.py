"""The family summary before it is printed: who reads it, its own pages, and what was left out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QTabBar

from liaison.casework.copies import Wish, copy_of_family, note_copy
from liaison.casework.families import whole_family
from liaison.casework.sensitive import sensitive_of
from liaison.errors import LiaisonError
from liaison.model.copies.copy import Copy
from ui import dialogs
from ui.jobs import Job
from ui.layouts import column, row
from ui.preview.choices import SheetChoices
from ui.preview.desk import Desk
from ui.preview.keeping import SavePdf
from ui.preview.pages import PRINT_DPI, PageImage, page_images
from ui.preview.printing import print_pages
from ui.screens.screen import Screen
from ui.scrolling import SidePane
from ui.session import Session
from ui.theme import Step, px
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Rule
from ui.widgets.labels import SignedWords, Words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from liaison.sheets.family_summary import MadeSheet

WIDE, NARROW = 330, 290
BESIDE_EACH_OTHER = 700
CHOICES, SHEET = range(2)
Preview = tuple[int, "MadeSheet", tuple[PageImage, ...]]


class FamilySummary(Screen):
    """Made beside the window whenever a choice or the record changes; what is shown is printed."""

    title: ClassVar[str] = "Family summary"
    icon: ClassVar[str] = "printer"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"family", "membership", "person", "relationship", "contact", "contact_person"}
        | {"contact_point", "contact_preference", "address", "follow_up", "restriction"}
        | {"barrier", "adjustment", "transition_concern", "choice", "settings"}
    )
    answers: ClassVar[frozenset[str]] = frozenset({"family-summary"})
    in_rail: ClassVar[bool] = False
    rail_place: ClassVar[str] = "Families"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._family = ""
        self._asked = 0
        self.sheet: MadeSheet | None = None
        self._printing: tuple[MadeSheet, QPrinter] | None = None
        self._back = KeyedButton("", Kind.QUIET, icon_name="chevron-left")
        self._back.clicked.connect(self._to_family)
        self._state = Words("", tone="muted")
        self.print = KeyedButton(self.tr("Print"), Kind.PRIMARY, icon_name="printer", key="Ctrl+P")
        self.print.clicked.connect(self.print_sheet)
        self.choices = SheetChoices()
        self.choices.chosen.connect(self._make)
        self.left_out = Words("", wrap=True)
        self.warnings = SignedWords("info-circle", step=Step.BODY, tone="text", icon_tone="accent")
        self.warnings.words.setWordWrap(True)
        self.saving = SavePdf()
        self.saving.wanted.connect(self._save)
        parts = column(
            self.choices,
            Rule(),
            Words(self.tr("What was left out"), Step.STRONG),
            self.left_out,
            self.warnings,
            Rule(),
            self.saving,
            None,
            margins=(16, 12, 16, 12),
            spacing=10,
        )
        self._column = SidePane(parts, WIDE)
        self._side = Card(column(self._column, margins=(1, 1, 1, 1)))
        self.desk = Desk()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of the page"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in (self.tr("Choices"), self.tr("Sheet")):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._show_tab)
        heading = Words(self.tr("Family summary"), Step.TITLE)
        self.setLayout(
            column(
                row(self._back, heading, self._state, None, self.print),
                self.tabs,
                (row(self._side, (self.desk, 1), spacing=12), 1),
                spacing=10,
            )
        )
        key = QShortcut(QKeySequence("Ctrl+P"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.print_sheet)
        self.setFocusProxy(self.choices)
        self._show_tab()

    def subject(self) -> str:
        return self._family

    def show_entry(self, kind: str, id: str) -> None:
        self._family = id
        self.session.store.look(id)
        self.reload()

    def set_narrow(self, *, narrow: bool) -> None:
        self._column.set_drawn(NARROW if narrow else WIDE)
        self._show_tab()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tab()

    def _show_tab(self) -> None:
        """The choices beside the sheet; where there is no room for both, one of them."""
        tabs = self.width() < px(BESIDE_EACH_OTHER)
        self.tabs.setVisible(tabs)
        self._column.stand_alone(alone=tabs)
        self._side.setVisible(not tabs or self.tabs.currentIndex() == CHOICES)
        self.desk.setVisible(not tabs or self.tabs.currentIndex() == SHEET)

    def reload(self) -> None:
        """Offer this family's readers and make the sheet anew."""
        if not self._family:
            return
        record = whole_family(self.session.store, self._family)
        self._back.setText(record.family.name)
        store, today = self.session.store, self.session.today()
        self.choices.offer(record, sensitive_of(store, self._family, Wish(), today=today))
        self._make()

    def print_sheet(self) -> None:
        """Ask for a printer, then draw the same pages again as finely as paper needs."""
        if self.sheet is None:
            return
        printer = dialogs.ask_printer(self, self.tr("Print the summary"))
        if printer is None:
            return
        pdf = self.sheet.pdf
        self._printing = (self.sheet, printer)

        def draw(_job: Job) -> tuple[PageImage, ...]:
            return page_images(pdf, PRINT_DPI)

        self.session.jobs.start(draw, self._print_now, self._failed)

    def _make(self) -> None:
        """Decide the copy here, draw it beside the window. The newest wish wins."""
        self._asked += 1
        asked, wish, store = self._asked, self.choices.wish(), self.session.store
        self._forget_sheet()
        try:
            copy: Copy = copy_of_family(store, self._family, wish, today=self.session.today())
        except LiaisonError as refused:
            self.desk.show_refusal(str(refused))
            return
        settings, at = self.session.settings, self._now()
        self._state.setText(self.tr("Making the sheet…"))

        def draw(_job: Job) -> Preview:
            from liaison.sheets.family_summary import family_summary  # noqa: PLC0415 - slow

            made = family_summary(copy, wish, settings=settings, label=store.label, printed_at=at)
            return asked, made, page_images(made.pdf)

        self.session.jobs.start(draw, self._show, self._refused)

    def _show(self, preview: Preview) -> None:
        from liaison.sheets.as_text import text_of  # noqa: PLC0415 - not before it is needed

        asked, sheet, pages = preview
        if asked != self._asked:
            return
        self.sheet = sheet
        self._state.setText("")
        self.print.setEnabled(True)
        self.saving.setEnabled(True)
        self.left_out.setText(
            "\n".join(sheet.left_out) or self.tr("Nothing: this copy holds all there is.")
        )
        self.warnings.set_words("\n".join(sheet.warnings))
        self.warnings.setVisible(bool(sheet.warnings))
        self.desk.show_pages(pages, text_of(sheet.body) if sheet.body else None)

    def _forget_sheet(self) -> None:
        self.sheet = None
        self.print.setEnabled(False)
        self.saving.setEnabled(False)
        self.left_out.setText("")
        self.warnings.hide()

    def _refused(self, error: Exception) -> None:
        self._state.setText("")
        self.desk.show_refusal(str(error))

    def _failed(self, error: Exception) -> None:
        self.session.say(str(error))

    def _print_now(self, pages: tuple[PageImage, ...]) -> None:
        if self._printing is None:
            return
        (sheet, printer), self._printing = self._printing, None
        try:
            print_pages(pages, printer)
        except LiaisonError as refused:
            self.session.say(str(refused))
            return
        self._note(sheet, "printed")
        self.session.say(self.tr("Sent to the printer. This copy is noted."))

    def _save(self, password: str) -> None:
        if self.sheet is None:
            return
        to = dialogs.ask_save_file(
            self, self.tr("Save the summary"), "summary.pdf", self.tr("PDF files (*.pdf)")
        )
        if to is None:
            return
        sheet = self.sheet

        def write(_job: Job) -> MadeSheet:
            from liaison.sheets.family_summary import save_pdf  # noqa: PLC0415 - slow

            save_pdf(sheet.pdf, to, password=password)
            return sheet

        self.session.jobs.start(write, self._saved, self._failed)

    def _saved(self, sheet: MadeSheet) -> None:
        self.saving.clear()
        self._note(sheet, "saved")
        self.session.say(self.tr("PDF saved. This copy is noted."))

    def _note(self, sheet: MadeSheet, way: str) -> None:
        try:
            note_copy(self.session.store, sheet.made, way=way, at=self._now())
        except LiaisonError as refused:
            self.session.say(str(refused))

    def _now(self) -> datetime:
        now = self.session.store.now().astimezone()
        return datetime.combine(self.session.today(), now.time(), now.tzinfo)

    def _to_family(self) -> None:
        self.session.open("family", self._family)
