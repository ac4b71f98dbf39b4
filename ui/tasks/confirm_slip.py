"""Who received a slip for the designated safeguarding lead, by name. No family is named here."""

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox

from liaison.casework.telling_the_dsl import confirm_slip, unconfirmed
from liaison.dates import day_in_list
from liaison.errors import LiaisonError, NotReady
from liaison.model.dsl import DslSlip
from liaison.store.drafts import Draft
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Words


class ConfirmSlip(Task):
    """The oldest slip first; with several, which one is chosen by when it was written."""

    kind: ClassVar[str] = "confirm-slip"
    title: ClassVar[str] = "Slip received"
    icon: ClassVar[str] = "shield"
    menu: ClassVar[str] = ""
    wide: ClassVar[int] = 560

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self.slips = unconfirmed(session.store)
        self.summary = ErrorSummary()
        told = Words(
            self.tr("What was written for it is thrown away as soon as it is confirmed."),
            tone="muted",
            wrap=True,
        )
        self.which = QComboBox()
        for slip in self.slips:
            self.which.addItem(self._words(slip))
        self._which = Field(self.tr("&Slip"), self.which)
        self.who = LineField(self.tr("Received &by"), hint=self.tr("The name of who has it now."))
        self.who.line.returnPressed.connect(self.save)
        self.save_button = KeyedButton(
            self.tr("Confirm"), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        self.save_button.clicked.connect(self.save)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        body = column(
            self.summary, self._which, self.who, told, margins=(20, 2, 20, 14), spacing=10
        )
        foot = row(None, cancel, self.save_button, margins=(20, 10, 14, 10))
        self.fill(boxed(body), Footer(foot, radius=11))
        self.who.line.setFocus()

    def save(self) -> None:
        """Keep the name, when there is one; the draft behind the slip is then gone."""
        if not self.slips:
            self.done.emit()
            return
        slip, by, on = self.slips[self.which.currentIndex()], self.who.text(), self.session.today()
        problem = ""
        try:
            confirm_slip(self.session.store, slip, by=by, on=on)
        except NotReady as unready:
            problem = next(iter(unready.problems.values()))
        except LiaisonError as refused:
            problem = str(refused)
        self.who.set_problem(problem)
        self.summary.show_problems([(problem, self.who)] if problem else [])
        if not problem:
            self.session.say(self.tr("Received by {0}.").format(by))
            self.done.emit()

    def _words(self, slip: DslSlip) -> str:
        written = day_in_list(slip.written_on, self.session.today())
        when = " ".join(filter(None, (written, slip.written_at)))
        to = self.tr("handed to {0}").format(slip.handed_to) if slip.handed_to else ""
        return ", ".join(filter(None, (when, to)))
