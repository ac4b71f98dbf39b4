"""The table of worries: Enter opens the family, F2 changes support or state where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QMenu, QTableView

from ui.delegates.tables import Column, PaintedTable
from ui.screens.transitions.concern_rows import LEVEL, NAMES, STATE, ConcernTableRow
from ui.theme import px

Pair = tuple[str, str]


class InPlace(QComboBox):
    """Chosen where it stands: Enter keeps it, Esc and going elsewhere do not."""

    kept = Signal(str)

    def __init__(self, table: QTableView, name: str, offered: Sequence[Pair], value: str) -> None:
        super().__init__(table.viewport())
        self._table = table
        self.setAccessibleName(name)
        for code, words in offered:
            self.addItem(words, code)
        self.setCurrentIndex(max(0, self.findData(value)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit(str(self.currentData()))
            self._leave()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.hide()
            self.deleteLater()

    def _leave(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)


class ConcernTable(PaintedTable[ConcernTableRow]):
    """``level_chosen`` and ``state_chosen`` give the row's id and the code."""

    level_chosen = Signal(str, str)
    state_chosen = Signal(str, str)

    def __init__(self, name: str) -> None:
        headings = (
            (self.tr("Child"), 14, 0),
            (self.tr("Year"), 5, 620),
            (self.tr("Move"), 9, 700),
            (self.tr("About"), 17, 560),
            (self.tr("Support"), 16, 0),
            (self.tr("State"), 12, 0),
            (self.tr("Owner"), 12, 1060),
            (self.tr("To school"), 13, 980),
            (self.tr("Look again"), 9, 480),
        )
        columns = [
            Column(NAMES[number], heading, share, needs, editable=number in (LEVEL, STATE))
            for number, (heading, share, needs) in enumerate(headings)
        ]
        super().__init__(name, columns, home=STATE)
        self.levels: Sequence[Pair] = ()
        self.states: Sequence[Pair] = ()
        self.editor: InPlace | None = None
        self._editing = ("", 0)

    def offer(self, levels: Sequence[Pair], states: Sequence[Pair]) -> None:
        """What may be chosen, as (code, words)."""
        self.levels, self.states = levels, states

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.current_id():
            self.edit_here()
            return
        super().keyPressEvent(event)

    def edit_here(self) -> None:
        """Edit the current cell if it can be edited, else the state."""
        index = self.currentIndex()
        column = LEVEL if index.column() == LEVEL else STATE
        offered = self.levels if column == LEVEL else self.states
        row = self.rows()[index.row()]
        value = next((code for code, words in offered if words == row.words(column)), "")
        name = f"{self.cells.columns[column].heading}, {row.words(0)}"
        self.editor = InPlace(self, name, offered, value)
        self.editor.kept.connect(self._keep)
        self._editing = (row.id, column)
        place = self.visualRect(index.siblingAtColumn(column)).adjusted(2, 2, -2, -2)
        place.setWidth(max(place.width(), self.editor.sizeHint().width(), px(150)))
        if place.right() > self.viewport().width():
            place.moveRight(self.viewport().width() - 2)
        self.editor.setGeometry(place)
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current_id():
            menu = self.made_menu()
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
            menu.popup(at if by_key else event.globalPos())

    def made_menu(self) -> QMenu:
        """The same by mouse: open, another state, another level of support."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(self.tr("&Open the family"))
        opening.triggered.connect(self._open_current)
        parts = ((self.tr("&State"), STATE, self.states), (self.tr("S&upport"), LEVEL, self.levels))
        for title, column, offered in parts:
            part = menu.addMenu(title)
            part.setObjectName(str(column))
            now = self.rows()[self.currentIndex().row()].words(column)
            for code, words in offered:
                action = part.addAction(words)
                action.setCheckable(True)
                action.setChecked(words == now)
                action.setData((column, code))
                action.triggered.connect(self._choose)
        return menu

    def _open_current(self) -> None:
        self.opened.emit(self.current_id())

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            column, code = action.data()
            self._editing = (self.current_id(), column)
            self._keep(code)

    def _keep(self, code: str) -> None:
        row_id, column = self._editing
        chosen = self.level_chosen if column == LEVEL else self.state_chosen
        chosen.emit(row_id, code)
