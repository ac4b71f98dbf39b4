"""Who looked at a family, and who wrote about it: always noted, and nothing switches it off."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt

from liaison.casework.family_history import LookedOn, Wrote, who_looked, who_wrote
from liaison.dates import medium_date
from liaison.model.family import Family
from liaison.store.changes import Kind as ChangeKind
from liaison.store.drafts import Draft
from ui.delegates.entries import EntryRow, HeadingRow
from ui.delegates.rows import PaintedRow, RowList
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step, px
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.labels import SignedWords, Words

HIGH = 300


class FamilyHistory(Task):
    """Days and names, the newest first. ``subject`` is the family."""

    kind: ClassVar[str] = "family-history"
    title: ClassVar[str] = "Who looked and who wrote"
    icon: ClassVar[str] = "history"
    key: ClassVar[str] = "Ctrl+Shift+H"
    wide: ClassVar[int] = 640

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        session.write_looks()
        family = session.store.first(Family, "id = :id", deleted=True, id=subject)
        self.list = RowList(self.tr("Who looked and who wrote"))
        self.list.setMinimumHeight(px(HIGH))
        self.list.setSelectionRectVisible(False)
        words = family.name if family else self.tr("Open a family first, then ask for its history.")
        why = SignedWords(
            "eye",
            self.tr("Who opens a family is always noted, with the day. It cannot be switched off."),
            Step.CAPTION,
            tone="muted",
            icon_tone="muted",
        )
        why.words.setWordWrap(True)
        close = KeyedButton(self.tr("Close"), Kind.PRIMARY, key="Esc")
        close.clicked.connect(self.closing)
        body = column(
            row(Words(words, Step.CARD, wrap=True), margins=(14, 0, 14, 0)),
            (self.list, 1),
            margins=(6, 0, 6, 8),
            spacing=4,
        )
        foot = row((why, 1), close, margins=(20, 10, 14, 10), spacing=12)
        self.fill(boxed(body), Footer(foot, radius=11))
        if family is not None:
            self.list.show_rows(self._rows(family.id))
        self.list.setVisible(family is not None)
        self.list.choose_first()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self, family: str) -> list[PaintedRow]:
        looked, wrote = (
            who_looked(self.session.store, family),
            who_wrote(self.session.store, family),
        )
        rows: list[PaintedRow] = [HeadingRow(self.tr("Looked at it"), len(looked))]
        rows += [self._looked(each) for each in looked]
        rows.append(HeadingRow(self.tr("Wrote about it"), len(wrote)))
        rows += [self._wrote(number, each) for number, each in enumerate(wrote)]
        return rows

    def _looked(self, looked: LookedOn) -> EntryRow:
        return EntryRow(
            looked.day.isoformat(), "eye", medium_date(looked.day), ", ".join(looked.names)
        )

    def _wrote(self, number: int, wrote: Wrote) -> EntryRow:
        at = wrote.at
        day = medium_date(date(at.year, at.month, at.day))
        saved = wrote.kind is ChangeKind.SAVE
        what = ", ".join(wrote.what) or str(wrote.kind.label)
        if not saved and wrote.what:
            what = f"{wrote.kind.label}: {what}"
        line = f"{wrote.by}, {day}"
        return EntryRow(f"{number}", "pencil", what, line, at_right=f"{at:%H:%M}")
