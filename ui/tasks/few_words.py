"""A deed that asks for a word or two first: a day, a name, a reason."""

import json
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from liaison.errors import LiaisonError, NotReady
from liaison.store.drafts import Draft
from liaison.store.ids import new_id
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Words

ABOUT_WIDTH = 480


class FewWords(Task):
    """What it is about, a few fields, and one button.

    What was typed is kept when it is left unfinished; ``fields`` are its fields by name.
    """

    menu: ClassVar[str] = ""
    wide: ClassVar[int] = 560

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        kept: dict[str, str] = json.loads(draft.body) if draft else {}
        super().__init__(session, kept.pop("subject", subject), draft)
        self._family, what, *more = self.begin()
        self.summary = ErrorSummary()
        about = Words(what, Step.STRONG, wrap=True)
        about.setMinimumWidth(ABOUT_WIDTH)
        if not what:
            about.hide()
        self.fields = self.made_fields()
        for name, line in self._lines().items():
            line.set_text(kept.get(name, line.text()))
            line.line.returnPressed.connect(self.save)
        self._began = self._all_typed()
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        self.save_button = KeyedButton(
            self.button_words(), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        self.save_button.clicked.connect(self.save)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        body = column(
            self.summary,
            about,
            Words(" · ".join(filter(None, more)), tone="muted"),
            *self.fields.values(),
            margins=(20, 2, 20, 14),
            spacing=8,
        )
        foot = row(None, cancel, self.save_button, margins=(20, 10, 14, 10))
        self.fill(boxed(body), Footer(foot, radius=11))
        next(iter(self.fields.values())).setFocus()

    def begin(self) -> Sequence[str]:
        """Read what ``subject`` is: the id of its family, what it is about, and more on that."""
        return "", ""

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
        return self._all_typed()[name]

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
        typed = self._all_typed()
        if typed == self._began:
            return
        id = self.draft.id if self.draft else new_id()
        body = json.dumps({"subject": self.subject, **typed}, ensure_ascii=False)
        self.draft = Draft(id, self.kind, self._family, body)
        try:
            self.session.store.keep_draft(self.draft)
        except LiaisonError as refused:
            self.session.say(str(refused))

    def _lines(self) -> dict[str, LineField]:
        return {name: each for name, each in self.fields.items() if isinstance(each, LineField)}

    def _all_typed(self) -> dict[str, str]:
        return {name: each.text() for name, each in self._lines().items()}
