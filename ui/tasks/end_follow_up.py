"""The ways a follow-up ends or waits that ask for a word first: a day, a name, a reason."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from liaison.casework.follow_ups import hand_over, needs_reason, not_needed, put_off
from liaison.casework.school_time import calendar
from liaison.dates import day_in_list, medium_date
from liaison.errors import NotReady, UnknownValue
from liaison.model.family import Family
from liaison.model.follow_up import FollowUp
from ui.tasks.few_words import FewWords
from ui.theme import Step
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Words
from ui.widgets.toast import announce


class EndFollowUp(FewWords):
    """What is asked of a follow-up. ``subject`` is its id."""

    def begin(self) -> Sequence[str]:
        store, today = self.session.store, self.session.today()
        self.follow_up = store.get(FollowUp, self.subject.partition("/")[0])
        name = store.get(Family, self.follow_up.family).name
        due = self.follow_up.due
        when = self.tr("due {0}").format(day_in_list(due, today)) if due else ""
        return self.follow_up.family, self.follow_up.action, name, when


class PutOff(EndFollowUp):
    """A later day. ``subject`` is the follow-up, with /day when one was chosen already."""

    kind: ClassVar[str] = "put-off"
    title: ClassVar[str] = "Put off"
    icon: ClassVar[str] = "clock"

    def made_fields(self) -> dict[str, Field]:
        self._school_time = calendar(self.session.store)
        self.day = LineField(
            self.tr("&To which day"), placeholder=self.tr("fri, 3 12, in 2 school weeks")
        )
        self.understood = Words(" ", Step.CAPTION, "muted")
        parts = self.day.layout()
        if parts is not None:
            parts.addWidget(self.understood)
        self.day.line.textChanged.connect(self._show_day)
        self.day.line.editingFinished.connect(self._say_day)
        chosen = self.subject.partition("/")[2]
        self.day.set_text(medium_date(date.fromisoformat(chosen)) if chosen else "")
        asked = needs_reason(self.follow_up)
        self.reason = LineField(
            self.tr("&Why"),
            hint=self.tr("It was put off twice already.") if asked else self.tr("If you like."),
        )
        return {"due": self.day, "reason": self.reason}

    def button_words(self) -> str:
        return self.tr("Put off")

    def end(self) -> str:
        today = self.session.today()
        try:
            day = self._school_time.read(self.day.text(), today, ahead=True)
        except UnknownValue as unread:
            asked = self.tr("Say to which day: fri, 3 12 or in 2 school weeks.")
            raise NotReady({"due": str(unread) if self.day.text() else asked}) from unread
        if day <= today:
            raise NotReady({"due": self.tr("Choose a day after today.")})
        put_off(self.session.store, self.follow_up, to=day, reason=self.reason.text())
        return self.tr("Put off to {0}.").format(day_in_list(day, today))

    def _show_day(self) -> None:
        self.understood.setText(self._day_words() or " ")

    def _say_day(self) -> None:
        if self._day_words():
            announce(self.day.line, self._day_words())

    def _day_words(self) -> str:
        """How the day was understood, in school time where that says more."""
        typed, today = self.day.text(), self.session.today()
        if not typed:
            return ""
        try:
            day = self._school_time.read(typed, today, ahead=True)
        except UnknownValue:
            return self.tr("Not a date yet")
        weekday = day_in_list(day, today).partition(" ")[0]
        far = self._school_time.words(day, today)
        return ", ".join(filter(None, (f"{weekday} {medium_date(day)}", far)))


class HandOver(EndFollowUp):
    """Somebody else does it now."""

    kind: ClassVar[str] = "hand-over"
    title: ClassVar[str] = "Hand over"
    icon: ClassVar[str] = "user-check"

    def made_fields(self) -> dict[str, Field]:
        self.who = LineField(
            self.tr("&Who does it now"),
            hint=self.tr("A colleague’s name. It then leaves your list; tell them yourself."),
        )
        return {"owner": self.who}

    def button_words(self) -> str:
        return self.tr("Hand over")

    def end(self) -> str:
        who = self.who.text()
        hand_over(self.session.store, self.follow_up, to=who, today=self.session.today())
        return self.tr("Handed over to {0}.").format(who)


class NotNeeded(EndFollowUp):
    """It need not be done, and why."""

    kind: ClassVar[str] = "not-needed"
    title: ClassVar[str] = "Not needed"
    icon: ClassVar[str] = "x"

    def made_fields(self) -> dict[str, Field]:
        self.reason = LineField(self.tr("&Why is it not needed"))
        return {"reason": self.reason}

    def button_words(self) -> str:
        return self.tr("Not needed")

    def end(self) -> str:
        reason, today = self.reason.text(), self.session.today()
        not_needed(self.session.store, self.follow_up, reason=reason, today=today)
        return self.tr("Not needed: {0}").format(self.follow_up.action)
