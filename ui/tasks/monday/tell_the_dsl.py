"""Worried about a child's safety: whom to tell now, and the slip with the exact words."""

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from liaison.casework.telling_the_dsl import hand_over_slip
from liaison.errors import LiaisonError, UnknownValue
from liaison.model.dsl import DslSlip
from liaison.model.fields import SETTINGS_STREAM
from liaison.sheets.dsl_slip import SlipWords, dsl_footer, dsl_slip
from liaison.store.drafts import Draft
from liaison.store.ids import new_id
from ui import dialogs
from ui.layouts import boxed, column, row
from ui.paper import print_sheet
from ui.screens.screen import Task
from ui.session import Session
from ui.tasks.log_contact.moment import Moment, read_moment
from ui.tasks.monday.routes import Routes
from ui.tasks.monday.slip_typed import HANDED_OVER, WRITING, SlipTyped, left_over
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer, Rule
from ui.widgets.fields import Field, LineField, NoteEdit

KEEP_MS = 1000


class TellTheDsl(Task):
    """The words stay in a draft until the slip is confirmed by name; no entry ever holds them."""

    kind: ClassVar[str] = WRITING
    title: ClassVar[str] = "Worried about a child’s safety? Tell the DSL now"
    icon: ClassVar[str] = "lifebuoy"
    key: ClassVar[str] = "Ctrl+Shift+T"
    menu: ClassVar[str] = "record"
    wide: ClassVar[int] = 700

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        draft = draft or left_over(session.store)
        super().__init__(session, "", draft)
        self._draft_id = draft.id if draft else new_id()
        now = session.store.now().astimezone()
        self._now = datetime.combine(session.today(), now.time())
        self._printed = False
        self.summary = ErrorSummary()
        self.about = LineField(self.tr("A&bout"), placeholder=self.tr("Name, year"), beside=True)
        self.words = NoteEdit(self.tr("Exact words"), lines=4)
        self._words = Field(self.tr("&Words"), self.words, beside=True)
        self.words.setPlaceholderText(
            self.tr("What was said or seen, word for word. No opinion, no questions.")
        )
        self.when = LineField(self.tr("W&hen"), beside=True)
        self.signed = LineField(self.tr("Si&gned"), beside=True)
        self.handed_to = LineField(
            self.tr("Handed &to"), placeholder=self.tr("Who has the slip in hand"), beside=True
        )
        self._make_footer()
        signed = row((self.when, 2), (self.signed, 3), spacing=18)
        fields = (self.about, self._words, signed, self.handed_to)
        body = column(
            self.summary, Routes(), Rule(), *fields, None, margins=(20, 4, 20, 14), spacing=8
        )
        self.fill(boxed(body), Footer(self._foot, radius=11))
        keys = QShortcut(QKeySequence("Ctrl+P"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.print_slip)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_MS)
        self._keeping.timeout.connect(self.keep)
        first = SlipTyped(signed=session.settings.officer, when=f"{self._now:%H:%M}")
        self._show(SlipTyped.from_text(draft.body) if draft else first)
        self._kept = self.typed()
        for line in (self.about, self.when, self.signed, self.handed_to):
            line.line.textChanged.connect(self._changed)
        self.words.textChanged.connect(self._changed)
        self.about.line.setFocus()

    def _make_footer(self) -> None:
        self._throw = KeyedButton(self.tr("Thr&ow away"), Kind.QUIET)
        self._throw.clicked.connect(self.throw_away)
        self._throw.setVisible(self.draft is not None)
        self._close = KeyedButton(self.tr("Close"), Kind.QUIET, key="Esc")
        self._close.clicked.connect(self.closing)
        self.over_button = KeyedButton(self.tr("It is hande&d over"))
        self.over_button.clicked.connect(self.hand_over)
        self.print_button = KeyedButton(
            self.tr("Print the slip"), Kind.PRIMARY, icon_name="printer", key="Ctrl+P"
        )
        self.print_button.clicked.connect(self.print_slip)
        self._foot = row(
            self._throw,
            None,
            self._close,
            self.over_button,
            self.print_button,
            margins=(20, 10, 14, 10),
        )

    def typed(self) -> SlipTyped:
        """Everything as it stands."""
        return SlipTyped(
            self.about.text(),
            self.words.toPlainText(),
            self.when.text(),
            self.signed.text(),
            self.handed_to.text(),
            self._printed,
        )

    def keep(self) -> None:
        """Keep what was typed, if anything was."""
        self._keeping.stop()
        if self.typed() == self._kept:
            return
        self._keep_as(WRITING)

    def kept_as(self) -> str:
        return self._draft_id

    def leave(self) -> None:
        """Closed or locked: nothing that was typed is lost."""
        self.keep()

    def print_slip(self) -> None:
        """Words from memory onto paper; nothing of it is stored but the draft."""
        moment = self._ready(self._problems(handed=False))
        if moment is None:
            return
        typed, settings = self.typed(), self.session.settings
        slip = SlipWords(
            about=typed.about,
            words=typed.words,
            heard_on=moment[0],
            heard_at=moment[1],
            signed=typed.signed,
            role=settings.officer_role if typed.signed == settings.officer else "",
            handed_to=typed.handed_to,
        )
        footer = dsl_footer(self.session.store.now().astimezone())
        try:
            body = dsl_slip(slip, school=settings.school)
            paper = print_sheet(self, self.tr("Print the slip"), body, footer)
            self._printed = self._printed or paper is not None
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), self.print_button)])
            return
        self.keep()
        if self._printed:
            self.handed_to.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_over(self) -> None:
        """It is in somebody's hand: from now on it waits on Today until that is confirmed."""
        moment = self._ready(self._problems(handed=True))
        if moment is None or not self._is_on_paper():
            return
        self._keeping.stop()
        self._keep_as(HANDED_OVER)
        slip = DslSlip(
            family=SETTINGS_STREAM,
            written_on=moment[0],
            written_at=moment[1],
            draft=self._draft_id,
            handed_to=self.handed_to.text(),
        )
        try:
            hand_over_slip(self.session.store, slip)
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), self.over_button)])
            return
        self._kept = self.typed()
        self.session.say(self.tr("Handed over. 1 to confirm, on Today."))
        self.done.emit()

    def throw_away(self) -> None:
        """Drop the draft, once she is sure."""
        title = self.tr("Throw the words away")
        question = self.tr("Throw away what is written here? It cannot be brought back.")
        if dialogs.ask_sure(self, title, question):
            self._keeping.stop()
            self.session.store.drop_draft(self._draft_id)
            self._kept = self.typed()
            self.done.emit()

    def _keep_as(self, kind: str) -> None:
        typed = self.typed()
        try:
            self.session.store.keep_draft(Draft(self._draft_id, kind, "", typed.as_text()))
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), self.words)])
            return
        self._kept = typed
        self._throw.show()

    def _show(self, typed: SlipTyped) -> None:
        self.about.set_text(typed.about)
        self.words.setPlainText(typed.words)
        self.when.set_text(typed.when)
        self.signed.set_text(typed.signed)
        self.handed_to.set_text(typed.handed_to)
        self._printed = typed.printed

    def _changed(self) -> None:
        self._keeping.start()

    def _problems(self, *, handed: bool) -> dict[str, str]:
        problems = {}
        if not self.words.text():
            problems["words"] = self.tr("Write down the exact words, or what was seen.")
        if not self.signed.text():
            problems["signed"] = self.tr("Sign it with your name.")
        if handed and not self.handed_to.text():
            problems["handed_to"] = self.tr("Say who has the slip in hand.")
        return problems

    def _ready(self, problems: dict[str, str]) -> Moment | None:
        moment: Moment | None = None
        try:
            moment = read_moment(self.when.text(), self._now)
        except UnknownValue as unknown:
            problems["when"] = str(unknown)
        fields: dict[str, Field] = {
            "words": self._words,
            "when": self.when,
            "signed": self.signed,
            "handed_to": self.handed_to,
        }
        for name, field in fields.items():
            field.set_problem(problems.get(name, ""))
        self.summary.show_problems([(said, fields[name]) for name, said in problems.items()])
        return None if problems else moment

    def _is_on_paper(self) -> bool:
        if self._printed:
            return True
        title = self.tr("The slip was not printed")
        question = self.tr(
            "The words here are thrown away once it is confirmed. Are they on paper?"
        )
        return dialogs.ask_sure(self, title, question)
