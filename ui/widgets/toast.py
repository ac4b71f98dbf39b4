"""The strip along the foot of the window: what just happened, and how the record is."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from ui.canvas import Canvas
from ui.layouts import row
from ui.quiet_words import quiet_of
from ui.theme import NEW_LOOK, height, px
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import SignedWords, Words

TOAST_MS = 8000
_SIDES, _GAP = (14, 10), 12
_LEAST = 200
_EDGE, _BETWEEN = 24, 18


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say it, without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Toast(QFrame):
    """One sentence, with Undo when there is something to take back. It waits while looked at.

    A sentence longer than the room it is given goes on in more lines; Undo stays beside it.
    """

    undo = Signal()
    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("", tone="on_toast")
        self.undo_button = KeyedButton(self.tr("Undo"), Kind.LINK, key="Ctrl+Z", tone="toast_link")
        self.undo_button.clicked.connect(self._take_back)
        self.undo_button.installEventFilter(self)
        self.setLayout(
            row(self._words, self.undo_button, margins=(_SIDES[0], 0, _SIDES[1], 0), spacing=_GAP)
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self._leave)
        self.setFixedHeight(height(34))
        self.hide()

    def sentence(self) -> str:
        """What it says now; empty when it is gone."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str, *, with_undo: bool = False) -> None:
        """Show and speak a sentence for eight seconds."""
        self._words.setText(sentence)
        self.undo_button.setVisible(with_undo)
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start()
        announce(self, sentence)

    def one_line(self) -> int:
        """How wide it is with the whole sentence in one line."""
        return self._line() + self._beside()

    def fit(self, room: int) -> None:
        """Take as many lines as the sentence needs in this much room."""
        self._words.setWordWrap(self.one_line() > room)
        wide = min(self._line(), max(room - self._beside(), px(_LEAST)))
        self._words.setFixedWidth(wide)
        lines = self._words.heightForWidth(wide) + 8 if self._words.wordWrap() else 0
        self.setFixedHeight(max(height(34), lines))

    def minimumSizeHint(self) -> QSize:
        """A long sentence must not make the window wider than it is."""
        return QSize(min(px(_LEAST), self.one_line()), height(34))

    def is_waiting(self) -> bool:
        """Whether the eight seconds are running."""
        return self._timer.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.undo_button.hasFocus():
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self.setFixedHeight(height(34))
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        Canvas(painter, self.palette()).panel(QRectF(self.rect()), fill="toast", radius=8)
        painter.end()

    def _line(self) -> int:
        return self._words.fontMetrics().horizontalAdvance(self._words.text()) + 2

    def _beside(self) -> int:
        undo = 0 if self.undo_button.isHidden() else _GAP + self.undo_button.sizeHint().width()
        return sum(_SIDES) + undo

    def _take_back(self) -> None:
        self._leave()
        self.undo.emit()

    def _leave(self) -> None:
        self._timer.stop()
        self.hide()
        self.gone.emit()


class StatusStrip(QWidget):
    """The toast or the kept draft at the left; backup and saving at the right.

    Where there is not room for both, what stands at the right waits until the toast is gone.
    """

    undo = Signal()
    continue_draft = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.toast = Toast()
        self.toast.undo.connect(self.undo)
        self.toast.gone.connect(self._show_draft_again)
        self._draft_words = ""
        self._draft = SignedWords("pencil", tone="text", icon_tone="accent")
        self._continue = KeyedButton(self.tr("Continue"), Kind.LINK)
        self._continue.clicked.connect(self.continue_draft)
        self._notice = SignedWords("info-circle", tone="text", icon_tone="muted")
        self._backup = SignedWords("database-heart")
        self._saved = SignedWords("circle-check")
        self._standing = (self._notice, self._backup, self._saved)
        self.setLayout(
            row(
                self.toast,
                self._draft,
                self._continue,
                None,
                *self._standing,
                margins=(_EDGE, 0, _EDGE, 2),
                spacing=_BETWEEN,
            )
        )
        for part in self._standing:
            part.hide()
        self._dress()
        self.show_draft("")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self._dress()
        super().changeEvent(event)

    def say(self, sentence: str, *, with_undo: bool = False) -> None:
        """Show a toast in place of the draft; in the quiet view nothing."""
        if quiet_of(self) is not None:
            return
        self._draft.hide()
        self._continue.hide()
        self._stand_last()
        self.toast.say(sentence, with_undo=with_undo)
        self._share_room()

    def show_draft(self, words: str) -> None:
        """Say that a draft is kept ("Draft kept: note for Khan, 10:42"); empty for none."""
        self._draft_words = words
        self._show_draft_again()

    def show_notice(self, words: str) -> None:
        """A quiet standing notice, such as "Practice only"; empty for none."""
        self._show(self._notice, words)

    def show_backup(self, words: str, *, overdue: bool = False) -> None:
        """When the last backup was kept, and whether a copy of it elsewhere is overdue."""
        sign, tone = ("alert-triangle", "amber") if overdue else ("database-heart", "muted")
        self._backup.set_sign(sign, tone="text" if overdue else "muted", icon_tone=tone)
        self._show(self._backup, words)

    def show_saved(self, words: str) -> None:
        self._show(self._saved, words)

    def follow_quiet(self) -> None:
        """The quiet view has neither toasts nor drafts."""
        if quiet_of(self) is not None:
            self.toast.hide()
        self._show_draft_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _dress(self) -> None:
        """As high without a toast as with one, so that nothing above it moves."""
        self.setMinimumHeight(height(34) + 2)
        self._share_room()

    def _show(self, part: SignedWords, words: str) -> None:
        part.set_words(words)
        self._share_room()

    def _share_room(self) -> None:
        """The toast in one line beside the rest; else alone, in as many lines as it needs."""
        said = [part for part in self._standing if part.words.text()]
        room = self.width() - 2 * _EDGE
        alone = False
        if not self.toast.isHidden():
            beside = sum(part.sizeHint().width() + _BETWEEN for part in said)
            alone = self.toast.one_line() + beside > room
            self.toast.fit(room)
        for part in self._standing:
            part.setVisible(part in said and not alone)

    def _show_draft_again(self) -> None:
        self._share_room()
        free = self.toast.isHidden() and quiet_of(self) is None
        shown = bool(self._draft_words) and free
        self._draft.set_words(self._draft_words)
        self._draft.setVisible(shown)
        self._continue.setVisible(shown)
        if shown:
            self._stand_last()

    def _stand_last(self) -> None:
        """Keep the strip at the end of the Tab key's way, after pages made later than it."""
        window, buttons = self.window(), (self.toast.undo_button, self._continue)
        last = window.previousInFocusChain()
        while last is not None and last is not window:
            if last.focusPolicy() & Qt.FocusPolicy.TabFocus and last not in buttons:
                QWidget.setTabOrder(last, buttons[0])
                QWidget.setTabOrder(*buttons)
                return
            last = last.previousInFocusChain()
