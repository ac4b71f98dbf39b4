"""Today: the work of the day by keyboard, what is new beside it, and whom to think of."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTabBar

from liaison.casework.today import Day, Part, today
from liaison.dates import MONTHS, WEEKDAYS
from liaison.model.family import Family
from ui.layouts import column, row
from ui.papers import DAY_KEY, DayPapers
from ui.screens.screen import Screen
from ui.screens.today.aside import Aside, joined
from ui.screens.today.endings import Endings
from ui.screens.today.histories import take_histories
from ui.screens.today.look import Look
from ui.screens.today.pages import WorkPages
from ui.screens.today.unsettled import settle, unsettled
from ui.session import Session
from ui.theme import Step, px
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import Words
from ui.widgets.toast import announce

MINUTE_MS = 60_000
PEEK_MS = 60
TWO_COLUMNS = 860
"""Narrower than this, at the present text size, the columns become tabs."""

WORK, ASIDE = range(2)


class Today(Screen):
    """What is owed at the left; what is new, and families to think of, at the right."""

    title: ClassVar[str] = "Today"
    icon: ClassVar[str] = "calendar-event"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"family", "person", "contact", "follow_up", "restriction", "barrier", "meeting"}
        | {"transition_concern", "dsl_slip", "home_visit", "school_date", "choice", "settings"}
        | {"sharing_log"}
    )
    answers: ClassVar[frozenset[str]] = frozenset({"today"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._day: Day | None = None
        self._opened: set[Part] = set()
        self._narrow = False
        self._heading = Words("", Step.TITLE, wrap=True)
        self._sentence = Words("", tone="muted")
        self.papers = DayPapers(session)
        self._promise = KeyedButton(self.tr("Follow-up"), icon_name="plus", key="Ctrl+Shift+N")
        self._promise.clicked.connect(self._add_follow_up)
        self._log = KeyedButton(
            self.tr("Log contact"), Kind.PRIMARY, icon_name="message-plus", key="Ctrl+N"
        )
        self._log.clicked.connect(self._log_contact)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of the page"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in (self.tr("To do"), self.tr("New and to think of")):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._show_tab)
        self._make_parts()
        self._head = row(
            (column(self._heading, self._sentence, spacing=1), 1),
            self.papers,
            self._promise,
            self._log,
            spacing=8,
        )
        self._body = row((self._pages, 58), (self._aside, 42), spacing=16)
        self.setLayout(column(self._head, self.tabs, (self._body, 1), spacing=10))
        self.peek = Look(session, self, (self._pages, self._aside))
        self.peek.opened.connect(self._open_family)
        self._make_keys()

    def _make_parts(self) -> None:
        self._pages = WorkPages()
        self._pages.log_wanted.connect(self._log_contact)
        self._pages.import_wanted.connect(self._import)
        self.work = self._pages.work
        self._endings = Endings(self.session)
        self.work.done.connect(self._endings.finish)
        self.work.put_off.connect(self._endings.put_off)
        self.work.hand_over.connect(self._endings.hand_over)
        self.work.not_needed.connect(self._endings.not_needed)
        self.work.family.connect(self._open_family)
        self.work.unfolded.connect(self._unfold)
        self._aside = aside = Aside()
        self.settling, self.worries, self.thoughts = aside.settling, aside.worries, aside.thoughts
        self.meetings, self.to_write_up = aside.meetings, aside.to_write_up
        self.settling.pressed.connect(self._settle)
        for calendar in (self.meetings, self.to_write_up):
            calendar.meeting.connect(self._open_meeting)
        for card in (self.worries, self.thoughts):
            card.family.connect(self._open_family)
        self._cards = (self.meetings, self.to_write_up, self.worries, self.thoughts)
        take_histories(self.session, self.work, self._cards)
        self._lists = joined((self.work.list, *(each.list for each in self._cards)))
        for each in self._lists:
            each.peeked.connect(self._toggle_peek)
            each.moved.connect(self._wait_for_moving)
            each.led_on.connect(self._look_away)

    def _make_keys(self) -> None:
        self._moving = QTimer(self, singleShot=True, interval=PEEK_MS)
        self._moving.timeout.connect(self._peek_now)
        for each in (*self._lists, self._log, self._promise):
            each.installEventFilter(self)
        self._minutes = QTimer(self, interval=MINUTE_MS)
        self._minutes.timeout.connect(self._minute)
        for key, method in (
            (DAY_KEY, self.papers.offer),
            ("Ctrl+D", self._finish_current),
            ("F6", self._next_list),
            ("Shift+F6", self._list_before),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(method)

    def reload(self) -> None:
        """Fill every part from the store. Only what is opened is read beyond its first rows."""
        store, on = self.session.store, self.session.today()
        day = today(store, on, self._opened)
        before, self._day = self._counts(), day
        weekday, month = WEEKDAYS[on.weekday()].title(), MONTHS[on.month - 1].title()
        self._heading.setText(f"{weekday} {on.day} {month}")
        self._sentence.setText(day.sentence)
        self.work.fill_menu(self._endings.later_days())
        self.work.show_day(day, self._opened)
        self._aside.show_day(day, store)
        self._show_unsettled()
        somebody = store.first(Family, "") is not None
        to_do = self._pages.show_day(day, somebody=somebody)
        self.begin_at(self.work.list if to_do else self._log)
        self._peek_now()
        if before and before != self._counts():
            announce(self, self._counts())

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._sentence.setVisible(not narrow)
        self.papers.set_narrow(narrow=narrow)
        self._body.setSpacing(12 if narrow else 16)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minutes.start()
        if self._day is not None:
            if self._day.on != self.session.today():
                self.reload()
            announce(self, f"{self._heading.text()}. {self._counts()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The focus is back, perhaps from a task: what was typed there may be a draft now."""
        if event.type() == QEvent.Type.FocusIn:
            self._show_unsettled()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.peek.isVisible():
            self._toggle_peek()
            return
        super().keyPressEvent(event)

    def _show_unsettled(self) -> None:
        if self._day is None:
            return
        store = self.session.store
        now = f"{store.now().astimezone():%H:%M}"
        self.settling.show_lines(unsettled(store, self._day, now))
        self._aside.put_in_order()

    def _arrange(self) -> None:
        """Two columns where there is room for them, else tabs."""
        tabs = self.width() < px(TWO_COLUMNS)
        if tabs != self.tabs.isVisibleTo(self):
            self.tabs.setVisible(tabs)
        self._show_tab(self.tabs.currentIndex())
        self.peek.place(*self._peek_room())

    def _show_tab(self, tab: int) -> None:
        both = not self.tabs.isVisibleTo(self)
        self._pages.setVisible(both or tab == WORK)
        self._aside.setVisible(both or tab == ASIDE)

    def _counts(self) -> str:
        """The state of the day as a screen reader says it."""
        if self._day is None:
            return ""
        overdue, due = self._day.overdue.words, self._day.due_today.words
        return self.tr("Overdue {0}, due today {1}").format(overdue, due)

    def _unfold(self, part: Part) -> None:
        self._opened ^= {part}
        self.reload()
        if part in self._opened:
            middle = QAbstractItemView.ScrollHint.PositionAtCenter
            self.work.list.scrollTo(self.work.list.currentIndex(), middle)

    def _finish_current(self) -> None:
        """Not from beside the list: what would be done is not what is looked at."""
        if not any(card.list.hasFocus() for card in self._cards):
            self.work.finish_current()

    def _settle(self, kind: str, id: str) -> None:
        settle(self.session, kind, id)

    def _minute(self) -> None:
        """Time has passed: a visit may be late now, and a new day may have begun."""
        if self._day is not None and self._day.on != self.session.today():
            self.reload()
        elif self.isVisible():
            self._show_unsettled()

    def _next_list(self) -> None:
        self._step(1)

    def _list_before(self) -> None:
        self._step(-1)

    def _step(self, direction: int) -> None:
        """From the list the focus is in to the next one, round and round."""
        self._look_away()
        filled = [each for each in self._lists if each.ids()]
        if not filled:
            return
        at = next((number for number, each in enumerate(filled) if each.hasFocus()), -direction)
        wanted = filled[(at + direction) % len(filled)]
        self.tabs.setCurrentIndex(WORK if wanted is self.work.list else ASIDE)
        if not wanted.current_id():
            wanted.choose_first()
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _looked_at(self) -> str:
        """The family of the row with the focus; where none has it, of the one to do."""
        for card in self._cards:
            if card.list.hasFocus():
                return card.family_of(card.list.current_id())
        due = self.work.due(self.work.list.current_id())
        return due.follow_up.family if due else ""

    def _toggle_peek(self) -> None:
        """Space: look at the family, or look away; a row that only opens, opens."""
        if self.peek.isVisible():
            self._look_away()
        elif self._looked_at():
            self.peek.open_over(*self._peek_room())
            self._peek_now()
        else:
            for each in self._lists:
                if each.hasFocus() and each.current_id():
                    each.opened.emit(each.current_id())

    def _look_away(self) -> None:
        self.peek.away()

    def _wait_for_moving(self) -> None:
        self._moving.start()

    def _peek_now(self) -> None:
        """Bring the look up to date with the row."""
        family = self._looked_at()
        if self.peek.isVisible() and family:
            self.peek.look_at(family)
        else:
            self.peek.away()

    def _peek_room(self) -> tuple[int, int]:
        """Where the columns begin, and how high the buttons below the list are."""
        return self._body.geometry().top(), self.work.foot_height()

    def _open_family(self, family: str) -> None:
        if family:
            self.session.open("family", family)

    def _open_meeting(self, meeting: str) -> None:
        self.session.open("meeting", meeting)

    def _log_contact(self) -> None:
        self.session.open("log-contact")

    def _add_follow_up(self) -> None:
        self.session.open("follow-up-form")

    def _import(self) -> None:
        self.session.open("import")
