"""Ctrl+/: every key on one sheet, those of the menus and those of lists and forms."""

from typing import ClassVar

from liaison.store.drafts import Draft
from ui.delegates.entries import HeadingRow
from ui.delegates.rows import PaintedRow
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.search_box_rows import FoundList, FoundRow
from ui.session import Session
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import SearchEdit


class ShortcutSheet(Task):
    """What is typed narrows the sheet."""

    kind: ClassVar[str] = "keys"
    title: ClassVar[str] = "Keys"
    icon: ClassVar[str] = "keyboard"
    key: ClassVar[str] = "Ctrl+/"
    menu: ClassVar[str] = "help"
    wide: ClassVar[int] = 560

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self.typed = SearchEdit(self.tr("What would you like to do?"))
        self.typed.textChanged.connect(self.reload)
        self.typed.down.connect(self._into_list)
        self.keys = FoundList(self.tr("Keys"))
        close = KeyedButton(self.tr("Close"), Kind.PRIMARY, key="Esc")
        close.clicked.connect(self.closing)
        body = column(self.typed, (self.keys, 1), margins=(20, 2, 20, 14), spacing=6)
        self.fill(boxed(body), Footer(row(None, close, margins=(20, 10, 14, 10)), radius=11))
        self.reload()
        self.typed.setFocus()

    def reload(self) -> None:
        """Show the keys whose words fit what is typed."""
        menus = [(offer.words, offer.key) for offer in self.session.offers if offer.key]
        groups = (
            (self.tr("From everywhere"), [(self.tr("Find or do"), "Ctrl+K"), *menus]),
            (self.tr("In lists"), self._of_lists()),
            (self.tr("In forms"), self._of_forms()),
            (self.tr("On a meeting"), self._of_meetings()),
        )
        wanted = self.typed.text().strip().casefold()
        rows: list[PaintedRow] = []
        for title, pairs in groups:
            fits = [pair for pair in pairs if wanted in f"{pair[0]} {pair[1]}".casefold()]
            if fits:
                rows.append(HeadingRow(title))
                rows += [FoundRow(words, "keyboard", words, at_right=key) for words, key in fits]
        self.keys.show_rows(rows)
        self.keys.choose_first()

    def _of_lists(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Open what is chosen"), "Enter"),
            (self.tr("Look at it, or tick it"), "Space"),
            (self.tr("Edit where it stands"), "F2"),
            (self.tr("Into the filter of the list"), "Ctrl+F"),
            (self.tr("From Find or do: open beside the page"), "Ctrl+Enter"),
            (self.tr("Move a value up or down"), "Alt+↑  Alt+↓"),
            (self.tr("Choose something else to do with it"), "Shift+F10"),
            (self.tr("On a family’s page: add, put right"), "Alt+A  Alt+P"),
        ]

    def _of_forms(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Save and close"), "Ctrl+Enter"),
            (self.tr("Save and log another"), "Ctrl+Shift+Enter"),
            (self.tr("Help for what is open"), "F1"),
            (self.tr("Close; what was typed is kept as a draft"), "Esc"),
            (self.tr("To a field by its underlined letter"), "Alt+letter"),
        ]

    def _of_meetings(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Move an item of the agenda"), "Alt+↑  Alt+↓"),
            (self.tr("Into the room, and out of it"), "F5  Esc"),
            (self.tr("Write up and close"), "Ctrl+Shift+Enter"),
            (self.tr("Its pack; from Today those of the day"), "Ctrl+Shift+P"),
            (self.tr("From Today: the papers of the day"), "Ctrl+P"),
            (self.tr("Next page, page before"), "Ctrl+PgDown  Ctrl+PgUp"),
            (self.tr("Next part of the page, part before"), "F6  Shift+F6"),
        ]

    def _into_list(self) -> None:
        self.keys.setFocus()
