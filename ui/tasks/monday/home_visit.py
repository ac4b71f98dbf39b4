"""Somebody sets out on a home visit: due back when, watched by whom, carrying which card."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox

from liaison.casework.copies import Wish
from liaison.casework.visit_papers import card_for_paper
from liaison.casework.visits import set_out
from liaison.dates import clock_words, read_clock
from liaison.errors import LiaisonError, NotReady, UnknownValue
from liaison.model.person import Person
from liaison.model.reach import PointKind
from liaison.model.visit import HomeVisit
from liaison.store.drafts import Draft
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.tasks.log_contact.how import fill
from ui.tasks.log_contact.who import WhoField
from ui.tasks.monday.paper import print_and_note
from ui.theme import is_narrow
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Words


class HomeVisitTask(Task):
    """``subject`` is the family that is visited. The visit stands on Today until she is back."""

    kind: ClassVar[str] = "home-visit"
    title: ClassVar[str] = "Home visit"
    icon: ClassVar[str] = "walk"
    key: ClassVar[str] = "Ctrl+Shift+V"
    menu: ClassVar[str] = "record"
    wide: ClassVar[int] = 640
    ahead: ClassVar[bool] = True

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self.setProperty("panel", True)
        now = session.store.now().astimezone()
        self.summary = ErrorSummary()
        self.who = WhoField(session.store, session.today())
        self.who.chosen.connect(self._somebody_chosen)
        self.who.line.returnPressed.connect(self.who.settle)
        self.phone = LineField(self.tr("&Phone"), beside=True)
        self.purpose = QComboBox()
        fill(self.purpose, [("", ""), *self._purposes()])
        purpose = Field(self.tr("P&urpose"), self.purpose, beside=True)
        self.officer = LineField(self.tr("Who &goes"), beside=True)
        self.officer.set_text(session.settings.officer)
        self.leaves = LineField(self.tr("&Leaves at"), beside=True)
        self.leaves.set_text(f"{now:%H:%M}")
        self.back = LineField(self.tr("Due &back"), placeholder=self.tr("3:30pm"), beside=True)
        self.watcher = LineField(
            self.tr("W&atcher"),
            placeholder=self.tr("Who looks out for you coming back"),
            beside=True,
        )
        self._make_footer()
        times = row((self.back, 1), (self.leaves, 1), spacing=18)
        fields = (self.who, times, self.watcher, self.officer, self.phone, purpose)
        told = Words(
            self.tr("It stands on Today until you are back. The card says no reason and no risk."),
            tone="muted",
            wrap=True,
        )
        room = 5 if is_narrow(self) else 9
        body = column(self.summary, *fields, told, None, margins=(20, 4, 20, 14), spacing=room)
        self.fill(boxed(body), Footer(self._foot, radius=11))
        keys = QShortcut(self)
        keys.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.set_out_with_card)
        self.who.line.setFocus()
        if self.subject:
            self.who.choose_family(self.subject)
            self._somebody_chosen()
            self.back.line.setFocus()

    def _make_footer(self) -> None:
        self._cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        self._cancel.clicked.connect(self.closing)
        self.out_button = KeyedButton(self.tr("Set &out"))
        self.out_button.clicked.connect(self.set_out)
        self.card_button = KeyedButton(
            self.tr("Set out, print the card"), Kind.PRIMARY, icon_name="printer", key="Ctrl+Enter"
        )
        self.card_button.clicked.connect(self.set_out_with_card)
        self._foot = row(
            None, self._cancel, self.out_button, self.card_button, margins=(20, 10, 14, 10)
        )

    def set_out(self) -> None:
        """Keep the visit; the card stays unprinted."""
        visit = self._kept()
        if visit is not None:
            self._say(visit, "")
            self.done.emit()

    def set_out_with_card(self) -> None:
        """Keep the visit and print its card; a printer that refuses takes nothing back."""
        visit = self._kept()
        if visit is None:
            return
        store, refusal = self.session.store, ""
        try:
            decided = card_for_paper(store, visit.id, Wish(), today=self.session.today())
            title = self.tr("Print the visit card")
            print_and_note(self, self.session, title, "visit_card", decided)
        except LiaisonError as refused:
            refusal = str(refused)
        self._say(visit, refusal)
        self.done.emit()

    def _purposes(self) -> list[tuple[str, str]]:
        return [(each.code, each.label) for each in self.session.store.choices("purpose")]

    def _person(self) -> Person | None:
        who = self.who.who
        return self.who.record.person(who.person or who.child) if self.who.record else None

    def _somebody_chosen(self) -> None:
        person = self._person()
        points = self.who.record.reach_of(person.id) if self.who.record and person else ()
        phones = [each.value for each in points if each.kind is PointKind.PHONE]
        self.phone.set_text(phones[0] if phones else "")

    def _kept(self) -> HomeVisit | None:
        self.who.settle()
        problems: dict[str, str] = {}
        if not self.who.who.family:
            problems["family"] = self.tr("Say who is visited: pick an adult, a child or a family.")
        if not self.watcher.text():
            problems["watcher"] = self.tr("Say who looks out for you coming back.")
        visit = self._visit(problems)
        try:
            kept = None if problems else set_out(self.session.store, visit)
        except NotReady as unready:
            kept, problems = None, unready.problems
        except LiaisonError as refused:
            kept, problems = None, {"": str(refused)}
        self._show_problems(problems)
        return kept

    def _visit(self, problems: dict[str, str]) -> HomeVisit:
        """What stands in the form; times that are none are added to ``problems``."""
        person = self._person()
        return HomeVisit(
            family=self.who.who.family,
            going_on=self.session.today(),
            leaves_at=self._clock(self.leaves, "leaves_at", problems),
            due_back_at=self._clock(self.back, "due_back_at", problems),
            officer=self.officer.text(),
            watcher=self.watcher.text(),
            person=person.id if person else "",
            phone=self.phone.text(),
            purpose=self.purpose.currentData(),
        )

    def _clock(self, field: LineField, name: str, problems: dict[str, str]) -> str:
        try:
            return read_clock(field.text())
        except UnknownValue as unknown:
            problems[name] = (
                str(unknown) if field.text() else self.tr("Write a time, such as 3:30pm.")
            )
            return ""

    def _show_problems(self, problems: dict[str, str]) -> None:
        fields = {
            "family": self.who.field,
            "due_back_at": self.back,
            "watcher": self.watcher,
            "officer": self.officer,
            "leaves_at": self.leaves,
        }
        for name, field in fields.items():
            field.set_problem(problems.get(name, ""))
        self.summary.show_problems([(said, fields.get(name)) for name, said in problems.items()])

    def _say(self, visit: HomeVisit, refusal: str) -> None:
        said = self.tr("{0} watches. Due back {1}.")
        words = said.format(visit.watcher, clock_words(visit.due_back_at))
        self.session.say(" ".join(filter(None, (words, refusal))), with_undo=True)
