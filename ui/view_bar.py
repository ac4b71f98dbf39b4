"""The filters above a list, and keeping them under a name as a saved view."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from liaison.casework.views import drop_view, save_view, saved_views
from liaison.errors import LiaisonError
from liaison.model.saved_view import SavedView
from ui.flow import Flow
from ui.layouts import boxed, row
from ui.session import Session
from ui.theme import NEW_LOOK, px, width_of
from ui.widgets.buttons import KeyedButton, Kind

LEADING, LEAST, WIDEST = 270, 120, 230
Pair = tuple[str, str]
"""A value and its words; the first of a filter takes everything, its value is empty."""


class FilterBox(QComboBox):
    """One filter to choose from; the wheel scrolls the page, not the choice."""

    def __init__(self, name: str, *, widest: int = WIDEST) -> None:
        super().__init__()
        self._widest = widest
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(px(widest))
        self.setMaxVisibleItems(16)
        self.currentTextChanged.connect(self.setToolTip)

    def sizeHint(self) -> QSize:
        words = (width_of(self.itemText(number)) for number in range(self.count()))
        return QSize(max(words, default=0) + px(18) + 34, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(LEAST)), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self.setMaximumWidth(px(self._widest))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def offer(self, pairs: Sequence[Pair], value: str) -> None:
        """Offer these, with ``value`` chosen, or the first."""
        self.blockSignals(True)
        self.clear()
        for code, words in pairs:
            self.addItem(words, code)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.setToolTip(self.currentText())
        self.blockSignals(False)

    def showPopup(self) -> None:  # noqa: N802 - Qt calls it so
        """As wide as the longest words in it."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + px(28))
        super().showPopup()


class NameEdit(QLineEdit):
    """The name of a view; Esc thinks better of it."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class ViewBar(QWidget):
    """``changed`` fires when another filter is chosen.

    ``screen`` names the list in saved views. ``filters`` gives each filter's name in a saved view
    and what it is called; what they offer comes by ``offer``.
    """

    changed = Signal()

    def __init__(
        self, session: Session, screen: str, filters: Mapping[str, str], *leading: QWidget
    ) -> None:
        super().__init__()
        self._session = session
        self._screen = screen
        self._narrow = False
        self._leading = leading
        self._views = FilterBox(self.tr("Saved views"))
        self._views.activated.connect(self._open_view)
        self._boxes = {name: FilterBox(called) for name, called in filters.items()}
        for box in self._boxes.values():
            box.currentIndexChanged.connect(self._chosen)
        self.keep_button = KeyedButton(self.tr("Save this view"), Kind.QUIET, icon_name="bookmark")
        self.keep_button.clicked.connect(self._ask_name)
        self.drop_button = KeyedButton(self.tr("Forget this view"), Kind.QUIET, icon_name="x")
        self.drop_button.clicked.connect(self._drop)
        self.name = NameEdit()
        self.name.setPlaceholderText(self.tr("Name of this view"))
        self.name.setAccessibleName(self.tr("Name of this view"))
        self.name.returnPressed.connect(self._keep)
        self.name.given_up.connect(self._stop_asking)
        self.name_button = KeyedButton(self.tr("Save"), icon_name="check")
        self.name_button.clicked.connect(self._keep)
        self._naming = boxed(row(self.name, self.name_button))
        buttons = (self.keep_button, self.drop_button, self._naming)
        self.setLayout(Flow(*leading, self._views, *self._boxes.values(), *buttons))
        self._dress()

    def offer(self, offered: Mapping[str, Sequence[Pair]]) -> None:
        """Offer these in each filter; what was chosen stays chosen while it is offered."""
        for name, pairs in offered.items():
            box = self._boxes[name]
            box.offer(pairs, str(box.currentData() or ""))
        self._stop_asking()

    def values(self) -> dict[str, str]:
        """What is chosen: filter name to value, empty for everything."""
        return {name: str(box.currentData() or "") for name, box in self._boxes.items()}

    def written(self) -> tuple[str, ...]:
        """What is chosen, as a saved view keeps it."""
        return tuple(f"{name}={value}" for name, value in self.values().items() if value)

    def choose(self, values: Mapping[str, str]) -> None:
        """Choose these, and everything where nothing is said; ``changed`` fires once."""
        for name, box in self._boxes.items():
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(values.get(name, ""))))
            box.blockSignals(False)
        self._chosen()

    def choose_view(self, view_id: str) -> None:
        """Choose what a saved view says; one that is gone changes nothing."""
        for view in saved_views(self._session.store, self._screen):
            if view.id == view_id:
                self.choose(dict(each.split("=", 1) for each in view.filters if "=" in each))

    def focus_first(self) -> None:
        """Put the focus into the first filter."""
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_narrow(self, *, narrow: bool) -> None:
        """With little room the rail shows no views: they are chosen here."""
        self._narrow = narrow
        self._show_views()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _dress(self) -> None:
        self.name.setMinimumWidth(px(180))
        for widget in self._leading:
            widget.setMinimumWidth(px(LEADING))

    def _chosen(self) -> None:
        self._stop_asking()
        self._show_views()
        self.changed.emit()

    def _show_views(self) -> None:
        views = saved_views(self._session.store, self._screen)
        this = self._this_view(views)
        offered = [("", self.tr("Saved views")), *((view.id, view.name) for view in views)]
        self._views.offer(offered, this.id if this else "")
        self._views.setVisible(self._narrow and bool(views))
        asking = not self._naming.isHidden()
        self.drop_button.setVisible(this is not None and not asking)
        self.keep_button.setVisible(this is None and bool(self.written()) and not asking)

    def _this_view(self, views: Sequence[SavedView]) -> SavedView | None:
        written = set(self.written())
        return next((view for view in views if written and set(view.filters) == written), None)

    def _open_view(self) -> None:
        self.choose_view(str(self._views.currentData() or ""))

    def _ask_name(self) -> None:
        self.keep_button.hide()
        self.name.clear()
        self._naming.show()
        self.name.setFocus()

    def _stop_asking(self) -> None:
        had_focus = self.name.hasFocus() or self.name_button.hasFocus()
        self._naming.hide()
        self._show_views()
        if had_focus and self.keep_button.isVisible():
            self.keep_button.setFocus()

    def _keep(self) -> None:
        name = self.name.text().strip()
        try:
            save_view(self._session.store, name, screen=self._screen, filters=self.written())
        except LiaisonError as refused:
            self._session.say(str(refused))
            self.name.setFocus()
            return
        self._stop_asking()
        self._session.say(self.tr("View kept: {0}.").format(name), with_undo=True)

    def _drop(self) -> None:
        this = self._this_view(saved_views(self._session.store, self._screen))
        if this is not None:
            drop_view(self._session.store, this)
            self._show_views()
            self._session.say(self.tr("View forgotten: {0}.").format(this.name), with_undo=True)
