"""A meeting that does not take place: called off, or put on another day."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from liaison.casework.calling_off import BY_FAMILY, BY_SCHOOL, NOT_COME, call_off, postpone
from liaison.casework.school_time import calendar
from liaison.dates import day_in_list, read_clock
from liaison.errors import NotReady, UnknownValue
from liaison.model.family import Family
from liaison.model.meeting import Meeting
from ui.coming_day import ComingDay
from ui.tasks.few_words import FewWords
from ui.view_bar import FilterBox
from ui.widgets.fields import Field, LineField


class NotHeld(FewWords):
    """What is asked of a meeting that is not held as planned. ``subject`` is its id."""

    def begin(self) -> Sequence[str]:
        store, today = self.session.store, self.session.today()
        self.meeting = store.get(Meeting, self.subject)
        name = store.get(Family, self.meeting.family).name
        day = day_in_list(self.meeting.held_on, today) if self.meeting.held_on else ""
        when = " ".join(filter(None, (day, self.meeting.held_at)))
        return self.meeting.family, self.meeting.purpose, name, when


class CallOff(NotHeld):
    """Who called it off, or that they could not come; that it was tried is kept."""

    kind: ClassVar[str] = "call-off"
    title: ClassVar[str] = "It does not take place"

    def made_fields(self) -> dict[str, Field]:
        self._why = FilterBox(self.tr("Why"))
        ways = (
            (BY_FAMILY, self.tr("The family called it off")),
            (BY_SCHOOL, self.tr("We called it off")),
            (NOT_COME, self.tr("They could not come")),
        )
        self._why.offer([("", self.tr("Choose")), *ways], "")
        return {"why": Field(self.tr("Why"), self._why), "reason": LineField(self.tr("Reason"))}

    def button_words(self) -> str:
        return self.tr("Call it off")

    def end(self) -> str:
        call_off(
            self.session.store,
            self.meeting,
            why=str(self._why.currentData() or ""),
            reason=self.typed("reason"),
            today=self.session.today(),
        )
        return self.tr("It does not take place. That it was tried is in the timeline.")


class AnotherDay(NotHeld):
    """Another day or another time: everybody has to be told anew."""

    kind: ClassVar[str] = "another-day"
    title: ClassVar[str] = "Another day"

    def made_fields(self) -> dict[str, Field]:
        days, today = calendar(self.session.store), self.session.today()
        self._day = ComingDay(self.tr("New day"), days, today)
        return {
            "held_on": self._day,
            "held_at": LineField(self.tr("Time, if it changes"), placeholder=self.tr("09:30")),
            "reason": LineField(self.tr("Reason")),
        }

    def button_words(self) -> str:
        return self.tr("Move it")

    def end(self) -> str:
        store, today = self.session.store, self.session.today()
        to, at = self._new_day(), self._new_time()
        moved = postpone(
            store, self.meeting, to=to, at=at, reason=self.typed("reason"), today=today
        )
        told = self.tr("Moved to {0}.").format(day_in_list(to, today))
        return " ".join((told, *moved.warnings))

    def _new_day(self) -> date:
        asked = self.tr("Give the new day.")
        try:
            day = self._day.day()
        except UnknownValue as unread:
            raise NotReady({"held_on": f"{asked} {unread}"}) from unread
        if day is None:
            raise NotReady({"held_on": asked})
        return day

    def _new_time(self) -> str:
        try:
            return read_clock(self.typed("held_at")) if self.typed("held_at") else ""
        except UnknownValue as unread:
            raise NotReady({"held_at": str(unread)}) from unread
