"""Follow-up in one line, answered at the right: "Fri 27 November, me"."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison.errors import UnknownValue
from ui.layouts import row
from ui.tasks.log_contact.promise import Promise, read_promise
from ui.widgets.fields import LineField
from ui.widgets.labels import SignedWords


class PromiseField(QWidget):
    """The box and the answer."""

    edited = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.field = LineField(
            self.tr("Follow-&up"),
            placeholder=self.tr("What, and by when: ring back fri"),
            beside=True,
        )
        self.line = self.field.line
        self.line.textChanged.connect(self._answer)
        self.line.textChanged.connect(self.edited)
        self.answer = SignedWords("arrow-right", tone="text", icon_tone="muted")
        self.answer.hide()
        self.field.add_answer(self.answer)
        self.setLayout(row((self.field, 1)))
        self.setFocusProxy(self.line)

    def promise(self) -> Promise | None:
        """What is promised; ``UnknownValue`` when the day is missing."""
        return read_promise(self.line.text(), self._today)

    def _answer(self) -> None:
        try:
            promise = self.promise()
        except UnknownValue:
            self.answer.set_words(self.tr("by when?"))
            self.answer.show()
            return
        self.field.set_problem("")
        self.answer.setVisible(promise is not None)
        if promise is not None:
            due = promise.due
            self.answer.set_words(self.tr("{0}, me").format(f"{due:%a} {due.day} {due:%B}"))
