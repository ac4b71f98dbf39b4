"""Things side by side that take another line when there is no more room, mirrored where needed."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QStyle, QWidget


class Flow(QLayout):
    """Left to right, then on to the next line."""

    def __init__(self, *widgets: QWidget, spacing: int = 8, apart: bool = False) -> None:
        """``apart`` puts the last of a line at its far end; the last of all also when alone."""
        super().__init__()
        self._apart = apart
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = spacing
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Asked again and again while what it lies in is laid out, so it is kept."""
        if width not in self._heights:
            self._heights[width] = self._laid_out(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._laid_out(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() + self._gap for size in shown)
        return QSize(wide, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        found = QSize()
        for item in self._items:
            if not item.isEmpty():
                found = found.expandedTo(item.minimumSize())
        return found

    def _laid_out(self, rect: QRect, *, move: bool) -> int:
        """Where everything goes; gives back the height it takes."""
        direction = QApplication.layoutDirection()
        x, y, high = rect.x(), rect.y(), 0
        lines = self._lines(rect.width())
        alone = len(lines) == 1 and len(lines[0]) == 1 and lines[0][0][0] is self._items[-1]
        for line in lines:
            high = max(size.height() for _, size in line)
            for number, (item, size) in enumerate(line):
                if self._apart and (number or alone) and number == len(line) - 1:
                    x = max(x, rect.right() + 1 - size.width())
                if move:
                    room = QRect(QPoint(x, y + (high - size.height()) // 2), size)
                    item.setGeometry(QStyle.visualRect(direction, rect, room))
                x += size.width() + self._gap
            x, y = rect.x(), y + high + self._gap
        return max(0, y - rect.y() - self._gap)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(max(item.minimumSize().width(), min(size.width(), width)))
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + self._gap
        return lines
