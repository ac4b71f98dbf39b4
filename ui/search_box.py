"""The search box over everything: families and people first, then notes, then things to do."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from liaison.store.drafts import Draft
from ui.beside import BESIDE
from ui.delegates.entries import HeadingRow
from ui.delegates.rows import PaintedRow
from ui.layouts import boxed, column
from ui.menus import FIND
from ui.screens.screen import Task
from ui.search_box_hits import Hit, look_for
from ui.search_box_rows import FoundList
from ui.session import Session
from ui.theme import Step
from ui.widgets.fields import SearchEdit
from ui.widgets.labels import Words
from ui.widgets.toast import announce

TYPING_MS = 120
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAGE = 6
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class SearchBox(Task):
    """The focus stays in the box; arrows move the highlight, Enter opens it and nothing else.

    With Ctrl the family opens beside the page one is on.
    """

    kind: ClassVar[str] = FIND
    title: ClassVar[str] = "Find or do"
    icon: ClassVar[str] = "search"
    key: ClassVar[str] = "Ctrl+K"
    wide: ClassVar[int] = 620

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._hits: dict[str, Hit] = {}
        self._rows: list[PaintedRow] = []
        self.typed = SearchEdit(self.tr("A name, words from a note, or > and what to do"))
        self.typed.textChanged.connect(self._wait)
        self.typed.returnPressed.connect(self._open_current)
        self.typed.installEventFilter(self)
        self.found = FoundList(self.tr("Found"))
        self.found.opened.connect(self._open)
        self.count = Words("", Step.CAPTION, "muted")
        body = column(self.typed, self.count, (self.found, 1), margins=(20, 2, 20, 14), spacing=6)
        self.fill(boxed(body))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self.look)
        self.typed.setFocus()
        self.look()

    def look(self) -> None:
        """Look for what is typed now; rows that are the same as before are left alone."""
        self._typing.stop()
        groups = look_for(self.typed.text(), self.session)
        rows: list[PaintedRow] = []
        self._hits = {}
        for group in groups:
            new = [hit for hit in group.hits if hit.row.id not in self._hits]
            rows += [HeadingRow(group.title), *(hit.row for hit in new)]
            self._hits |= {hit.row.id: hit for hit in new}
        if rows != self._rows:
            self._rows = rows
            self.found.show_rows(rows)
            self.found.choose_first()
        self._say_count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows pressed in the box move the highlight in the list."""
        if watched is self.typed and isinstance(event, QKeyEvent):
            if self._wants_beside(event):
                self._open_beside()
                return True
            by = STEPS.get(Qt.Key(event.key())) if event.type() == QEvent.Type.KeyPress else None
            if by is not None:
                self.found.step(by)
                announce(self.typed, self.found.spoken())
                return True
        return super().eventFilter(watched, event)

    def _wants_beside(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = event.type() == QEvent.Type.KeyPress and event.key() in ENTER
        return pressed and held == Qt.KeyboardModifier.ControlModifier

    def _open_beside(self) -> None:
        """The family highlighted, or that of the note, beside the page; all else just opens."""
        self._look_first()
        hit = self._hits.get(self.found.current_id())
        if hit is not None and hit.family:
            self.done.emit()
            self.session.open(BESIDE, hit.family)
        else:
            self._open(self.found.current_id())

    def _say_count(self) -> None:
        if not self.typed.text().strip():
            self.count.setText(self.tr("> things to do   @ names only   # what gets in the way"))
            return
        count = len(self._hits)
        if count:
            found = self.tr("1 found") if count == 1 else self.tr("{0} found").format(count)
        else:
            found = self.tr("0 found. Fewer letters find more; > lists what can be done.")
        self.count.setText(found)
        announce(self.typed, f"{self.count.text()}. {self.found.spoken()}")

    def _wait(self) -> None:
        self._typing.start()

    def _open_current(self) -> None:
        self._look_first()
        self._open(self.found.current_id())

    def _look_first(self) -> None:
        """While the answer to the last letter is not there, what is highlighted is another's."""
        if self._typing.isActive():
            self.look()

    def _open(self, found: str) -> None:
        hit = self._hits.get(found)
        if hit is None:
            return
        session = self.session
        self.done.emit()
        if hit.offer is not None:
            hit.offer.action.trigger()
        else:
            session.open(hit.kind, hit.subject)
