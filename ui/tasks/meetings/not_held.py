"""A meeting that does not take place: called off, or put on another day."""

import json
from datetime import date
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from liaison.casework.calling_off import BY_FAMILY, BY_SCHOOL, NOT_COME, call_off, postpone
from liaison.casework.school_time import calendar
from liaison.dates import day_in_list, read_clock
from liaison.errors import LiaisonError, NotReady, UnknownValue
from liaison.model.family import Family
from liaison.model.meeting import Meeting
from liaison.store.drafts import Draft
from liaison.store.ids import new_id
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step
from ui.view_bar import FilterBox
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Words

ABOUT_WIDTH = 480


class NotHeld(Task):
    """What it is about, a few fields, and one button. ``subject`` is the meeting."""

    menu: ClassVar[str] = ""
    wide: ClassVar[int] = 560

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        self._typed: dict[str, str] = json.loads(draft.body) if draft else {}
        super().__init__(session, self._typed.pop("subject", subject), draft)
        store, today = session.store, session.today()
        self.meeting = store.get(Meeting, self.subject)
        self.summary = ErrorSummary()
        day = day_in_list(self.meeting.held_on, today) if self.meeting.held_on else ""
        when = " ".join(filter(None, (day, self.meeting.held_at)))
        about = Words(self.meeting.purpose, Step.STRONG, wrap=True)
        about.setMinimumWidth(ABOUT_WIDTH)
        about.setVisible(bool(self.meeting.purpose))
        self.fields = self.made_fields()
        for name, field in self.fields.items():
            if isinstance(field, LineField):
                field.set_text(self._typed.get(name, ""))
                field.line.returnPressed.connect(self.save)
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        self.save_button = KeyedButton(
            self.button_words(), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        self.save_button.clicked.connect(self.save)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        name = store.get(Family, self.meeting.family).name
        body = column(
            self.summary,
            about,
            Words(" · ".join(filter(None, (name, when))), tone="muted"),
            *self.fields.values(),
            margins=(20, 2, 20, 14),
            spacing=8,
        )
        foot = row(None, cancel, self.save_button, margins=(20, 10, 14, 10))
        self.fill(boxed(body), Footer(foot, radius=11))
        next(iter(self.fields.values())).setFocus()

    def made_fields(self) -> dict[str, Field]:
        """The fields, by the names that casework gives their problems."""
        return {}

    def button_words(self) -> str:
        return self.tr("Save")

    def end(self) -> str:
        """Do it; what was done, as a sentence."""
        return ""

    def typed(self, name: str) -> str:
        """What stands in one of the lines."""
        field = self.fields[name]
        return field.text() if isinstance(field, LineField) else ""

    def save(self) -> None:
        """Keep it, or say what stands in the way; what was typed stays."""
        problems: dict[str, str] = {}
        said = ""
        try:
            said = self.end()
        except NotReady as unready:
            problems = unready.problems
        except LiaisonError as refused:
            problems = {"": str(refused)}
        for name, field in self.fields.items():
            field.set_problem(problems.get(name, ""))
        summary: list[tuple[str, QWidget | None]] = [
            (sentence, self.fields.get(name)) for name, sentence in problems.items()
        ]
        self.summary.show_problems(summary)
        if problems:
            return
        if self.draft is not None:
            self.session.store.drop_draft(self.draft.id)
        self.session.say(said, with_undo=True)
        self.done.emit()

    def leave(self) -> None:
        """Closed or locked before it is saved: what was typed is kept."""
        typed = {name: self.typed(name) for name in self.fields if self.typed(name)}
        if not typed or typed == self._typed:
            return
        id = self.draft.id if self.draft else new_id()
        body = json.dumps({"subject": self.subject, **typed}, ensure_ascii=False)
        self.draft = Draft(id, self.kind, self.meeting.family, body)
        try:
            self.session.store.keep_draft(self.draft)
        except LiaisonError as refused:
            self.session.say(str(refused))


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
        placeholder = self.tr("fri, 3 12, in 2 school weeks")
        return {
            "held_on": LineField(self.tr("New day"), placeholder=placeholder),
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
        days, today = calendar(self.session.store), self.session.today()
        try:
            return days.read(self.typed("held_on") or "?", today, ahead=True)
        except UnknownValue as unread:
            raise NotReady({"held_on": self.tr("Give the new day.")}) from unread

    def _new_time(self) -> str:
        try:
            return read_clock(self.typed("held_at")) if self.typed("held_at") else ""
        except UnknownValue as unread:
            raise NotReady({"held_at": str(unread)}) from unread
