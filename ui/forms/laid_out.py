"""How a form lies on its ground: lines of fields, and a column that scrolls above its footer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.scrolling import Scrolling
from ui.theme import LARGE_TEXT, NEW_LOOK, scale


class Line(QWidget):
    """Fields beside one another; under one another where the text is large.

    ``shares`` are how much of the room each gets; without them all get the same.
    """

    def __init__(self, *parts: QWidget, shares: Sequence[int] = ()) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._parts = parts
        for part, share in zip(parts, shares or (1,) * len(parts), strict=True):
            self._box.addWidget(part, share)
            self._box.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._box)
        self._dress()

    def tidy(self) -> None:
        """Away when each of its parts is."""
        self.setVisible(not all(part.isHidden() for part in self._parts))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _dress(self) -> None:
        large = scale() > LARGE_TEXT
        way = QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way)
        self._box.setSpacing(10 if large else 16)


class FormColumn(Scrolling):
    """Asks for the height of what lies in it, so that it scrolls only where room is short."""

    def __init__(self, layout: QLayout, *, width: int) -> None:
        super().__init__(layout)
        self._inner = layout
        self._asked = width

    def sizeHint(self) -> QSize:
        wide = self.viewport().width() if self.isVisible() else self._asked
        if self._inner.hasHeightForWidth():
            least = self._inner.totalMinimumSize().height()
            return QSize(self._asked, max(least, self._inner.totalHeightForWidth(wide)))
        return QSize(self._asked, self._inner.totalSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as what lies in it: nothing of it is ever out of sight at the side."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inner.totalMinimumSize().width() + bar, 60)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
