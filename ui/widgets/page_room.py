"""The room a page stands in: the page fills it, and scrolls only when it cannot be made smaller.

That happens with very large text in a low window; nothing is ever cut off.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class PageRoom(QScrollArea):
    """Shows one of its pages at a time. ``taken`` is how much at its right is not theirs."""

    room_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.taken = 0
        self._stack = QStackedWidget()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._stack)
        self._stack.setAutoFillBackground(False)
        self._stack.installEventFilter(self)
        self.viewport().setAutoFillBackground(False)

    def add_page(self, page: QWidget) -> None:
        self._stack.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self._fit()

    def leave_room(self, at_right: int) -> None:
        """Keep the pages off so much of the right edge: something else stands there."""
        if at_right != self.taken:
            self.taken = at_right
            self.setViewportMargins(0, 0, at_right, 0)
            self._fit()
            self.room_changed.emit()

    def sizeHint(self) -> QSize:
        return self._stack.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        page = self._stack.currentWidget()
        if page is None:
            return
        room = self.maximumViewportSize()
        needed = _height_needed(page, room.width())
        bar = self.verticalScrollBar().sizeHint().width() if needed > room.height() else 0
        self._stack.resize(room.width() - bar, max(room.height(), needed))


def _height_needed(page: QWidget, width: int) -> int:
    """The least height: filters that take a second line in this width count twice."""
    layout = page.layout()
    if layout is None or not layout.hasHeightForWidth():
        return page.minimumSizeHint().height()
    return max(page.minimumSizeHint().height(), layout.totalMinimumHeightForWidth(width))
