"""A panel over a scrim, inside the window: no second window to lose, and it locks with the rest."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenuBar, QWidget
from shiboken6 import isValid

from ui.canvas import Canvas
from ui.focus import follow_focus
from ui.layouts import column, row
from ui.theme import NEW_LOOK, Step, is_narrow, px
from ui.widgets.alt_keys import AtRest, give_letters
from ui.widgets.buttons import IconButton
from ui.widgets.cards import Footer
from ui.widgets.labels import Words
from ui.widgets.lined_up import line_up
from ui.widgets.panel_body import PanelBody

_SCRIM = QColor(10, 20, 24, 115)
_CLEAR = 12


class Panel(QFrame):
    """The ground of an overlay: a title, a body, and a pinned footer.

    ``closing`` is the wish to close (Esc or the cross); who opened it decides.
    """

    closing = Signal()

    def __init__(
        self, title: str, body: QWidget | None = None, footer: Footer | None = None
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.close_button = IconButton("x", self.tr("Close"), key="Esc")
        self.close_button.clicked.connect(self.closing)
        top = 6 if is_narrow(self) else 10
        head = row(Words(title, Step.H2), None, self.close_button, margins=(20, top, 10, 2))
        self._parts = column(head, margins=(1, 1, 1, 1), spacing=0)
        self.setLayout(self._parts)
        if body is not None:
            self.fill(body, footer)

    def fill(self, body: QWidget, footer: Footer | None = None) -> None:
        """Put in the body and the footer; once."""
        self._parts.addWidget(PanelBody(body), 1)
        if footer is not None:
            self._parts.addWidget(footer)
        line_up(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        give_letters(self)

    def wanted_width(self, drawn: int) -> int:
        """How wide it asks to be, where the window has the room; ``drawn`` is the usual width."""
        return drawn

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            line_up(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        canvas.panel(QRectF(self.rect()), fill="surface", edge="control", radius=12)
        painter.end()


class Overlay(QWidget):
    """Covers ``host`` and holds one panel; the Tab key stays within it.

    ``closed`` fires when the panel is gone; the focus is then back where it was.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._panel: Panel | None = None
        self._at_rest: AtRest | None = None
        self._width = 700
        self._before: QWidget | None = None
        self._left_for_menu: QWidget | None = None
        self._focused: QWidget | None = QApplication.focusWidget()
        host.installEventFilter(self)
        follow_focus(self._focus_moved)
        self.hide()

    def panel(self) -> Panel | None:
        return self._panel

    def open_panel(self, panel: Panel, *, width: int = 700) -> None:
        """Show a panel in the middle of the window, as high as it asks for."""
        self.close_panel()
        before = QApplication.focusWidget()
        self._before = self._left_for_menu if isinstance(before, QMenuBar) else before
        self._panel = panel
        self._width = width
        held = cast(QWidget | None, panel.focusWidget())  # a new parent makes Qt forget it
        panel.setParent(self)
        self._at_rest = AtRest(self._host, self)
        self._place()
        panel.show()
        self.show()
        self._place()
        self.raise_()
        first = held if held is not None else self._first(panel)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        self.opened.emit()

    @Slot()  # named to Qt beforehand: slots added to a class that is in use were not found at times
    def close_panel(self) -> None:
        """Take the panel away and free it. Safe to call when none is open."""
        if self._panel is None:
            return
        panel, self._panel = self._panel, None
        if self._at_rest is not None:
            self._at_rest.wake()
        self.hide()
        panel.hide()
        panel.deleteLater()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def refit(self) -> None:
        """The panel's content has grown or shrunk: give it the height it asks for."""
        self._place()

    def focusNextPrevChild(self, forward: bool) -> bool:
        now = QApplication.focusWidget() or self
        wanted = self._next(now, 1 if forward else -1)
        if wanted is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        wanted.setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._panel is not None:
            self._panel.closing.emit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return handled

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SCRIM)
        painter.end()

    def _focus_moved(self) -> None:
        old, self._focused = self._focused, QApplication.focusWidget()
        if isinstance(self._focused, QMenuBar):
            self._left_for_menu = old
        elif self._focused is not None:
            self._left_for_menu = None

    def _place(self) -> None:
        self.setGeometry(self._host.rect())
        if self._panel is None:
            return
        asked = self._panel.wanted_width(max(self._width, px(self._width)))
        wide = min(max(asked, self._panel.minimumSizeHint().width()), self.width() - _CLEAR)
        layout = self._panel.layout()
        needed = self._panel.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(wide)
        high = min(needed, self.height() - _CLEAR)
        x = (self.width() - wide) // 2
        y = max(6, (self.height() - high) // 2 - 12)
        self._panel.setGeometry(x, y, wide, high)

    def _first(self, panel: Panel) -> QWidget | None:
        """The first stop of the Tab key in the body; the cross if there is no other."""
        stop = self._next(panel, 1)
        return self._next(stop, 1) if stop is panel.close_button else stop

    def _next(self, start: QWidget, direction: int) -> QWidget | None:
        """The next widget within the overlay that takes the Tab key, round and round."""
        now: QWidget | None = start
        while now is not None:
            now = now.nextInFocusChain() if direction > 0 else now.previousInFocusChain()
            if now is start or now is None:
                return None
            takes = bool(now.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes and self.isAncestorOf(now) and now.isEnabled() and now.isVisibleTo(self):
                return now
        return None
