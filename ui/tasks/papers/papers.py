"""The sheets that are made over a page, in the order of the menus."""

from typing import ClassVar

from liaison.model.visit import HomeVisit
from ui.screens.screen import Task
from ui.tasks.papers.paper_task import PaperTask


class CallsToday(PaperTask):
    """Whom to ring today, with the numbers and what to know first."""

    kind: ClassVar[str] = "calls-today"
    title: ClassVar[str] = "Calls today, on paper"
    codes: ClassVar[tuple[str, ...]] = ("call_sheet",)


class OpenFollowUps(PaperTask):
    """What is still open, by who does it."""

    kind: ClassVar[str] = "outstanding"
    title: ClassVar[str] = "Outstanding follow-ups, on paper"
    codes: ClassVar[tuple[str, ...]] = ("outstanding",)


class MyWeek(PaperTask):
    """For the head, with names or in numbers alone."""

    kind: ClassVar[str] = "my-week"
    title: ClassVar[str] = "My week, for the head"
    codes: ClassVar[tuple[str, ...]] = ("my_week",)


class VisitOnPaper(PaperTask):
    """The record or the card of the visit named, or else of the last one."""

    kind: ClassVar[str] = "visit-record"
    title: ClassVar[str] = "Home visit, on paper"
    codes: ClassVar[tuple[str, ...]] = ("visit_record", "visit_card")

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
    codes: ClassVar[tuple[str, ...]] = ("chronology", "attempts_log")

    def about(self) -> str:
        return self.subject


class BlankForms(PaperTask):
    """Forms to fill in by hand, incidents towards staff and complaints among them."""

    kind: ClassVar[str] = "blank-forms"
    title: ClassVar[str] = "Blank forms"
    menu: ClassVar[str] = "file"
    codes: ClassVar[tuple[str, ...]] = (
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
    PersonChronology,
    BlankForms,
)
