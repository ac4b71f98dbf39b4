"""The note in three lanes: what was seen or said, their words, my view. Kept apart on paper."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QStackedWidget, QWidget

from ui.canvas import LEFT, Canvas
from ui.delegates.entries import EntryRow
from ui.layouts import column, row
from ui.tasks.log_contact.hits import Hits
from ui.theme import NEW_LOOK, Step, font, height, px, width_of
from ui.widgets.fields import NoteEdit
from ui.widgets.labels import SignedWords
from ui.widgets.lined_up import beside

SIGN = "/"
_DOT_ROOM = 8
Phrase = tuple[str, str]
"""The code of an outcome and its words."""


class LaneButton(QAbstractButton):
    """Stands where a label would; the lane shown has a bar, a lane with words a dot."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words)
        self.setShortcut(QKeySequence.mnemonic(words))
        self.setCheckable(True)
        self.setAccessibleName(words.replace("&", ""))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.filled = False
        beside(self, 6)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self.updateGeometry()

    def set_filled(self, *, filled: bool) -> None:
        self.filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        words = width_of(self.text().replace("&", ""), Step.HEADING)
        return QSize(words + 10 + _DOT_ROOM, height(25, Step.CAPTION, 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        room = QRectF(self.rect())
        canvas.mirror(room)
        tone = "muted"
        if self.isChecked():
            tone = "accent"
            canvas.panel(room.adjusted(-4, 1, -1, -1), fill="accent_tint", radius=5)
            painter.fillRect(QRectF(room.right() - 2, 4, 2, room.height() - 8), canvas.colour(tone))
        words = font(Step.HEADING if self.isChecked() else Step.CAPTION)
        painter.setFont(words)
        painter.setPen(canvas.colour(tone))
        flags = LEFT.value | Qt.TextFlag.TextShowMnemonic.value
        canvas.line_of_words(room.adjusted(2, 0, -6, 0), self.text(), flags)
        if self.filled and not self.isChecked():
            dot = QRectF(room.right() - 9, room.center().y() - 2.5, 5, 5)
            canvas.use(fill="accent")
            painter.drawEllipse(dot)
        painter.end()


class Lanes(QWidget):
    """Three boxes, one shown. ``/`` offers phrases; ``phrase`` gives the code of the one picked."""

    edited = Signal()
    phrase = Signal(str)

    def __init__(self, phrases: list[Phrase]) -> None:
        super().__init__()
        self._phrases = phrases
        self._group = QButtonGroup(self)
        self._boxes = QStackedWidget()
        self.facts, self.words, self.view = (
            NoteEdit(self.tr("Seen or said")),
            NoteEdit(self.tr("Their words")),
            NoteEdit(self.tr("My view")),
        )
        labels = (self.tr("&Seen or said"), self.tr("Thei&r words"), self.tr("My &view"))
        self.buttons = [LaneButton(words) for words in labels]
        for number, (button, box) in enumerate(zip(self.buttons, self.notes(), strict=True)):
            self._group.addButton(button, number)
            self._boxes.addWidget(box)
            box.textChanged.connect(self._edited)
        self._group.idClicked.connect(self.show_lane)
        self.buttons[0].setChecked(True)
        self.hits = [Hits(self.tr("Phrases"), box) for box in self.notes()]
        for hits in self.hits:
            hits.picked.connect(self._picked)
        self._problem = SignedWords("alert-circle", tone="danger")
        self._problem.hide()
        names = column(*self.buttons, None, spacing=0)
        answer = column(self._boxes, self._problem, None, spacing=4)
        self.setLayout(row(names, (answer, 1), spacing=4))
        self.setFocusProxy(self.facts)

    def notes(self) -> tuple[NoteEdit, NoteEdit, NoteEdit]:
        return self.facts, self.words, self.view

    def current(self) -> NoteEdit:
        return self.notes()[self._boxes.currentIndex()]

    def show_lane(self, lane: int) -> None:
        """Bring a lane forward and write in it."""
        self.buttons[lane].setChecked(True)
        self._boxes.setCurrentIndex(lane)
        self.setFocusProxy(self.notes()[lane])
        self.notes()[lane].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_lines(self, lines: int) -> None:
        for box in self.notes():
            box.set_lines(lines)
        self._boxes.setFixedHeight(self.facts.maximumHeight())

    def set_problem(self, sentence: str) -> None:
        self._problem.set_words(sentence)
        self._problem.setVisible(bool(sentence))
        self.facts.setProperty("bad", bool(sentence))
        self.facts.setAccessibleDescription(sentence)

    def is_empty(self) -> bool:
        return not any(box.text() for box in self.notes())

    def _edited(self) -> None:
        for button, box in zip(self.buttons, self.notes(), strict=True):
            button.set_filled(filled=bool(box.text()))
        self._offer()
        self.edited.emit()

    def _offer(self) -> None:
        """Phrases, when the word before the cursor begins with the sign."""
        lane = self._boxes.currentIndex()
        box = self.current()
        word = _word_before(box.textCursor())
        rows = []
        if word.startswith(SIGN) and box.hasFocus():
            typed = word.removeprefix(SIGN).lower()
            rows = [EntryRow(code, "playlist-add", words) for code, words in self._fits(typed)]
        host = self._host()
        at = box.mapTo(host, QPoint(0, box.cursorRect().bottom() + 6))
        self.hits[lane].show_rows(rows, host, at, min(box.width(), px(320)))

    def _fits(self, typed: str) -> list[Phrase]:
        found = [each for each in self._phrases if each[1].lower().startswith(typed)]
        rest = [each for each in self._phrases if f" {typed}" in each[1].lower()]
        return found + [each for each in rest if each not in found]

    def _host(self) -> QWidget:
        host: QWidget = self
        while (parent := host.parentWidget()) is not None and not host.property("panel"):
            host = parent
        return host

    def _picked(self, code: str) -> None:
        cursor = self.current().textCursor()
        word = _word_before(cursor)
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(word)
        )
        cursor.removeSelectedText()
        self.phrase.emit(code)


def _word_before(cursor: QTextCursor) -> str:
    """What stands between the last space and the cursor."""
    line = cursor.block().text()[: cursor.positionInBlock()]
    return line.rpartition(" ")[2]
