"""The family page: restrictions first, then people, what happened, and what is owed."""

from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QListView, QTabBar, QWidget

from liaison.casework.families import whole_family
from liaison.casework.school_time import calendar
from liaison.casework.timeline import timeline
from liaison.dates import year_now, year_words
from liaison.model.family import Family
from liaison.model.family_record import FamilyRecord
from ui.finishing import finish
from ui.layouts import column, row
from ui.papers import PackKey
from ui.restriction_words import titled
from ui.screens.family.barriers_pane import BarriersPane
from ui.screens.family.by_hand import ByHand
from ui.screens.family.concerns_pane import ConcernsPane
from ui.screens.family.follow_ups_pane import FollowUpsPane
from ui.screens.family.meetings_pane import MeetingsPane
from ui.screens.family.people_pane import PeoplePane
from ui.screens.family.timeline_pane import TimelinePane
from ui.screens.family.words_said import WordsSaid, said_this_term
from ui.screens.screen import Screen
from ui.scrolling import SidePane
from ui.session import Session
from ui.theme import Step
from ui.widgets.banner import RestrictionBanner
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import Words
from ui.widgets.toast import announce

PEOPLE, TIMELINE, SIDE = range(3)
PEOPLE_WIDTH, SIDE_WIDTH = 240, 288


