"""F1: the page of help for the screen one is on, with the others a choice away."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QTextBrowser

from liaison.store.drafts import Draft
from ui.help.topics import topic_for, topics, words_of
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import NEW_LOOK, Step, font, line_height
from ui.view_bar import FilterBox
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer

LINES = 17


class Reading(QTextBrowser):
    """Words to read, as high as seventeen lines where there is room."""

    def sizeHint(self) -> QSize:
        return QSize(300, LINES * line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 4 * line_height())


class HelpPage(Task):
    """Reads from the program's own files only. ``subject`` is the page to begin with."""

    kind: ClassVar[str] = "help"
    title: ClassVar[str] = "Help for this screen"
    icon: ClassVar[str] = "help"
    key: ClassVar[str] = "F1"
    menu: ClassVar[str] = "help"
    wide: ClassVar[int] = 680

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self.which = FilterBox(self.tr("Page of help"))
        named = subject in dict(topics())  # else it is what the screen is about
        self.which.offer(topics(), subject if named else topic_for(session.place))
        self.which.currentIndexChanged.connect(self.reload)
        self.words = Reading()
        self.words.setOpenLinks(False)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Help"))
        self.words.document().setDocumentMargin(12)
        self.keys_button = KeyedButton(self.tr("All keys"), icon_name="keyboard", key="Ctrl+/")
        self.keys_button.clicked.connect(self._show_keys)
        close = KeyedButton(self.tr("Close"), Kind.PRIMARY, key="Esc")
        close.clicked.connect(self.closing)
        top = row(self.which, None)
        body = column(top, (self.words, 1), margins=(20, 2, 20, 14), spacing=8)
        self.fill(
            boxed(body),
            Footer(row(self.keys_button, None, close, margins=(20, 10, 14, 10)), radius=11),
        )
        self._dress()
        self.words.setFocus()

    def reload(self) -> None:
        """Show the page chosen."""
        self.words.setMarkdown(words_of(str(self.which.currentData())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _dress(self) -> None:
        self.words.setFont(font(Step.BODY))
        self.words.document().setDefaultFont(font(Step.BODY))
        self.reload()

    def _show_keys(self) -> None:
        self.session.open("keys")
