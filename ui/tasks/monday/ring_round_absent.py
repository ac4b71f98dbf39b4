"""Who is absent: names pasted from the register, or children found and ticked."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from liaison.casework.at_reception import asked_for
from liaison.model.person import Person
from ui.delegates.entries import FollowUpRow
from ui.delegates.rows import RowList
from ui.layouts import column
from ui.session import Session
from ui.theme import Step, px
from ui.widgets.fields import Field, NoteEdit, SearchEdit
from ui.widgets.labels import Words

TYPING_MS = 120


class WhoIsAbsent(QWidget):
    """Two ways to say it, side by side in their order. ``edited`` fires at every change."""

    edited = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._ticked: dict[str, str] = {}
        self.pasted = NoteEdit(self.tr("Absent children"), lines=6)
        self.pasted.textChanged.connect(self.edited)
        self._field = Field(
            self.tr("&Paste the names, one to a line"),
            self.pasted,
            hint=self.tr("“Khan, Zara 6RQ” is understood as Zara Khan."),
        )
        self.search = SearchEdit(self.tr("Or find a child and tick it"))
        self.search.textChanged.connect(self._wait)
        self.search.down.connect(self._into_found)
        self.search.returnPressed.connect(self._tick_first)
        self.found = RowList(self.tr("Children"))
        self.found.setMinimumHeight(px(130))
        self.found.ticked.connect(self.tick)
        self.found.opened.connect(self.tick)
        self._count = Words("", Step.CAPTION, "muted")
        self.setLayout(column(self._field, self.search, (self.found, 1), self._count, spacing=8))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.look)
        self.setFocusProxy(self.pasted)
        self._show_count()

    def ticked(self) -> list[Person]:
        """The children that were ticked."""
        return [self._session.store.get(Person, id) for id in self._ticked]

    def set_problem(self, sentence: str) -> None:
        self._field.set_problem(sentence)

    def put_right(self, line: str) -> None:
        """Into the names pasted, with this one marked."""
        self.pasted.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pasted.moveCursor(QTextCursor.MoveOperation.Start)
        self.pasted.find(line)

    def look(self) -> None:
        """Show the children that fit what is typed, and those already ticked."""
        self._typing.stop()
        found = asked_for(self._session.store, self.search.text(), self._session.today())
        names = {each.id: each.name for each in found if each.child}
        lines = {each.id: each.line for each in found}
        self._show(self._ticked | names, lines)
        self.found.choose_first()

    def tick(self, id: str) -> None:
        """Put the child on the list, or take it off."""
        if id in self._ticked:
            del self._ticked[id]
        else:
            self._ticked[id] = self._session.store.get(Person, id).called
        rows = [each for each in self.found.rows() if isinstance(each, FollowUpRow)]
        self._show({each.id: each.words for each in rows}, {each.id: each.when for each in rows})
        self._show_count()
        self.edited.emit()

    def _show(self, names: dict[str, str], lines: dict[str, str]) -> None:
        self.found.show_rows(
            [
                FollowUpRow(id, name, lines.get(id, ""), done=id in self._ticked)
                for id, name in names.items()
            ]
        )

    def _show_count(self) -> None:
        count = len(self._ticked)
        self._count.setText(self.tr("{0} ticked").format(count) if count else "")

    def _wait(self) -> None:
        self._typing.start()

    def _into_found(self) -> None:
        self.found.setFocus()

    def _tick_first(self) -> None:
        if self._typing.isActive():
            self.look()
        first = next((row.id for row in self.found.rows() if row.id not in self._ticked), "")
        if first:
            self.tick(first)
            self.search.selectAll()
