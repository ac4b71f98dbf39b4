"""The parts the planner is made of, top to bottom: head, tabs, pages, and the foot that stays."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QWidget

from liaison.model.family import Family
from liaison.model.family_record import FamilyRecord
from liaison.model.meeting import MeetingState
from ui.delegates.rows import RowList
from ui.editors.editor import Ground
from ui.flow import Flow
from ui.half_made import thrown_away_half_way
from ui.layouts import boxed, column, row
from ui.screens.planner.before_the_room import BeforeTheRoom
from ui.screens.planner.cards import ListCard
from ui.screens.planner.head import PlannerHead
from ui.screens.planner.letters import LettersPage
from ui.screens.planner.outcomes import OutcomeFields
from ui.screens.planner.plan import PlanFields
from ui.scrolling import Scrolling
from ui.session import Session
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card
from ui.widgets.labels import SignedWords
from ui.widgets.notice import Notice

PLAN, ROOM, OUTCOMES, LETTERS = range(4)


def pages_in_steps(session: Session) -> "Iterator[PlannerPages | None]":
    """A page at a time, since each takes a moment to make; in the end all of them."""
    ground = Ground(session.store, FamilyRecord(family=Family(name="")), session.today())
    parts: list[QWidget] = []
    with thrown_away_half_way(parts):
        parts.append(plan := PlanFields(session, ground))
        yield None
        parts.append(outcomes := OutcomeFields(session, ground))
        yield None
    yield PlannerPages(plan, outcomes, LettersPage(session))


class PlannerPages(QWidget):
    """Widgets only; the screen connects them."""

    def __init__(self, plan: PlanFields, outcomes: OutcomeFields, letters: LettersPage) -> None:
        super().__init__()
        self.head = PlannerHead()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Pages of the meeting"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in (
            *(self.tr("1  Plan"), self.tr("2  In the room")),
            *(self.tr("3  Outcomes"), self.tr("4  Letters")),
        ):
            self.tabs.addTab(words)
        self.restricted = SignedWords("hand-stop", tone="danger")
        self.restricted.hide()
        self.resumed = Notice(self.tr("Start afresh"))
        self.summaries = {PLAN: ErrorSummary(), OUTCOMES: ErrorSummary()}
        self.plan, self.outcomes, self.letters = plan, outcomes, letters
        self.before = BeforeTheRoom()
        self.asked, self.everybody = self.plan.asked, self.outcomes.everybody
        self.stack = QStackedWidget()
        self._areas = [
            Scrolling(column(*parts, None, spacing=8, margins=(0, 0, 2, 10)))
            for parts in (
                (self.summaries[PLAN], self.plan),
                (self.before,),
                (self.summaries[OUTCOMES], self.outcomes),
                (self.letters,),
            )
        ]
        for area in self._areas:
            area.setMinimumHeight(90)
            self.stack.addWidget(area)
        self.setLayout(
            column(
                self.head,
                row(self.tabs, None, self.restricted),
                self.resumed,
                (self.stack, 1),
                self._foot(),
                spacing=8,
            )
        )
        self.tabs.currentChanged.connect(self._turn)
        for key, method in (("F6", self._next_pane), ("Shift+F6", self._pane_before)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(method)
        self._lists: tuple[RowList, ...] = (
            *(self.plan.agenda.list, self.plan.who.list, self.plan.checks.list),
            *(self.outcomes.came.list, self.outcomes.agreed.list, self.letters.list),
        )
        for each in self._lists:
            each.moved.connect(self._show_row)
        self.plan.entered.connect(self._show_widget)
        self.outcomes.entered.connect(self._show_widget)

    def fit(self) -> None:
        """Take the arrangement that suits the room."""
        self.plan.fit()
        self.outcomes.fit()

    def next_page(self) -> None:
        self._turn_by(1)

    def page_before(self) -> None:
        self._turn_by(-1)

    def focus_first(self) -> None:
        """Into the first field of the page that is shown, and to what is said above it."""
        first = (
            *(self.plan.fields["purpose"], self.before.button),
            *(self.outcomes.fields["outcome"], self.letters.list),
        )
        self._areas[self.tabs.currentIndex()].verticalScrollBar().setValue(0)
        first[self.tabs.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._show_focus)

    def show_problems(self, problems: Sequence[tuple[str, QWidget | None]]) -> None:
        """On top of the page that is shown; the other one says nothing of them."""
        here = self.tabs.currentIndex()
        for page, summary in self.summaries.items():
            summary.show_problems(problems if page == here else ())
        if problems:
            self._areas[here].verticalScrollBar().setValue(0)

    def is_scrolled(self) -> bool:
        """Whether the top of the page that is shown is out of sight."""
        return self._areas[self.tabs.currentIndex()].verticalScrollBar().value() > 0

    def offer_ways(self, ways: Sequence[tuple[str, str]], asked: Callable[[], None]) -> None:
        """How somebody can be asked, as (code, words)."""
        menu = self.asked.menu()
        menu.clear()
        for code, words in ways:
            action = QAction(words, menu)
            action.setData(code)
            action.triggered.connect(asked)
            menu.addAction(action)

    def show_state(self, state: MeetingState) -> None:
        """Which of the last words can still be said about it."""
        ahead = state is MeetingState.PLANNED
        over = state in (MeetingState.CLOSED, MeetingState.CALLED_OFF)
        self.another_day.setVisible(ahead)
        self.call_off.setVisible(ahead)
        self.everybody.setVisible(ahead)
        self.asked.setVisible(ahead)
        self.close_button.setVisible(not over and self.tabs.currentIndex() == OUTCOMES)

    def say_kept(self, words: str) -> None:
        """That a draft is kept; nothing hides it."""
        self.kept.set_words(words)
        self.kept.setVisible(bool(words))

    def _foot(self) -> Card:
        self.kept = SignedWords("pencil")
        self.kept.hide()
        self.another_day = KeyedButton(self.tr("Another da&y"), Kind.QUIET, icon_name="calendar")
        self.call_off = KeyedButton(self.tr("It doe&s not take place"), Kind.QUIET, icon_name="x")
        self.close_button = KeyedButton(
            self.tr("Write up and close"), icon_name="circle-check", key="Ctrl+Shift+Enter"
        )
        self.close_button.hide()
        self.save_button = KeyedButton(
            self.tr("Save"), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        flow = Flow(
            self.kept,
            self.another_day,
            self.call_off,
            self.close_button,
            self.save_button,
            apart=True,
        )
        return Card(column(boxed(flow), margins=(14, 6, 10, 6)))

    def _turn(self, page: int) -> None:
        self.stack.setCurrentIndex(page)

    def _turn_by(self, direction: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + direction) % self.tabs.count())
        self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_widget(self, widget: QWidget) -> None:
        self._areas[self.stack.currentIndex()].show_widget(widget)

    def _show_focus(self) -> None:
        """Once everything has its place: what has the focus is in sight."""
        if (focus := QApplication.focusWidget()) is not None:
            self._show_widget(focus)

    def _show_row(self) -> None:
        """The lists are as high as their rows, so the page scrolls to the current one."""
        for each in self._lists:
            if each.hasFocus() and each.currentIndex().isValid():
                area = self._areas[self.tabs.currentIndex()]
                row_rect = each.visualRect(each.currentIndex())
                for corner in (row_rect.topLeft(), row_rect.bottomLeft()):
                    at = each.viewport().mapTo(area.inner, corner)
                    area.ensureVisible(at.x(), at.y(), 0, 12)

    def _next_pane(self) -> None:
        self._step(1)

    def _pane_before(self) -> None:
        self._step(-1)

    def _step(self, direction: int) -> None:
        """From the fields to each list of the page, to the foot, and round again."""
        plan, outcomes = self.plan, self.outcomes
        panes: dict[int, tuple[QWidget, ...]] = {
            PLAN: (plan.fields["purpose"], *map(_way_in, (plan.agenda, plan.who, plan.checks))),
            ROOM: (self.before.button,),
            OUTCOMES: (outcomes.fields["outcome"], *map(_way_in, (outcomes.came, outcomes.agreed))),
            LETTERS: (self.letters.list, self.letters.button),
        }
        foot = (self.another_day, self.close_button, self.save_button)
        there = [each for each in panes[self.tabs.currentIndex()] if each.isVisible()]
        there += [each for each in foot if each.isVisible()][:1]
        outside = 0 if _has_focus(self.stack) else -direction
        at = next((n for n, each in enumerate(there) if _has_focus(each)), outside)
        wanted = there[(at + direction) % len(there)]
        if isinstance(wanted, RowList) and not wanted.current_id():
            wanted.choose_first()
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_widget(wanted)
        self._show_row()


def _way_in(card: ListCard) -> QWidget:
    """The list of a card; while there is nothing in it, the button that adds to it."""
    return card.add if card.list.isHidden() else card.list


def _has_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
