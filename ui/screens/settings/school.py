"""The school and you: names, the agreement, the second key holder, the office list."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt

from liaison.errors import LiaisonError
from liaison.model.reach import is_phone
from liaison.model.settings import USUAL_DAYS, Settings
from ui.day_field import DayField
from ui.history_key import HistoryKey
from ui.layouts import Item, boxed, column, row
from ui.screens.settings.section import Section
from ui.scrolling import Scrolling
from ui.session import Session
from ui.theme import Step
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Footer
from ui.widgets.fields import LineField
from ui.widgets.labels import SignedWords, Words


class SchoolSection(Section):
    """One form, saved as one thing that can be taken back."""

    title: ClassVar[str] = "School and you"
    icon: ClassVar[str] = "school"
    tables: ClassVar[frozenset[str]] = frozenset({Settings.table})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown = ""
        self.summary = ErrorSummary()
        self.school = LineField(self.tr("&School"))
        self.phone = LineField(
            self.tr("School &phone"), hint=self.tr("Stands on letters, so that a family can ring.")
        )
        self.officer = LineField(self.tr("&Your name"))
        self.role = LineField(
            self.tr("Your &job title"), hint=self.tr("As it stands on letters home.")
        )
        self.marking = LineField(
            self.tr("&Marking on staff copies"),
            hint=self.tr("Such as “Confidential: staff of Oakfield only”. May stay empty."),
        )
        self.kept = LineField(
            self.tr("Days a staff &copy is kept"),
            hint=self.tr("“Shred by” on each staff copy. Empty means {0}.").format(USUAL_DAYS),
        )
        self.listed = DayField(self.tr("&Office list last checked"), session)
        self.dpo = LineField(self.tr("&Data protection officer who agreed"))
        self.agreed = DayField(self.tr("A&greed on"), session)
        self.second = LineField(
            self.tr("Second &key holder"),
            hint=self.tr("Who has the recovery sheet, or a passphrase of their own."),
        )
        self.practice = SignedWords("info-circle", "", Step.BODY, tone="text", icon_tone="accent")
        self.practice.words.setWordWrap(True)
        self.save_button = KeyedButton(self.tr("Save"), Kind.PRIMARY, icon_name="check")
        self.save_button.clicked.connect(self.save)
        self.undo_button = KeyedButton(self.tr("Put back"), Kind.QUIET)
        self.undo_button.clicked.connect(self.put_back)
        parts: list[Item] = [
            self.summary,
            Words(self.tr("The school and you"), Step.CARD),
            self.school,
            self.phone,
            self.officer,
            self.role,
            self.marking,
            self.kept,
            self.listed,
            10,
            Words(self.tr("Who agreed, and who else can open the record"), Step.CARD, wrap=True),
            self.practice,
            self.dpo,
            self.agreed,
            self.second,
            None,
        ]
        form = boxed(column(*parts, spacing=10))
        form.setMaximumWidth(640)
        body = Scrolling(row((form, 1), None, margins=(18, 14, 18, 14)))
        foot = Footer(row(None, self.undo_button, self.save_button, margins=(18, 9, 14, 9)))
        card = Card(column((body, 1), foot, margins=(1, 1, 1, 1), spacing=0))
        self.setLayout(column(card))
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        HistoryKey(self, session, self._reference, inside)

    def reload(self) -> None:
        """Show the settings, unless they are those shown: what is being typed stays."""
        if self.session.settings.version != self._shown:
            self.put_back()

    def _reference(self) -> str:
        return f"{Settings.table}/{self.session.settings.id}"

    def put_back(self) -> None:
        """Show the settings as they are kept."""
        settings = self.session.settings
        self._shown = settings.version
        self.summary.show_problems([])
        pairs = (
            (self.school, settings.school),
            (self.phone, settings.phone),
            (self.officer, settings.officer),
            (self.role, settings.officer_role),
            (self.marking, settings.marking),
            (self.kept, "" if settings.shred_after is None else str(settings.shred_after)),
            (self.dpo, settings.dpo),
            (self.second, settings.second_key_holder),
        )
        for field, words in pairs:
            field.set_text(words)
            field.set_problem("")
        for field, day in (
            (self.listed, settings.office_list_checked_on),
            (self.agreed, settings.dpo_agreed_on),
        ):
            field.set_day(day)
            field.set_problem("")
        only = settings.practice_only and not settings.practice
        self.practice.set_words(
            self.tr("Practice only: real families belong here when these three are filled in.")
            if only
            else ""
        )
        self.practice.setVisible(only)

    def save(self) -> None:
        """Keep everything, or say what is to be put right."""
        self.school.set_problem("" if self.school.text() else self.tr("The school needs a name."))
        phone = self.phone.text()
        said = self.tr("Write a phone number, such as 01632 960123.")
        self.phone.set_problem("" if not phone or is_phone(phone) else said)
        kept = self.kept.text()
        days = kept.isascii() and kept.isdigit() and len(kept) < 4
        wrong = self.tr("Write a number of days, such as 14.")
        self.kept.set_problem("" if days or not kept else wrong)
        for field in (self.listed, self.agreed):
            if not field.check():
                day, today = field.day(), self.session.today()
                late = day is not None and day > today
                field.set_problem(self.tr("That day is still to come.") if late else "")
        fields = (self.school, self.phone, self.kept, self.listed, self.agreed)
        found = [(field.problem(), field) for field in fields if field.problem()]
        self.summary.show_problems(found)
        if found:
            return
        was_practice = self.session.settings.practice_only
        try:
            with self.session.store.saving() as saving:
                saving.change(self._typed())
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), None)])
            return
        agreed = was_practice and not self.session.settings.practice_only
        words = self.tr("Saved. The record is no longer for practice only.")
        self.session.say(words if agreed else self.tr("Settings saved."), with_undo=True)

    def _typed(self) -> Settings:
        return replace(
            self.session.settings,
            school=self.school.text(),
            phone=self.phone.text(),
            officer=self.officer.text(),
            officer_role=self.role.text(),
            marking=self.marking.text(),
            shred_after=int(self.kept.text()) if self.kept.text() else None,
            office_list_checked_on=self.listed.day(),
            dpo=self.dpo.text(),
            dpo_agreed_on=self.agreed.day(),
            second_key_holder=self.second.text(),
        )
