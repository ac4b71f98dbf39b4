"""The 9:15 ring-round: from a list of absent children to a call and its outcome, key by key."""

import json
from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from liaison.casework.copies import Wish
from liaison.casework.ring_round import Try, absent_child, outcome_of_try, ring_round
from liaison.casework.round_papers import round_for_paper
from liaison.errors import LiaisonError
from liaison.model.person import Person
from liaison.store.drafts import Draft
from liaison.store.ids import new_id
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.tasks.monday.paper import print_and_note
from ui.tasks.monday.ring_round_absent import WhoIsAbsent
from ui.tasks.monday.ring_round_calls import Calls, tries_from
from ui.tasks.monday.ring_round_page import RingPage
from ui.theme import px
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer

NAMES, CALLS = range(2)


class RingRound(Task):
    """Each outcome is a contact at once. What is left of the list is kept as a draft."""

    kind: ClassVar[str] = "ring-round"
    title: ClassVar[str] = "Ring-round"
    icon: ClassVar[str] = "phone-outgoing"
    key: ClassVar[str] = "Ctrl+Shift+A"
    menu: ClassVar[str] = "record"
    wide: ClassVar[int] = 780

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, "", draft)
        self._draft_id = draft.id if draft else new_id()
        self._unknown: tuple[tuple[str, str], ...] = ()
        self.calls = Calls(())
        self.summary = ErrorSummary()
        self.absent = WhoIsAbsent(session)
        self.ring = RingPage(session.store)
        self.ring.outcome.connect(self.write_outcome)
        self.ring.to_name.connect(self._to_name)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.absent)
        self._pages.addWidget(self.ring)
        self._pages.setMinimumHeight(px(330))
        self._make_footer()
        body = column(self.summary, (self._pages, 1), margins=(20, 4, 20, 14), spacing=8)
        self.fill(boxed(body), Footer(self._foot, radius=11))
        undo = QShortcut(QKeySequence("Ctrl+Z"), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.take_back)
        go = QShortcut(self)
        go.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        go.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        go.activated.connect(self._go_on)
        if draft is None:
            self._show_page(NAMES)
        else:
            self._resume(draft)

    def _make_footer(self) -> None:
        self._undo = KeyedButton(
            self.tr("&Undo"), Kind.QUIET, icon_name="arrow-back-up", key="Ctrl+Z"
        )
        self._undo.clicked.connect(self.take_back)
        self.print_button = KeyedButton(self.tr("&Print the list"), icon_name="printer")
        self.print_button.clicked.connect(self.print_list)
        self._close = KeyedButton(self.tr("Close"), Kind.QUIET, key="Esc")
        self._close.clicked.connect(self.closing)
        self._start = KeyedButton(
            self.tr("Make the list"), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        self._start.clicked.connect(self.make_list)
        self._foot = row(
            self._undo, None, self._close, self.print_button, self._start, margins=(20, 10, 14, 10)
        )

    def make_list(self) -> None:
        """From the names to the list of numbers."""
        store, today = self.session.store, self.session.today()
        made = ring_round(store, self.absent.pasted.text(), on=today)
        ticked = [absent_child(store, each, on=today) for each in self.absent.ticked()]
        absent = {each.child.id: each for each in (*made.absent, *ticked)}
        if not absent:
            sentences = [sentence for _, sentence in made.unknown]
            problems = sentences or [self.tr("Paste or tick at least one absent child.")]
            self.absent.set_problem(problems[0])
            self.summary.show_problems([(each, self.absent.pasted) for each in problems])
            return
        self.summary.show_problems([])
        self._begin(Calls([*absent.values()], self.calls.tries), made.unknown)

    def write_outcome(self, outcome: str) -> None:
        """The call becomes a contact, and the next number or child is shown."""
        child = self.ring.current()
        number = self.calls.number(child) if child else None
        if number is None:
            return
        at = f"{self.session.store.now().astimezone():%H:%M}"
        try:
            outcome_of_try(
                self.session.store,
                self.calls.absent[child],
                number,
                outcome,
                today=self.session.today(),
                at=at,
            )
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), self.ring.list)])
            return
        self.calls.tries.append(Try(child, number.value, outcome, at))
        self._show_calls()

    def take_back(self) -> None:
        """The last outcome is taken back, on the list and in the record."""
        if not self.calls.tries:
            return
        try:
            self.session.store.undo()
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), self.ring.list)])
            return
        taken = self.calls.tries.pop()
        self._show_calls()
        self.ring.list.choose(taken.child)

    def print_list(self) -> None:
        """The list as it stands, with what was tried, on paper."""
        store, today = self.session.store, self.session.today()
        try:
            found = round_for_paper(store, " ".join(self.calls.absent), Wish(), today=today)
            decided = replace(found, matter=replace(found.matter, tries=tuple(self.calls.tries)))
            title = self.tr("Print the ring-round")
            if print_and_note(self, self.session, title, "call_list", decided):
                self.session.say(self.tr("Printed, and noted. Shred it when the round is done."))
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), self.print_button)])

    def kept_as(self) -> str:
        return self._draft_id

    def leave(self) -> None:
        """What is left of the list is kept, with the names that fit nobody.

        A round that is done is thrown away.
        """
        store, pasted = self.session.store, self.absent.pasted.text()
        open_ones = any(self.calls.number(each) is not None for each in self.calls.absent)
        naming = self._pages.currentIndex() == NAMES and pasted
        if open_ones or naming or self._unknown:
            body = self.calls.as_text(self.session.today(), pasted=pasted)
            store.keep_draft(Draft(self._draft_id, self.kind, "", body))
        elif self.draft is not None:
            store.drop_draft(self.draft.id)

    def _resume(self, draft: Draft) -> None:
        """Go on with today's round; one of another day is over."""
        kept = json.loads(draft.body)
        store, today = self.session.store, self.session.today()
        of_today = date.fromisoformat(kept["day"]) == today
        if of_today or not kept["children"]:
            self.absent.pasted.setPlainText(kept["pasted"])
        if not of_today or not kept["children"]:
            self._show_page(NAMES)
            return
        people = [store.get(Person, id) for id in kept["children"]]
        absent = [absent_child(store, each, on=today) for each in people]
        unknown = ring_round(store, kept["pasted"], on=today).unknown
        self._begin(Calls(absent, tries_from(kept["tries"])), unknown)

    def _begin(self, calls: Calls, unknown: tuple[tuple[str, str], ...]) -> None:
        self.calls, self._unknown = calls, unknown
        self._show_page(CALLS)
        self._show_calls()

    def _to_name(self, line: str) -> None:
        """Back to the names; what was rung stays, and the list is made anew from them."""
        self._show_page(NAMES)
        self.absent.put_right(line)

    def _go_on(self) -> None:
        if self._pages.currentIndex() == NAMES:
            self.make_list()

    def _show_calls(self) -> None:
        self.ring.show_calls(self.calls, self._unknown)
        self._undo.setEnabled(bool(self.calls.tries))
        self.ring.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        for button in (self._undo, self.print_button):
            button.setVisible(page == CALLS)
        self._start.setVisible(page == NAMES)
        if page == NAMES:
            self.absent.pasted.setFocus(Qt.FocusReason.OtherFocusReason)
