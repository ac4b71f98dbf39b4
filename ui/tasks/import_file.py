"""Bring in the school's own file: look first, then all of it or nothing."""

from typing import ClassVar

from PySide6.QtWidgets import QPlainTextEdit

from liaison.errors import LiaisonError
from liaison.exchange.ctf import read_ctf
from liaison.exchange.ctf_import import commit_import, plan_import
from liaison.exchange.import_plan import ImportPlan
from liaison.store.drafts import Draft
from ui import dialogs
from ui.jobs import Job
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step, line_height
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.labels import Words


class ImportFile(Task):
    """A Common Transfer File: chosen, read and compared beside the window, then shown."""

    kind: ClassVar[str] = "import"
    title: ClassVar[str] = "Import the school’s file"
    icon: ClassVar[str] = "file-import"
    menu: ClassVar[str] = "file"
    wide: ClassVar[int] = 640

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._plan: ImportPlan | None = None
        self._job: Job | None = None
        self.summary = ErrorSummary()
        self.what = Words(
            self.tr(
                "Choose the Common Transfer File (CTF) that the school’s system exports. You will "
                "see what would change before anything does. What the file leaves empty never "
                "overwrites, and the file itself is not kept."
            ),
            wrap=True,
        )
        self.counts = Words("", Step.STRONG, wrap=True)
        self.warnings = QPlainTextEdit()
        self.warnings.setReadOnly(True)
        self.warnings.setTabChangesFocus(True)
        self.warnings.setAccessibleName(self.tr("What to look at"))
        self.warnings.setMinimumHeight(6 * line_height())
        for part in (self.counts, self.warnings):
            part.hide()
        self.choose_button = KeyedButton(self.tr("Choose the file…"), icon_name="folder-open")
        self.choose_button.clicked.connect(self.choose)
        self.import_button = KeyedButton(self.tr("Import"), Kind.PRIMARY, icon_name="file-import")
        self.import_button.setEnabled(False)
        self.import_button.clicked.connect(self.bring_in)
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        body = column(
            self.summary,
            self.what,
            row(self.choose_button, None),
            self.counts,
            self.warnings,
            margins=(20, 2, 20, 14),
            spacing=10,
        )
        foot = row(None, cancel, self.import_button, margins=(20, 10, 14, 10))
        self.fill(boxed(body), Footer(foot, radius=11))

    def choose(self) -> None:
        """Ask for the file, and work out what it would do."""
        file = dialogs.ask_open_file(
            self, self.tr("Import the school’s file"), self.tr("CTF files (*.xml);;All files (*)")
        )
        if file is None:
            return
        store, today = self.session.store, self.session.today()

        def work(_job: Job) -> ImportPlan:
            return plan_import(store, read_ctf(file), today=today)

        self._begin(self.tr("Reading the file…"))
        self._job = self.session.jobs.start(work, self._show_plan, self._refuse)

    def bring_in(self) -> None:
        """Write what was shown, after one more question while the record is for practice only."""
        plan = self._plan
        if plan is None or not self._may_begin():
            return
        store = self.session.store

        def work(_job: Job) -> object:
            return commit_import(store, plan)

        self._begin(self.tr("Importing…"))
        self.busy = True
        self._job = self.session.jobs.start(work, self._finish, self._refuse)

    def _may_begin(self) -> bool:
        settings = self.session.settings
        if settings.practice or not settings.practice_only:
            return True
        question = self.tr(
            "The data protection officer has not agreed yet, so this record is for practice only. "
            "Import real families all the same?"
        )
        return dialogs.ask_sure(self, self.tr("Practice only"), question)

    def _begin(self, words: str) -> None:
        self.summary.show_problems([])
        self.counts.setText(words)
        self.counts.show()
        self.choose_button.setEnabled(False)
        self.import_button.setEnabled(False)

    def _show_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        counts = plan.counts
        words = self.tr("Would add {0} families, {1} children and {2} adults; {3} changed.")
        shown = words.format(counts.families, counts.children, counts.adults, counts.changed)
        self.counts.setText(self.tr("The record says all of it already.") if plan.empty else shown)
        self.warnings.setPlainText("\n".join(plan.warnings))
        self.warnings.setVisible(bool(plan.warnings))
        self.choose_button.setEnabled(True)
        self.import_button.setEnabled(not plan.empty)
        if not plan.empty:
            self.import_button.setFocus()

    def _finish(self, _result: object) -> None:
        self.busy = False
        self.session.say(self.tr("Imported. It can be taken back."), with_undo=True)
        self.done.emit()

    def _refuse(self, error: Exception) -> None:
        self.busy = False
        self.counts.hide()
        self.choose_button.setEnabled(True)
        self._plan = None
        if not isinstance(error, LiaisonError):
            raise error
        self.summary.show_problems([(str(error), self.choose_button)])
