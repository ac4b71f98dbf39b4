"""Values that are written: a line, a note, a whole number, a time of day."""

from PySide6.QtWidgets import QLineEdit

from liaison.dates import read_clock
from liaison.errors import UnknownValue
from liaison.model.fields import Bound
from ui.editors.editor import Editor
from ui.layouts import column
from ui.widgets.fields import NoteEdit


class TypedEditor(Editor):
    """Anything typed on one line; a draft keeps it as it was typed."""

    def __init__(self, bound: Bound) -> None:
        super().__init__(bound)
        self.line = QLineEdit()
        self.line.textEdited.connect(self.changed)
        self.take_in(self.line)
        self.rows = column(self.line, spacing=3)
        self.setLayout(self.rows)

    def typed(self) -> str:
        return self.line.text().strip()

    def kept(self) -> str:
        return self.line.text()

    def resume(self, kept: str) -> None:
        self.line.setText(kept)


class LineEditor(TypedEditor):
    """One line of words."""

    def value(self) -> str:
        return self.typed()

    def set_value(self, value: str) -> None:
        self.line.setText(value)
        self.line.setCursorPosition(0)


class NoteEditor(Editor):
    """Several lines of words."""

    def __init__(self, bound: Bound) -> None:
        super().__init__(bound)
        self.note = NoteEdit(bound.about.label, lines=bound.about.lines)
        self.note.textChanged.connect(self.changed)
        self.take_in(self.note)
        self.setLayout(column(self.note))

    def value(self) -> str:
        return self.note.text()

    def set_value(self, value: str) -> None:
        self.note.blockSignals(True)
        self.note.setPlainText(value)
        self.note.blockSignals(False)


class WholeEditor(TypedEditor):
    """A whole number; empty is none, or nought where there has to be one."""

    def value(self) -> int | None:
        nothing = None if self.bound.optional else 0
        return int(self.typed()) if self.typed().isdecimal() else nothing

    def set_value(self, value: int | None) -> None:
        self.line.setText("" if value is None else str(value))

    def problem(self) -> str:
        if not self.typed() or self.typed().isdecimal():
            return ""
        return self.tr("“{0}” is not a whole number.").format(self.typed())


class ClockEditor(TypedEditor):
    """A time of day, typed as 9:05, 0905 or 3pm."""

    def __init__(self, bound: Bound) -> None:
        super().__init__(bound)
        self.line.setPlaceholderText(self.tr("09:30 or 3pm"))

    def value(self) -> str:
        try:
            return read_clock(self.typed()) if self.typed() else ""
        except UnknownValue:
            return ""

    def set_value(self, value: str) -> None:
        self.line.setText(value)

    def problem(self) -> str:
        try:
            read_clock(self.typed() or "0:00")
        except UnknownValue as unread:
            return str(unread)
        return ""
