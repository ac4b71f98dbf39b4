"""A column that scrolls when it is higher than its room; it looks like the ground it stands on."""

from weakref import ref

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QStyle, QWidget

from ui.focus import follow_focus
from ui.layouts import boxed, column
from ui.theme import px
from ui.widgets.fields import Field

WIDEST = 16777215
"""As wide as Qt lets a widget be."""

EXTENT = QStyle.PixelMetric.PM_ScrollBarExtent


class Scrolling(QScrollArea):
    """Scrolls up and down only. The Tab key passes to what lies in it.

    What a key gives the focus to, comes into sight: Qt itself sees only to Tab.
    """

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self._focused: ref[QWidget] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = boxed(layout)
        self.inner.resize(1, 1)  # else it is laid out once in a size that it never has
        self.setWidget(self.inner)
        self.inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        follow_focus(self._follow)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll as far as is needed to see all of it; its top where it is too high for that.

        With an editor come its label and what is to be put right, as far as there is room.
        """
        if not self.inner.isAncestorOf(widget):
            return
        widget = self._whole(widget)
        for corner in (widget.rect().bottomLeft(), widget.rect().topLeft()):
            at = widget.mapTo(self.inner, corner)
            self.ensureVisible(at.x(), at.y(), 20, 40 if corner.y() <= 0 else 12)

    def _whole(self, widget: QWidget) -> QWidget:
        field: QWidget | None = widget
        while field is not None and field is not self.inner and not isinstance(field, Field):
            field = field.parentWidget()
        fits = isinstance(field, Field) and field.height() < self.viewport().height()
        return field if fits and field is not None else widget

    def _follow(self) -> None:
        """Not under the mouse, nor when the window only comes back to where it was."""
        now = QApplication.focusWidget()
        if now is None or not self.isVisible():
            return
        if not self.inner.isAncestorOf(now):
            if now.window() is self.window():
                self._focused = None
            return
        again = self._focused is not None and self._focused() is now
        self._focused = ref(now)
        if again or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        if now.height() < self.viewport().height() or now.visibleRegion().isEmpty():
            self.show_widget(now)


class SidePane(Scrolling):
    """A column beside the page: as wide as drawn, or as wide as its words need."""

    def __init__(self, layout: QLayout, drawn: int) -> None:
        super().__init__(layout)
        self._drawn = drawn
        self._alone = False
        self.inner.installEventFilter(self)
        self._fit()

    def stand_alone(self, *, alone: bool) -> None:
        """Take all the width there is, or again only what a column beside others takes."""
        self._alone = alone
        self._fit()

    def set_drawn(self, drawn: int) -> None:
        """The width it has at the usual text size."""
        self._drawn = drawn
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        needed = self.inner.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        wide = max(px(self._drawn), needed)
        self.setMinimumWidth(0 if self._alone else wide)
        self.setMaximumWidth(WIDEST if self._alone else wide)


class Fitting(Scrolling):
    """As high as what lies in it wants to be, as long as there is room; then it scrolls."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(column(content))
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        inner = self.inner.layout()
        asked = self.inner.sizeHint()
        if inner is None or not inner.hasHeightForWidth():
            return asked
        wide = self.width() if self.isVisible() else asked.width()
        bar = self.style().pixelMetric(EXTENT)  # once shown it would hold itself up
        return QSize(wide, inner.totalHeightForWidth(wide - bar))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.inner.minimumSizeHint().width(), min(120, self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
