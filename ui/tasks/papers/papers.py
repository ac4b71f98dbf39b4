"""The sheets that are made over a page, in the order of the menus."""

from typing import ClassVar

from liaison.casework.families import whole_family
from liaison.casework.meeting_papers import professionals_at
from liaison.casework.meeting_to_print import (
    CONTRACT,
    MINUTES,
    REVIEW,
    lately,
    meeting_to_print,
    meetings_to_print,
    papers_for,
)
from liaison.casework.packs import asked_to
from liaison.dates import day_in_list
from liaison.model.fields import Audience
from liaison.model.meeting import Meeting
from liaison.model.visit import HomeVisit
from ui.screens.screen import Task
from ui.tasks.papers.paper_task import PaperTask
from ui.view_bar import Pair


class CallsToday(PaperTask):
    """Whom to ring today, with the numbers and what to know first."""

    kind: ClassVar[str] = "calls-today"
    title: ClassVar[str] = "Calls today, on paper"
    codes: tuple[str, ...] = ("call_sheet",)


class OpenFollowUps(PaperTask):
    """What is still open, by who does it."""

    kind: ClassVar[str] = "outstanding"
    title: ClassVar[str] = "Outstanding follow-ups, on paper"
    codes: tuple[str, ...] = ("outstanding",)


class MyWeek(PaperTask):
    """For the head, with names or in numbers alone."""

    kind: ClassVar[str] = "my-week"
    title: ClassVar[str] = "My week, for the head"
    codes: tuple[str, ...] = ("my_week",)


class VisitOnPaper(PaperTask):
    """The record or the card of the visit named, or else of the last one."""

    kind: ClassVar[str] = "visit-record"
    title: ClassVar[str] = "Home visit, on paper"
    codes: tuple[str, ...] = ("visit_record", "visit_card")

    def about(self) -> str:
        store = self.session.store
        if store.first(HomeVisit, "id = :id", id=self.subject):
            return self.subject
        last = store.find(HomeVisit, order="going_on DESC, leaves_at DESC", limit=1)
        return last[0].id if last else ""


class PersonChronology(PaperTask):
    """Everything written about one person, or each try to reach her. ``subject`` is the person."""

    kind: ClassVar[str] = "chronology"
    title: ClassVar[str] = "Chronology or attempts log"
    menu: ClassVar[str] = ""
    codes: tuple[str, ...] = ("chronology", "attempts_log")

    def about(self) -> str:
        return self.subject


class MeetingOnPaper(PaperTask):
    """Minutes, a review of support or an attendance contract: for staff, or for one adult.

    ``subject`` is the meeting, or the family whose last one it is, or nothing.
    """

    kind: ClassVar[str] = "meeting-paper"
    title: ClassVar[str] = "Minutes, review or contract"
    codes: tuple[str, ...] = (MINUTES, REVIEW, CONTRACT)

    def about(self) -> str:
        return str(self.choices.meeting.currentData() or "")

    def offer(self) -> None:
        """The family's meetings, and of the one wanted first the sheet mostly made of it.

        Where no family is shown, the meetings of these weeks.
        """
        store, today = self.session.store, self.session.today()
        found = meeting_to_print(store, self.subject)
        if self.subject:
            meetings = meetings_to_print(store, found.family) if found else []
            pairs = [self._words(each) for each in meetings]
        else:
            lines = lately(store, today)
            pairs = [self._words(each.meeting, each.family_name) for each in lines]
            every = (each.meeting for each in lines)
            found = next((each for each in every if (each.held_on or today) <= today), None)
        self.choices.offer_meetings(pairs, found.id if found else "")
        self.choices.meeting.currentIndexChanged.connect(self.make)
        self.codes = papers_for(found)
        super().offer()

    def make(self) -> None:
        """A family copy is one adult's, who was asked; minutes may be a professional's."""
        family, meeting = self.choices.wish().audience is Audience.FAMILY, self.about()
        offered = self._adults if family else self._professionals
        readers = offered(meeting) if meeting else []
        self.choices.offer_readers(readers)
        if not self.choices.meeting.count():
            self.bench.refuse(self.tr("There is no meeting to print yet. Plan one first."))
        elif family and meeting and not readers:
            self.bench.refuse(self.tr("Nobody of the family is asked to this meeting."))
        else:
            super().make()

    def _words(self, meeting: Meeting, family: str = "") -> Pair:
        day = day_in_list(meeting.held_on, self.session.today()) if meeting.held_on else ""
        kind = self.session.store.label("meeting_kind", meeting.kind)
        return meeting.id, ", ".join(filter(None, (family, day, kind)))

    def _professionals(self, meeting: str) -> list[Pair]:
        """Our own staff, or one who keeps it; of other sheets there is no such choice."""
        found = professionals_at(self.session.store, meeting)
        if not found or self.choices.sheet.currentData() != MINUTES:
            return []
        return [("", self.tr("Our own staff")), *((each.id, each.full) for each in found)]

    def _adults(self, meeting: str) -> list[Pair]:
        store = self.session.store
        names = whole_family(store, store.get(Meeting, meeting).family).names
        return [(id, names[id]) for id in asked_to(store, meeting)]


class BlankForms(PaperTask):
    """Forms to fill in by hand, incidents towards staff and complaints among them."""

    kind: ClassVar[str] = "blank-forms"
    title: ClassVar[str] = "Blank forms"
    menu: ClassVar[str] = "file"
    codes: tuple[str, ...] = (
        "form_contact",
        "form_attempts",
        "form_agenda",
        "form_meeting",
        "form_visit",
        "form_incident",
        "form_complaint",
    )


PAPERS: tuple[type[Task], ...] = (
    CallsToday,
    OpenFollowUps,
    MyWeek,
    VisitOnPaper,
    MeetingOnPaper,
    PersonChronology,
    BlankForms,
)
