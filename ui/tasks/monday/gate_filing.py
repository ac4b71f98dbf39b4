"""Gate notes find their families: one after the other, each becomes a contact at its own time."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from liaison.casework.contacts import part_of
from liaison.casework.gate_notes import (
    GateNote,
    drop_gate_note,
    file_gate_note,
    gate_notes,
    keep_gate_note,
)
from liaison.dates import day_in_list
from liaison.errors import LiaisonError, NotReady
from liaison.model.contact import Contact, Direction, Part
from liaison.store.drafts import Draft
from ui import dialogs
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.tasks.log_contact.about import AboutChoice
from ui.tasks.log_contact.how import choose, fill
from ui.tasks.log_contact.who import WhoField
from ui.tasks.monday.gate_people import GatePeople
from ui.theme import Step, px
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import Field, NoteEdit
from ui.widgets.labels import Words
from ui.widgets.notice import Notice

LIST_WIDTH = 230


class GateFiling(Task):
    """The notes at the left, the oldest first; the one chosen is filed at the right."""

    kind: ClassVar[str] = "gate"
    title: ClassVar[str] = "Gate notes to file"
    icon: ClassVar[str] = "folder"
    menu: ClassVar[str] = "record"
    wide: ClassVar[int] = 820

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, "", draft)
        self.setProperty("panel", True)
        self._notes: dict[str, GateNote] = {}
        self._note: GateNote | None = None
        self._make_fields()
        self._make_footer()
        self.fill(boxed(self._arranged()), Footer(self._foot, radius=11))
        keys = QShortcut(self)
        keys.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save)
        self._fill_list()
        if draft is not None:
            self.list.choose(draft.id)
        self._begin_typing()

    def _make_fields(self) -> None:
        store = self.session.store
        self.summary = ErrorSummary()
        self.list = RowList(self.tr("Notes to file"))
        self.list.setFixedWidth(px(LIST_WIDTH))
        self.list.moved.connect(self._show_note)
        self._nothing = Notice()
        self._when = Words("", Step.CAPTION, "muted")
        self.words = NoteEdit(self.tr("Note"), lines=3)
        self.who = WhoField(store, self.session.today())
        self.who.chosen.connect(self._somebody_chosen)
        self.who.edited.connect(self._nobody_chosen)
        self.who.line.returnPressed.connect(self.who.settle)
        self.people = GatePeople()
        self.about = AboutChoice()
        self.outcome = QComboBox()
        outcomes = [each for each in store.choices("outcome") if "task" not in each.flags]
        fill(self.outcome, [(each.code, each.label) for each in outcomes])

    def _arranged(self) -> QVBoxLayout:
        outcome = Words(self.tr("Ou&tcome"))
        outcome.setTextFormat(outcome.textFormat().AutoText)
        outcome.setBuddy(self.outcome)
        self.outcome.setAccessibleName(self.tr("Outcome"))
        note = Field(self.tr("&Note"), self.words, beside=True)
        self._form = boxed(
            column(
                self._when,
                note,
                self.who,
                self.people,
                self.about,
                row(outcome, (self.outcome, 1), spacing=10),
                None,
                spacing=8,
            )
        )
        return column(
            self.summary,
            self._nothing,
            (row(self.list, (self._form, 1), spacing=16), 1),
            margins=(20, 4, 20, 14),
            spacing=8,
        )

    def _make_footer(self) -> None:
        self._throw = KeyedButton(self.tr("Thr&ow this note away"), Kind.QUIET)
        self._throw.clicked.connect(self.throw_away)
        self._close = KeyedButton(self.tr("Close"), Kind.QUIET, key="Esc")
        self._close.clicked.connect(self.closing)
        self.save_button = KeyedButton(
            self.tr("File it"), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        self.save_button.clicked.connect(self.save)
        self._foot = row(self._throw, None, self._close, self.save_button, margins=(20, 10, 14, 10))

    def save(self) -> None:
        """The note becomes a contact with this family; the next note is shown."""
        if self._note is None:
            return
        self.who.settle()
        store, note, who = self.session.store, self._note, self.who.who
        try:
            contact = self._contact(who.family)
            part = part_of(store, contact.outcome)
            people = [(who.person, part)] if who.person else []
            people += [each for each in self.people.parts() if each[0] != who.child]
            people += [(who.child, Part.SUBJECT)] if who.child else []
            logged = file_gate_note(
                store,
                GateNote(self.words.text(), note.day, note.at, note.id),
                contact,
                people=people,
                today=self.session.today(),
            )
        except NotReady as unready:
            self._show_problems(unready.problems)
            return
        except LiaisonError as refused:
            self._show_problems({"": str(refused)})
            return
        self._note = None
        self.session.say(" ".join((self.tr("Filed: {0}.").format(who.title), *logged.warnings)))
        self._next()

    def throw_away(self) -> None:
        """Drop the note that is chosen, once she is sure."""
        if self._note is None:
            return
        title = self.tr("Throw the note away")
        question = self.tr("Throw this note away? It cannot be brought back.")
        if dialogs.ask_sure(self, title, question):
            drop_gate_note(self.session.store, self._note)
            self._note = None
            self._next()

    def leave(self) -> None:
        """Closed or locked: what was put right in the words is kept."""
        note, words = self._note, self.words.text()
        if note is not None and words and words != note.words:
            keep_gate_note(self.session.store, replace(note, words=words))

    def _contact(self, family: str) -> Contact:
        """What stands in the form, or ``NotReady`` with what is missing."""
        outcome = self.outcome.currentData()
        problems = {}
        if not family:
            problems["family"] = self.tr("Say who it was: pick an adult, a child or a family.")
        if not self.words.text():
            problems["note"] = self.tr("Write down what was seen or said.")
        reached = self.session.store.flagged("outcome", outcome, "reached")
        if reached and self.about.about() is None:
            problems["about"] = self.tr("Say what it was about: good news, everyday or a worry.")
        if problems:
            raise NotReady(problems)
        return Contact(
            family=family,
            held_on=self.session.today(),
            channel="gate",
            direction=Direction.THEY,
            outcome=outcome,
            about=self.about.about(),
            told=self.people.told(),
        )

    def _show_problems(self, problems: dict[str, str]) -> None:
        editors = {
            "family": self.who.line,
            "note": self.words,
            "about": next(iter(self.about.buttons.values())),
        }
        self.who.field.set_problem(problems.get("family", ""))
        self.summary.show_problems([(said, editors.get(name)) for name, said in problems.items()])

    def _next(self) -> None:
        self._fill_list()
        if self._notes:
            self._begin_typing()
        else:
            self.done.emit()

    def _fill_list(self) -> None:
        notes, today = gate_notes(self.session.store), self.session.today()
        self._notes = {each.id: each for each in notes}
        self.list.show_rows(
            [
                EntryRow(
                    each.id,
                    "note",
                    " ".join(each.words.split()),
                    f"{day_in_list(each.day, today)}, {each.at}",
                )
                for each in notes
            ]
        )
        if not self.list.current_id():
            self.list.choose_first()
        self._nothing.say("" if notes else self.tr("No note waits to be filed."))
        for part in (self.list, self._form, self._throw, self.save_button):
            part.setVisible(bool(notes))

    def _show_note(self, id: str) -> None:
        note = self._notes.get(id)
        if note is None or note == self._note:
            return
        self.leave()
        self._note = note
        self._when.setText(f"{day_in_list(note.day, self.session.today())}, {note.at}")
        self.words.setPlainText(note.words)
        self.who.line.clear()
        self.who.line.textEdited.emit("")
        self.about.set_about(None)
        choose(self.outcome, "spoke")
        self._show_problems({})

    def _begin_typing(self) -> None:
        if self._notes:
            self.who.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _somebody_chosen(self) -> None:
        who = self.who.who
        self.people.show_people(self.who.record, who.person, who.child)

    def _nobody_chosen(self) -> None:
        self.people.show_people(None, "", "")
