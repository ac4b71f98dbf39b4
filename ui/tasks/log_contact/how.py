"""How and when: the channel, who began it, and the time, answered as it is typed."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from liaison.dates import day_in_list
from liaison.errors import UnknownValue
from liaison.model.contact import Direction
from ui.direction import mirrored
from ui.layouts import column, row
from ui.tasks.log_contact.moment import Moment, read_moment
from ui.theme import NEW_LOOK, Step, px
from ui.widgets.fields import BESIDE
from ui.widgets.labels import SignedWords, Words

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
        self._problem.hide()
        how = self._label = Words(self.tr("&How"))
        when = Words(self.tr("Whe&n"))
        for label, editor in ((how, self.channel), (when, self.when)):
            label.setTextFormat(label.textFormat().AutoText)
            label.setBuddy(editor)
        line = row(how, self.channel, self.direction, when, self.when, self.answer, None)
        line.setSpacing(8)
        self._indent = row(self._problem)
        self.setLayout(column(line, self._indent, spacing=4))
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
        self._problem.setVisible(bool(sentence))
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
        self._label.setFixedWidth(px(BESIDE) + 2)
        self.channel.setFixedWidth(px(146))
        self.direction.setFixedWidth(px(164))
        self.when.setFixedWidth(px(84))
        self._indent.setContentsMargins(*mirrored((px(BESIDE) + 10, 0, 0, 0)))

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
