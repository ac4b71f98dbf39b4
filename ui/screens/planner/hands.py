"""What the lists and the small buttons of the planner do: each leads to a deed, or to a form."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from liaison.model.family_record import FamilyRecord
from liaison.model.invitation import parents_not_asked
from liaison.model.meeting import MeetingPerson
from liaison.model.meeting_record import MeetingRecord
from liaison.model.sending import outgoing_of
from ui.entry_actions import EntryActions
from ui.papers import PackKey, Papers, open_paper
from ui.screens.planner.deeds import Deeds
from ui.screens.planner.pages import PLAN, PlannerPages
from ui.screens.planner.parts import PERSON
from ui.session import Session


@dataclass(frozen=True)
class Shown:
    """The meeting on the page, whole, and its family."""

    whole: MeetingRecord
    record: FamilyRecord

    @property
    def id(self) -> str:
        return self.whole.meeting.id

    @property
    def both(self) -> tuple[FamilyRecord, MeetingRecord]:
        return self.record, self.whole


class Hands(QObject):
    """``shown`` gives what is on the page; ``save`` whether what was typed could be saved."""

    def __init__(
        self,
        session: Session,
        pages: PlannerPages,
        shown: Callable[[], Shown | None],
        save: Callable[[], bool],
    ) -> None:
        super().__init__(pages)
        self._session, self._pages = session, pages
        self._shown, self._save = shown, save
        self._deeds = Deeds(session)
        self._deeds.refused.connect(self._say_refused)
        self._refused = False
        self._ways: list[tuple[str, str]] = []
        self._take_plan()
        self._take_outcomes()
        pages.another_day.clicked.connect(self._move_day)
        pages.call_off.clicked.connect(self._call_off)
        self.papers = Papers(session, self._saved_meeting)
        pages.head.add_paper(self.papers)
        pages.letters.opened.connect(self._open_letter)
        PackKey(pages, session, self._pack)

    def _saved_meeting(self) -> str:
        """The meeting, with what was typed saved: only that stands on paper. Else nothing."""
        now = self._shown()
        return now.id if now is not None and self._save() else ""

    def _open_letter(self, row_id: str) -> None:
        """The paper of this row, with its reader chosen; else the letter that is due."""
        meeting = self._saved_meeting()
        code, _, reader = row_id.partition("/")
        paper = outgoing_of(f"{meeting}/{code}", reader) if row_id else None
        if meeting and paper is not None:
            open_paper(self._session, paper)
        elif meeting:
            self._session.open("letter", meeting)

    def _pack(self) -> tuple[str, str]:
        return "pack", self._saved_meeting()

    def offer_ways(self) -> None:
        """Fill the menu of ways in which somebody is asked."""
        ways = [(each.code, each.label) for each in self._session.store.choices("channel")]
        if ways != self._ways:
            self._ways = ways
            self._pages.offer_ways(ways, self._asked)

    def _take_plan(self) -> None:
        plan = self._pages.plan
        plan.agenda.agenda.put.connect(self._put)
        plan.agenda.add_wanted.connect(self._add_item)
        plan.checks.list.ticked.connect(self._tick_check)
        plan.checks.add_wanted.connect(self._add_check)
        plan.phrases.edit_wanted.connect(self._edit_phrases)
        plan.who.list.ticked.connect(self._tick_person)
        plan.who.list.opened.connect(self._open_part)
        plan.who.add_wanted.connect(self._add_person)
        EntryActions(plan.who.list, self._session, _part)
        out = QAction(self.tr("Not asked to this one…"), plan.who.list)
        out.triggered.connect(self._leave_out)
        plan.who.list.addAction(out)

    def _take_outcomes(self) -> None:
        outcomes = self._pages.outcomes
        outcomes.came.list.ticked.connect(self._tick_came)
        outcomes.came.list.opened.connect(self._open_part)
        outcomes.came.add_wanted.connect(self._add_person)
        outcomes.agreed.add_wanted.connect(self._add_action)
        self._pages.everybody.clicked.connect(self._hold)
        EntryActions(outcomes.came.list, self._session, _part)

    def _say_refused(self, sentence: str) -> None:
        """On top of the page; it goes with the next deed that is done."""
        if sentence or self._refused:
            plan = self._pages.tabs.currentIndex() == PLAN
            place = self._pages.plan.who.list if plan else self._pages.outcomes.came.list
            self._pages.show_problems([(sentence, place)] if sentence else [])
        self._refused = bool(sentence)

    def _put(self, id: str, place: int) -> None:
        shown = self._shown()
        if shown and self._deeds.put(shown.whole, id, place):
            self._pages.plan.agenda.agenda.say_place()

    def _tick_check(self, id: str) -> None:
        shown = self._shown()
        found = (each for each in (shown.whole.checks if shown else ()) if each.id == id)
        if check := next(found, None):
            self._deeds.tick_check(check)

    def _tick_person(self, id: str) -> None:
        if shown := self._shown():
            self._deeds.tick_person(shown.whole, shown.record, id)

    def _tick_came(self, id: str) -> None:
        if shown := self._shown():
            self._deeds.tick_came(shown.whole, id)

    def _hold(self) -> None:
        shown = self._shown()
        if shown and self._save() and (shown := self._shown()):
            self._deeds.hold(shown.whole.meeting)

    def _asked(self) -> None:
        action = self.sender()
        how = str(action.data()) if isinstance(action, QAction) else ""
        if how and self._save() and (shown := self._shown()):
            self._deeds.invite(shown.whole.meeting, how)

    def _open_part(self, id: str) -> None:
        """The part of this row. A parent who has none gets something instead, or a reason."""
        shown = self._shown()
        person = id.removeprefix(PERSON)
        if shown and any(each.id == person for each in parents_not_asked(*shown.both)):
            self._session.open("leave-out", f"{shown.id}/{person}")
        elif id.startswith(PERSON):
            self._tick_person(id)
        elif id:
            self._session.open("meeting-person-form", id)

    def _leave_out(self) -> None:
        shown, id = self._shown(), self._pages.plan.who.list.current_id()
        if shown is None or not id:
            return
        part = next((each.person for each in shown.whole.people if each.id == id), "")
        if person := part or id.removeprefix(PERSON):
            self._session.open("leave-out", f"{shown.id}/{person}")

    def _add_person(self) -> None:
        self._open("meeting-person-form")

    def _add_item(self) -> None:
        self._open("agenda-item-form")

    def _add_check(self) -> None:
        self._open("meeting-check-form")

    def _add_action(self) -> None:
        self._open("meeting-action-form")

    def _edit_phrases(self) -> None:
        self._session.open("settings", "Meetings")

    def _move_day(self) -> None:
        if self._save():
            self._open("another-day")

    def _call_off(self) -> None:
        if self._save():
            self._open("call-off")

    def _open(self, kind: str) -> None:
        if shown := self._shown():
            self._session.open(kind, shown.id)


def _part(row_id: str) -> str:
    """Table and id of a part; a member who has none yet is no entry of the meeting."""
    if not row_id or row_id.startswith(PERSON):
        return ""
    return f"{MeetingPerson.table}/{row_id}"
