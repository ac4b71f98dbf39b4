"""The panel around every form: what is wrong on top, the form, and a footer that stays."""

import json
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison.errors import ChangedMeanwhile, LiaisonError, NotReady
from liaison.store.drafts import Draft
from liaison.store.ids import new_id
from ui.choose_family import ChooseFamily
from ui.forms.both_texts import BothTexts
from ui.forms.entry_form import EntryForm
from ui.forms.laid_out import FormColumn
from ui.forms.subjects import Start, start
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.labels import SignedWords, Words
from ui.widgets.notice import Notice

TYPING_MS = 1500
ANOTHER = "another-family"
"""A subject that is none: the family is asked for, whatever the screen shows."""


class EditEntry(Task):
    """Fills in one form. ``subject`` is the entry to change, or what a new one is about.

    Without a subject it first asks for the family. What is typed is kept as a draft until it is
    saved, and offered again when the same form is opened on the same subject.
    """

    form: ClassVar[type[EntryForm[Any]]]
    menu: ClassVar[str] = ""
    wide: ClassVar[int] = 720
    any_family: ClassVar[bool] = False
    """Whether a new one offers another family than the one the screen shows."""

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        kept = _read(draft)
        super().__init__(session, str(kept.get("subject", subject)), draft)
        begun = self.begin()
        self._touched = False
        if begun is None:
            self.editing: EntryForm[Any] | None = None
            self._ask_for_family()
            return
        self._make(begun)
        self._resume()

    def begin(self) -> Start | None:
        """What the form starts with; None when no family is known yet."""
        return start(self.form, self.session.store, self.subject, self.session.today())

    def whose(self, begun: Start) -> str:
        """What stands below the title: the family's name."""
        return begun.ground.record.family.name

    def saved(self, entry: Any) -> None:
        """The entry is in the record."""

    def save(self) -> None:
        """Keep it, or say what stands in the way; what was typed stays."""
        form = self.editing
        if form is None or self._show_problems(form.problems()):
            return
        try:
            entry, warnings = form.keep()
        except NotReady as unready:
            self._show_problems(unready.problems)
        except ChangedMeanwhile as met:
            self._show_problems({})
            self.both.show_both(met)
            self.column.verticalScrollBar().setValue(0)
        except LiaisonError as refused:
            self._say([(str(refused), None)])
        else:
            self._forget_draft()
            title = type(entry).title
            said = " ".join((self.tr("{0}: saved.").format(title), *warnings))
            self.session.say(said, with_undo=True)
            self.done.emit()
            self.saved(entry)

    def keep_draft(self) -> None:
        """Keep what stands on the form, so that nothing typed is lost."""
        form = self.editing
        if form is None or not self._touched:
            return
        entry = form.started_with
        body = {"subject": self.subject, "version": entry.version, "fields": form.kept()}
        id = self.draft.id if self.draft else new_id()
        family = form.ground.record.family.id
        self.draft = Draft(id, self.kind, family, json.dumps(body))
        try:
            self.session.store.keep_draft(self.draft)
        except LiaisonError as refused:
            self._say_kept(str(refused))
            return
        now = self.session.store.now().astimezone()
        self._say_kept(self.tr("Draft kept {0}").format(f"{now:%H:%M}"))

    def leave(self) -> None:
        self.keep_draft()

    def start_afresh(self) -> None:
        """Throw away what was typed earlier."""
        begun = self.begin()
        if self.editing is None or begun is None:
            return
        self._forget_draft()
        self.editing.show_entry(begun.entry)
        self._resumed.say("")
        _focus_first(self.editing)

    def _make(self, begun: Start) -> None:
        self.editing = form = self.form(begun.entry, begun.ground)
        self.summary = ErrorSummary()
        self.both = BothTexts()
        self.both.mine_chosen.connect(self._save_mine)
        self.both.theirs_chosen.connect(self._take_theirs)
        self._resumed = Notice(self.tr("Start afresh"))
        self._resumed.pressed.connect(self.start_afresh)
        free = self.any_family and begun.ground.record.family.id == self.subject
        on_top = boxed(self._named(self.whose(begun), free=free))
        parts = (self.summary, self._resumed, self.both, form)
        inner = column(*parts, None, margins=(20, 2, 20, 16), spacing=10)
        self.column = FormColumn(inner, width=self.wide - 2)
        self._kept = SignedWords("pencil")
        self._kept.hide()
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        self.save_button = KeyedButton(
            self.tr("Save"), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        self.save_button.clicked.connect(self.save)
        foot = row(self._kept, None, cancel, self.save_button, margins=(20, 10, 14, 10))
        body = column(on_top, (self.column, 1), spacing=0)
        self.fill(boxed(body), Footer(foot, radius=11))
        if free:
            _focus_first(form)
        form.entered.connect(self.column.show_widget)
        form.edited.connect(self._edited)
        keys = (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("Alt+D", form.to_date))
        for key, method in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(method)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.keep_draft)

    def _named(self, whose: str, *, free: bool) -> QHBoxLayout:
        about = Words(whose, Step.STRONG)
        self.another = KeyedButton(self.tr("Another family"), Kind.QUIET, icon_name="users")
        self.another.clicked.connect(self._ask_anew)
        if not whose:
            about.hide()
        if not free:
            self.another.hide()
        return row(about, self.another, None, margins=(20, 0, 20, 6), spacing=6)

    def _ask_for_family(self) -> None:
        choose = ChooseFamily(self.session)
        choose.chosen.connect(self._open_for)
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        foot = row(None, cancel, margins=(20, 10, 14, 10))
        body = column((choose, 1), margins=(20, 4, 20, 12))
        self.fill(boxed(body), Footer(foot, radius=11))

    def _ask_anew(self) -> None:
        self.session.open(self.kind, ANOTHER)

    def _open_for(self, family: str) -> None:
        self.session.open(self.kind, family)

    def _resume(self) -> None:
        """Show the draft handed over, or the one kept for the same subject."""
        form = self.editing
        if self.draft is None:
            self.draft = self._draft_kept()
        kept = _read(self.draft)
        if form is None or self.draft is None or "fields" not in kept:
            return
        entry = form.started_with
        form.started_with = replace(entry, version=str(kept.get("version", entry.version)))
        form.resume(kept["fields"])
        self._touched = True
        when = self.draft.kept_at.astimezone() if self.draft.kept_at else None
        said = self.tr("Not saved yet: what you typed at {0}.")
        self._resumed.say(said.format(f"{when:%H:%M}") if when else "", with_button=True)

    def _draft_kept(self) -> Draft | None:
        return next(
            (
                each
                for each in self.session.store.drafts()
                if each.kind == self.kind and _read(each).get("subject") == self.subject
            ),
            None,
        )

    def _forget_draft(self) -> None:
        self._touched = False
        if self.draft is not None:
            self.session.store.drop_draft(self.draft.id)
            self.draft = None
        self._say_kept("")

    def _say_kept(self, words: str) -> None:
        self._kept.set_words(words)
        self._kept.setVisible(bool(words))

    def _edited(self) -> None:
        self._touched = True
        self._typing.start()

    def _show_problems(self, found: dict[str, str]) -> bool:
        form = self.editing
        if form is None:
            return False
        self._say(form.show_problems(found))
        return bool(found)

    def _say(self, problems: list[tuple[str, QWidget | None]]) -> None:
        """On top of the form, and in sight."""
        self.summary.show_problems(problems)
        if problems:
            self.column.verticalScrollBar().setValue(0)

    def _save_mine(self) -> None:
        """What was typed stands, over what was saved meanwhile."""
        if self.editing is not None:
            self.editing.started_with = self._as_it_stands(self.editing)
            self.both.hide()
            self.save()

    def _take_theirs(self) -> None:
        """What was saved meanwhile stands; what was typed is let go."""
        if self.editing is not None:
            self.both.hide()
            self._forget_draft()
            self.editing.show_entry(self._as_it_stands(self.editing))
            _focus_first(self.editing)

    def _as_it_stands(self, form: EntryForm[Any]) -> Any:
        entry = form.started_with
        now = self.session.store.first(type(entry), "id = :id", deleted=True, id=entry.id)
        return replace(now, deleted=False) if now is not None else entry


def _focus_first(form: EntryForm[Any]) -> None:
    """Into the first field that is shown."""
    if first := next((each for each in form.fields.values() if each.isVisibleTo(form)), None):
        first.setFocus()


def _read(draft: Draft | None) -> dict[str, Any]:
    """What a draft holds; nothing when it is not a form's."""
    try:
        found = json.loads(draft.body) if draft else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
