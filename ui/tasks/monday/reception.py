"""Reception asks "Dad is here for Ali": a few letters, who is standing there, and the answer."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget

from liaison.casework.at_reception import adults_of, asked_for, children_of, somebody_else
from liaison.casework.restrictions import collecting
from liaison.dates import year_now, year_words
from liaison.model.person import Person
from liaison.store.drafts import Draft
from ui.delegates.entries import EntryRow
from ui.delegates.rows import PaintedRow, RowList
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.tasks.monday.reception_answer import ReceptionAnswer
from ui.theme import Step, px
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import SearchEdit
from ui.widgets.labels import Words
from ui.widgets.toast import announce

TYPING_MS = 120
SOMEBODY_ELSE = "somebody-else"
ASK, WHO, ANSWER = range(3)


class ReceptionCheck(Task):
    """Answers from the record and keeps nothing: no look, no draft, no trace of the question."""

    kind: ClassVar[str] = "reception"
    title: ClassVar[str] = "Somebody is here for a child"
    icon: ClassVar[str] = "door-enter"
    key: ClassVar[str] = "Ctrl+R"
    menu: ClassVar[str] = "tools"
    wide: ClassVar[int] = 640

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, "", None)
        self._child: Person | None = None
        self._adult: Person | None = None
        self._people: dict[str, Person] = {}
        self.typed = SearchEdit(self.tr("Three letters of the child’s name, or the adult’s"))
        self.typed.textChanged.connect(self._wait)
        self.typed.down.connect(self._into_found)
        self.typed.returnPressed.connect(self._take_first)
        self.found = RowList(self.tr("Who is meant"))
        self.found.opened.connect(self._take)
        self._nobody = Words(
            self.tr("Nobody of that name is recorded here. Check the office list."), wrap=True
        )
        self._nobody.hide()
        self._question = Words("", Step.H2, wrap=True)
        self.who = RowList(self.tr("Who is here"))
        self.who.opened.connect(self._take_who)
        self.answer = ReceptionAnswer()
        self._pages = QStackedWidget()
        for page in (
            column(self.typed, self._nobody, (self.found, 1), spacing=6),
            column(self._question, (self.who, 1), spacing=6),
            column(self.answer),
        ):
            page.setContentsMargins(20, 4, 20, 14)
            self._pages.addWidget(boxed(page))
        self._pages.setMinimumHeight(px(280))
        self._again = KeyedButton(self.tr("&Ask again"), Kind.QUIET, icon_name="rotate")
        self._again.clicked.connect(self.ask_again)
        self._close = KeyedButton(self.tr("Close"), Kind.PRIMARY, key="Esc")
        self._close.clicked.connect(self.closing)
        foot = row(None, self._again, self._close, margins=(20, 10, 14, 10))
        self.fill(boxed(column(self._pages)), Footer(foot, radius=11))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.look)
        self.typed.setFocus()

    def look(self) -> None:
        """Look for what is typed now."""
        self._typing.stop()
        text = self.typed.text().strip()
        found = asked_for(self.session.store, text, self.session.today())
        self.found.show_rows(
            [
                EntryRow(
                    each.id, "backpack" if each.child else "user", each.name, at_right=each.line
                )
                for each in found
            ]
        )
        self.found.choose_first()
        self._nobody.setVisible(bool(text) and not found)
        if text:
            announce(self.typed, self.tr("{0} found").format(len(found)))

    def ask_again(self) -> None:
        """Forget the answer and begin with an empty box."""
        self.answer.forget()
        self.typed.clear()
        self._typing.stop()
        self.found.show_rows([])
        self.who.show_rows([])
        self._nobody.hide()
        self._pages.setCurrentIndex(ASK)
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wait(self) -> None:
        self._typing.start()

    def _into_found(self) -> None:
        self.found.setFocus()

    def _take_first(self) -> None:
        if self._typing.isActive():
            self.look()
        self._take(self.found.current_id())

    def _take(self, id: str) -> None:
        """Of a child ask who is here for it, of an adult for which child."""
        if not id:
            return
        store = self.session.store
        person = store.get(Person, id)
        if any(row.id == id and row.icon == "backpack" for row in self._shown()):
            self._child, self._adult = person, None
            self._ask_for_adult(person)
            return
        self._child, self._adult = None, person
        children = children_of(store, id)
        if len(children) == 1:
            self._child = children[0]
            self._say()
        else:
            self._ask_for_child(person, children)

    def _shown(self) -> list[EntryRow]:
        return [each for each in self.found.rows() if isinstance(each, EntryRow)]

    def _ask_for_adult(self, child: Person) -> None:
        store = self.session.store
        adults = adults_of(store, child.id)
        self._people = {each.id: each for each, _ in adults}
        rows: list[PaintedRow] = [
            EntryRow(
                each.id,
                "user",
                each.full,
                at_right=store.label("relationship", tie) if tie else each.job,
            )
            for each, tie in adults
        ]
        rows.append(EntryRow(SOMEBODY_ELSE, "question-mark", self.tr("Somebody else")))
        self._ask(self.tr("Who is here for {0}?").format(child.called), rows)

    def _ask_for_child(self, adult: Person, children: list[Person]) -> None:
        self._people = {each.id: each for each in children}
        today = self.session.today()
        rows: list[PaintedRow] = [
            EntryRow(
                each.id,
                "backpack",
                each.called,
                at_right=year_words(year_now(each.year_group, each.year_group_in, today)),
            )
            for each in children
        ]
        self._ask(self.tr("For which child is {0} here?").format(adult.full), rows)

    def _ask(self, question: str, rows: list[PaintedRow]) -> None:
        self._question.setText(question)
        self.who.setAccessibleName(question)
        self.who.show_rows(rows)
        self.who.choose_first()
        self._pages.setCurrentIndex(WHO)
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_who(self, id: str) -> None:
        if self._child is None:
            self._child = self._people[id]
        else:
            self._adult = self._people.get(id)
        self._say()

    def _say(self) -> None:
        store, today = self.session.store, self.session.today()
        child = self._child
        if child is None:
            return
        if self._adult is None:
            name = self.tr("Somebody else")
            ruling = somebody_else(store, on=today)
        else:
            name = self._adult.full
            ruling = collecting(store, self._adult.id, child=child.id, on=today)
        asked = self.tr("{0}, here for {1}").format(name, child.called)
        self.answer.show_answer(asked, ruling)
        self._pages.setCurrentIndex(ANSWER)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
