"""The planner: one meeting from its purpose to its thank-you, on three pages."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from liaison.casework.families import whole_family
from liaison.casework.meeting_outcomes import close_meeting, next_proposed
from liaison.casework.meeting_patterns import pattern_for
from liaison.casework.meetings import planned
from liaison.errors import LiaisonError, NotReady
from liaison.model.family_record import FamilyRecord
from liaison.model.invitation import invitation_warnings, restricted
from liaison.model.meeting import Meeting
from liaison.model.meeting_record import MeetingRecord
from ui.editors.editor import Ground
from ui.layouts import column
from ui.screens.planner.deeds import Deeds, said_of
from ui.screens.planner.fields import MeetingFields
from ui.screens.planner.hands import Hands, Shown
from ui.screens.planner.pages import OUTCOMES, PLAN, PlannerPages, pages_in_steps
from ui.screens.planner.parts import came_rows, part_rows
from ui.screens.planner.turning import OF_LETTERS, first_page
from ui.screens.planner.typing import KIND, Typed
from ui.screens.screen import Screen
from ui.session import Session
from ui.widgets.toast import announce

DRAFT_MS = 1500


class Planner(Screen):
    """``show_entry`` opens a meeting: at its plan, or at its outcomes when its day has come by."""

    title: ClassVar[str] = "Meeting"
    icon: ClassVar[str] = "messages"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "meeting_person", "agenda_item", "meeting_action", "meeting_check"}
        | {"meeting_pattern", "family", "person", "restriction", "relationship", "choice"}
        | {"contact", "follow_up"}
    )
    answers: ClassVar[frozenset[str]] = frozenset({KIND, OF_LETTERS, "meeting-form"})
    in_rail: ClassVar[bool] = False
    rail_place: ClassVar[str] = "Meetings"
    ahead: ClassVar[bool] = True

    def __init__(self, session: Session, pages: PlannerPages | None = None) -> None:
        super().__init__(session)
        self._now: Shown | None = None
        self._deeds = Deeds(session)
        self.pages = pages = pages or next(filter(None, pages_in_steps(session)))
        self.plan, self.outcomes = pages.plan, pages.outcomes
        self._parts: dict[str, MeetingFields] = {"plan": self.plan, "outcomes": self.outcomes}
        self._typed = Typed(session.store, self._parts)
        self._drafting = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._drafting.timeout.connect(self.keep_draft)
        self._hands = Hands(session, pages, self._on_page, self.save)
        self.setLayout(column(pages))
        self._connect()
        self._make_keys()

    @classmethod
    def in_steps(cls, session: Session) -> Iterator[Screen | None]:
        for pages in pages_in_steps(session):
            yield None if pages is None else cls(session, pages)

    def reload(self) -> None:
        """Fill the pages; what is being typed stays."""
        if self._now is not None and self._show(self._now.id) is None:
            QTimer.singleShot(0, self._to_meetings)

    def show_entry(self, kind: str, id: str) -> None:
        """Open this meeting, with what was typed and not saved."""
        self._now = None
        shown = self._show(id)
        if shown is None:
            QTimer.singleShot(0, self._to_meetings)
            return
        meeting = shown.whole.meeting
        self.session.store.look(meeting.family)
        self._show_problems({})
        self.outcomes.forget_about()
        at = self._typed.resume(meeting.id)
        words = self.tr("Not saved yet: what you typed at {0}.").format(at)
        self.pages.resumed.say(words if at else "", with_button=True)
        self.pages.say_kept("")
        today, written = self.session.today(), bool(self.outcomes.by_hand())
        self.pages.tabs.setCurrentIndex(first_page(kind, meeting, today, written=written))
        self._turned()
        if self.isVisible():
            self.pages.focus_first()
        announce(self, self.pages.head.said())

    def subject(self) -> str:
        return self._now.whole.meeting.family if self._now else ""

    def set_narrow(self, *, narrow: bool) -> None:
        self.pages.fit()

    def leave(self) -> None:
        """Another page comes: what is not saved is kept as a draft."""
        self.keep_draft()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pages.fit()
        self.pages.focus_first()

    def keep_draft(self) -> None:
        """Keep what stands on the page and is not saved."""
        self._drafting.stop()
        if self._now is None:
            return
        try:
            kept = self._typed.keep(self._now.whole.meeting)
        except LiaisonError as refused:
            self.pages.say_kept(str(refused))
            return
        at = self.session.store.now().astimezone()
        self.pages.say_kept(self.tr("Draft kept {0}").format(f"{at:%H:%M}") if kept else "")

    def save(self) -> bool:
        """Save what was typed; whether nothing stood in the way."""
        if self._now is None:
            return False
        before, values = self._now.whole.meeting, self.plan.values() | self.outcomes.values()
        found = self.plan.problems() | self.outcomes.problems()
        if not found and self._typed.is_there():
            try:
                self._deeds.save(before, replace(before, **values))
            except NotReady as unready:
                found = unready.problems
            except LiaisonError as refused:
                found = {"": str(refused)}
        self._show_problems(found)
        if not found:
            self._typed.forget(before.id)
            self.pages.resumed.say("")
            self.pages.say_kept("")
            self._show(before.id)
        return not found

    def save_and_say(self) -> None:
        """Save, and say that it is."""
        if self.save():
            self.session.say(self.tr("Meeting saved."), with_undo=True)

    def write_up(self) -> None:
        """Close it, or say one sentence for each thing that is missing."""
        self.pages.tabs.setCurrentIndex(OUTCOMES)
        if not self.save() or self._now is None:
            return
        try:
            closed = close_meeting(
                self.session.store,
                self._now.whole.meeting,
                about=self.outcomes.about(),
                today=self.session.today(),
            )
        except NotReady as unready:
            self._show_problems(unready.problems)
        except LiaisonError as refused:
            self._show_problems({"": str(refused)})
        else:
            self.session.say(said_of(closed), with_undo=True)

    def enter_room(self) -> None:
        """To the room, with what was typed saved."""
        if self.save() and self._now is not None:
            self.session.open("in-the-room", self._now.whole.meeting.id)

    def _show(self, id: str) -> Shown | None:
        store, today = self.session.store, self.session.today()
        found = store.first(Meeting, "id = :id", id=id)
        if found is None:
            self._now = None
            return None
        record = whole_family(store, found.family)
        plan = planned(store, id, today)
        again = self._now is not None and self._now.id == id
        self._now = shown = Shown(plan.whole, record)
        ground = Ground(store, record, today)
        self.plan.show_ground(ground)
        self.outcomes.ground = ground
        for part in self._parts.values():
            if again:
                part.refresh(plan.meeting)
            else:
                part.show_entry(plan.meeting)
        self._show_lists(plan.whole, record)
        self._warn(plan.warnings)
        return shown

    def _show_lists(self, whole: MeetingRecord, record: FamilyRecord) -> None:
        store, today, meeting = self.session.store, self.session.today(), whole.meeting
        kind = store.label("meeting_kind", meeting.kind)
        self.pages.head.show_meeting(meeting, record.family.name, kind)
        self.plan.who.show_rows(part_rows(record, whole, today), "")
        count = len(whole.coming)
        self.plan.who.state.setText(self.tr("{0} at the table").format(count))
        self.plan.agenda.show_whole(whole)
        self.plan.checks.show_whole(whole, today)
        self.plan.phrases.show_phrases(pattern_for(store, meeting.kind).phrases)
        self.pages.before.show_whole(whole)
        self._hands.offer_ways()
        self.outcomes.came.show_rows(came_rows(record, whole), self.tr("Nobody is down to come."))
        self.outcomes.agreed.show_whole(whole, record.names, today)
        self.pages.letters.show_meeting(meeting)
        self.outcomes.propose(next_proposed(store, meeting))
        self.pages.show_state(meeting.state)

    def _warn(self, warnings: tuple[str, ...]) -> None:
        """What to look at first; nothing of it while somebody else may see the screen."""
        if self._now is None:
            return
        whole, record = self._now.whole, self._now.record
        quiet = self.session.quiet
        self.plan.warnings.say("" if quiet else "\n".join(warnings))
        count = len({row.id for row, _ in restricted(record, whole)})
        one = self.tr("A restriction on somebody who is to come")
        more = self.tr("Restrictions on {0} who are to come").format(count)
        self.pages.restricted.set_words(one if count == 1 else more)
        self.pages.restricted.setVisible(bool(count) and not quiet)

    def _edited(self) -> None:
        """Something was typed: say at once what follows from it, and keep it soon."""
        self._drafting.start()
        if self._now is not None:
            meeting = replace(self._now.whole.meeting, **self.plan.values())
            typed = replace(self._now.whole, meeting=meeting)
            flagged, before = self.session.store.flagged, self.plan.warnings.words()
            warnings = invitation_warnings(self._now.record, typed, flagged)
            self._warn(warnings)
            new = [each for each in warnings if each not in before]
            if new and not self.session.quiet and self.pages.is_scrolled():
                self.session.say(" ".join(new))

    def _show_problems(self, found: dict[str, str]) -> None:
        """Each beside its field, and all of them on top: a line there leads to where it is."""
        lists = {"actions": self.outcomes.agreed.add, "people": self.outcomes.came.list}
        places = lists | self.outcomes.fields | self.plan.fields
        for part in self._parts.values():
            part.show_problems(found)
        if found:
            on_plan = any(name in self.plan.fields for name in found)
            self.pages.tabs.setCurrentIndex(PLAN if on_plan else OUTCOMES)
        self.pages.show_problems([(sentence, places.get(name)) for name, sentence in found.items()])

    def _start_afresh(self) -> None:
        if self._now is not None:
            self._typed.forget(self._now.whole.meeting.id)
            self.show_entry(KIND, self._now.whole.meeting.id)

    def _turned(self) -> None:
        if self._now is not None:
            self.pages.show_state(self._now.whole.meeting.state)

    def _on_page(self) -> Shown | None:
        return self._now

    def _connect(self) -> None:
        pages = self.pages
        for part in self._parts.values():
            part.edited.connect(self._edited)
        pages.tabs.currentChanged.connect(self._turned)
        pages.resumed.pressed.connect(self._start_afresh)
        pages.head.back.connect(self._to_meetings)
        pages.head.family.connect(self._to_family)
        pages.before.entered.connect(self.enter_room)
        pages.save_button.clicked.connect(self.save_and_say)
        pages.close_button.clicked.connect(self.write_up)

    def _make_keys(self) -> None:
        for keys, method in (
            (("Ctrl+Return", "Ctrl+Enter"), self.save_and_say),
            (("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), self.write_up),
            (("F5",), self.enter_room),
            (("Ctrl+PgDown",), self.pages.next_page),
            (("Ctrl+PgUp",), self.pages.page_before),
            (("Alt+D",), self.plan.to_date),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(method)

    def _to_meetings(self) -> None:
        self.session.open("meetings")

    def _to_family(self) -> None:
        if self._now is not None:
            self.session.open("family", self._now.whole.meeting.family)
