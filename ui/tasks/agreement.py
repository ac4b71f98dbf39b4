"""The data protection officer's agreement: until it is entered the record is practice only."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from liaison.dates import medium_date, read_date
from liaison.errors import UnknownValue
from liaison.store.drafts import Draft
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import LineField
from ui.widgets.labels import Words


class Agreement(Task):
    """Who agreed and when, and who else holds a key."""

    kind: ClassVar[str] = "agreement"
    title: ClassVar[str] = "Agreement to use this record"
    icon: ClassVar[str] = "shield"
    menu: ClassVar[str] = "tools"
    wide: ClassVar[int] = 560

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        settings = session.settings
        self.summary = ErrorSummary()
        what = Words(
            self.tr(
                "Real families belong in this record only when the school’s data protection "
                "officer has agreed, and a second person can open it."
            ),
            wrap=True,
        )
        self.officer = LineField(self.tr("&Data protection officer"))
        self.officer.set_text(settings.dpo)
        self.day = LineField(self.tr("&Agreed on"), placeholder=self.tr("3 Sep 2026"))
        self.day.set_text(medium_date(settings.dpo_agreed_on) if settings.dpo_agreed_on else "")
        self.second = LineField(
            self.tr("Second &key holder"),
            hint=self.tr("Who has the recovery sheet, or a passphrase of their own."),
        )
        self.second.set_text(settings.second_key_holder)
        save = KeyedButton(self.tr("Save"), Kind.PRIMARY, icon_name="check")
        save.clicked.connect(self.save)
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        fields = (self.officer, self.day, self.second)
        body = column(self.summary, what, *fields, margins=(20, 2, 20, 14), spacing=10)
        foot = row(None, cancel, save, margins=(20, 10, 14, 10))
        self.fill(boxed(body), Footer(foot, radius=11))

    def save(self) -> None:
        """Keep it, when all three are there."""
        missing = self.tr("Name the data protection officer.")
        self.officer.set_problem("" if self.officer.text() else missing)
        agreed_on = self._day()
        late = agreed_on is not None and agreed_on > self.session.today()
        wrong = agreed_on is None or late
        self.day.set_problem(self.tr("Give the day of the agreement.") if wrong else "")
        alone = self.tr("Name who else can open the record.")
        self.second.set_problem("" if self.second.text() else alone)
        fields = (self.officer, self.day, self.second)
        found = [(field.problem(), field) for field in fields if field.problem()]
        self.summary.show_problems(found)
        if found:
            return
        with self.session.store.saving() as saving:
            saving.change(
                replace(
                    self.session.settings,
                    dpo=self.officer.text(),
                    dpo_agreed_on=agreed_on,
                    second_key_holder=self.second.text(),
                )
            )
        self.session.say(self.tr("The agreement is kept."), with_undo=True)
        self.done.emit()

    def _day(self) -> date | None:
        try:
            return read_date(self.day.text(), self.session.today())
        except UnknownValue:
            return None
