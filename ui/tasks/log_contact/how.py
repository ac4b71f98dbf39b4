"""How and when: the channel, who began it, and the time, answered as it is typed."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from liaison.dates import day_in_list
from liaison.errors import UnknownValue
from liaison.model.contact import Direction
from ui.flow import Flow
from ui.layouts import boxed, column, row
from ui.tasks.log_contact.moment import Moment, read_moment
from ui.theme import NEW_LOOK, Step, px
from ui.widgets.labels import SignedWords, Words
from ui.widgets.lined_up import beside, indent

Choices = Sequence[tuple[str, str]]


class HowField(QWidget):
    """Two lists and a box. ``edited`` fires at every change."""

    edited = Signal()

    def __init__(self, channels: Choices, now: datetime) -> None:
        super().__init__()
        self._now = now
        self.channel = QComboBox()
        self.channel.setAccessibleName(self.tr("How"))
        fill(self.channel, channels)
        self.direction = QComboBox()
        self.direction.setAccessibleName(self.tr("In or out"))
        fill(self.direction, [(each.value, each.label) for each in Direction])
        self.when = QLineEdit("now")
        self.when.setAccessibleName(self.tr("When"))
        self.answer = Words("", Step.CAPTION, "muted")
        self._problem = SignedWords("alert-circle", tone="danger")
        how = beside(Words(self.tr("&How")), 2)
        when = Words(self.tr("Whe&n"))
        for label, editor in ((how, self.channel), (when, self.when)):
            label.setTextFormat(label.textFormat().AutoText)
            label.setBuddy(editor)
        when_and_answer = boxed(row(when, self.when, self.answer))
        parts = Flow(self.channel, self.direction, when_and_answer)
        self._wrong = boxed(row(indent(2), (self._problem, 1)))
        self._wrong.hide()
        self.setLayout(column(row(how, (parts, 1)), self._wrong, spacing=4))
        self.channel.currentIndexChanged.connect(self.edited)
        self.direction.currentIndexChanged.connect(self.edited)
        self.when.textChanged.connect(self._answer)
        self.when.textChanged.connect(self.edited)
        date_key = QShortcut(QKeySequence("Alt+D"), self.when)
        date_key.activated.connect(self._into_when)
        self.setFocusProxy(self.channel)
        self._dress()
        self._answer()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def moment(self) -> Moment:
        """The day and time; ``UnknownValue`` says why there is none."""
        return read_moment(self.when.text(), self._now)

    def set_problem(self, sentence: str) -> None:
        self._problem.set_words(sentence)
        self._wrong.setVisible(bool(sentence))
        self.when.setProperty("bad", bool(sentence))
        self.when.setAccessibleDescription(sentence)
        self.when.update()

    def _answer(self) -> None:
        try:
            day, at = self.moment()
        except UnknownValue:
            self.answer.setText(self.tr("not a time yet"))
            return
        words = day_in_list(day, self._now.date()).partition(" ")[2]
        self.answer.setText(", ".join(filter(None, (words, at))))
        self.set_problem("")

    def _dress(self) -> None:
        self.channel.setFixedWidth(px(146))
        self.direction.setFixedWidth(px(164))
        self.when.setFixedWidth(px(84))

    def _into_when(self) -> None:
        self.when.setFocus()
        self.when.selectAll()


def fill(box: QComboBox, choices: Choices) -> None:
    """Put codes and their words into a list."""
    for code, words in choices:
        box.addItem(words, code)


def choose(box: QComboBox, code: str) -> None:
    """Make a code current; one that is not offered any more is added."""
    at = box.findData(code)
    if at < 0 and code:
        box.addItem(code, code)
        at = box.count() - 1
    box.setCurrentIndex(max(at, 0))
