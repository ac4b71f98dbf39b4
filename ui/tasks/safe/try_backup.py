"""“Test this backup”: opened as a restore would open it, looked through, and put away again."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from liaison.casework.backups import backups_at_a_glance, try_backup, try_older_backup
from liaison.store.drafts import Draft
from ui.jobs import Job
from ui.session import Session
from ui.tasks.safe.working import Working
from ui.widgets.fields import Field, PasswordEdit
from ui.widgets.labels import SignedWords, Words


class TryBackup(Working):
    """``subject`` is the file. One of an earlier key asks for the passphrase of that time."""

    kind: ClassVar[str] = "try-backup"
    title: ClassVar[str] = "Test this backup"
    icon: ClassVar[str] = "database-heart"
    wide: ClassVar[int] = 560

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._file = Path(subject)
        there = backups_at_a_glance(session.store)
        self._older = any(each.file == self._file and each.trouble for each in there)
        what = Words(
            self.tr(
                "It is written out beside the record, still encrypted, opened, looked through from "
                "end to end, and removed again. Nothing of the record is touched."
            ),
            wrap=True,
        )
        self.passphrase = PasswordEdit(self.tr("Passphrase of that time"))
        self.passphrase_field = Field(
            self.tr("&Passphrase of that time"),
            self.passphrase,
            hint=self.tr("This backup may be of an earlier key."),
        )
        self.passphrase_field.setHidden(not self._older)
        self.answer = SignedWords("circle-check", "", icon_tone="praise", tone="text")
        self.answer.words.setWordWrap(True)
        self.answer.hide()
        name = Words(self._file.name, wrap=True)
        self.lay_out(
            *(name, what, self.passphrase_field, self.answer),
            action=self.tr("Test it"),
            icon="database-heart",
        )
        self.action.clicked.connect(self.begin)
        (self.passphrase if self._older else self.action).setFocus()

    def first_field(self) -> QWidget:
        return self.passphrase_field if self._older else self.action

    def begin(self) -> None:
        """Once it was tested the same button closes."""
        if not self.answer.isHidden():
            self.done.emit()
            return
        store, file, now = self.session.store, self._file, self.session.store.now()
        older, passphrase = self._older, self.passphrase.text()

        def work(_job: Job) -> list[str]:
            if older:
                return try_older_backup(store, file, passphrase=passphrase, now=now)
            return try_backup(store, file, now=now)

        self.work(self.tr("Testing…"), work, self._tell)

    def _tell(self, faults: list[str]) -> None:
        self.finished()
        if faults:
            self.summary.show_problems([(each, None) for each in faults])
            return
        self.answer.set_words(self.tr("It is whole, and can be restored."))
        self.answer.show()
        self.action.setText(self.tr("Close"))
        self.cancel.hide()
        self.action.setFocus()
