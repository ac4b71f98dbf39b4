"""Everything about one person that is put right by hand, in one list: names, numbers, ties."""

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from liaison.model.fields import Entry
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint, ContactPreference, PointKind
from liaison.model.relationship import Relationship
from liaison.model.restriction import Restriction
from liaison.model.ruling import heading
from liaison.store.drafts import Draft
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.entry_actions import EntryActions
from ui.forms.laid_out import FormColumn
from ui.layouts import column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.signs import Tone
from ui.tasks.forms import form_kind
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer

ONCE = (Address, ContactPreference)
"""Of these a person has one at most."""


class PersonCard(Task):
    """Enter or F2 changes a row, Del puts it into the bin. ``subject`` is the person."""

    kind: ClassVar[str] = "person-card"
    title: ClassVar[str] = "Person and how to reach them"
    icon: ClassVar[str] = "user"
    menu: ClassVar[str] = ""
    wide: ClassVar[int] = 620

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._person = session.store.first(Person, "id = :id", id=subject)
        self.list = RowList(self.tr("What is known"), fit=True)
        self._actions = EntryActions(self.list, session, _itself)
        self.list.opened.connect(self._actions.change_row)
        self._add = KeyedButton(self.tr("&Add"), icon_name="plus")
        self._menu = QMenu(self._add)
        self._add.setMenu(self._menu)
        self.chronology = KeyedButton(self.tr("C&hronology and attempts"), icon_name="printer")
        self.chronology.clicked.connect(self._print_chronology)
        close = KeyedButton(self.tr("Close"), Kind.PRIMARY, key="Esc")
        close.clicked.connect(self.closing)
        foot = row(self._add, self.chronology, None, close, margins=(20, 10, 14, 10))
        body = column(self.list, None, margins=(6, 2, 6, 12))
        self.fill(FormColumn(body, width=self.wide - 2), Footer(foot, radius=11))
        session.changed.connect(self.refill)
        self.refill()
        self.list.choose_first()

    def refill(self) -> None:
        """Read it again from the record."""
        person = self.session.store.first(Person, "id = :id", id=self.subject)
        self.list.show_rows(list(self._rows(person)) if person else [])
        self._fill_menu(person)

    def _rows(self, person: Person) -> Iterator[EntryRow]:
        store = self.session.store
        yield EntryRow(f"person/{person.id}", "user", person.full, person.kind.label)
        for point in store.find(ContactPoint, "person = :id", order="position", id=person.id):
            icon = "mail" if point.kind is PointKind.EMAIL else "phone"
            yield EntryRow(f"contact_point/{point.id}", icon, point.value, point.message_safe.label)
        for address in store.find(Address, "person = :id", id=person.id):
            words = ", ".join(address.lines) or self.tr("Address")
            line = self.tr("As the child") if address.as_the_child else ""
            chip = self.tr("Confidential") if address.confidential else ""
            yield EntryRow(f"address/{address.id}", "home", words, line, chip, Tone.RESTRICTION)
        for suits in store.find(ContactPreference, "person = :id", id=person.id):
            best = store.label("channel", suits.channel) if suits.channel else ""
            words = ", ".join(filter(None, (best, suits.best_times, suits.languages)))
            title = words or self.tr("What suits them")
            yield EntryRow(f"contact_preference/{suits.id}", "message-2", title, suits.what_works)
        yield from self._ties(person)
        for each in store.find(Restriction, "adult = :id", id=person.id):
            row_id = f"restriction/{each.id}"
            yield EntryRow(row_id, "hand-stop", heading(each), each.what.label, icon_tone="danger")

    def _ties(self, person: Person) -> Iterator[EntryRow]:
        store = self.session.store
        where = "child = :id OR adult = :id"
        for tie in store.find(Relationship, where, order="position, id", id=person.id):
            other = tie.child if tie.adult == person.id else tie.adult
            found = store.first(Person, "id = :id", id=other)
            if found is not None:
                what = store.label("relationship", tie.relationship) or self.tr("Relationship")
                title = f"{what}: {found.called}"
                line = tie.responsibility.label
                yield EntryRow(f"relationship/{tie.id}", "users", title, line)

    def _fill_menu(self, person: Person | None) -> None:
        self._menu.clear()
        if person is None:
            return
        kinds: list[type[Entry]] = [ContactPoint, Address, ContactPreference, Relationship]
        if person.kind is not PersonKind.CHILD:
            kinds.append(Restriction)
        for cls in kinds:
            store = self.session.store
            if cls in ONCE and store.find(cls, "person = :id", id=person.id):
                continue
            action = QAction(cls.title, self._menu)
            action.setData(form_kind(cls))
            action.triggered.connect(self._add_one)
            self._menu.addAction(action)

    def _print_chronology(self) -> None:
        self.session.open("chronology", self.subject)

    def _add_one(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.session.open(action.data(), self.subject)


def _itself(row_id: str) -> str:
    """The rows are named by table and id already."""
    return row_id
