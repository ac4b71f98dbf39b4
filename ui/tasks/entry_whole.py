"""One thing of the record read whole: every word of a note, an order or a barrier."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from liaison.casework.families import whole_family
from liaison.casework.timeline import contact_title
from liaison.model.barrier import Adjustment, Barrier
from liaison.model.contact import Contact
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Entry, fields_of
from liaison.model.follow_up import FollowUp
from liaison.model.meeting import Meeting
from liaison.model.restriction import Restriction
from liaison.model.ruling import heading
from liaison.model.transition import TransitionConcern
from liaison.model.words import field_text
from liaison.store.drafts import Draft
from ui.clipboard import copy_privately
from ui.layouts import Item, boxed, column, row
from ui.screens.screen import Task
from ui.scrolling import Scrolling
from ui.session import Session
from ui.tasks.forms import form_kind
from ui.theme import Step, px
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer, Rule
from ui.widgets.labels import Words

SHOWN = (Contact, FollowUp, Meeting, Barrier, Adjustment, TransitionConcern, Restriction)
CLASSES: dict[str, type[Entry]] = {cls.table: cls for cls in SHOWN}
HIGH = 300


class EntryWhole(Task):
    """Label and words of every field that holds something. ``subject`` is table/id."""

    kind: ClassVar[str] = "entry"
    title: ClassVar[str] = "In full"
    menu: ClassVar[str] = ""
    wide: ClassVar[int] = 620

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._copied: list[str] = []
        parts: list[Item] = []
        for number, entry in enumerate(self.entries()):
            record = whole_family(session.store, entry.family)
            if number:
                parts.append(Rule())
            parts += self._lines(entry, record)
        self._copy = KeyedButton(self.tr("&Copy"), icon_name="copy")
        self._copy.clicked.connect(self._copy_words)
        self._close = KeyedButton(self.tr("Close"), Kind.PRIMARY, key="Esc")
        self._close.clicked.connect(self.closing)
        body = Scrolling(column(*parts, None, margins=(20, 4, 20, 14), spacing=8))
        body.setMinimumHeight(px(HIGH))
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setAccessibleName(". ".join(self._copied))
        buttons = row(*self.more_buttons(), None, self._copy, self._close, margins=(20, 10, 14, 10))
        self.fill(boxed(column(body)), Footer(buttons, radius=11))
        body.setFocus()

    def more_buttons(self) -> list[KeyedButton]:
        """What else can be done with it."""
        change = KeyedButton(self.tr("C&hange"), icon_name="pencil", key="F2")
        change.clicked.connect(self._change)
        change.setShortcut(QKeySequence("F2"))
        history = KeyedButton(self.tr("History"), Kind.QUIET, icon_name="history", key="Ctrl+H")
        history.clicked.connect(self._show_history)
        history.setShortcut(QKeySequence("Ctrl+H"))
        return [change, history]

    def entries(self) -> list[Entry]:
        """What is shown, one below the other."""
        table, _, id = self.subject.partition("/")
        return [self.session.store.get(CLASSES[table], id)]

    def _lines(self, entry: Entry, record: FamilyRecord) -> list[Item]:
        title = self._title_of(entry, record)
        self._copied.append(title)
        lines: list[Item] = [Words(title, Step.CARD, wrap=True)]
        for label, words in shown_fields(entry, record, self.session):
            self._copied.append(f"{label}: {words}")
            name = Words(label, Step.CAPTION, "muted")
            name.setFixedWidth(px(150))
            said = Words(words, wrap=True)
            said.setAccessibleName(f"{label}: {words}")
            line = row(name, (said, 1), spacing=12)
            lines.append(line)
        return lines

    def _title_of(self, entry: Entry, record: FamilyRecord) -> str:
        if isinstance(entry, Contact):
            return contact_title(entry, record, self.session.store.label)
        if isinstance(entry, Restriction):
            return f"{heading(entry)}: {record.names.get(entry.adult, '')}"
        return type(entry).title

    def _change(self) -> None:
        table, _, id = self.subject.partition("/")
        self.session.open(form_kind(CLASSES[table]), id)

    def _show_history(self) -> None:
        self.session.open("history", self.subject)

    def _copy_words(self) -> None:
        copy_privately("\n".join(self._copied))
        self.session.say(self.tr("Copied."))


class RestrictionsWhole(EntryWhole):
    """Every restriction of one family, in full. ``subject`` is the family."""

    kind: ClassVar[str] = "restrictions"
    title: ClassVar[str] = "Restrictions"

    def more_buttons(self) -> list[KeyedButton]:
        return []

    def entries(self) -> list[Entry]:
        found = self.session.store.find(Restriction, "family = :family", family=self.subject)
        return [*found]


def shown_fields(entry: Entry, record: FamilyRecord, session: Session) -> list[tuple[str, str]]:
    """Label and words of each field that holds something; ids of people as their names."""
    found = []
    for bound in fields_of(type(entry)):
        value = getattr(entry, bound.name)
        words = field_text(bound, _named(value, record), session.store.label)
        if bound.about.listed and words and value is not False:
            found.append((bound.about.label, words))
    return found


def _named(value: object, record: FamilyRecord) -> object:
    """Names for ids of the family's people; anything else as it is."""
    if isinstance(value, tuple):
        return tuple(record.names.get(each, each) for each in value)
    return record.names.get(value, value) if isinstance(value, str) else value