class FamilyPage(Screen):
    """Three columns; with little room they become three tabs."""

    title: ClassVar[str] = "Family"
    icon: ClassVar[str] = "users"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"family", "membership", "person", "relationship", "contact", "contact_person"}
        | {"contact_point", "contact_preference", "address", "follow_up", "restriction"}
        | {"barrier", "adjustment", "transition_concern", "choice", "school_date", "meeting"}
    )
    answers: ClassVar[frozenset[str]] = frozenset({"family"})
    in_rail: ClassVar[bool] = False
    rail_place: ClassVar[str] = "Families"
    ahead: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._family = ""
        self._narrow = False
        self.banner = RestrictionBanner()
        self.banner.details.connect(self._show_restrictions)
        self._back = KeyedButton(self.tr("Fami&lies"), Kind.QUIET, icon_name="chevron-left")
        self._back.clicked.connect(self._to_families)
        self._name = Words("", Step.TITLE)
        self._children = Words("", Step.BODY, "muted")
        self._print = KeyedButton(self.tr("Print"), icon_name="printer", key="Ctrl+P")
        self._print.clicked.connect(self._preview)
        self._log = KeyedButton(
            self.tr("Log contact"), Kind.PRIMARY, icon_name="message-plus", key="Ctrl+N"
        )
        self._log.clicked.connect(self._log_contact)
        self._by_hand = ByHand(session, self.subject)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of the page"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in (self.tr("People"), self.tr("Timeline"), self.tr("Follow-ups")):
            self.tabs.addTab(words)
        self.tabs.setCurrentIndex(TIMELINE)
        self.tabs.currentChanged.connect(self._show_tab)
        self._make_panes()
        self.setLayout(
            column(
                row(
                    *(self._back, self._name, self._children, None),
                    *(*self._by_hand.buttons, self._print, self._log),
                ),
                self.banner,
                self.tabs,
                (row(*self._panes[:1], (self.timeline, 1), self._panes[2], spacing=12), 1),
                spacing=10,
            )
        )
        self._put_banner_first()
        self._make_keys()
        PackKey(self, session, self._pack)
        self.set_narrow(narrow=False)

    def _make_panes(self) -> None:
        store = self.session.store
        self.people = PeoplePane(store)
        self.timeline = TimelinePane()
        self.follow_ups = FollowUpsPane()
        self.barriers = BarriersPane(store)
        self.concerns = ConcernsPane(store)
        self.meetings = MeetingsPane(store)
        self.words_said = WordsSaid()
        self.follow_ups.done.connect(self._finish)
        for pane in (self.timeline, self.follow_ups, self.barriers, self.concerns):
            pane.opened.connect(self._by_hand.show_whole)
        self._take_in_hand()
        self.meetings.opened.connect(self._by_hand.show_meeting)
        parts = (
            *(self.follow_ups, self.meetings, self.barriers, self.concerns),
            self.words_said,
        )
        people = SidePane(column(self.people), PEOPLE_WIDTH)
        side = SidePane(column(*parts, None, spacing=10), SIDE_WIDTH)
        self._sides = (people, side)
        self._panes: tuple[QWidget, ...] = (people, self.timeline, side)

    def _take_in_hand(self) -> None:
        """Adding, changing and binning on every list."""
        hand = self._by_hand
        hand.take_people(self.people.list)
        hand.take_follow_ups(self.follow_ups.list)
        hand.take_barriers(self.barriers.list)
        hand.take_concerns(self.concerns.list)
        hand.take_meetings(self.meetings.list)
        hand.take_timeline(self.timeline.list, self.timeline.reference)
        self.follow_ups.add.clicked.connect(hand.add_follow_up)
        self.barriers.add.clicked.connect(hand.add_barrier)
        self.concerns.add.clicked.connect(hand.add_concern)
        self.meetings.add.clicked.connect(hand.add_meeting)

    def _put_banner_first(self) -> None:
        """Whoever comes by the Tab key hears the restriction before anything else."""
        button = self.banner.findChild(KeyedButton)
        self.setTabOrder(self.banner, self._back)
        if button is not None:
            self.setTabOrder(self.banner, button)
            self.setTabOrder(button, self._back)
        heads = (self._back, *self._by_hand.buttons, self._print, self._log)
        for one, other in pairwise(heads):
            self.setTabOrder(one, other)
        self.setTabOrder(self._log, self.tabs)

    def _make_keys(self) -> None:
        for key, method in (
            ("Ctrl+F", self._find),
            ("Ctrl+D", self.follow_ups.finish_current),
            ("Ctrl+P", self._preview),
            ("Ctrl+C", self._copy),
            ("F6", self._next_pane),
            ("Shift+F6", self._pane_before),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(method)

    def subject(self) -> str:
        return self._family

    def show_entry(self, kind: str, id: str) -> None:
        """Open this family, at one of its entries if ``id`` names one after a stroke.

        That it was read is remembered.
        """
        family, _, entry = id.partition("/")
        if family != self._family or entry:
            self._family = family
            self.timeline.forget_filter()
            self.tabs.setCurrentIndex(TIMELINE)
        self.session.store.look(family)
        self.reload()
        self.timeline.list.choose_first()
        self.timeline.list.choose(entry)
        announce(self, f"{self._name.text()}. {self._children.text()}")
        if self.banner.isVisibleTo(self):
            announce(self, self.banner.accessibleName())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.timeline.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Fill every pane from the store; a family that is gone leads back to the list."""
        found = self.session.store.first(Family, "id = :id", id=self._family)
        if found is None:
            if self.isVisible():
                self._to_families()
            return
        record = whole_family(self.session.store, self._family)
        today, school_time = self.session.today(), calendar(self.session.store)
        self._show_heading(record)
        self.banner.show_restrictions(titled(record.restrictions, record.order_names, today))
        self.people.show_record(record, today)
        self.timeline.show_moments(timeline(record, self.session.store.label))
        owed = self.follow_ups.show_follow_ups(record.follow_ups, today)
        self.barriers.show_barriers(record.barriers, today)
        self.concerns.show_record(record)
        self.meetings.show_record(record, today)
        self.words_said.show_counts(*said_this_term(record.contacts, today, school_time))
        self.tabs.setTabText(SIDE, self.tr("Follow-ups {0}").format(owed or "").strip())

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._children.setVisible(not narrow)
        self._by_hand.set_narrow(narrow=narrow)
        self.tabs.setVisible(narrow)
        self.timeline.set_narrow(narrow=narrow)
        for pane in self._sides:
            pane.stand_alone(alone=narrow)
        self._show_tab(self.tabs.currentIndex())

    def _show_heading(self, record: FamilyRecord) -> None:
        today = self.session.today()
        children = []
        for each in record.children:
            year = year_words(year_now(each.year_group, each.year_group_in, today))
            children.append(", ".join(filter(None, (each.short, year))))
        self._name.setText(record.family.name)
        self._children.setText(" · ".join(children))

    def _show_tab(self, tab: int) -> None:
        for number, pane in enumerate(self._panes):
            pane.setVisible(not self._narrow or number == tab)

    def _finish(self, id: str) -> None:
        finish(self.session, id)

    def _show_restrictions(self) -> None:
        self.session.open("restrictions", self._family)

    def _to_families(self) -> None:
        self.session.open("families", self._family)

    def _pack(self) -> tuple[str, str]:
        """Of the meeting chosen among its meetings, or of its next one."""
        chosen = self.meetings.list
        meeting = chosen.current_id() if chosen.hasFocus() else ""
        return ("pack", meeting) if meeting else ("pack-of-family", self._family)

    def _preview(self) -> None:
        self.session.open("family-summary", self._family)

    def _log_contact(self) -> None:
        self.session.open("log-contact", self._family)

    def _find(self) -> None:
        self.tabs.setCurrentIndex(TIMELINE)
        self.timeline.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.timeline.filter.selectAll()

    def _copy(self) -> None:
        for pane in (self.people, self.timeline):
            if pane.list.hasFocus():
                pane.copy()

    def _next_pane(self) -> None:
        self._step(1)

    def _pane_before(self) -> None:
        self._step(-1)

    def _step(self, direction: int) -> None:
        """From the pane the focus is in to the next one, round and round."""
        lists: tuple[QListView, ...] = (
            self.people.list,
            self.timeline.list,
            self.follow_ups.list,
            self.meetings.list,
            self.barriers.list,
            self.concerns.list,
        )
        filled = [(number, each) for number, each in enumerate(lists) if each.model().rowCount()]
        if not filled:
            return
        at = next((n for n, (_, each) in enumerate(filled) if each.hasFocus()), -1)
        number, wanted = filled[(at + direction) % len(filled)]
        self.tabs.setCurrentIndex(min(number, SIDE))
        if not wanted.currentIndex().isValid():
            wanted.setCurrentIndex(wanted.model().index(0, 0))
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
