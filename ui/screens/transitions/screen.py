"""Transitions as a table: every worry about a move, filtered, sorted, changed in place."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from liaison.casework.transition_list import (
    TransitionFilter,
    TransitionLine,
    change_concern,
    transition_list,
)
from liaison.dates import YEAR_GROUPS, year_words
from liaison.errors import LiaisonError
from liaison.model.transition import ConcernState, TransitionConcern
from ui.history_key import HistoryKey
from ui.layouts import column, row
from ui.screens.screen import Screen
from ui.screens.transitions.concern_rows import concern_rows, in_order
from ui.screens.transitions.table import ConcernTable
from ui.session import Session
from ui.theme import Step
from ui.view_bar import Pair, ViewBar
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Words
from ui.widgets.toast import announce


class Transitions(Screen):
    """One row a worry. Enter opens the family, F2 changes support or state, headings sort."""

    title: ClassVar[str] = "Transitions"
    icon: ClassVar[str] = "route"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"transition_concern", "person", "family", "restriction", "choice", "saved_view"}
    )
    answers: ClassVar[frozenset[str]] = frozenset({"transitions", "transitions-view"})
    ahead: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._lines: dict[str, TransitionLine] = {}
        self._count = Words("", Step.BODY, "muted")
        self._hint = Words(self.tr("F2 changes the support or the state"), Step.CAPTION, "muted")
        self._new = KeyedButton(self.tr("New worry"), Kind.PRIMARY, icon_name="plus")
        self._new.clicked.connect(self._add)
        filters = {
            "move": self.tr("Move"),
            "level": self.tr("Support"),
            "state": self.tr("State"),
            "year": self.tr("Year"),
            "sort": self.tr("Sort by"),
        }
        self.bar = ViewBar(session, "transitions", filters)
        self.bar.changed.connect(self._filter)
        self.table = ConcernTable(self.tr("Worries about moves"))
        self.table.opened.connect(self._open)
        self.table.sort_wanted.connect(self._sort)
        self.table.level_chosen.connect(self._change_level)
        self.table.state_chosen.connect(self._change_state)
        HistoryKey(self.table, session, self._entry)
        self._nobody = EmptyState(
            "route",
            self.tr("No worries about a move yet"),
            self.tr("They are noted for a child, from the first month somebody raises one."),
        )
        self._no_match = EmptyState(
            "filter", self.tr("No worry fits"), self.tr("Choose other filters above.")
        )
        self._pages = QStackedWidget()
        self._card = Card(column(self.table, margins=(1, 1, 1, 6)))
        for page in (self._card, self._nobody, self._no_match):
            self._pages.addWidget(page)
        heading = Words(self.tr("Transitions"), Step.TITLE)
        self.setLayout(
            column(
                row(heading, self._count, None, self._hint, self._new, spacing=10),
                self.bar,
                (self._pages, 1),
                spacing=10,
            )
        )
        self.begin_at(self.table)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._into_filters)

    def reload(self) -> None:
        """Fill the table; the worry chosen stays chosen."""
        store = self.session.store
        moves, levels = self._offered("move"), self._offered("level")
        states = [(state.value, state.label) for state in ConcernState]
        self.table.offer(levels, states)
        lines = transition_list(store, self.session.today())
        years = {line.year for line in lines}
        shown_years = [words for group in YEAR_GROUPS if (words := year_words(group)) in years]
        self.bar.offer(
            {
                "move": [("", self.tr("All moves")), *moves],
                "level": [("", self.tr("Any support")), *levels],
                "state": [("", self.tr("Any state")), *states],
                "year": [("", self.tr("Any year")), *((year, year) for year in shown_years)],
                "sort": self._sorts(),
            }
        )
        self._show(lines)

    def show_entry(self, kind: str, id: str) -> None:
        self.reload()
        if kind == "transitions-view":
            self.bar.choose_view(id)

    def subject(self) -> str:
        line = self._lines.get(self.table.current_id())
        return line.family if line else ""

    def _entry(self) -> str:
        return f"{TransitionConcern.table}/{self.table.current_id()}"

    def set_narrow(self, *, narrow: bool) -> None:
        self.bar.set_narrow(narrow=narrow)
        self._hint.setVisible(not narrow)

    def _show(self, lines: list[TransitionLine]) -> None:
        store, today, values = self.session.store, self.session.today(), self.bar.values()
        wanted = TransitionFilter.read(self.bar.written())
        fits = [line for line in lines if wanted.fits(line)]
        self._lines = {line.id: line for line in fits}
        by = values.get("sort", "")
        rows = concern_rows(in_order(fits, by, store), store, today)
        self.table.show_rows(rows, sorted_by=by or "child")
        if rows and not self.table.current_id():
            self.table.choose_first()
        count = len(fits)
        words = self.tr("1 worry") if count == 1 else self.tr("{0} worries").format(count)
        self._count.setText(words)
        empty = self._no_match if lines else self._nobody
        self._pages.setCurrentWidget(self._card if fits else empty)

    def _offered(self, name: str) -> list[Pair]:
        return [(each.code, each.label) for each in self.session.store.choices(name)]

    def _sorts(self) -> list[Pair]:
        return [
            ("", self.tr("By child")),
            ("year", self.tr("By year")),
            ("move", self.tr("By move")),
            ("about", self.tr("By subject")),
            ("level", self.tr("Most support first")),
            ("state", self.tr("By state")),
            ("owner", self.tr("By owner")),
            ("school", self.tr("By school")),
            ("next", self.tr("Look again soonest")),
        ]

    def _filter(self) -> None:
        self._show(transition_list(self.session.store, self.session.today()))
        announce(self, self._count.text())

    def _sort(self, name: str) -> None:
        self.bar.choose(self.bar.values() | {"sort": "" if name == "child" else name})

    def _into_filters(self) -> None:
        self.bar.focus_first()

    def _change_level(self, concern: str, level: str) -> None:
        self._change(concern, self.session.store.label("level", level), level=level)

    def _change_state(self, concern: str, state: str) -> None:
        new = ConcernState(state)
        self._change(concern, new.label, state=new)

    def _change(
        self, concern: str, words: str, *, state: ConcernState | None = None, level: str = ""
    ) -> None:
        child = self._lines[concern].child
        try:
            change_concern(self.session.store, concern, state=state, level=level)
        except LiaisonError as refused:
            self.session.say(str(refused))
        else:
            self.session.say(self.tr("{0}: {1}").format(child, words), with_undo=True)

    def _open(self, concern: str) -> None:
        self.session.open("family", self._lines[concern].family)

    def _add(self) -> None:
        self.session.open("transition-concern-form")
