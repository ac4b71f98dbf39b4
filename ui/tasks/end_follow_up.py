"""The ways a follow-up ends or waits that ask for a word first: a day, a name, a reason."""

import json
from datetime import date
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut

from liaison.casework.follow_ups import hand_over, needs_reason, not_needed, put_off
from liaison.casework.school_time import calendar
from liaison.dates import day_in_list, medium_date
from liaison.errors import LiaisonError, NotReady, UnknownValue
from liaison.model.family import Family
from liaison.model.follow_up import FollowUp
from liaison.store.drafts import Draft
from liaison.store.ids import new_id
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import LineField
from ui.widgets.labels import Words
from ui.widgets.toast import announce

ABOUT_WIDTH = 480


class EndFollowUp(Task):
    """What it is about, a field or two, and one button. ``subject`` is the follow-up.

    What was typed is kept when it is left unfinished; ``fields`` are its lines by name.
    """

    menu: ClassVar[str] = ""
    wide: ClassVar[int] = 560

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        kept: dict[str, str] = json.loads(draft.body) if draft else {}
        super().__init__(session, kept.pop("subject", subject), draft)
        store, today = session.store, session.today()
        self.follow_up = store.get(FollowUp, self.subject.partition("/")[0])
        self.summary = ErrorSummary()
        family = store.get(Family, self.follow_up.family).name
        due = self.follow_up.due
        when = self.tr("due {0}").format(day_in_list(due, today)) if due else ""
        about = Words(self.follow_up.action, Step.STRONG, wrap=True)
        about.setMinimumWidth(ABOUT_WIDTH)
        self.fields = self.made_fields()
        for name, field in self.fields.items():
            field.set_text(kept.get(name, field.text()))
        self._began = {name: field.text() for name, field in self.fields.items()}
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        self.save_button = KeyedButton(
            self.button_words(), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        self.save_button.clicked.connect(self.save)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        for field in self.fields.values():
            field.line.returnPressed.connect(self.save)
        body = column(
            self.summary,
            about,
            Words(" · ".join(filter(None, (family, when))), tone="muted"),
            *self.fields.values(),
            margins=(20, 2, 20, 14),
            spacing=8,
        )
        foot = row(None, cancel, self.save_button, margins=(20, 10, 14, 10))
        self.fill(boxed(body), Footer(foot, radius=11))
        next(iter(self.fields.values())).line.setFocus()

    def made_fields(self) -> dict[str, LineField]:
        """The lines to fill in, by the names that casework gives their problems."""
        return {}

    def button_words(self) -> str:
        return self.tr("Save")

    def end(self) -> str:
        """Do it; what was done, as a sentence."""
        return ""

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
        self.summary.show_problems(
            [(sentence, self.fields.get(name)) for name, sentence in problems.items()]
        )
        if problems:
            return
        if self.draft is not None:
            self.session.store.drop_draft(self.draft.id)
        self.session.say(said, with_undo=True)
        self.done.emit()

    def leave(self) -> None:
        """Closed or locked before it is saved: what was typed is kept."""
        typed = {name: field.text() for name, field in self.fields.items()}
        if typed == self._began:
            return
        id = self.draft.id if self.draft else new_id()
        body = json.dumps({"subject": self.subject, **typed}, ensure_ascii=False)
        self.draft = Draft(id, self.kind, self.follow_up.family, body)
        try:
            self.session.store.keep_draft(self.draft)
        except LiaisonError as refused:
            self.session.say(str(refused))


class PutOff(EndFollowUp):
    """A later day. ``subject`` is the follow-up, with /day when one was chosen already."""

    kind: ClassVar[str] = "put-off"
    title: ClassVar[str] = "Put off"
    icon: ClassVar[str] = "clock"

    def made_fields(self) -> dict[str, LineField]:
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

    def made_fields(self) -> dict[str, LineField]:
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

    def made_fields(self) -> dict[str, LineField]:
        self.reason = LineField(self.tr("&Why is it not needed"))
        return {"reason": self.reason}

    def button_words(self) -> str:
        return self.tr("Not needed")

    def end(self) -> str:
        reason, today = self.reason.text(), self.session.today()
        not_needed(self.session.store, self.follow_up, reason=reason, today=today)
        return self.tr("Not needed: {0}").format(self.follow_up.action)
