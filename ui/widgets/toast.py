"""The strip along the foot of the window: what just happened, and how the record is."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from ui.canvas import Canvas
from ui.layouts import row
from ui.quiet_words import quiet_of
from ui.theme import NEW_LOOK, height
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import SignedWords, Words

TOAST_MS = 8000


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say it, without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Toast(QFrame):
    """One sentence, with Undo when there is something to take back. It waits while looked at."""

    undo = Signal()
    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("", tone="on_toast")
        self.undo_button = KeyedButton(self.tr("Undo"), Kind.LINK, key="Ctrl+Z", tone="toast_link")
        self.undo_button.clicked.connect(self._take_back)
        self.undo_button.installEventFilter(self)
        self.setLayout(row(self._words, self.undo_button, margins=(14, 0, 10, 0), spacing=12))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self._leave)
        self._dress()
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
            self._dress()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        Canvas(painter, self.palette()).panel(QRectF(self.rect()), fill="toast", radius=8)
        painter.end()

    def _dress(self) -> None:
        self.setFixedHeight(height(34))

    def _take_back(self) -> None:
        self._leave()
        self.undo.emit()

    def _leave(self) -> None:
        self._timer.stop()
        self.hide()
        self.gone.emit()


class StatusStrip(QWidget):
    """The toast or the kept draft at the left; backup and saving at the right."""

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
        self.setLayout(
            row(
                self.toast,
                self._draft,
                self._continue,
                None,
                self._notice,
                self._backup,
                self._saved,
                margins=(24, 0, 24, 2),
                spacing=18,
            )
        )
        for part in (self._notice, self._backup, self._saved):
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

    def _dress(self) -> None:
        """As high without a toast as with one, so that nothing above it moves."""
        self.setMinimumHeight(height(34) + 2)

    def _show(self, part: SignedWords, words: str) -> None:
        part.set_words(words)
        part.setVisible(bool(words))

    def _show_draft_again(self) -> None:
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
