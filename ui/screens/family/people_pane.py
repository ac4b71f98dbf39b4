"""Who belongs to the family and how to reach them, in the order of ringing."""

from datetime import date

from PySide6.QtWidgets import QWidget

from liaison.dates import short_date, year_now, year_words
from liaison.model.family_record import FamilyRecord
from liaison.model.person import Person, PersonKind, SenStatus
from liaison.model.restriction import Restriction
from liaison.model.ruling import is_over
from liaison.store.store import Store
from ui.clipboard import copy_privately
from ui.delegates.entries import PersonRow
from ui.delegates.rows import RowList
from ui.layouts import column
from ui.reach_words import Line, reach_lines
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.labels import Words

SLIM = 226
"""The width the list has at the usual text size, beside a scroll bar."""

NARROWEST = 120
"""In a narrow column words wrap rather than push its edge out of sight."""


class PeoplePane(QWidget):
    """Adults first, the one to ring first on top; then the children; then what works with them."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.list = RowList(self.tr("People"), fit=True)
        self._works = Words("", wrap=True)
        self._works.setMinimumWidth(NARROWEST)
        self._works_card = Card(
            column(
                SectionHeading(self.tr("What works")),
                _indented(self._works),
                margins=(1, 1, 1, 12),
                spacing=0,
            )
        )
        nobody = self.tr("Nobody yet: choose Add, then Person.")
        self._nobody = _indented(Words(nobody, tone="muted", wrap=True))
        people = column(
            SectionHeading(self.tr("People")),
            self._nobody,
            self.list,
            margins=(1, 1, 1, 6),
            spacing=0,
        )
        self.setLayout(column(Card(people), self._works_card, None, spacing=10))

    def show_record(self, record: FamilyRecord, today: date) -> None:
        """Show these people."""
        held = [each for each in record.restrictions if not is_over(each, today)]
        rows = [
            self._adult(each, record, held, order=order) for order, each in enumerate(record.adults)
        ]
        rows += [
            self._child(each, today, first=not rows and number == 0)
            for number, each in enumerate(record.children)
        ]
        self.list.show_rows(rows)
        self._nobody.setVisible(not rows)
        said = (record.family.strengths, record.family.what_works)
        self._works.setText("\n".join(filter(None, said)))
        self._works_card.setVisible(any(said))

    def copy(self) -> None:
        """The current person, with how to reach her, onto the clipboard."""
        person = self.list.current_id()
        for each in self.list.rows():
            if isinstance(each, PersonRow) and each.id == person:
                lines = (words for _, words in each.lines)
                copy_privately("\n".join((f"{each.name}, {each.relation}".strip(", "), *lines)))

    def _adult(
        self, adult: Person, record: FamilyRecord, held: list[Restriction], *, order: int
    ) -> PersonRow:
        restricted = [each for each in held if each.adult == adult.id]
        lines: list[Line] = [("ban", each.what.label) for each in restricted]
        tie = record.relationship(adult.id)
        if adult.died_on is not None:
            lines.append(("calendar", self.tr("Died {0}").format(short_date(adult.died_on))))
        elif order == 0 and not restricted and tie is not None and tie.position:
            lines.append(("phone-call", self.tr("First to ring")))
        lines += reach_lines(record, adult, self._store.label)
        relation = self._store.label("relationship", tie.relationship) if tie else ""
        if adult.kind is PersonKind.PROFESSIONAL:
            relation = adult.job
            lines = [("building", adult.organisation), *lines] if adult.organisation else lines
        return PersonRow(
            adult.id,
            "user",
            adult.full,
            relation,
            tuple(lines),
            restricted=bool(restricted),
            first=order == 0,
            room=SLIM,
        )

    def _child(self, child: Person, today: date, *, first: bool) -> PersonRow:
        lines: list[Line] = []
        if child.class_name:
            lines.append(("school", self.tr("Class {0}").format(child.class_name)))
        if child.sen_status and child.sen_status is not SenStatus.NONE:
            needs = f": {child.sen_needs}" if child.sen_needs else ""
            lines.append(("heart-handshake", f"{child.sen_status.label}{needs}"))
        if child.next_school:
            lines.append(("route", self.tr("Moving to {0}").format(child.next_school)))
        if child.key_adult:
            lines.append(("user-heart", self.tr("Key adult {0}").format(child.key_adult)))
        year = year_words(year_now(child.year_group, child.year_group_in, today))
        return PersonRow(
            child.id, "backpack", child.short, year, tuple(lines), first=first, room=SLIM
        )


def _indented(words: Words) -> QWidget:
    box = QWidget()
    box.setLayout(column(words, margins=(14, 0, 14, 0)))
    return box
