"""A verified copy of the whole record, encrypted like it, in a place of her choice."""

from pathlib import Path
from typing import ClassVar

from liaison.errors import LiaisonError
from liaison.store.drafts import Draft
from liaison.store.record import backup_record
from ui import dialogs
from ui.jobs import Job
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.labels import Words


class CopyRecord(Task):
    """Asks for a folder and writes one backup file into it, verified before it counts."""

    kind: ClassVar[str] = "copy"
    title: ClassVar[str] = "Copy this record to…"
    icon: ClassVar[str] = "device-floppy"
    menu: ClassVar[str] = "file"
    wide: ClassVar[int] = 560

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self.summary = ErrorSummary()
        what = Words(
            self.tr(
                "One encrypted file, checked after it is written. The same passphrase and recovery "
                "sheet open it. A memory stick in the school safe is a good place."
            ),
            wrap=True,
        )
        self.state = Words("", Step.STRONG)
        self.state.hide()
        self.choose_button = KeyedButton(
            self.tr("Choose the folder…"), Kind.PRIMARY, icon_name="folder"
        )
        self.choose_button.clicked.connect(self.choose)
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        body = column(self.summary, what, self.state, margins=(20, 2, 20, 14), spacing=10)
        foot = row(None, cancel, self.choose_button, margins=(20, 10, 14, 10))
        self.fill(boxed(body), Footer(foot, radius=11))

    def choose(self) -> None:
        """Ask where to, and write the copy beside the window."""
        folder = dialogs.ask_folder(self, self.tr("Copy this record to"))
        if folder is None:
            return
        store = self.session.store

        def work(_job: Job) -> Path:
            return backup_record(store, folder)

        self.summary.show_problems([])
        self.state.setText(self.tr("Copying and checking…"))
        self.state.show()
        self.choose_button.setEnabled(False)
        self.busy = True
        self.session.jobs.start(work, self._finish, self._refuse)

    def _finish(self, file: Path) -> None:
        self.busy = False
        self.session.say(self.tr("Copied and checked: {0}").format(file.name))
        self.done.emit()

    def _refuse(self, error: Exception) -> None:
        self.busy = False
        self.state.hide()
        self.choose_button.setEnabled(True)
        if not isinstance(error, LiaisonError):
            raise error
        self.summary.show_problems([(str(error), self.choose_button)])
