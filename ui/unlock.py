"""The window before the record is open: a passphrase, and other ways in. It shows no names."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison.errors import LiaisonError, WrongPassphrase
from ui.frame import Frame
from ui.jobs import Job, Jobs
from ui.layouts import column, row
from ui.theme import Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card
from ui.widgets.fields import Field, PasswordEdit
from ui.widgets.labels import Picture, SignedWords, Words

if TYPE_CHECKING:
    from liaison.store.store import Store
    from ui.widgets.overlay import Overlay

SECOND = 1000
LONGEST_WAIT = 5


class UnlockWindow(Frame):
    """Asks for the passphrase. ``opened`` hands over the open record, ``other`` another folder.

    ``painted`` follows the first painting: from then on there is time for other things.

    Deriving the key takes half a second on purpose, and happens beside the window. Each wrong
    attempt makes the next one wait a second longer, up to five.
    """

    opened = Signal(object)
    other = Signal(Path)
    painted = Signal()

    def __init__(self, folder: Path, jobs: Jobs, *, reason: str = "") -> None:
        super().__init__()
        self.why = reason
        self._folder = folder
        self._jobs = jobs
        self._failed = 0
        self._busy = False
        self._painted = False
        self.setWindowTitle(self.tr("Family Liaison"))
        self.setMinimumSize(560, 420)
        self.resize(900, 640)
        head = column(
            row(None, Picture("heart-handshake", "accent", 44), None),
            _centred(Words(self.tr("Family Liaison"), Step.TITLE)),
            _centred(Words(folder.stem, tone="muted")),
            spacing=2,
        )
        why = row(None, None, margins=(0, 10, 0, 10))
        if reason:
            words = SignedWords("lock", reason, Step.BODY, tone="text", icon_tone="muted")
            why.insertWidget(1, words)
        self._news = Words("", tone="muted", wrap=True)
        self._news.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._news.setMinimumWidth(460)
        self._news.hide()
        links = row(None, *self._links(), None, spacing=8)
        self.set_body(
            column(
                None,
                head,
                why,
                row(None, self._card(), None),
                links,
                row(None, self._news, None),
                None,
                margins=(16, 16, 16, 16),
                spacing=8,
            )
        )
        self.overlay: Overlay | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._end_wait)

    def show_news(self, words: str) -> None:
        """Tell something beside the passphrase."""
        self._news.setText(words)
        self._news.setVisible(bool(words))

    def news(self) -> str:
        """What is told beside the passphrase; empty when there is nothing."""
        return self._news.text()

    def problem(self) -> str:
        """What the last attempt came to; empty before any."""
        return self._field.problem() or self._code_field.problem()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._secret().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self._help()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def _card(self) -> Card:
        self.passphrase = PasswordEdit(self.tr("Passphrase"))
        self.passphrase.entered.connect(self.unlock)
        self._field = Field(self.tr("Passphrase"), self.passphrase)
        self.code = QLineEdit()
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.code.returnPressed.connect(self.unlock)
        self._code_field = Field(
            self.tr("Recovery code"),
            self.code,
            hint=self.tr("As printed on the recovery sheet; hyphens and spaces do not matter."),
        )
        self._code_field.hide()
        self.unlock_button = KeyedButton(self.tr("Unlock"), Kind.PRIMARY, icon_name="lock-open")
        self.unlock_button.clicked.connect(self.unlock)
        card = Card(
            column(
                self._field,
                self._code_field,
                4,
                self.unlock_button,
                margins=(24, 20, 24, 22),
                spacing=8,
            )
        )
        card.setMinimumWidth(460)
        return card

    def _links(self) -> tuple[KeyedButton, ...]:
        self.use_code = KeyedButton(self.tr("Use recovery sheet"), Kind.QUIET, icon_name="key")
        self.use_code.clicked.connect(self._switch)
        other = KeyedButton(self.tr("Open a different record"), Kind.QUIET, icon_name="folder")
        other.clicked.connect(self._choose_other)
        helping = KeyedButton(self.tr("Help"), Kind.QUIET, icon_name="help", key="F1")
        helping.clicked.connect(self._help)
        return self.use_code, other, helping

    def _by_code(self) -> bool:
        return not self._code_field.isHidden()

    def _secret(self) -> QWidget:
        return self.code if self._by_code() else self.passphrase

    def unlock(self) -> None:
        """Try what was typed. Nothing happens while an attempt runs or has to wait."""
        if self._busy or self._waiting.isActive():
            return
        text = self.code.text() if self._by_code() else self.passphrase.text()
        if not text:
            self._secret().setFocus()
            return
        self._show_problem("")
        self._set_busy(busy=True)
        self._jobs.start(self._open, self._succeed, self._fail)

    def _open(self, job: Job) -> "Store":
        from liaison.store.record import open_record  # noqa: PLC0415 - not before first paint
        from liaison.vault.lock import wait_until_free  # noqa: PLC0415 - not before first paint

        if self.why:  # what was locked just now may still be in the closing
            wait_until_free(self._folder, given_up=lambda: job.cancelled)
        if self._by_code():
            return open_record(self._folder, recovery_code=self.code.text())
        return open_record(self._folder, passphrase=self.passphrase.text())

    def _succeed(self, store: object) -> None:
        self._set_busy(busy=False)
        self.passphrase.clear()
        self.code.clear()
        self.opened.emit(store)

    def _fail(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, LiaisonError):
            raise error
        from ui.widgets.toast import announce  # noqa: PLC0415 - not before first paint

        self._show_problem(str(error))
        announce(self, str(error))
        self._secret().setFocus()
        (self.code if self._by_code() else self.passphrase.line).selectAll()
        if isinstance(error, WrongPassphrase):
            self._failed += 1
            self.unlock_button.setEnabled(False)
            self._waiting.start(min(self._failed, LONGEST_WAIT) * SECOND)

    def _end_wait(self) -> None:
        self.unlock_button.setEnabled(True)

    def _show_problem(self, sentence: str) -> None:
        (self._code_field if self._by_code() else self._field).set_problem(sentence)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.unlock_button.setText(self.tr("Opening…") if busy else self.tr("Unlock"))
        self.unlock_button.setEnabled(not busy)

    def _switch(self) -> None:
        by_code = not self._by_code()
        self._show_problem("")
        self._field.setVisible(not by_code)
        self._code_field.setVisible(by_code)
        self.use_code.setText(
            self.tr("Use passphrase") if by_code else self.tr("Use recovery sheet")
        )
        self._secret().setFocus()

    def _choose_other(self) -> None:
        from ui import dialogs  # noqa: PLC0415 - not before first paint

        folder = dialogs.ask_folder(self, self.tr("Open a different record"))
        if folder is not None:
            self.other.emit(folder)

    def _help(self) -> None:
        from ui.unlock_help import UnlockHelp  # noqa: PLC0415 - not before first paint
        from ui.widgets.overlay import Overlay  # noqa: PLC0415 - not before first paint

        if self.overlay is None:
            self.overlay = Overlay(self)
        panel = UnlockHelp()
        panel.closing.connect(self.overlay.close_panel)
        self.overlay.open_panel(panel, width=520)


def _centred(words: Words) -> Words:
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return words
