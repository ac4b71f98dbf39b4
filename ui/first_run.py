"""Setting up a record: where, passphrase, recovery sheet, who, and how to begin."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from liaison.errors import LiaisonError
from ui import dialogs
from ui.first_run_pages import (
    NewRecord,
    OfficerPage,
    Page,
    PassphrasePage,
    PlacePage,
    StartPage,
)
from ui.first_run_recovery import RecoveryPage
from ui.frame import Frame
from ui.jobs import Job, Jobs
from ui.layouts import boxed, column, row
from ui.scrolling import Scrolling
from ui.theme import Step, px
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Footer
from ui.widgets.labels import Picture, Words
from ui.widgets.steps import Steps

if TYPE_CHECKING:
    from liaison.store.store import Store

WIDTH = 780
_SHOWN = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
_HIDDEN = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)


class FirstRun(Frame):
    """Five steps to an encrypted record.

    ``made`` hands over the open record, its folder, and what is wanted first ("import" or "").
    ``practice_wanted`` asks for the invented school, ``other`` for a record that is there already.
    """

    made = Signal(object, Path, str)
    practice_wanted = Signal()
    other = Signal(Path)

    def __init__(self, jobs: Jobs, *, create: "Callable[[NewRecord], Store] | None" = None) -> None:
        """``create`` makes and opens the record; tests hand in one with a cheap key."""
        super().__init__()
        self.record = NewRecord()
        self._jobs = jobs
        self._create = create or create_and_open
        self._store: Store | None = None
        self.setWindowTitle(self.tr("Family Liaison"))
        self.setMinimumSize(640, 480)
        self.resize(1024, 720)
        self.place_page = PlacePage(self.record)
        self.passphrase_page = PassphrasePage(self.record)
        self.recovery_page = RecoveryPage(self.record)
        self.officer_page = OfficerPage(self.record)
        self.start_page = StartPage()
        self.pages: tuple[Page, ...] = (
            self.place_page,
            self.passphrase_page,
            self.recovery_page,
            self.officer_page,
            self.start_page,
        )
        self.steps = Steps([page.step for page in self.pages])
        self._number = Words("", tone="muted")
        self.summary = ErrorSummary()
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
        head = row(
            Picture("heart-handshake", "accent", 22),
            Words(self.tr("Set up your record"), Step.CARD),
            None,
            self._number,
        )
        body = column(
            self.steps, self.summary, (self._stack, 1), margins=(28, 18, 28, 16), spacing=8
        )
        self._scrolling = Scrolling(body)
        card = Card(column((self._scrolling, 1), self._footer(), margins=(1, 1, 1, 1), spacing=0))
        middle = boxed(column(head, (card, 1), spacing=10))
        middle.setMaximumWidth(px(WIDTH))
        across = row(None, (middle, 100), None, spacing=0)
        self.set_body(column(across, margins=(16, 12, 16, 12), spacing=0))
        self._show_page(0)

    def current(self) -> int:
        """The step, counted from 0."""
        return self._stack.currentIndex()

    def go_on(self) -> None:
        """Check this step; then the next, or what the last one leads to."""
        page = self.pages[self.current()]
        found = page.problems()
        self.summary.show_problems(found)
        if found:
            self._scrolling.verticalScrollBar().setValue(0)
            return
        page.keep()
        if page is self.officer_page:
            self._make()
        elif page is self.start_page:
            self._finish()
        else:
            self._show_page(self.current() + 1)

    def go_back(self) -> None:
        self.summary.show_problems([])
        self._show_page(self.current() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.next_button.click()
            return
        super().keyPressEvent(event)

    def _footer(self) -> Footer:
        self.back_button = KeyedButton(self.tr("Back"), icon_name="arrow-left")
        self.back_button.clicked.connect(self.go_back)
        self.open_button = KeyedButton(
            self.tr("Open a record I have"), Kind.QUIET, icon_name="folder"
        )
        self.open_button.clicked.connect(self._open_other)
        self.next_button = KeyedButton(self.tr("Continue"), Kind.PRIMARY)
        self.next_button.clicked.connect(self.go_on)
        return Footer(
            row(
                self.back_button,
                self.open_button,
                None,
                self.next_button,
                margins=(28, 11, 28, 11),
            )
        )

    def _show_page(self, number: int) -> None:
        page = self.pages[number]
        for each in self.pages:  # only the page shown decides how high the stack is
            each.setSizePolicy(_SHOWN if each is page else _HIDDEN)
        self._stack.setCurrentIndex(number)
        self.steps.set_current(number)
        self._number.setText(self.tr("Step {0} of {1}").format(number + 1, len(self.pages)))
        self.back_button.setVisible(0 < number < len(self.pages) - 1)
        self.open_button.setVisible(number == 0)
        self.next_button.setText(self.tr("Make the record") if number == 3 else self.tr("Continue"))
        page.enter()

    def _make(self) -> None:
        self.next_button.setEnabled(False)
        self.next_button.setText(self.tr("Making the record…"))
        self._jobs.start(self._make_beside, self._record_made, self._record_refused)

    def _make_beside(self, _job: Job) -> "Store":
        return self._create(self.record)

    def _record_made(self, store: object) -> None:
        self.next_button.setEnabled(True)
        self._store = store  # type: ignore[assignment]
        self._show_page(4)

    def _record_refused(self, error: Exception) -> None:
        self.next_button.setEnabled(True)
        self.next_button.setText(self.tr("Make the record"))
        if not isinstance(error, LiaisonError):
            raise error
        self.summary.show_problems([(str(error), None)])

    def _finish(self) -> None:
        store, self._store = self._store, None
        if store is None:
            return
        wish = self.start_page.wish()
        if wish == "practice":
            store.close()
            self.practice_wanted.emit()
        else:
            self.made.emit(store, self.record.folder(), wish)

    def _open_other(self) -> None:
        folder = dialogs.ask_folder(self, self.tr("Open a record I have"))
        if folder is not None:
            self.other.emit(folder)


def create_and_open(record: NewRecord) -> "Store":
    """Make the record and open it. Raises what the store raises, as sentences."""
    from liaison.model.fields import SETTINGS_STREAM  # noqa: PLC0415 - not before first paint
    from liaison.model.settings import Settings  # noqa: PLC0415
    from liaison.store.record import create_record, open_record  # noqa: PLC0415

    settings = Settings(
        family=SETTINGS_STREAM,
        school=record.school,
        officer=record.officer,
        officer_role=record.role,
    )
    create_record(record.folder(), record.passphrase, recovery_code=record.code, settings=settings)
    return open_record(record.folder(), passphrase=record.passphrase)
