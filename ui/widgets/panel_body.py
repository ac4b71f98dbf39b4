"""The body of a panel: as high as it asks for, and scrolling only where the window is too low."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.layouts import column

_LOWEST = 90


class Held(QWidget):
    """Does not ask for the height that its words would have in the narrowest of panels."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._column = column(inner)
        self.setLayout(self._column)

    def minimumSizeHint(self) -> QSize:
        asked = super().minimumSizeHint()
        return QSize(asked.width(), 0) if self._column.hasHeightForWidth() else asked


class PanelBody(QScrollArea):
    """Holds one widget and asks for its height, so that title and footer stay in sight."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = Held(inner)
        held.resize(1, 1)  # else it is laid out once in a size that it never has
        self.setWidget(held)
        held.setAutoFillBackground(False)
        held.installEventFilter(self)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def heightForWidth(self, width: int) -> int:
        layout = self._inner.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return self._inner.sizeHint().height()

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        asked = self._inner.minimumSizeHint()
        return QSize(asked.width(), min(_LOWEST, asked.height()))
