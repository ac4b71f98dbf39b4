"""“Change and re-encrypt”: a new key for the whole record, for when an old one may be known."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from liaison.casework import key_holders
from liaison.casework.key_holders import Renewed
from liaison.store.drafts import Draft
from ui.first_run_pages import NewRecord
from ui.first_run_recovery import RecoveryPage
from ui.jobs import Job
from ui.layouts import boxed, column
from ui.session import Session
from ui.tasks.safe.recovery import name_of
from ui.tasks.safe.working import Working
from ui.widgets.fields import Field, PasswordEdit
from ui.widgets.labels import Words

EXPLAINED, PRINTED, TOLD = range(3)


class ReEncrypt(Working):
    """Explained with the passphrase, then the new sheet, then the work, then what has ended."""

    kind: ClassVar[str] = "re-encrypt"
    title: ClassVar[str] = "Change and re-encrypt"
    icon: ClassVar[str] = "refresh"
    wide: ClassVar[int] = 700

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._new = NewRecord(name=name_of(session))
        self.passphrase = PasswordEdit(self.tr("Your passphrase"))
        self.passphrase.entered.connect(self.go_on)
        self.passphrase_field = Field(
            self.tr("Your &passphrase"),
            self.passphrase,
            hint=self.tr("It goes on opening the record. Change it first if others may know it."),
        )
        self.page = RecoveryPage(self._new)
        self.told = Words("", wrap=True)
        self.pages = QStackedWidget()
        self._steps = (self._explained(), self.page, boxed(column(self.told, None)))
        for part in self._steps:
            self.pages.addWidget(part)
        self.lay_out(self.pages, action=self.tr("Continue"), icon="arrow-right")
        self.action.clicked.connect(self.go_on)
        self.passphrase.setFocus()

    def _explained(self) -> QWidget:
        words = (
            self.tr(
                "For when a colleague left who had a copy of a backup, a laptop was stolen, or a "
                "passphrase or the recovery sheet may be known to somebody else."
            ),
            self.tr(
                "The whole record is written anew under a new key, after a backup. Only your "
                "passphrase and a new recovery sheet open it then: every other key holder needs a "
                "passphrase anew."
            ),
            self.tr(
                "Copies made before still open with the old keys. Destroy old backups once the new "
                "ones are tested."
            ),
        )
        parts = [Words(each, wrap=True) for each in words]
        return boxed(column(*parts, self.passphrase_field, None, spacing=8))

    def first_field(self) -> QWidget:
        return self.passphrase_field

    def go_on(self) -> None:
        """The next page, the work itself, or the end."""
        at = self.pages.currentIndex()
        if at == TOLD:
            self.done.emit()
        elif at == PRINTED:
            self._begin()
        elif self.passphrase.text():
            self.summary.show_problems([])
            self._show(PRINTED, self.tr("Re-encrypt"))
            self.page.enter()
        else:
            needed = self.tr("Type your passphrase.")
            self.summary.show_problems([(needed, self.passphrase_field)])

    def _begin(self) -> None:
        found = self.page.problems()
        self.summary.show_problems(found)
        if found:
            return
        store, today = self.session.store, self.session.today()
        passphrase, code = self.passphrase.text(), self._new.code
        self.session.checking.finish()

        def work(_job: Job) -> Renewed:
            return key_holders.re_encrypt(store, passphrase, recovery_code=code, today=today)

        words = self.tr("Keeping a backup, then writing the record anew. Please wait…")
        self.work(words, work, self._tell)

    def _tell(self, renewed: Renewed) -> None:
        self.finished()
        self.session.checking.begin_anew()
        said = [self.tr("The record is under a new key, and the new recovery sheet is in use.")]
        if renewed.ended:
            said.append(self.tr("Ended: {0}.").format(", ".join(renewed.ended)))
        if renewed.old_backups:
            count = len(renewed.old_backups)
            said.append(
                self.tr(
                    "{0} backups in the record’s folder are of the old key. They open with the old "
                    "passphrases; delete them when a new backup is tested."
                ).format(count)
            )
        self.told.setText("\n\n".join(said))
        self.cancel.hide()
        self._show(TOLD, self.tr("Close"))
        self.action.setFocus()

    def refuse(self, error: Exception) -> None:
        self.session.checking.begin_anew()
        self._show(EXPLAINED, self.tr("Continue"))
        super().refuse(error)

    def _show(self, page: int, action: str) -> None:
        self.pages.setCurrentIndex(page)
        self.action.setText(action)
