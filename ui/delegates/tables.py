"""A table of painted rows with headings that sort: what every larger list is made of.

A row paints each of its cells itself; ground, ring and rule run across the whole row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.canvas import Canvas
from ui.delegates.rows import ROW
from ui.quiet import hushed, quiet_of
from ui.theme import NEW_LOOK, Step, height, px

Index = QModelIndex | QPersistentModelIndex


class TableRow(Protocol):
    """What a table can show."""

    @property
    def id(self) -> str:
        """What the row stands for."""

    @property
    def spoken(self) -> str:
        """The row as one sentence for a screen reader."""

    def words(self, column: int) -> str:
        """What stands in a cell, in words."""

    def paint(self, canvas: Canvas, room: QRectF, column: int) -> None:
        """Paint a cell."""


_FEWEST = 3
"""So many rows stand in sight, or the page scrolls."""

R = TypeVar("R", bound=TableRow)


@dataclass(frozen=True)
class Column:
    """A heading, its share of the width, and below which width of the table it goes away.

    ``editable`` cells are marked when they are the current one.
    """

    name: str
    heading: str
    share: int
    needs: int = 0
    editable: bool = False


class TableModel(QAbstractTableModel, Generic[R]):
    """The rows as last given; ``ROW`` hands out the row itself."""

    # Of the class, too: a view asks for its headings even when its model is being collected.
    columns: tuple[Column, ...] = ()
    rows: tuple[R, ...] = ()
    sorted_by = ""

    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def show_rows(self, rows: Sequence[R]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        if not shown or section >= len(self.columns):
            return None
        column = self.columns[section]
        return f"{column.heading} ↓" if column.name == self.sorted_by else column.heading

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.columns[index.column()].heading
            cell = f"{heading}: {row.words(index.column())}"
            return f"{row.spoken}. {cell}" if self.columns[index.column()].editable else row.spoken
        return None


class CellDelegate(QStyledItemDelegate):
    """Lets each row paint its cells."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, height(36, padding=16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TableRow = index.data(ROW)
        painter.save()
        canvas = Canvas(painter, option.palette)
        rect = QRectF(option.rect)
        canvas.mirror(rect)
        view = self.parent()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ringed = chosen and isinstance(view, QTableView) and view.hasFocus()
        if chosen and isinstance(view, PaintedTable):
            first, last = view.is_at_edge(index.column())
            paint_ground(canvas, rect, first=first, last=last, ringed=ringed)
        else:
            canvas.rule(rect.left(), rect.right() + 1, rect.bottom() - 1)
        row.paint(canvas, rect.adjusted(12, 0, -4, 0), index.column())
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if ringed and current and isinstance(view, PaintedTable):
            view.mark_current(canvas, rect, index.column())
        painter.restore()


def paint_ground(canvas: Canvas, rect: QRectF, *, first: bool, last: bool, ringed: bool) -> None:
    """The ground of a chosen row, cell by cell, with the ring when the table has the focus."""
    painter = canvas.painter
    painter.fillRect(rect, canvas.colour("selection"))
    accent = canvas.colour("accent")
    if first:
        painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), accent)
    if ringed:
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width() + 1, 2), accent)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width() + 1, 2), accent)
        if last:
            painter.fillRect(QRectF(rect.right() - 2, rect.top(), 2, rect.height()), accent)


class PaintedTable(QTableView, Generic[R]):
    """``opened`` follows Enter or a double click, ``moved`` the current row.

    ``sort_wanted`` gives the name of the column whose heading was pressed.
    """

    opened = Signal(str)
    moved = Signal(str)
    sort_wanted = Signal(str)

    def __init__(self, name: str, columns: Sequence[Column], *, home: int = 0) -> None:
        """``home`` is the column that is current at first."""
        super().__init__()
        self._home = home
        self._given: Sequence[R] = ()
        self._quiet = quiet_of(self)
        self.cells: TableModel[R] = TableModel(columns, self)
        self.setModel(self.cells)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(self._want_sort)
        self.viewport().setAutoFillBackground(False)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear)
        self.activated.connect(self._open)
        self._dress()

    def rows(self) -> tuple[R, ...]:
        return self.cells.rows

    def show_rows(self, rows: Sequence[R], *, sorted_by: str = "") -> None:
        """Show these; the current row and cell stay current when they are still there."""
        before, column = self.current_id(), self.currentIndex().column()
        self._given, self._quiet = rows, quiet_of(self)
        self.cells.sorted_by = sorted_by
        self.cells.show_rows(hushed(rows, self._quiet))
        if before:
            self.choose(before, column)

    def follow_quiet(self) -> None:
        """Show the same rows again as the quiet view, or its end, wants them."""
        if self._quiet is not quiet_of(self):
            self.show_rows(self._given, sorted_by=self.cells.sorted_by)

    def current_id(self) -> str:
        index = self.currentIndex()
        return self.cells.rows[index.row()].id if index.isValid() else ""

    def choose(self, row_id: str, column: int = -1) -> None:
        """Make a row current; nothing happens when it is not shown."""
        for number, row in enumerate(self.cells.rows):
            if row.id == row_id:
                at = self.cells.index(number, column if column >= 0 else self._home)
                self.setCurrentIndex(at)
                return

    def choose_first(self) -> None:
        if self.cells.rows:
            self.choose(self.cells.rows[0].id)

    def is_at_edge(self, column: int) -> tuple[bool, bool]:
        """Whether this is the first and whether it is the last column shown."""
        shown = [n for n in range(len(self.cells.columns)) if not self.isColumnHidden(n)]
        return column == shown[0], column == shown[-1]

    def mark_current(self, canvas: Canvas, rect: QRectF, column: int) -> None:
        """The line below the current cell, where it can be edited."""
        if self.cells.columns[column].editable:
            line = QRectF(rect.left() + 12, rect.bottom() - 7, rect.width() - 20, 2)
            canvas.painter.fillRect(line, canvas.colour("accent"))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit(self.cells.rows[current.row()].id if current.isValid() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def minimumSizeHint(self) -> QSize:
        heading, line = height(34, Step.HEADING, 16), height(36, padding=16)
        return QSize(200, heading + _FEWEST * line)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(height(36, padding=16))
        self.horizontalHeader().setFixedHeight(height(34, Step.HEADING, 16))
        self._share_width()

    def _share_width(self) -> None:
        """Give each column its share; without room the least needed go away."""
        room = self.viewport().width()
        columns = self.cells.columns
        shown = [n for n, column in enumerate(columns) if px(column.needs) <= room]
        whole = sum(columns[n].share for n in shown)
        for number in range(len(columns)):
            self.setColumnHidden(number, number not in shown)
        for number in shown[:-1]:
            self.setColumnWidth(number, room * columns[number].share // whole)
        used = sum(self.columnWidth(number) for number in shown[:-1])
        self.setColumnWidth(shown[-1], max(0, room - used))

    def _want_sort(self, section: int) -> None:
        self.sort_wanted.emit(self.cells.columns[section].name)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.cells.rows[index.row()].id)
