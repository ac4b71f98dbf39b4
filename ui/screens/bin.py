"""The bin: what was put away, and taking it out again."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from liaison.casework.bin import KEPT, Binned, in_the_bin, put_back
from liaison.errors import LiaisonError
from liaison.model.family import Family
from liaison.model.folded import folded
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.history_key import HistoryKey
from ui.layouts import column, row
from ui.screens.screen import Screen
from ui.session import Session
from ui.theme import Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import SearchEdit
from ui.widgets.labels import Words


class Bin(Screen):
    """The last put in stands first. Nothing leaves the bin but back into the record."""

    title: ClassVar[str] = "Bin"
    icon: ClassVar[str] = "trash"
    tables: ClassVar[frozenset[str]] = frozenset(cls.table for cls in KEPT)
    answers: ClassVar[frozenset[str]] = frozenset({"bin"})
    at_foot: ClassVar[bool] = True
    key: ClassVar[str] = "Ctrl+Shift+B"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._binned: dict[str, Binned] = {}
        self.filter = SearchEdit(self.tr("Find in the bin"))
        self.filter.textChanged.connect(self._fill)
        self.filter.down.connect(self._into_list)
        self._put_back = KeyedButton(
            self.tr("Put back"), Kind.PRIMARY, icon_name="arrow-back-up", key="Enter"
        )
        self._put_back.clicked.connect(self.put_back_current)
        self.list = RowList(self.tr("In the bin"))
        self.list.opened.connect(self._put_back_row)
        HistoryKey(self.list, session, self._reference)
        self._nothing = EmptyState(
            "trash",
            self.tr("The bin is empty"),
            self.tr("What you delete stands here and can be put back."),
        )
        self._no_match = EmptyState(
            "search", self.tr("Nothing fits"), self.tr("Esc empties the filter.")
        )
        self._pages = QStackedWidget()
        for page in (self.list, self._nothing, self._no_match):
            self._pages.addWidget(page)
        self.setLayout(
            column(
                row(Words(self.tr("Bin"), Step.TITLE), None, self._put_back),
                row((self.filter, 1)),
                (Card(column(self._pages, margins=(1, 6, 1, 6))), 1),
                spacing=10,
            )
        )
        self.begin_at(self.list)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)

    def reload(self) -> None:
        found = in_the_bin(self.session.store)
        self._binned = {each.entry.id: each for each in found}
        self._fill()

    def put_back_current(self) -> None:
        """The current row back into the record."""
        self._put_back_row(self.list.current_id())

    def _reference(self) -> str:
        binned = self._binned.get(self.list.current_id())
        return f"{binned.entry.table}/{binned.entry.id}" if binned else ""

    def _put_back_row(self, id: str) -> None:
        binned = self._binned.get(id)
        if binned is None:
            return
        try:
            put_back(self.session.store, binned.entry)
        except LiaisonError as refused:
            self.session.say(str(refused))
            return
        self.session.say(self.tr("{0}: put back.").format(binned.title), with_undo=True)

    def _fill(self) -> None:
        rows = [self._row(each) for each in self._binned.values()]
        wanted = folded(self.filter.text()).split()
        found = [each for each in rows if all(word in folded(each.spoken) for word in wanted)]
        self.list.show_rows(found)
        if found and not self.list.current_id():
            self.list.choose_first()
        self._put_back.setEnabled(bool(found))
        self.filter.setVisible(bool(rows))
        empty = self._no_match if rows else self._nothing
        self._pages.setCurrentWidget(self.list if found else empty)

    def _row(self, binned: Binned) -> EntryRow:
        family = self.session.store.first(Family, "id = :id", deleted=True, id=binned.entry.family)
        title = f"{binned.title}: {binned.words}" if binned.words else binned.title
        name = family.name if family and family.id != binned.entry.id else ""
        return EntryRow(binned.entry.id, "trash", " ".join(title.split()), name)

    def _into_list(self) -> None:
        self.list.setFocus()
