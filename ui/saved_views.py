"""The saved views in the rail: each opens its list, filtered as it was when it was kept."""

from PySide6.QtWidgets import QWidget

from liaison.casework.views import saved_views
from liaison.model.saved_view import SavedView
from ui.layouts import column, row
from ui.session import Session
from ui.theme import Step
from ui.widgets.labels import Words
from ui.widgets.rail import Place, RailButton


class SavedViews(QWidget):
    """A heading and one item for each view; nothing at all while there are none."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._items: dict[RailButton, SavedView] = {}
        self._heading = Words(self.tr("Saved views"), Step.CAPTION, "rail_text")
        heading = row(self._heading, margins=(20, 12, 8, 4))
        self._column = column(heading, spacing=2)
        self.setLayout(self._column)
        session.changed.connect(self._follow)
        self.reload()

    def items(self) -> list[RailButton]:
        return list(self._items)

    def reload(self) -> None:
        """Show what is kept now."""
        for button in self._items:
            button.hide()
            button.deleteLater()
        self._items = {}
        for view in saved_views(self._session.store):
            button = RailButton(Place("bookmark", view.name, ""))
            button.setCheckable(False)
            button.clicked.connect(self._open)
            self._items[button] = view
            self._column.addWidget(button)
        self._heading.setVisible(bool(self._items))
        self.setVisible(bool(self._items))

    def _follow(self, tables: frozenset[str]) -> None:
        if SavedView.table in tables:
            self.reload()

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            view = self._items[button]
            self._session.open(f"{view.screen}-view", view.id)
