"""What can be done with a row of any list of entries: change it, read its history, bin it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from liaison.casework.bin import put_in
from liaison.errors import LiaisonError
from liaison.model import ENTRIES
from liaison.model.fields import Entry
from ui.delegates.rows import RowList
from ui.session import Session

CLASSES: dict[str, type[Entry]] = {cls.table: cls for cls in ENTRIES}


class EntryActions(QObject):
    """F2, Ctrl+H and Del on a list, and the same in its menu.

    ``reference`` turns a row's id into table/id, or "" for a row that is no entry. ``more`` are
    words and kinds of tasks that are opened about the row.
    """

    def __init__(
        self,
        rows: RowList,
        session: Session,
        reference: Callable[[str], str],
        more: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(rows)
        self._rows = rows
        self._session = session
        self._reference = reference
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._add(self.tr("Change…"), "F2").triggered.connect(self.change)
        for words, kind in more:
            action = self._add(words)
            action.setData(kind)
            action.triggered.connect(self._open)
        self._add(self.tr("History"), "Ctrl+H").triggered.connect(self.show_history)
        self._add(self.tr("Move to the bin"), "Del").triggered.connect(self.move_to_bin)

    def change(self) -> None:
        """Open the current row's form."""
        self.change_row(self._rows.current_id())

    def change_row(self, row_id: str) -> None:
        """Open this row's form."""
        table, _, id = self._reference(row_id).partition("/")
        if table:
            self._session.open(f"{table.replace('_', '-')}-form", id)

    def show_history(self) -> None:
        """Everything that happened to the current row."""
        if named := self._reference(self._rows.current_id()):
            self._session.open("history", named)

    def move_to_bin(self) -> None:
        """The current row into the bin, with Undo."""
        table, _, id = self._reference(self._rows.current_id()).partition("/")
        cls = CLASSES.get(table)
        if cls is None:
            return
        store = self._session.store
        try:
            put_in(store, store.get(cls, id))
        except LiaisonError as refused:
            self._session.say(str(refused))
            return
        said = self.tr("{0}: moved to the bin.").format(cls.title)
        self._session.say(said, with_undo=True)

    def _add(self, words: str, key: str = "") -> QAction:
        action = QAction(words, self._rows)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._rows.addAction(action)
        return action

    def _open(self) -> None:
        action = self.sender()
        _, _, id = self._reference(self._rows.current_id()).partition("/")
        if isinstance(action, QAction) and id:
            self._session.open(action.data(), id)
