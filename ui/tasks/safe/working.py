"""A panel that does one thing with the whole record, which takes a moment, and says how it went."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from liaison.errors import LiaisonError
from liaison.store.drafts import Draft
from ui.forms.laid_out import FormColumn
from ui.jobs import Job
from ui.layouts import Item, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.labels import SignedWords
from ui.widgets.toast import announce

T = TypeVar("T")


class Working(Task):
    """Begin with ``lay_out``; then ``work`` beside the window, during which it cannot be closed."""

    menu = ""
    wide = 620

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self.summary = ErrorSummary()
        self.action = KeyedButton("", Kind.PRIMARY, key="Ctrl+Enter")
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            does_it = QShortcut(QKeySequence(key), self)
            does_it.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            does_it.activated.connect(self.action.click)
        self.cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        self.cancel.clicked.connect(self.closing)
        self.waiting = SignedWords("hourglass", "", Step.STRONG, tone="text", icon_tone="accent")
        self.waiting.words.setWordWrap(True)
        self.waiting.hide()

    def lay_out(self, *parts: Item, action: str, icon: str) -> None:
        """The parts above one another, and the button that does it."""
        self.action.setText(action)
        self.action.set_icon_name(icon)
        rows = (self.summary, *parts, self.waiting, None)
        inner = column(*rows, margins=(20, 2, 20, 14), spacing=10)
        foot = row(None, self.cancel, self.action, margins=(20, 10, 14, 10))
        self._column = FormColumn(inner, width=self.wide - 2)
        self.fill(self._column, Footer(foot, radius=11))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_focus)

    def work(self, words: str, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        """Do it beside the window; ``done`` must be a method of this panel."""
        self.summary.show_problems([])
        self.waiting.set_words(words)
        self.waiting.show()
        announce(self, words)
        self._set_busy(busy=True)
        self.session.jobs.start(work, done, self.refuse)

    def finished(self) -> None:
        """It is over; the panel can be closed again."""
        self.waiting.hide()
        self._set_busy(busy=False)

    def refuse(self, error: Exception) -> None:
        """Say why it could not be done. What nobody expected goes on its way."""
        self.finished()
        if not isinstance(error, LiaisonError):
            raise error
        self.summary.show_problems([(str(error), self.first_field())])

    def first_field(self) -> QWidget:
        """Where a line of the summary leads."""
        return self.action

    def _show_focus(self) -> None:
        """With large text the field to begin with may stand below what explains it."""
        focused = self.focusWidget()
        if self._column.isAncestorOf(focused):
            self._column.show_widget(focused)

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.action.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
