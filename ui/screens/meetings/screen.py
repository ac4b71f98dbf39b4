"""Meetings: today's first, then what is to be written up, what is coming, and what is over."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from liaison.model.meeting import Meeting
from ui.delegates.rows import RowList
from ui.entry_actions import EntryActions
from ui.layouts import column, row
from ui.papers import PackKey
from ui.screens.meetings.groups import (
    COMING,
    PAST,
    TO_WRITE_UP,
    TODAY,
    Grouped,
    all_meetings,
    grouped,
    heading,
)
from ui.screens.screen import Screen
from ui.session import Session
from ui.theme import Step
from ui.view_bar import ViewBar
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Words
from ui.widgets.toast import announce


class Meetings(Screen):
    """Enter or F2 opens the planner; a new meeting begins with its family."""

    title: ClassVar[str] = "Meetings"
    icon: ClassVar[str] = "messages"
    tables: ClassVar[frozenset[str]] = frozenset({"meeting", "family", "choice", "saved_view"})
    answers: ClassVar[frozenset[str]] = frozenset({"meetings", "meetings-view"})
    ahead: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown = Grouped([], 0, {})
        self._count = Words("", Step.BODY, "muted")
        self._new = KeyedButton(
            self.tr("New meeting"), Kind.PRIMARY, icon_name="plus", key="Ctrl+Shift+M"
        )
        self._new.clicked.connect(self._add)
        filters = {"show": self.tr("Show"), "kind": self.tr("Kind")}
        self.bar = ViewBar(session, "meetings", filters)
        self.bar.changed.connect(self._filter)
        self.list = RowList(self.tr("Meetings"))
        self.list.opened.connect(self._open)
        EntryActions(self.list, session, _named)
        begin = KeyedButton(self.tr("Plan a meeting"), icon_name="plus")
        begin.clicked.connect(self._add)
        self._nothing = EmptyState(
            "messages",
            self.tr("No meetings yet"),
            self.tr("Plan one with a family: what for, where, who comes, and what is said first."),
            begin,
        )
        self._no_match = EmptyState(
            "filter", self.tr("No meeting fits"), self.tr("Choose other filters above.")
        )
        self._pages = QStackedWidget()
        self._card = Card(column(self.list, margins=(1, 1, 1, 6)))
        for page in (self._card, self._nothing, self._no_match):
            self._pages.addWidget(page)
        title = Words(self.tr("Meetings"), Step.TITLE)
        self.setLayout(
            column(
                row(title, self._count, None, self._new, spacing=10),
                self.bar,
                (self._pages, 1),
                spacing=10,
            )
        )
        self.begin_at(self.list)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.bar.focus_first)
        PackKey(self, session, self._pack)

    def reload(self) -> None:
        """Fill the list; the meeting chosen stays chosen."""
        store = self.session.store
        kinds = [(each.code, each.label) for each in store.choices("meeting_kind")]
        groups = (TODAY, TO_WRITE_UP, COMING, PAST)
        self.bar.offer(
            {
                "show": [
                    ("", self.tr("All meetings")),
                    *((each, heading(each)) for each in groups),
                ],
                "kind": [("", self.tr("Any kind")), *kinds],
            }
        )
        self._fill()

    def show_entry(self, kind: str, id: str) -> None:
        self.reload()
        if kind == "meetings-view":
            self.bar.choose_view(id)
        elif id:
            self.list.choose(id)

    def subject(self) -> str:
        return self._shown.families.get(self.list.current_id(), "")

    def set_narrow(self, *, narrow: bool) -> None:
        self.bar.set_narrow(narrow=narrow)

    def _fill(self) -> None:
        store, today = self.session.store, self.session.today()
        found = all_meetings(store, today)
        self._shown = grouped(store, found, self.bar.values(), today)
        self.list.show_rows(self._shown.rows)
        if not self.list.current_id():
            self.list.choose_first()
        count = self._shown.count
        words = self.tr("1 meeting") if count == 1 else self.tr("{0} meetings").format(count)
        self._count.setText(words)
        empty = self._no_match if any(found.values()) else self._nothing
        self._pages.setCurrentWidget(self._card if count else empty)

    def _filter(self) -> None:
        self._fill()
        announce(self, self._count.text())

    def _open(self, meeting: str) -> None:
        self.session.open("meeting", meeting)

    def _pack(self) -> tuple[str, str]:
        return "pack", self.list.current_id()

    def _add(self) -> None:
        self.session.open("new-meeting")


def _named(id: str) -> str:
    return f"{Meeting.table}/{id}" if id else ""
