"""One child at a time: the number in large figures, and one key for each outcome."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from liaison.casework.ring_round import Absent, Number
from liaison.model.reach import MessageSafety
from liaison.store.store import Store
from ui.delegates.entries import EntryRow, HeadingRow
from ui.delegates.rows import PaintedRow, RowList
from ui.layouts import boxed, column, row
from ui.signs import Tone
from ui.tasks.monday.ring_round_calls import MESSAGE, OUTCOMES, Calls
from ui.theme import Step, px
from ui.widgets.buttons import KeyedButton
from ui.widgets.labels import SignedWords, Words
from ui.widgets.toast import announce

LIST_WIDTH, LIST_WIDEST = 270, 360


class RingPage(QWidget):
    """The list at the left, the call at the right. ``outcome`` gives the code that was pressed.

    ``to_name`` gives the line of a name that fits nobody and is to be put right.
    """

    outcome = Signal(str)
    to_name = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._calls = Calls(())
        self._unknown: tuple[tuple[str, str], ...] = ()
        self.list = RowList(self.tr("Absent children"))
        self.list.setFixedWidth(min(px(LIST_WIDTH), LIST_WIDEST))
        self.list.moved.connect(self._show_child)
        self._child = Words("", Step.H2, wrap=True)
        self._who = Words("", Step.STRONG, wrap=True)
        self.number = Words("", Step.HERO)
        self._message = SignedWords("message", tone="text", icon_tone="muted")
        self._warning = SignedWords("alert-circle", step=Step.BODY, tone="danger")
        self._note = SignedWords("info-circle", step=Step.BODY, tone="text", icon_tone="accent")
        for each in (self._message, self._warning, self._note):
            each.words.setWordWrap(True)
        self._make_buttons()
        self.rename = KeyedButton(self.tr("Put this &name right"), icon_name="pencil")
        self.rename.clicked.connect(self._to_name)
        self.rename.hide()
        call = column(
            self._child,
            self._note,
            self._who,
            self.number,
            self._message,
            self._warning,
            4,
            self._grid_box,
            row(self.rename, None),
            None,
            spacing=8,
        )
        self.setLayout(row(self.list, (boxed(call), 1), spacing=18))
        self.setFocusProxy(self.list)

    def _make_buttons(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[str, KeyedButton] = {}
        for number, code in enumerate(OUTCOMES, 1):
            button = KeyedButton(f"{number}  {self._store.label('outcome', code)}")
            button.setProperty("outcome", code)
            button.clicked.connect(self._pressed)
            key = QShortcut(QKeySequence(str(number)), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(button.click)
            grid.addWidget(button, (number - 1) // 2, (number - 1) % 2)
            self.buttons[code] = button
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        self._grid_box = boxed(grid)

    def show_calls(self, calls: Calls, unknown: tuple[tuple[str, str], ...] = ()) -> None:
        """Show how far the round has come; the child with a number to ring is next."""
        self._calls, self._unknown = calls, unknown
        current = self.list.current_id()
        self.list.show_rows(self._rows())
        wanted = calls.after(current) or current or next(iter(calls.absent), "")
        self.list.choose(wanted)
        self._show_child(wanted)

    def current(self) -> str:
        """The id of the child shown."""
        return self.list.current_id() if self.list.current_id() in self._calls.absent else ""

    def _rows(self) -> list[PaintedRow]:
        rows: list[PaintedRow] = []
        for id, absent in self._calls.absent.items():
            words, tone = self._chip(id)
            rows.append(EntryRow(id, "backpack", absent.child.called, chip=words, tone=tone))
        if self._unknown:
            rows.append(HeadingRow(self.tr("Not found"), len(self._unknown)))
            rows += [
                EntryRow(f"unknown {number}", "question-mark", line)
                for number, (line, _) in enumerate(self._unknown)
            ]
        return rows

    def _chip(self, child: str) -> tuple[str, Tone]:
        if self._calls.reached(child):
            return self.tr("Reached"), Tone.DONE
        if self._calls.unexplained(child):
            return self.tr("Nobody reached"), Tone.LATE
        return "", Tone.LATER

    def _show_child(self, id: str) -> None:
        absent = self._calls.absent.get(id)
        number = self._calls.number(id) if absent else None
        line, sentence = self._unknown_at(id)
        self._child.setText(absent.child.called if absent else line)
        self._note.set_words(absent.note if absent else sentence)
        self._note.setVisible(bool(self._note.words.text()))
        self._grid_box.setVisible(absent is not None)
        self.rename.setVisible(bool(line))
        if line:
            announce(self.list, f"{line}. {sentence}")
        self._show_number(absent, number)
        for code, button in self.buttons.items():
            safe = number is not None and number.message_safe is MessageSafety.YES
            button.setEnabled(number is not None and (code != MESSAGE or safe))

    def _unknown_at(self, id: str) -> tuple[str, str]:
        """The line as it was pasted, and why it fits no child."""
        number = id.removeprefix("unknown ")
        return self._unknown[int(number)] if number.isdecimal() else ("", "")

    def _to_name(self) -> None:
        self.to_name.emit(self._unknown_at(self.list.current_id())[0])

    def _show_number(self, absent: Absent | None, number: Number | None) -> None:
        warning = number.warning if number else ""
        self.number.setText(number.value if number else "")
        self._who.setText(self._whom(absent, number))
        self._message.set_words(number.message_safe.label if number else "")
        self._warning.set_words(warning)
        self.number.setVisible(number is not None)
        self._message.setVisible(number is not None)
        self._warning.setVisible(bool(warning))
        if number is not None:
            announce(self.list, f"{self._who.text()}. {number.value}. {warning}")

    def _whom(self, absent: Absent | None, number: Number | None) -> str:
        if absent is None:
            return self.tr("Nobody is rung for this name until it is put right.")
        if number is not None:
            return self.whom(number)
        if self._calls.reached(absent.child.id):
            return self.tr("Reached. Nothing more to do.")
        if not absent.numbers:
            return self.tr("No number to ring. Ask the office.")
        return self.tr("Nobody reached on any number. The absence is unexplained.")

    def whom(self, number: Number) -> str:
        """Who answers this number, and what they are to the child."""
        relation = self._store.label("relationship", number.relation) if number.relation else ""
        return ", ".join(filter(None, (number.adult.full, relation.lower())))

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, KeyedButton):
            self.outcome.emit(button.property("outcome"))
