"""The import wizard itself. Nothing is written before the last Continue, and then all of it."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from liaison.casework.backups import keep_copy
from liaison.errors import CannotUndo, LiaisonError
from liaison.exchange.ctf import read_ctf
from liaison.exchange.ctf_import import commit_import, plan_import
from liaison.exchange.import_plan import ImportPlan
from liaison.exchange.pupil_file import PupilFile
from liaison.store.drafts import Draft
from liaison.vault.files import size_and_digest
from ui import dialogs
from ui.import_wizard.half_way import HalfWay, half_way_from
from ui.import_wizard.match_page import MatchPage
from ui.import_wizard.pages import CheckPage, ChoosePage, DonePage, ReportPage, WaitPage
from ui.jobs import Job
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.steps import Steps
from ui.widgets.toast import announce

CHOOSE, REPORT, MATCH, CHECK, DONE = range(5)
WAIT = 5


class Stopped(LiaisonError):
    """The officer thought better of it; nothing was written."""


class ImportWizard(Task):
    """Reads the file beside the window; plans and writes where everybody else uses the record.

    One connection in two threads at once can hold each of them up for ever.
    """

    kind: ClassVar[str] = "import"
    title: ClassVar[str] = "Import the school’s file"
    icon: ClassVar[str] = "file-import"
    menu: ClassVar[str] = "file"
    wide: ClassVar[int] = 760

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._file: PupilFile | None = None
        self._plan: ImportPlan | None = None
        self._planned_with: dict[str, object] = {}
        self._job: Job | None = None
        self._step = CHOOSE
        self._from: HalfWay | None = None
        names = (self.tr("Choose"), self.tr("Report"), self.tr("Same?"), self.tr("Check"))
        self.steps = Steps([*names, self.tr("Done")])
        self.summary = ErrorSummary()
        self.choose_page, self.report, self.match = ChoosePage(), ReportPage(), MatchPage()
        self.match.changed.connect(self._note_way_back)
        self.check, self.done_page, self.wait = CheckPage(), DonePage(), WaitPage()
        self.choose_page.choose_button.clicked.connect(self.choose)
        self.check.change_button.clicked.connect(self._to_matches)
        self.done_page.undo_button.clicked.connect(self.take_back)
        self.wait.stop_button.clicked.connect(self.stop)
        self.pages = QStackedWidget()
        pages: tuple[QWidget, ...] = (self.choose_page, self.report, self.match)
        for page in (*pages, self.check, self.done_page, self.wait):
            self.pages.addWidget(page)
        self.back_button = KeyedButton(self.tr("Back"), Kind.QUIET, icon_name="chevron-left")
        self.back_button.clicked.connect(self.back)
        self.cancel_button = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        self.cancel_button.clicked.connect(self.closing)
        self.next_button = KeyedButton(self.tr("Continue"), Kind.PRIMARY)
        self.next_button.clicked.connect(self.go_on)
        body = column(
            self.steps, self.summary, (self.pages, 1), margins=(20, 2, 20, 14), spacing=10
        )
        foot = row(
            self.back_button, None, self.cancel_button, self.next_button, margins=(14, 10, 14, 10)
        )
        self.fill(boxed(body), Footer(foot, radius=11))
        self._show(CHOOSE)
        if before := half_way_from(subject):
            self.read(before.file, before)

    def choose(self) -> None:
        """Ask for the file, read it, and work out what it would do."""
        chosen = dialogs.ask_open_file(
            self, self.title, self.tr("CTF files (*.xml);;All files (*)")
        )
        if chosen is not None:
            self.read(chosen)

    def read(self, chosen: Path, before: HalfWay | None = None) -> None:
        """Read this file beside the window; go on from ``before`` if it is the same still."""
        self.match.decisions.clear()

        def work(job: Job) -> tuple[PupilFile, HalfWay]:
            job.progress.emit(0, 2)
            file = read_ctf(chosen)
            job.progress.emit(1, 2)
            digest = size_and_digest(chosen)[1]
            _unless_stopped(job)
            same = before is not None and before.digest == digest
            return file, before if before and same else HalfWay(chosen, digest, REPORT)

        self._wait(self.tr("Reading the file…"), can_stop=True)
        self._job = self.session.jobs.start(work, self._read, self._refuse, self.wait.show_progress)

    def stop(self) -> None:
        """Think better of it while nothing is written."""
        if self._job is not None and not self.busy:
            self._job.cancel()

    def back(self) -> None:
        """One step back; what was chosen stays chosen."""
        before = {REPORT: CHOOSE, MATCH: REPORT, CHECK: MATCH}
        step = before.get(self._step, self._step)
        if step == MATCH and not self._matches():
            step = REPORT
        self._show(step)

    def go_on(self) -> None:
        """To the next step; from the check the import is written."""
        if self._step == REPORT:
            self._show(MATCH if self._matches() else CHECK)
        elif self._step == MATCH:
            self._plan_again()
        elif self._step == CHECK:
            self.bring_in()
        else:
            self.done.emit()

    def bring_in(self) -> None:
        """Write the plan, after a backup; one more question while it is for practice only."""
        if self._plan is None or self._plan.empty or not self._may_begin():
            return
        store = self.session.store

        def work(_job: Job) -> Path | None:
            return keep_copy(store, now=store.now())

        self.busy = True
        self._wait(self.tr("Keeping a backup first…"), can_stop=False)
        self.session.jobs.start(work, self._write, self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        """Without a backup it is for her to say; Undo takes an import back, too."""
        self.busy = False
        if not isinstance(error, LiaisonError):
            raise error
        question = self.tr(
            "No backup could be kept before the import. {0} Import all the same? "
            "Undo can take it back."
        )
        if dialogs.ask_sure(self, self.tr("No backup"), question.format(error)):
            self._write()
        else:
            self._show(CHECK)

    def _write(self, _backup: Path | None = None) -> None:
        self.busy = False
        plan = self._plan
        if plan is None:
            return
        self._wait(self.tr("Writing, all of it or nothing…"), can_stop=False)
        self.repaint()
        try:
            commit_import(self.session.store, plan)
        except LiaisonError as refused:
            self._refuse(refused)
        else:
            self._written()

    def take_back(self) -> None:
        """Undo the whole import."""
        try:
            self.session.store.undo()
        except CannotUndo as refused:
            self.summary.show_problems([(str(refused), self.done_page.undo_button)])
        else:
            self.done_page.show_undone()
            self.session.say(self.tr("The import was taken back."))
            self.next_button.setFocus()

    def leave(self) -> None:
        """Closed half-way: nothing was written. After a lock it goes on from where it was."""
        self.stop()

    def _matches(self) -> bool:
        return self._plan is not None and bool(self._plan.matches)

    def _plan_again(self) -> None:
        """Work the plan out anew when other choices were made."""
        file, store, today = self._file, self.session.store, self.session.today()
        decisions = dict(self.match.decisions)
        if file is None or decisions == self._planned_with:
            self._show(CHECK)
            return
        self._planned_with = dict(decisions)
        self._wait(self.tr("Working it out…"), can_stop=False)
        self.repaint()
        self._take(plan_import(store, file, today=today, decisions=decisions))
        self._show(CHECK)

    def _may_begin(self) -> bool:
        settings = self.session.settings
        if settings.practice or not settings.practice_only:
            return True
        question = self.tr(
            "The data protection officer has not agreed yet, so this record is for practice only. "
            "Import real families all the same?"
        )
        return dialogs.ask_sure(self, self.tr("Practice only"), question)

    def _read(self, read: tuple[PupilFile, HalfWay]) -> None:
        self._file, self._from = read
        self.match.decisions |= self._from.decisions
        self._planned_with = dict(self._from.decisions)
        try:
            _unless_stopped(self._job)
            plan = plan_import(
                self.session.store,
                self._file,
                today=self.session.today(),
                decisions=self._from.decisions,
            )
        except LiaisonError as refused:
            self._refuse(refused)
            return
        self._take(plan)
        self._show(REPORT if self._from.step == MATCH and not plan.matches else self._from.step)

    def _note_way_back(self) -> None:
        """After a lock it goes on from here; nothing is written before the last step."""
        begun = self._from if self._step in {REPORT, MATCH, CHECK} else None
        decisions = dict(self.match.decisions)
        self.subject = replace(begun, step=self._step, decisions=decisions).words() if begun else ""

    def _take(self, plan: ImportPlan) -> None:
        self._plan = plan
        if self._file is not None:
            self.report.show_file(self._file, plan.warnings)
        self.match.show_matches(plan.matches)
        self.check.show_plan(plan, decided=len(self.match.decisions))

    def _written(self) -> None:
        if self._plan is not None:
            self.done_page.show_plan(self._plan)
        self._show(DONE)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, LiaisonError):
            raise error
        self._show(CHOOSE if self._step == CHOOSE else self._step)
        if not isinstance(error, Stopped):
            self._planned_with = {"refused": None}
            self.summary.show_problems([(str(error), None)])

    def _to_matches(self) -> None:
        self._show(MATCH)

    def _wait(self, words: str, *, can_stop: bool) -> None:
        self.summary.show_problems([])
        self.wait.begin(words, can_stop=can_stop)
        self.pages.setCurrentIndex(WAIT)
        for button in (self.back_button, self.next_button, self.cancel_button):
            button.setEnabled(False)
        announce(self, words)

    def _show(self, step: int) -> None:
        self._step = step
        self._note_way_back()
        self.summary.show_problems([])
        self.steps.set_current(step)
        self.pages.setCurrentIndex(step)
        self.back_button.setVisible(step in {REPORT, MATCH, CHECK})
        self.cancel_button.setVisible(step != DONE)
        self.next_button.setVisible(step != CHOOSE)
        for button in (self.back_button, self.next_button, self.cancel_button):
            button.setEnabled(True)
        words = {CHECK: self.tr("Import"), DONE: self.tr("Close")}
        self.next_button.setText(words.get(step, self.tr("Continue")))
        self.next_button.setEnabled(
            not (step == CHECK and self._plan is not None and self._plan.empty)
        )
        first = self.choose_page.choose_button if step == CHOOSE else self.next_button
        first.setFocus()
        announce(self, self.steps.accessibleName())


def _unless_stopped(job: Job | None) -> None:
    if job is not None and job.cancelled:
        raise Stopped
