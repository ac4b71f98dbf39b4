"""What is done with one press in the planner: each is saved at once, and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal

from liaison.casework.agendas import follow_kind, hand_over_agenda, reorder_agenda, tick_check
from liaison.casework.invitations import invite, keep_person, remove_person, tell_standby
from liaison.casework.meeting_outcomes import Closed, hold
from liaison.casework.meetings import change_meeting
from liaison.errors import LiaisonError
from liaison.model.agenda import MeetingCheck
from liaison.model.family_record import FamilyRecord
from liaison.model.invitation import parents_not_asked
from liaison.model.meeting import AT_THE_TABLE, Came, Comes, Meeting, MeetingPerson
from liaison.model.meeting_record import MeetingRecord
from ui.screens.planner.parts import PERSON
from ui.session import Session


class Deeds(QObject):
    """Asks casework. ``refused`` gives the sentence where it refuses, and nothing when it does not.

    While somebody else may see the screen a refusal is only said, as everything is then.
    """

    refused = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def tick_person(self, whole: MeetingRecord, record: FamilyRecord, id: str) -> None:
        """At the table, or not: a parent who then is not asked gets something instead."""
        meeting = whole.meeting
        person = id.removeprefix(PERSON)
        row = next((each for each in whole.people if each.id == id), None)
        if row is None or row.comes not in AT_THE_TABLE:
            made = row or MeetingPerson(meeting=meeting.id, person=person)
            coming = replace(made, comes=Comes.ATTENDS, instead=None, left_out_reason="")
            if row is not None and row.comes is Comes.SUBJECT:
                coming = MeetingPerson(meeting=meeting.id, person=row.person)
            self.tried(lambda: keep_person(self._session.store, coming, today=self._today()))
            return
        without = replace(whole, people=tuple(each for each in whole.people if each is not row))
        if any(each.id == row.person for each in parents_not_asked(record, without)):
            self._session.open("leave-out", f"{meeting.id}/{row.person}")
            return
        if self.tried(lambda: remove_person(self._session.store, row, today=self._today())):
            self._session.say(self.tr("Not coming."), with_undo=True)

    def put(self, whole: MeetingRecord, id: str, place: int) -> bool:
        """An item of the agenda to another place."""
        items = list(whole.items)
        item = next((each for each in items if each.id == id), None)
        if item is None:
            return False
        items.remove(item)
        items.insert(place, item)
        return self.tried(lambda: reorder_agenda(self._session.store, items))

    def tick_check(self, check: MeetingCheck) -> None:
        """Ready today, or not ready after all."""
        day = None if check.done_on else self._today()
        self.tried(lambda: tick_check(self._session.store, check, on=day))

    def tick_came(self, whole: MeetingRecord, id: str) -> None:
        """Came, or did not."""
        row = next((each for each in whole.people if each.id == id), None)
        if row is not None:
            came = Came.NO if row.came is Came.YES else Came.YES
            changed = replace(row, came=came)
            self.tried(lambda: keep_person(self._session.store, changed, today=self._today()))

    def invite(self, meeting: Meeting, how: str) -> None:
        """Everybody at the table was asked today."""
        today = self._today()
        store = self._session.store
        if self.tried(lambda: invite(store, meeting, how=how, on=today, today=today)):
            self._session.say(self.tr("Noted: they were asked today."), with_undo=True)

    def hold(self, meeting: Meeting) -> bool:
        """It took place."""
        return self.tried(lambda: hold(self._session.store, meeting, today=self._today()))

    def save(self, before: Meeting, meeting: Meeting) -> Meeting:
        """What was typed; what was just handed over or told is ticked among the preparations."""
        store = self._session.store
        kept = change_meeting(store, meeting, today=self._today()).meeting
        if before.kind != kept.kind and kept.ahead and follow_kind(store, kept, was=before.kind):
            kept = store.get(Meeting, kept.id)
        given, told = meeting.agenda_given_on, meeting.standby_told_on
        if given and given != before.agenda_given_on:
            kept = hand_over_agenda(store, kept, on=given, how=meeting.agenda_given_how)
        if told and told != before.standby_told_on and meeting.standby.strip():
            kept = tell_standby(store, kept, on=told)
        return kept

    def tried(self, deed: Callable[[], object]) -> bool:
        """Whether it was done; why not is said."""
        try:
            deed()
        except LiaisonError as refused:
            if self._session.quiet:
                self._session.say(str(refused))
            else:
                self.refused.emit(str(refused))
            return False
        self.refused.emit("")
        return True

    def _today(self) -> date:
        return self._session.today()


def said_of(closed: Closed) -> str:
    """What closing a meeting wrote, as a sentence."""
    tr = QCoreApplication.translate
    count = len(closed.follow_ups)
    parts = [tr("Planner", "Written up.")]
    if count:
        one = tr("Planner", "1 promise is noted.")
        more = tr("Planner", "{0} promises are noted.").format(count)
        parts.append(one if count == 1 else more)
    if closed.next_meeting is not None:
        parts.append(tr("Planner", "The next meeting is planned."))
    return " ".join((*parts, *closed.warnings))
