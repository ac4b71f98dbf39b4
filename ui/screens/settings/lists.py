"""Lists: what the school calls things. Words, order and what is offered change; codes never do."""

from collections.abc import Callable
from typing import ClassVar

from liaison.casework.lists import add_choice, every_choice, relabel, reorder, retire
from liaison.errors import LiaisonError
from liaison.model.choice import Choice
from liaison.model.default_lists import LISTS
from ui.flow import Flow
from ui.history_key import HistoryKey
from ui.layouts import boxed, column, row
from ui.screens.settings.section import Section
from ui.screens.settings.value_rows import ValueList, ValueRow
from ui.session import Session
from ui.theme import Step
from ui.view_bar import FilterBox
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Footer
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Words
from ui.widgets.toast import announce


class ListsSection(Section):
    """One list at a time. Every change is saved at once and can be taken back."""

    title: ClassVar[str] = "Lists"
    icon: ClassVar[str] = "checklist"
    tables: ClassVar[frozenset[str]] = frozenset({Choice.table})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.which = FilterBox(self.tr("List"))
        self.which.offer([(name, self.named(name)) for name in LISTS], "barrier")
        self.which.currentIndexChanged.connect(self.reload)
        self.values = ValueList(self.tr("Values of the list"))
        self.values.renamed.connect(self._rename)
        self.values.shifted.connect(self._shift)
        self.values.retire_wanted.connect(self._retire)
        self.values.moved.connect(self._show_retire)
        HistoryKey(self.values, session, self._reference)
        self.rename_button = KeyedButton(self.tr("Rename"), icon_name="pencil", key="F2")
        self.rename_button.clicked.connect(self.values.rename)
        self.up_button = KeyedButton(self.tr("Up"), icon_name="chevron-up", key="Alt+↑")
        self.up_button.clicked.connect(self.values.move_up)
        self.down_button = KeyedButton(self.tr("Down"), icon_name="chevron-down", key="Alt+↓")
        self.down_button.clicked.connect(self.values.move_down)
        self.retire_button = KeyedButton(self.tr("Offer no longer"), icon_name="ban", key="Del")
        self.retire_button.clicked.connect(self.values.retire)
        self.new = LineField(self.tr("&New value"))
        self.new.line.returnPressed.connect(self.add)
        self.add_button = KeyedButton(self.tr("Add"), Kind.PRIMARY, icon_name="plus")
        self.add_button.clicked.connect(self.add)
        tools = Flow(self.rename_button, self.up_button, self.down_button, self.retire_button)
        more = Words(
            self.tr("What is written in the record keeps its meaning when words change."),
            Step.CAPTION,
            "muted",
            wrap=True,
        )
        foot = row((self.new, 1), self.add_button, margins=(18, 9, 14, 9))
        card = Card(
            column(
                row(Field(self.tr("&List"), self.which), None, margins=(18, 12, 18, 4)),
                row(more, margins=(18, 0, 18, 0)),
                (self.values, 1),
                boxed(row((tools, 1), margins=(14, 0, 14, 2))),
                Footer(foot),
                margins=(1, 1, 1, 1),
                spacing=6,
            )
        )
        self.setLayout(column(card))

    def named(self, name: str) -> str:
        """What a list is called."""
        return {
            "channel": self.tr("Ways of contact"),
            "outcome": self.tr("How it went"),
            "purpose": self.tr("What a contact was for"),
            "place": self.tr("Places and rooms"),
            "barrier": self.tr("What gets in the way"),
            "barrier_effect": self.tr("What it affects"),
            "adjustment": self.tr("What can be tried"),
            "move": self.tr("Moves"),
            "domain": self.tr("What a worry is about"),
            "level": self.tr("Levels of support"),
            "relationship": self.tr("What an adult is to a child"),
            "order_kind": self.tr("Kinds of order"),
            "meeting_kind": self.tr("Kinds of meeting"),
            "meeting_end": self.tr("Why early help ended"),
            "priority": self.tr("How soon"),
            "caller_known_by": self.tr("How we knew a caller"),
            "point_place": self.tr("Where a number rings"),
            "format": self.tr("Formats for letters"),
        }.get(name, name.replace("_", " ").capitalize())

    def reload(self) -> None:
        rows = [ValueRow(each.id, each.label, each.retired) for each in self._choices()]
        self.values.show_rows(rows)
        if not self.values.current_id():
            self.values.choose_first()
        self._show_retire()

    def add(self) -> None:
        """Put the new value at the end of the list."""
        words, name = self.new.text(), str(self.which.currentData())
        self.new.set_problem("")
        try:
            added = add_choice(self.session.store, name, words)
        except LiaisonError as refused:
            self.new.set_problem(str(refused))
            self.new.line.setFocus()
            return
        self.new.set_text("")
        self.values.choose(added.id)
        self.session.say(self.tr("Added: {0}.").format(words), with_undo=True)

    def _choices(self) -> list[Choice]:
        return every_choice(self.session.store, str(self.which.currentData()))

    def _choice(self, id: str) -> Choice:
        return self.session.store.get(Choice, id)

    def _reference(self) -> str:
        return f"{Choice.table}/{self.values.current_id()}"

    def _show_retire(self) -> None:
        row = next((row for row in self.values.rows() if row.id == self.values.current_id()), None)
        back = isinstance(row, ValueRow) and row.retired
        self.retire_button.setText(self.tr("Offer again") if back else self.tr("Offer no longer"))

    def _rename(self, id: str, words: str) -> None:
        choice = self._choice(id)
        if words.strip() != choice.label:
            said = self.tr("Now called {0}.").format(words.strip())
            self._change(said, lambda: relabel(self.session.store, choice, words))

    def _retire(self, id: str) -> None:
        choice = self._choice(id)
        words = self.tr("Offered again: {0}.") if choice.retired else self.tr("Retired: {0}.")
        retired = not choice.retired
        self._change(
            words.format(choice.label),
            lambda: retire(self.session.store, choice, retired=retired),
        )

    def _shift(self, id: str, by: int) -> None:
        choices = self._choices()
        at = next(number for number, each in enumerate(choices) if each.id == id)
        to = at + by
        if not 0 <= to < len(choices):
            return
        choices.insert(to, choices.pop(at))
        reorder(self.session.store, choices)
        self.values.choose(id)
        place = self.tr("{0}: {1} of {2}")
        announce(self.values, place.format(choices[to].label, to + 1, len(choices)))

    def _change(self, words: str, change: Callable[[], object]) -> None:
        try:
            change()
        except LiaisonError as refused:
            self.session.say(str(refused))
        else:
            self.session.say(words, with_undo=True)
