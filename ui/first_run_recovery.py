"""Step 3 of setting up: the recovery code, on paper before there is anything to recover."""

import secrets

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout

from ui import dialogs
from ui.first_run_pages import NewRecord, Page, Problem
from ui.layouts import boxed, column, row
from ui.theme import Step, px
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Rule
from ui.widgets.fields import Field
from ui.widgets.labels import SignedWords, Words

ACROSS = 4
ASKED = 2


class Group(Card):
    """One group of the code with its number; "on paper" while it is to be typed back."""

    def __init__(self, number: int) -> None:
        self._words = Words("", Step.CARD)
        super().__init__(
            row(
                Words(str(number), Step.CAPTION, "muted"),
                self._words,
                None,
                margins=(10, 7, 8, 7),
            ),
            radius=6,
        )

    def show_group(self, text: str) -> None:
        self._words.set_step(Step.CARD)
        self._words.set_tone("text")
        self._words.setText(text)

    def hide_group(self) -> None:
        self._words.set_step(Step.BODY)
        self._words.set_tone("muted")
        self._words.setText(self.tr("on paper"))

    def text(self) -> str:
        return self._words.text()


class RecoveryPage(Page):
    """Shows the code, has it printed or copied, hides two groups and asks for them."""

    def __init__(self, record: NewRecord) -> None:
        super().__init__()
        self._record = record
        self._asked: list[int] = []
        self.step = self.tr("Recovery sheet")
        self.explain(
            self.tr("Print your recovery sheet"),
            self.tr(
                "If the passphrase is ever forgotten, this sheet opens the record. Nothing else "
                "can. Keep it in the school safe."
            ),
        )
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self.rows.addLayout(self._grid)
        self.groups: list[Group] = []
        self.print_button = KeyedButton(
            self.tr("Print the sheet"), icon_name="printer", key="Ctrl+P"
        )
        self.print_button.clicked.connect(self.print_sheet)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_sheet)
        self.copied_button = KeyedButton(self.tr("I have copied it by hand"), Kind.QUIET)
        self.copied_button.clicked.connect(self.ask_back)
        self.again_button = KeyedButton(self.tr("Show it again"), Kind.QUIET, icon_name="eye")
        self.again_button.clicked.connect(self.show_code)
        self.printed = SignedWords(
            "circle-check", self.tr("Printed"), Step.BODY, tone="text", icon_tone="praise"
        )
        self.rows.addLayout(
            row(
                self.print_button,
                self.copied_button,
                self.again_button,
                self.printed,
                None,
                spacing=12,
            )
        )
        self._back = boxed(self._asked_back())
        self.rows.addWidget(self._back)
        self.rows.addStretch(1)
        self.printed.hide()

    def enter(self) -> None:
        """A code is made when the step is first shown."""
        if not self._record.code:
            from liaison.vault import recovery  # noqa: PLC0415 - not before first paint

            self._record.code = recovery.new_code()
        if not self.groups:
            self._make_groups()
            self.show_code()
        self.print_button.setFocus()

    def show_code(self) -> None:
        """Show all of it; what was asked before is asked no more."""
        for group, text in zip(self.groups, self._code(), strict=True):
            group.show_group(text)
        self._asked = []
        self._back.hide()
        self.again_button.hide()
        self.copied_button.show()

    def ask_back(self) -> None:
        """Hide two groups, chosen by chance, and ask for them."""
        numbers = list(range(len(self.groups)))
        self._asked = sorted(secrets.SystemRandom().sample(numbers, ASKED))
        for place, number in enumerate(self._asked):
            self.groups[number].hide_group()
            self.fields[place].set_label(self.tr("Group {0}").format(number + 1))
            self.fields[place].set_problem("")
            self.answers[place].clear()
        self._type_back.setText(
            self.tr("Type groups {0} and {1} from the paper, so we know it can be read").format(
                *(number + 1 for number in self._asked)
            )
        )
        self.copied_button.hide()
        self.again_button.show()
        self._back.show()
        self.answers[0].setFocus()

    def print_sheet(self) -> None:
        """Print the sheet from memory; then ask for the two groups."""
        printer = dialogs.ask_printer(self, self.tr("Print the recovery sheet"))
        if printer is None:
            return
        from ui.recovery_sheet import paint_recovery_sheet  # noqa: PLC0415 - needs printing

        paint_recovery_sheet(printer, name=self._record.name, groups=self._code())
        self.printed.show()
        self.ask_back()

    def asked(self) -> list[int]:
        """The places of the hidden groups, counted from 0."""
        return list(self._asked)

    def problems(self) -> list[Problem]:
        if not self._asked:
            return [(self.tr("Print the sheet, or copy it by hand, first."), self.print_button)]
        found: list[Problem] = []
        for place, number in enumerate(self._asked):
            field = self.fields[place]
            right = self._plain(self.answers[place].text()) == self._code()[number]
            wrong = self.tr("Look at group {0} again: is it as on the paper?")
            field.set_problem("" if right else wrong.format(number + 1))
            if not right:
                sentence = self.tr("Group {0} does not match the sheet.")
                found.append((sentence.format(number + 1), field))
        return found

    def _asked_back(self) -> QVBoxLayout:
        self._type_back = Words("", Step.STRONG)
        self.answers = [QLineEdit() for _ in range(ASKED)]
        self.fields = [Field(self.tr("Group"), answer) for answer in self.answers]
        for answer in self.answers:
            answer.setMaximumWidth(px(170))
        typed = row(*self.fields, None, spacing=24)
        for field in self.fields:
            typed.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        return column(Rule(), self._type_back, typed, spacing=8)

    def _code(self) -> list[str]:
        from liaison.vault import recovery  # noqa: PLC0415 - not before first paint

        return recovery.groups(self._record.code)

    def _plain(self, typed: str) -> str:
        """As the code is read: I and L are 1, O is 0, hyphens and spaces do not matter."""
        from liaison.vault import recovery  # noqa: PLC0415 - not before first paint

        return "".join(recovery.groups(typed))

    def _make_groups(self) -> None:
        for number in range(len(self._code())):
            group = Group(number + 1)
            self.groups.append(group)
            self._grid.addWidget(group, number // ACROSS, number % ACROSS)
