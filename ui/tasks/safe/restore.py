"""A backup restored into a new folder, looked through, and then opened in the place of this one."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from liaison.store.drafts import Draft
from liaison.store.record import restore_record
from ui import dialogs
from ui.first_run_pages import SUFFIX
from ui.jobs import Job
from ui.layouts import boxed, row
from ui.session import Session
from ui.tasks.safe.working import Working
from ui.widgets.buttons import KeyedButton
from ui.widgets.fields import Field, LineField, PasswordEdit
from ui.widgets.labels import Words

KINDS = "Backups (*.liaisonbackup)"


class Restore(Working):
    """Nothing of this record is touched. ``subject`` is the backup file, or "" to choose one."""

    kind: ClassVar[str] = "restore"
    title: ClassVar[str] = "Restore a backup"
    icon: ClassVar[str] = "rotate"

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._made = Path()
        what = Words(
            self.tr(
                "The backup becomes a record of its own in a new folder. This record stays where "
                "it is, as it is; what was saved since the backup is only in this one."
            ),
            wrap=True,
        )
        is_file = subject.endswith(".liaisonbackup")
        self.file = QLineEdit(subject if is_file else "")
        self.file.setAccessibleName(self.tr("Backup"))
        choose = KeyedButton(self.tr("Choose…"), icon_name="folder")
        choose.setAccessibleName(self.tr("Choose the backup"))
        choose.clicked.connect(self._choose_file)
        self.file_field = Field(self.tr("&Backup"), _beside(self.file, choose))
        self.place = QLineEdit()
        self.place.setAccessibleName(self.tr("Where to put it"))
        other = KeyedButton(self.tr("Choose…"), icon_name="folder")
        other.setAccessibleName(self.tr("Choose where to put it"))
        other.clicked.connect(self._choose_place)
        self.place_field = Field(self.tr("Where to put &it"), _beside(self.place, other))
        self.name = LineField(self.tr("N&ame of the new folder"))
        self.passphrase = PasswordEdit(self.tr("Passphrase"))
        self.passphrase.entered.connect(self.restore)
        self.passphrase_field = Field(
            self.tr("&Passphrase of that time"),
            self.passphrase,
            hint=self.tr("The one that opened the record when the backup was made."),
        )
        self.by_code = QCheckBox(self.tr("I have the &recovery sheet of that time instead"))
        self.by_code.toggled.connect(self._switch)
        self.code = LineField(
            self.tr("Recovery &code"), placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
        )
        self.code.hide()
        self.lay_out(
            *(what, self.file_field, self.place_field, self.name),
            *(self.passphrase_field, self.code, self.by_code),
            action=self.tr("Restore"),
            icon="rotate",
        )
        self.action.clicked.connect(self.restore)
        self._suggest()
        (self.passphrase if is_file else self.file).setFocus()

    def first_field(self) -> QWidget:
        return self.code if self.by_code.isChecked() else self.passphrase_field

    def restore(self) -> None:
        """Into a new folder, or back to the window that is open once it is done."""
        if self._made != Path():
            self.session.moved.emit(self._made)
            self.done.emit()
            return
        file, to = Path(self.file.text().strip()), self._to()
        self.file_field.set_problem(
            "" if file.is_file() else self.tr("There is no such file: choose the backup.")
        )
        self.place_field.set_problem(
            "" if to.parent.is_dir() and to.parent.is_absolute() else self.tr("Choose a folder.")
        )
        self.name.set_problem("" if self.name.text() else self.tr("Give the new folder a name."))
        fields = (self.file_field, self.place_field, self.name)
        found = [(each.problem(), each) for each in fields if each.problem()]
        self.summary.show_problems(found)
        if found:
            return
        by_code, code, passphrase = (
            self.by_code.isChecked(),
            self.code.text(),
            self.passphrase.text(),
        )
        now = self.session.store.now

        def work(_job: Job) -> Path:
            if by_code:
                restore_record(file, to, recovery_code=code, now=now)
            else:
                restore_record(file, to, passphrase=passphrase, now=now)
            return to

        self.work(self.tr("Restoring, and looking through all of it…"), work, self._restored)

    def _restored(self, made: Path) -> None:
        self.finished()
        self._made = made
        self.passphrase.clear()
        for part in (self.file_field, self.place_field, self.name, self.by_code, self.code):
            part.hide()
        self.passphrase_field.hide()
        self.waiting.set_sign("circle-check", tone="text", icon_tone="praise")
        self.waiting.set_words(
            self.tr(
                "Restored and looked through: {0}. Close this record and go on with the restored "
                "one? The earlier record stays where it is."
            ).format(made.name)
        )
        self.waiting.show()
        self.action.setText(self.tr("Switch to it"))
        self.action.set_icon_name("lock-open")
        self.cancel.setText(self.tr("Stay here"))
        self.action.setFocus()

    def _to(self) -> Path:
        return Path(self.place.text().strip()) / f"{self.name.text()}{SUFFIX}"

    def _suggest(self) -> None:
        vault = self.session.store.vault
        if vault is None:
            return
        self.place.setText(str(vault.folder.absolute().parent))
        day = self.session.today()
        stem = f"{vault.folder.stem} restored {day:%Y-%m-%d}"
        names = [stem, *(f"{stem} {number}" for number in range(2, 100))]
        free = (each for each in names if not (vault.folder.parent / f"{each}{SUFFIX}").exists())
        self.name.set_text(next(free, stem))

    def _choose_file(self) -> None:
        chosen = dialogs.ask_open_file(self, self.tr("Restore a backup"), KINDS)
        if chosen is not None:
            self.file.setText(str(chosen))

    def _choose_place(self) -> None:
        chosen = dialogs.ask_folder(self, self.tr("Where to put the restored record"))
        if chosen is not None:
            self.place.setText(str(chosen))

    def _switch(self, by_code: bool) -> None:
        self.passphrase_field.setVisible(not by_code)
        self.code.setVisible(by_code)
        (self.code if by_code else self.passphrase).setFocus()


def _beside(line: QLineEdit, button: KeyedButton) -> QWidget:
    both = boxed(row((line, 1), button))
    both.setFocusProxy(line)
    return both
