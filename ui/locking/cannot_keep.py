"""The disk takes no more, so a note half written cannot be kept: it stays, behind a curtain."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from liaison.errors import LiaisonError, WrongPassphrase
from liaison.vault.attempts import note_failure
from liaison.vault.clock import system_clock
from liaison.vault.unlocking import secret_from, unlock_folder
from ui.jobs import Job, Jobs
from ui.layouts import column, row
from ui.unlock import LONGEST_WAIT, SECOND
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.fields import Field, PasswordEdit


class AskAgain(QWidget):
    """Asks for the passphrase of a record that is open. ``known`` when it was the right one."""

    known = Signal()

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._folder = folder
        self._jobs = Jobs(self)
        self._failed = 0
        self.passphrase = PasswordEdit(self.tr("Passphrase"))
        self.passphrase.entered.connect(self.ask)
        self.field = Field(self.tr("Passphrase"), self.passphrase)
        self.button = KeyedButton(self.tr("Go on"), Kind.PRIMARY, icon_name="lock-open")
        self.button.clicked.connect(self.ask)
        self.setLayout(column(self.field, row(None, self.button, None), spacing=8))
        self.setMinimumWidth(460)
        self.setFocusProxy(self.passphrase)
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self._end_wait)

    def ask(self) -> None:
        """Try what was typed; the key is derived beside the window."""
        text = self.passphrase.text()
        if not text or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        folder = self._folder

        def work(_job: Job) -> None:
            try:
                unlock_folder(folder, secret_from(text, None))
            except WrongPassphrase:
                note_failure(folder, system_clock())
                raise

        self._jobs.start(work, self._right, self._wrong)

    @Slot(object)
    def _right(self, _nothing: object) -> None:
        self.passphrase.clear()
        self.known.emit()

    @Slot(Exception)
    def _wrong(self, error: Exception) -> None:
        self._failed += 1
        self._waiting.start(min(self._failed, LONGEST_WAIT) * SECOND)
        if not isinstance(error, LiaisonError):
            raise error
        self.field.set_problem(str(error))
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_wait(self) -> None:
        self.button.setEnabled(True)
