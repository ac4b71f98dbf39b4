"""Lists of painted rows: the model, the one delegate, and the view that screens use.

A row is a small frozen dataclass that says its own height and paints itself, so one list may
mix kinds (a month's heading between the entries of a timeline).
"""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.canvas import Canvas
from ui.quiet import hushed, quiet_of
from ui.theme import NEW_LOOK

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction


class PaintedRow(Protocol):
    """What a list can show."""

    @property
    def id(self) -> str:
        """What the row stands for; empty for a heading, which cannot be chosen."""

    @property
    def spoken(self) -> str:
        """The row as one sentence, for a screen reader and for type-ahead."""

    def high(self) -> int:
        """How high the row is at the present text size."""

    def tick_box(self, rect: QRectF) -> QRectF:
        """Where it can be ticked; an empty rectangle when it cannot."""

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        """Paint it. The ground of a chosen row is there already."""


class RowModel(QAbstractListModel):
    """Rows as they were last given; ``ROW`` hands out the row itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PaintedRow, ...] = ()

    def show_rows(self, rows: Sequence[PaintedRow]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[PaintedRow, ...]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].id:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class RowDelegate(QStyledItemDelegate):
    """Lets each row paint itself, on the ground of a chosen row when it is one."""

    ticked = Signal(str)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: PaintedRow = index.data(ROW)
        return QSize(100, row.high())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PaintedRow = index.data(ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        canvas = Canvas(painter, option.palette)
        canvas.mirror(QRectF(option.rect))
        if chosen:
            canvas.selected_row(QRectF(option.rect), focused=focused)
        row.paint(canvas, QRectF(option.rect), chosen=chosen)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            row: PaintedRow = index.data(ROW)
            drawn = row.tick_box(QRectF(option.rect)).toRect()
            box = QRectF(QStyle.visualRect(option.direction, option.rect, drawn))
            if not box.isEmpty() and box.adjusted(-8, -8, 8, 8).contains(event.position()):
                self.ticked.emit(row.id)
                return True
        return super().editorEvent(event, model, option, index)


class RowList(QListView):
    """A list of painted rows. It keeps its place when it is filled again.

    ``opened`` follows Enter or a double click, ``ticked`` Space or a click on the box,
    ``moved`` every change of the current row; each gives the row's id.
    """

    opened = Signal(str)
    ticked = Signal(str)
    moved = Signal(str)

    def __init__(self, name: str, *, fit: bool = False) -> None:
        """``fit`` makes the list as high as its rows; otherwise it scrolls."""
        super().__init__()
        self._fit = fit
        self._given: Sequence[PaintedRow] = ()
        self._quiet = quiet_of(self)
        self._rows = RowModel(self)
        self._delegate = RowDelegate(self)
        self._delegate.ticked.connect(self.ticked)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._open)

    def rows(self) -> tuple[PaintedRow, ...]:
        return self._rows.rows()

    def show_rows(self, rows: Sequence[PaintedRow]) -> None:
        """Show these; the current row stays current when it is among them.

        Where it is not, and the keys are here, the row that took its place is current.
        """
        before, place = self.current_id(), self.currentIndex().row()
        self._given, self._quiet = rows, quiet_of(self)
        self._rows.show_rows(hushed(rows, self._quiet))
        self._fit_height()
        if before:
            self.choose(before)
            if self.hasFocus() and not self.current_id():
                self._choose_near(place)

    def follow_quiet(self) -> None:
        """Show the same rows again as the quiet view, or its end, wants them."""
        if self._quiet is not quiet_of(self):
            self.show_rows(self._given)

    def current_id(self) -> str:
        """The id of the current row, or empty."""
        index = self.currentIndex()
        return self._id(index) if index.isValid() else ""

    def choose(self, row_id: str) -> None:
        """Make a row current; nothing happens when it is not there."""
        for number, row in enumerate(self._rows.rows()):
            if row.id == row_id:
                self.setCurrentIndex(self._rows.index(number, 0))
                return

    def _choose_near(self, place: int) -> None:
        """The first row from there on that is no heading; at the end the last one."""
        numbers = [number for number, row in enumerate(self._rows.rows()) if row.id]
        if numbers:
            near = next((number for number in numbers if number >= place), numbers[-1])
            self.setCurrentIndex(self._rows.index(near, 0))

    def choose_first(self) -> None:
        """Make the first row that is no heading current."""
        chosen = next((row.id for row in self._rows.rows() if row.id), "")
        if chosen:
            self.choose(chosen)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit(self._id(current) if current.isValid() else "")

    def moveCursor(  # noqa: N802 - Qt calls it so
        self, action: Move, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where Qt would stop at a heading, and so not move at all, go on to the row after it."""
        index = super().moveCursor(action, modifiers)
        if index.isValid() and not self._id(index) and action in (Move.MoveHome, Move.MovePageUp):
            rows = self._rows.rows()
            after = (number for number in range(index.row(), len(rows)) if rows[number].id)
            return self._rows.index(next(after, index.row()), 0)
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._tick(self.currentIndex())
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.follow_quiet()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK and self._fit:
            self._fit_height()

    def sizeHint(self) -> QSize:
        return QSize(200, sum(row.high() for row in self._rows.rows()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height() if self._fit else 60)

    def _fit_height(self) -> None:
        if self._fit:
            self.setFixedHeight(self.sizeHint().height())

    def _id(self, index: Index) -> str:
        row: PaintedRow = index.data(ROW)
        return row.id

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._id(index))

    def _tick(self, index: QModelIndex) -> None:
        row: PaintedRow = index.data(ROW)
        if not row.tick_box(QRectF(self.visualRect(index))).isEmpty():
            self.ticked.emit(row.id)
