"""Everything that happened with the family, newest first, with a filter on top."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget

from liaison.casework.timeline import Moment
from ui.clipboard import copy_privately
from ui.delegates.rows import RowList
from ui.layouts import column, row
from ui.screens.family.timeline_rows import fits, timeline_rows
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import SearchEdit
from ui.widgets.toast import announce

TYPING_MS = 120


class TimelinePane(Card):
    """The list and its filter. ``opened`` gives table and id of what is to be read whole."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._moments: Sequence[Moment] = ()
        self._heading = SectionHeading(self.tr("Timeline"))
        self.filter = SearchEdit(self.tr("Find in this timeline"))
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Kind"))
        for words, kind in (
            (self.tr("All kinds"), ""),
            (self.tr("Contacts"), "contact"),
            (self.tr("Follow-ups"), "follow_up"),
            (self.tr("Barriers"), "barrier"),
            (self.tr("Worries"), "transition_concern"),
            (self.tr("Restrictions"), "restriction"),
        ):
            self.kinds.addItem(words, kind)
        self.list = RowList(self.tr("Timeline"))
        self.list.opened.connect(self._open)
        self._nothing = EmptyState(
            "message-2", self.tr("Nothing yet"), self.tr("The first contact you log stands here.")
        )
        self._no_match = EmptyState(
            "search", self.tr("Nothing fits"), self.tr("Esc empties the filter.")
        )
        self._pages = QStackedWidget()
        for page in (self.list, self._nothing, self._no_match):
            self._pages.addWidget(page)
        self.setLayout(
            column(
                self._heading,
                row((self.filter, 1), self.kinds, margins=(14, 6, 14, 4)),
                (self._pages, 1),
                margins=(1, 1, 1, 6),
                spacing=0,
            )
        )
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._filter_now)
        self.filter.textChanged.connect(self._typing.start)
        self.filter.down.connect(self._into_list)
        self.kinds.currentIndexChanged.connect(self._filter_now)

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show these, as far as they fit the filter."""
        self._moments = moments
        self._fill()

    def set_narrow(self, *, narrow: bool) -> None:
        """As one of three tabs it needs no heading of its own."""
        self._heading.setHidden(narrow)

    def forget_filter(self) -> None:
        """Everything again, as for another family."""
        self.filter.clear()
        self.kinds.setCurrentIndex(0)
        self._typing.stop()

    def copy(self) -> None:
        """The current row's words onto the clipboard."""
        for each in self.list.rows():
            if each.id and each.id == self.list.current_id():
                copy_privately(each.spoken)

    def _filter_now(self) -> None:
        shown = self._fill()
        announce(self.list, self.tr("{0} shown").format(shown))

    def _fill(self) -> int:
        kind = self.kinds.currentData()
        found = [each for each in self._moments if fits(each, self.filter.text(), kind)]
        self.list.show_rows(timeline_rows(found))
        if found and not self.list.current_id():
            self.list.choose_first()
        if found:
            self._pages.setCurrentWidget(self.list)
        else:
            self._pages.setCurrentWidget(self._no_match if self._moments else self._nothing)
        return len(found)

    def _into_list(self) -> None:
        self.list.setFocus()

    def reference(self, id: str) -> str:
        """The row's table and id, or empty."""
        found = (f"{each.kind}/{id}" for each in self._moments if each.id == id)
        return next(found, "")

    def _open(self, id: str) -> None:
        if named := self.reference(id):
            self.opened.emit(named)
