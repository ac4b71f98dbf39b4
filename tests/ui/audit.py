"""The accessibility audit: what a window must be for somebody without a mouse, or good sight.

`faults` looks at a window as it stands on the screen and answers in sentences.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QWidget,
)

from ui.tasks.log_contact.lanes import LaneButton
from ui.theme import contrast, px
from ui.widgets.chips import Chip
from ui.widgets.rail import RailButton

SMALLEST_TARGET = 24
LEAST_CONTRAST = 4.5


def faults(window: QWidget) -> list[str]:
    """Everything wrong with the window, or with one panel of it; empty when it passes."""
    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    found: list[str] = []
    for look in (unnamed, too_small):
        found += [sentence for widget in shown for sentence in look(widget)]
    found += cut_off(window)
    found += out_of_order(window)
    found += too_pale(window, shown)
    return found


def cut_off(window: QWidget) -> list[str]:
    """Words that are not seen whole, and controls that lie outside what they stand in."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    return [said for widget in shown for look in (clipped, outside) for said in look(widget)]


def describe(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")
    said = words() if callable(words) else words
    return f"{type(widget).__name__} {widget.accessibleName() or said or widget.objectName()!r}"


def takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def unnamed(widget: QWidget) -> Iterator[str]:
    """A control that a screen reader could only call by its kind."""
    if not takes_focus(widget) or isinstance(widget.parent(), QAbstractSpinBox | QComboBox):
        return
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()
    if not name.strip():
        yield f"{describe(widget)} has no accessible name"


def too_small(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QTabBar):
        return
    if isinstance(widget.parent(), QLineEdit | QMenuBar):
        return  # buttons that Qt itself puts there
    size = widget.size()
    if min(size.width(), size.height()) < SMALLEST_TARGET:
        yield f"{describe(widget)} is only {size.width()}x{size.height()}"


def clipped(widget: QWidget) -> Iterator[str]:
    """Words that do not fit the room they were given, and are not said by a tool tip either."""
    if widget.toolTip() or not isinstance(widget, _SAYS_WORDS):
        return
    if isinstance(widget, QLabel) and not widget.text().strip():
        return
    if widget.hasHeightForWidth():
        if widget.heightForWidth(widget.width()) > widget.height() + 1:
            yield f"{describe(widget)} is cut off below"
        if _longest_word(widget) > widget.contentsRect().width() + 1:
            yield f"{describe(widget)} is cut off"
    elif _needs(widget) > widget.width() + 1:
        yield f"{describe(widget)} is cut off"
    elif widget.height() + 1 < min(widget.sizeHint().height(), widget.fontMetrics().height()):
        yield f"{describe(widget)} is cut off below"


_SAYS_WORDS = (QLabel, QPushButton, QCheckBox, QRadioButton, QComboBox, QTabBar, Chip, LaneButton)


def _needs(widget: QWidget) -> int:
    """How wide it has to be for its words."""
    if isinstance(widget, QComboBox):
        return widget.fontMetrics().horizontalAdvance(widget.currentText()) + px(16) + 20
    if isinstance(widget, QTabBar):
        return sum(widget.tabRect(tab).width() for tab in range(widget.count()))
    if isinstance(widget, RailButton):
        return widget.minimumSizeHint().width()
    return widget.sizeHint().width()


def _longest_word(label: QWidget) -> int:
    if not isinstance(label, QLabel) or label.textFormat() is Qt.TextFormat.RichText:
        return 0
    words = label.text().replace("&", "").split()
    return max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def outside(widget: QWidget) -> Iterator[str]:
    """What is pushed out at the side, where nothing scrolls; or out below, likewise."""
    if not isinstance(widget, _SAYS_WORDS) and not takes_focus(widget):
        return
    area, across, down = widget.parentWidget(), False, False
    while area is not None:
        moved = _scrolled(area)
        across, down = across or moved[0], down or moved[1]
        place, room = _place(widget, area), area.rect()
        if not across and (place.left() < room.left() - 1 or place.right() > room.right() + 1):
            yield f"{describe(widget)} reaches out of {describe(area)} at the side"
            return
        if not down and (place.top() < room.top() - 1 or place.bottom() > room.bottom() + 1):
            yield f"{describe(widget)} reaches out of {describe(area)} below"
            return
        area = None if area.isWindow() else area.parentWidget()


def _scrolled(viewport: QWidget) -> tuple[bool, bool]:
    """Whether it shows a part of something, that can be moved across and up and down."""
    area = viewport.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not viewport:
        return False, False
    across = area.horizontalScrollBar(), area.horizontalScrollBarPolicy()
    down = area.verticalScrollBar(), area.verticalScrollBarPolicy()
    return _moves(*across), _moves(*down)


def _moves(bar: QScrollBar, policy: Qt.ScrollBarPolicy) -> bool:
    return bar.maximum() > 0 and policy is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def scrolls(widget: QWidget) -> bool:
    """Whether it lies in an area that has more to show than it has room for."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and parent.verticalScrollBar().maximum() > 0:
            return True
        parent = parent.parentWidget()
    return False


def _area_of(widget: QWidget) -> QAbstractScrollArea | None:
    """The innermost scroll area it lies in."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent


def out_of_order(window: QWidget) -> list[str]:
    """Steps of the Tab key that go up a column, or back along a line."""
    stops = list(_tab_stops(window))
    found = []
    for before, after in pairwise(stops):
        if _area_of(before) is not _area_of(after):
            continue  # where it stands depends on how far it is scrolled
        one, other = _place(before, window), _place(after, window)
        if _goes_up(one, other) or _goes_back(one, other):
            found.append(f"Tab goes backwards from {describe(before)} to {describe(after)}")
    return found


def _tab_stops(window: QWidget) -> Iterator[QWidget]:
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if window.isAncestorOf(widget) and takes_focus(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _goes_up(one: QRect, other: QRect) -> bool:
    share_column = one.left() < other.right() and other.left() < one.right()
    return share_column and other.bottom() < one.top()


def _goes_back(one: QRect, other: QRect) -> bool:
    same_line = abs(one.center().y() - other.center().y()) < 6
    return same_line and other.right() < one.left()


def too_pale(window: QWidget, shown: list[QWidget]) -> list[str]:
    """Words against what is really painted behind them."""
    picture = window.grab().toImage()
    found = []
    for widget in shown:
        words = _words_colour(widget)
        if words is None:
            continue
        ground = _ground(widget, window, picture)
        if ground is None:
            continue
        ratio = contrast(words.name(), ground.name())
        if ratio < LEAST_CONTRAST:
            found.append(f"{describe(widget)} has a contrast of only {ratio:.1f}")
    return found


def _words_colour(widget: QWidget) -> QColor | None:
    text: Callable[[], str] | None = getattr(widget, "text", None)
    if not widget.isEnabled() or text is None or not callable(text) or not text():
        return None
    if isinstance(widget, QLabel):
        return widget.palette().color(QPalette.ColorRole.WindowText)
    if isinstance(widget, QPushButton):
        return widget.palette().color(QPalette.ColorRole.ButtonText)
    if isinstance(widget, QLineEdit):
        return widget.palette().color(QPalette.ColorRole.Text)
    return None


def _ground(widget: QWidget, window: QWidget, picture: QImage) -> QColor | None:
    """The colour just inside the widget's left edge, halfway down (labels: the corner)."""
    inside = QPoint(0, 0) if isinstance(widget, QLabel) else QPoint(5, 7)
    at = widget.mapTo(window, inside)
    if scrolls(widget) or not window.rect().contains(at):
        return None
    ratio = picture.devicePixelRatio()
    return picture.pixelColor(round(at.x() * ratio), round(at.y() * ratio))
