"""Saving a PDF: locked by a password, or plain only after a warning."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import dialogs
from ui.layouts import column
from ui.theme import Step
from ui.widgets.buttons import KeyedButton
from ui.widgets.fields import Field, PasswordEdit
from ui.widgets.labels import Words

LEAST = 8


class SavePdf(QWidget):
    """A password and a button. ``wanted`` gives the password, empty for a plain file.

    ``refused`` gives the whole of it when a sentence stands there that is to be read.
    """

    wanted = Signal(str)
    refused = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.password = PasswordEdit(self.tr("Password"))
        self._field = Field(
            self.tr("&Password for the PDF"),
            self.password,
            hint=self.tr("Tell it to the reader by phone, never in the same e-mail."),
        )
        self.plain = QCheckBox(self.tr("Save &it without a password"))
        self.button = KeyedButton(self.tr("Save P&DF…"), icon_name="file-download")
        self.button.clicked.connect(self._ask)
        self.password.entered.connect(self._ask)
        self.setLayout(
            column(
                Words(self.tr("Save as a file"), Step.STRONG),
                self._field,
                self.plain,
                self.button,
                spacing=6,
            )
        )

    def clear(self) -> None:
        """Forget the password once it was used."""
        self.password.clear()
        self.plain.setChecked(False)

    def problem(self) -> str:
        return self._field.problem()

    def _ask(self) -> None:
        self._field.set_problem("")
        if self.plain.isChecked():
            self._ask_for_plain()
        elif len(self.password.text()) < LEAST:
            self._field.set_problem(
                self.tr("Give the PDF a password of at least {0} characters.").format(LEAST)
            )
            self.password.setFocus()
            self.refused.emit(self)
        else:
            self.wanted.emit(self.password.text())

    def _ask_for_plain(self) -> None:
        question = self.tr(
            "Anybody who comes by this file can read it. Save it without a password?"
        )
        if dialogs.ask_sure(self, self.tr("Save without a password"), question):
            self.wanted.emit("")
