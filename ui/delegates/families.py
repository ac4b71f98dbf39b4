"""The table of families: one row each, every row the same height, no counts of good or bad."""

from collections.abc import Sequence
from typing import Any

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
from ui.delegates.family_cells import AFTER, BEFORE, CELLS, FamilyRow, widths
from ui.delegates.rows import ROW
from ui.later import Later
from ui.quiet import hushed, quiet_of
from ui.theme import NEW_LOOK, Step, height, px

__all__ = ["FamilyModel", "FamilyRow", "FamilyTable"]

Index = QModelIndex | QPersistentModelIndex


class FamilyModel(QAbstractTableModel):
    """The families as last given, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[FamilyRow] = ()
        self._ids: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[FamilyRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._ids = rows.ids if isinstance(rows, Later) else tuple(row.id for row in rows)
        self.endResetModel()

    def rows(self) -> Sequence[FamilyRow]:
        return self._rows

    def ids(self) -> tuple[str, ...]:
        """Which families are shown, in their order."""
        return self._ids

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(CELLS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Family"),
            self.tr("Children"),
            self.tr("First to ring"),
            self.tr("Last contact"),
            self.tr("Next due"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            last = f"{row.last} {row.how}".strip()
            return (row.name, row.children, row.first_to_ring, last, row.due)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return row.spoken(self.tr("Restriction"))
        return None


class FamilyDelegate(QStyledItemDelegate):
    """Paints one cell; ground, ring and rule run across the whole row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, height(36, padding=16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FamilyRow = index.data(ROW)
        painter.save()
        canvas = Canvas(painter, option.palette)
        rect = QRectF(option.rect)
        canvas.mirror(rect)
        last = index.column() == len(CELLS) - 1
        view = self.parent()
        ringed = isinstance(view, QTableView) and view.hasFocus()
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_ground(canvas, rect, first=index.column() == 0, last=last, ringed=ringed)
        else:
            canvas.rule(rect.left(), rect.right() + 1, rect.bottom() - 1)
        CELLS[index.column()](canvas, rect.adjusted(BEFORE, 0, -AFTER, 0), row)
        painter.restore()


class FamilyTable(QTableView):
    """The table itself. ``opened`` follows Enter or a double click, ``moved`` the current row."""

    opened = Signal(str)
    moved = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._given: Sequence[FamilyRow] = ()
        self._quiet = quiet_of(self)
        self._longest = ""
        self._families = FamilyModel(self)
        self.setModel(self._families)
        self.setItemDelegate(FamilyDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.viewport().setAutoFillBackground(False)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear)
        self.activated.connect(self._open)
        self._dress()

    def rows(self) -> Sequence[FamilyRow]:
        return self._families.rows()

    def show_rows(self, rows: Sequence[FamilyRow], longest: str = "") -> None:
        """Show these; the current family stays current when it is among them.

        ``longest`` is the longest name there is: all rows are not looked at for it.
        """
        before = self.current_id()
        if len(longest) > len(self._longest):
            self._longest = longest
            self._share_width()
        self._given, self._quiet = rows, quiet_of(self)
        self._families.show_rows(hushed(rows, self._quiet))
        if before:
            self.choose(before)

    def follow_quiet(self) -> None:
        """Show the same families again as the quiet view, or its end, wants them."""
        if self._quiet is not quiet_of(self):
            self.show_rows(self._given)

    def current_id(self) -> str:
        index = self.currentIndex()
        return self._families.ids()[index.row()] if index.isValid() else ""

    def choose(self, family: str) -> None:
        """Make a family current; nothing happens when it is not shown."""
        if family in self._families.ids():
            self.selectRow(self._families.ids().index(family))

    def choose_first(self) -> None:
        if self._families.rowCount():
            self.selectRow(0)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit(self._families.ids()[current.row()] if current.isValid() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(height(36, padding=16))
        self.horizontalHeader().setFixedHeight(height(34, Step.HEADING, 16))
        self._share_width()

    def _share_width(self) -> None:
        """Give each column its share; what does not fit at large text leaves from the middle."""
        room = self.viewport().width()
        hidden = {2} if room < px(620) else set()
        if room < px(480):
            hidden = {1, 2}
        shown = tuple(column for column in range(len(CELLS)) if column not in hidden)
        for column in hidden:
            self.setColumnHidden(column, True)
        for column, wide in widths(room, shown, self._longest).items():
            self.setColumnHidden(column, False)
            self.setColumnWidth(column, wide)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._families.ids()[index.row()])


def _paint_ground(canvas: Canvas, rect: QRectF, *, first: bool, last: bool, ringed: bool) -> None:
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
