"""How each kind of meeting is held here: its interval, opening line, agenda, checks and phrases."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout

from liaison.casework.meeting_patterns import keep_pattern, patterns
from liaison.errors import LiaisonError, NotReady
from liaison.model.agenda import MeetingPattern
from liaison.model.choice import Choice
from liaison.model.meeting_kinds import DECIDED
from liaison.model.meeting_patterns import item_of
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.layouts import column, row
from ui.screens.settings.section import Section
from ui.screens.settings.typed import Box, TypedForm
from ui.scrolling import Scrolling
from ui.session import Session
from ui.theme import LARGE_TEXT, NEW_LOOK, Step, px, scale
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Footer, SectionHeading
from ui.widgets.fields import Field, LineField, NoteEdit
from ui.widgets.labels import Words
from ui.widgets.notice import Notice


class MeetingsSection(Section):
    """The kinds at the left, the one chosen at the right; planned meetings stay as they are."""

    title: ClassVar[str] = "Meetings"
    icon: ClassVar[str] = "messages"
    tables: ClassVar[frozenset[str]] = frozenset({MeetingPattern.table, Choice.table})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown: dict[str, MeetingPattern] = {}
        self._kind = ""
        self._filled: MeetingPattern | None = None
        self.kinds = RowList(self.tr("Kinds of meeting"))
        self.kinds.moved.connect(self._show)
        self.kinds.opened.connect(self._into_form)
        self.form_title = Words("", Step.CARD)
        self.summary = ErrorSummary()
        self.weeks = LineField(
            self.tr("School &weeks until the next one"),
            hint=self.tr("Empty: none is offered by itself. Your local authority may say its own."),
        )
        self.first = LineField(
            self.tr("School weeks &until the first one"),
            hint=self.tr("After it was decided on. Your local authority may say its own."),
        )
        self.opening = NoteEdit(self.tr("Opening line"), lines=2)
        self.agenda = NoteEdit(self.tr("Agenda"), lines=5)
        self.checks = NoteEdit(self.tr("To be ready before"), lines=3)
        self.phrases = NoteEdit(self.tr("Words that help"), lines=4)
        one = self.tr("One on each line.")
        minutes = self.tr("One item on each line, its minutes first: 10 What the family sees")
        self._fields = {
            "weeks": self.weeks,
            "first_weeks": self.first,
            "opening": Field(self.tr("&Opening line"), self.opening),
            "agenda": Field(self.tr("&Agenda"), self.agenda, hint=minutes),
            "checks": Field(self.tr("To be read&y before"), self.checks, hint=one),
            "phrases": Field(self.tr("Words that hel&p"), self.phrases, hint=one),
        }
        self.unsaved = Notice(self.tr("Start afresh"))
        self.unsaved.pressed.connect(self._start_afresh)
        boxes: dict[str, Box] = {
            "weeks": self.weeks.line,
            "first_weeks": self.first.line,
            "opening": self.opening,
            "agenda": self.agenda,
            "checks": self.checks,
            "phrases": self.phrases,
        }
        self._typed = TypedForm(session, self.title, boxes, self.unsaved)
        self.save_button = KeyedButton(
            self.tr("Save"), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        self.save_by_key(self.save)
        self.save_button.clicked.connect(self.save)
        for field in (self.weeks, self.first):
            field.line.returnPressed.connect(self.save)
        heading = SectionHeading(self.tr("Kinds of meeting"))
        listed = Card(column(heading, (self.kinds, 1), margins=(1, 1, 1, 6), spacing=0))
        parts = (self.form_title, self.summary, self.unsaved, *self._fields.values())
        self._body = Scrolling(column(*parts, None, spacing=10, margins=(18, 14, 18, 14)))
        foot = Footer(row(None, self.save_button, margins=(18, 9, 14, 9)))
        form = Card(column((self._body, 1), foot, margins=(1, 1, 1, 1), spacing=0))
        self._sides = row((listed, 4), (form, 6), spacing=12)
        self.setLayout(self._sides)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def reload(self) -> None:
        """Fill the list; the form only where what is kept has changed."""
        store = self.session.store
        self._shown = {each.kind: each for each in patterns(store)}
        rows = [
            EntryRow(kind, "messages", store.label("meeting_kind", kind), self._line(pattern))
            for kind, pattern in self._shown.items()
        ]
        self.kinds.show_rows(rows)
        if not self.kinds.current_id():
            self.kinds.choose_first()
        self._show(self.kinds.current_id())

    def leave(self) -> None:
        self._typed.keep()

    def show_row(self, row: str) -> None:
        self.kinds.choose(row)

    def save(self) -> None:
        """Keep what stands on the form as the school's own way."""
        pattern = self._shown.get(self._kind)
        if pattern is None:
            return
        for field in self._fields.values():
            field.set_problem("")
        weeks, first = self.weeks.text(), self.first.text()
        said = self.tr("“{0}” is not a whole number.")
        typed = {"weeks": weeks, "first_weeks": first}
        wrong = {n: said.format(w) for n, w in typed.items() if w and not w.isdecimal()}
        if wrong:
            self._refuse(wrong)
            return
        own = replace(
            pattern,
            weeks=int(weeks) if weeks else None,
            first_weeks=int(first) if first else None,
            opening=self.opening.text(),
            agenda=_lines(self.agenda),
            checks=_lines(self.checks),
            phrases=_lines(self.phrases),
        )
        try:
            kept = keep_pattern(self.session.store, own)
        except NotReady as refused:
            self._refuse(refused.problems)
        except LiaisonError as refused:
            self._refuse({"": str(refused)})
        else:
            self._typed.forget()
            self._filled = None
            self._show(kept.kind)
            label = self.session.store.label("meeting_kind", kept.kind)
            self.session.say(self.tr("Kept: {0}.").format(label), with_undo=True)

    def _refuse(self, problems: dict[str, str]) -> None:
        for name, sentence in problems.items():
            if name in self._fields:
                self._fields[name].set_problem(sentence)
        self.summary.show_problems(
            [(sentence, self._fields.get(name)) for name, sentence in problems.items()]
        )

    def _line(self, pattern: MeetingPattern) -> str:
        minutes = sum(item_of(each)[1] or 0 for each in pattern.agenda)
        long = self.tr("{0} minutes").format(minutes)
        if pattern.weeks is None:
            return long
        one, more = self.tr("every week"), self.tr("every {0} school weeks")
        return f"{long}, {one if pattern.weeks == 1 else more.format(pattern.weeks)}"

    def _show(self, kind: str) -> None:
        pattern = self._shown.get(kind)
        if pattern is None or (kind == self._kind and pattern == self._filled):
            return
        self._typed.keep()
        for field in self._fields.values():
            field.set_problem("")
        self._refuse({})
        self._kind, self._filled = kind, pattern
        self.form_title.setText(self.session.store.label("meeting_kind", kind))
        self.weeks.set_text(str(pattern.weeks or ""))
        self.first.set_text(str(pattern.first_weeks or ""))
        self.first.setVisible(kind in DECIDED)
        self.opening.setPlainText(pattern.opening)
        self.agenda.setPlainText("\n".join(pattern.agenda))
        self.checks.setPlainText("\n".join(pattern.checks))
        self.phrases.setPlainText("\n".join(pattern.phrases))
        self._typed.begin(kind)

    def _start_afresh(self) -> None:
        self._typed.forget()
        self._filled = None
        self._show(self._kind)
        self.weeks.setFocus()

    def _into_form(self, _kind: str) -> None:
        self.weeks.setFocus()

    def _dress(self) -> None:
        """With large text the form stands below the list."""
        large = scale() > LARGE_TEXT
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if large else direction.LeftToRight)
        self._body.setMinimumHeight(px(150) if large else 0)
        self.kinds.setMinimumHeight(px(110) if large else 0)


def _lines(note: NoteEdit) -> tuple[str, ...]:
    return tuple(line.strip() for line in note.text().splitlines() if line.strip())
