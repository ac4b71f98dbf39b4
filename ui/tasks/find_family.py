"""Find a family or a note from anywhere: type, and Enter opens what is highlighted."""

from typing import ClassVar

from PySide6.QtCore import QTimer

from liaison.casework.families import family_list
from liaison.store.drafts import Draft
from ui.delegates.entries import EntryRow, HeadingRow
from ui.delegates.rows import PaintedRow, RowList
from ui.layouts import boxed, column
from ui.menus import FIND
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step
from ui.widgets.fields import SearchEdit
from ui.widgets.labels import Words
from ui.widgets.toast import announce

TYPING_MS = 120
FAMILIES, NOTES = 8, 8
LINES = 9


class FindFamily(Task):
    """Families by any name in them first, then what was written, newest first."""

    kind: ClassVar[str] = FIND
    title: ClassVar[str] = "Find a family or a note"
    icon: ClassVar[str] = "search"
    key: ClassVar[str] = "Ctrl+K"
    wide: ClassVar[int] = 560

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._families: dict[str, str] = {}
        self.typed = SearchEdit(self.tr("Type a name, or words from a note"))
        self.typed.textChanged.connect(self._wait)
        self.typed.down.connect(self._into_list)
        self.typed.returnPressed.connect(self._open_current)
        self.found = RowList(self.tr("Found"))
        self.found.opened.connect(self._open)
        self.found.setMinimumHeight(LINES * HeadingRow("").high())
        self._count = Words("", Step.CAPTION, "muted")
        body = column(self.typed, self._count, (self.found, 1), margins=(20, 2, 20, 14), spacing=6)
        self.fill(boxed(body))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.look)
        self.typed.setFocus()

    def look(self) -> None:
        """Look for what is typed now."""
        text = self.typed.text().strip()
        rows = [*self._family_rows(text), *self._note_rows(text)] if text else []
        self.found.show_rows(rows)
        self.found.choose_first()
        count = len([row for row in rows if row.id])
        self._count.setText(self.tr("{0} found").format(count) if text else "")
        if text:
            announce(self.typed, self._count.text())

    def _family_rows(self, text: str) -> list[PaintedRow]:
        lines = family_list(self.session.store, self.session.today(), find=text)[:FAMILIES]
        self._families = {line.id: line.id for line in lines}
        rows: list[PaintedRow] = [
            EntryRow(
                line.id,
                "users",
                line.name,
                at_right=", ".join(child.name for child in line.children),
            )
            for line in lines
        ]
        return [HeadingRow(self.tr("Families"), len(rows)), *rows] if rows else []

    def _note_rows(self, text: str) -> list[PaintedRow]:
        notes = self.session.store.search(text, limit=NOTES, kinds=("contact",))
        self._families |= {found.id: found.family for found in notes}
        rows: list[PaintedRow] = [
            EntryRow(found.id, "note", " ".join(found.snippet.split())) for found in notes
        ]
        return [HeadingRow(self.tr("Notes"), len(rows)), *rows] if rows else []

    def _wait(self) -> None:
        self._typing.start()

    def _into_list(self) -> None:
        self.found.setFocus()

    def _open_current(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self.look()
        self._open(self.found.current_id())

    def _open(self, found: str) -> None:
        family = self._families.get(found, "")
        if family:
            self.done.emit()
            self.session.open("family", family)
