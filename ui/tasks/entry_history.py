"""What happened to one entry: who changed what, and when, the newest first."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt

from liaison.casework.history import FieldChange, Version, history
from liaison.dates import long_date
from liaison.model import ENTRIES
from liaison.model.fields import Entry
from liaison.store.changes import Kind as ChangeKind
from liaison.store.drafts import Draft
from ui.forms.laid_out import FormColumn
from ui.layouts import Item, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer, Rule
from ui.widgets.labels import Words

CLASSES: dict[str, type[Entry]] = {cls.table: cls for cls in ENTRIES}


class EntryHistory(Task):
    """Every version in words. ``subject`` is table/id."""

    kind: ClassVar[str] = "history"
    title: ClassVar[str] = "History"
    icon: ClassVar[str] = "history"
    menu: ClassVar[str] = ""
    wide: ClassVar[int] = 640

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        table, _, id = subject.partition("/")
        cls = CLASSES.get(table)
        found = session.store.first(cls, "id = :id", deleted=True, id=id) if cls else None
        versions = history(session.store, found) if found else []
        parts: list[Item] = [Words(found.title, Step.CARD)] if found else []
        for number, version in enumerate(versions):
            if number:
                parts.append(Rule())
            parts += self._version(version)
        if not versions:
            parts.append(Words(self.tr("Nothing is known about it."), tone="muted", wrap=True))
        self.said = [part.text() for part in parts if isinstance(part, Words)]
        body = FormColumn(column(*parts, None, margins=(20, 4, 20, 14)), width=self.wide - 2)
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setAccessibleName(". ".join(self.said))
        close = KeyedButton(self.tr("Close"), Kind.PRIMARY, key="Esc")
        close.clicked.connect(self.closing)
        self.fill(body, Footer(row(None, close, margins=(20, 10, 14, 10)), radius=11))
        body.setFocus()

    def _version(self, version: Version) -> list[Item]:
        at = version.at.astimezone()
        when = f"{long_date(date(at.year, at.month, at.day))}, {at:%H:%M}"
        if version.elsewhere:
            when = self.tr("{0}, on another laptop or before a backup was restored").format(when)
        lines: list[Item] = [
            Words(f"{self._what(version)}, {version.by}", Step.STRONG, wrap=True),
            Words(when, Step.CAPTION, "muted", wrap=True),
        ]
        if version.taken_back_by:
            said = self.tr("Taken back later by {0}").format(version.taken_back_by)
            lines.append(Words(said, Step.CAPTION, "muted", wrap=True))
        lines += [Words(self._line(version, each), wrap=True) for each in version.fields]
        return lines

    def _line(self, version: Version, change: FieldChange) -> str:
        if version.first or not change.before:
            return f"{change.label}: {change.after}"
        if not change.after:
            return self.tr("{0}: “{1}” was taken out").format(change.label, change.before)
        return self.tr("{0}: “{1}” became “{2}”").format(change.label, change.before, change.after)

    def _what(self, version: Version) -> str:
        if version.kind is ChangeKind.SAVE:
            return self.tr("Written down") if version.first else self.tr("Changed")
        return str(version.kind.label)
