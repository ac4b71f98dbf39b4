"""Who: a few letters find an adult, a child or a family; below stands what must be known first."""

from datetime import date

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from liaison.casework.families import FamilyLines, who_belongs
from liaison.dates import year_now, year_words
from liaison.model.family import Family
from liaison.model.family_record import FamilyRecord
from liaison.model.person import Person
from liaison.model.words import and_list
from liaison.store.store import Store
from ui.delegates.entries import EntryRow
from ui.layouts import boxed, column, row
from ui.reach_words import preference_words
from ui.restriction_words import titled
from ui.signs import Tone
from ui.tasks.log_contact.candidates import (
    Candidate,
    candidates,
    first_to_ring,
    not_to_contact,
)
from ui.tasks.log_contact.hits import Hits
from ui.tasks.log_contact.professional import FEWEST, AddProfessional
from ui.widgets.banner import RestrictionBanner
from ui.widgets.fields import LineField
from ui.widgets.labels import SignedWords
from ui.widgets.lined_up import indent
from ui.widgets.toast import announce

TYPING_MS = 120
NOBODY = Candidate("", "")
ADD = "add"


class WhoField(QWidget):
    """The box, its hits, the children and what suits them, and the restriction banner.

    ``chosen`` fires when somebody was picked, ``edited`` at every key.
    """

    chosen = Signal()
    edited = Signal()

    def __init__(self, store: Store, today: date) -> None:
        super().__init__()
        self._store = store
        self._today = today
        self._found: dict[str, Candidate] = {}
        self.who = NOBODY
        self.record: FamilyRecord | None = None
        self._family_before = ""
        self.field = LineField(
            self.tr("&Who"), placeholder=self.tr("Name of an adult, child or family"), beside=True
        )
        self.line = self.field.line
        self.line.textEdited.connect(self._edited)
        self.hits = Hits(self.tr("Who is meant"), self.line)
        self.hits.picked.connect(self._picked)
        self._about = SignedWords("backpack")
        self._about.words.setWordWrap(True)
        self.banner = RestrictionBanner(compact=True, with_details=False)
        self.adding = AddProfessional(store)
        self.adding.added.connect(self._added)
        known = column(self._about, self.banner, spacing=6)
        self._below = boxed(row(indent(), (known, 1), margins=(0, 6, 0, 0), spacing=10))
        self._below.hide()
        self.setLayout(column(row((self.field, 1)), self._below, self.adding, spacing=0))
        self.setFocusProxy(self.line)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.look)

    def settle(self) -> None:
        """Enter was pressed: look at once if it is still waiting, and take the best hit."""
        if self._typing.isActive():
            self.look()
        self.hits.pick()

    def look(self) -> None:
        """Show who may be meant by what is typed now."""
        self._typing.stop()
        found = candidates(self._store, self.line.text(), self._today)
        found += self._to_add()
        self._found = {each.id: each for each in found}
        host = self.window() if self.parentWidget() is None else self._host()
        at = self.line.mapTo(host, QPoint(0, self.line.height() + 2))
        rows = [_row(each) for each in found]
        self.hits.show_rows(rows, host, at, self.line.width())
        best = f": {rows[0].spoken}" if rows else ""
        announce(self.line, self.tr("{0} found").format(len(rows)) + best)

    def choose_family(self, family: str, person: str = "") -> None:
        """Begin with somebody of this family: this person, or the first to ring."""
        name = self._store.get(Family, family).name
        if person:
            self.choose(Candidate(family, self._store.get(Person, person).full, person=person))
            return
        (line,) = FamilyLines(self._store, self._today, (family,))
        adult = first_to_ring(line, not_to_contact(self._store, self._today))
        if adult is None:
            self.choose(Candidate(family, name))
        else:
            self.choose(Candidate(family, adult.name, person=adult.id))

    def choose(self, candidate: Candidate) -> None:
        """Take this one, and show what must be known."""
        self.who = candidate
        self._family_before = candidate.family or self._family_before
        self.adding.hide()
        self.line.setText(candidate.title)
        self.record = who_belongs(self._store, candidate.family) if candidate.family else None
        self.field.set_problem("")
        self._show_record()

    def _host(self) -> QWidget:
        """The panel: the list may stand over everything on it."""
        host: QWidget = self
        while (parent := host.parentWidget()) is not None and not host.property("panel"):
            host = parent
        return host

    def _edited(self) -> None:
        self.who = NOBODY
        self.record = None
        self.adding.hide()
        self._show_record()
        self._typing.start()
        self.edited.emit()

    def _picked(self, id: str) -> None:
        picked = self._found[id]
        if picked.person == ADD:
            name = self._store.get(Family, picked.family).name
            self.adding.begin(picked.family, name, self.line.text().strip())
            return
        self.choose(picked)
        self.chosen.emit()

    def _to_add(self) -> list[Candidate]:
        """Where a family was chosen before, somebody new may be one who works with it."""
        typed = self.line.text().strip()
        if not self._family_before or len(typed) < FEWEST:
            return []
        title = self.tr("Add “{0}”…").format(typed)
        line = self.tr("somebody who works with the family")
        return [Candidate(self._family_before, title, line, ADD)]

    def _added(self, person: str) -> None:
        self.choose_family(self._family_before, person)
        self.chosen.emit()

    def _show_record(self) -> None:
        self._below.setVisible(self.record is not None)
        if self.record is None:
            self.banner.show_restrictions([])
            return
        self._about.set_words(self._about_words(self.record))
        self.banner.show_restrictions(
            titled(self.record.restrictions, self.record.order_names, self._today)
        )
        if self.banner.isVisibleTo(self):
            announce(self.line, self.banner.accessibleName())

    def _about_words(self, record: FamilyRecord) -> str:
        children = []
        for each in record.children:
            year = year_words(year_now(each.year_group, each.year_group_in, self._today))
            children.append(", ".join(filter(None, (each.short, year))))
        adult = record.person(self.who.person)
        suits = preference_words(record, adult, self._store.label) if adult else ""
        points = record.reach_of(adult.id)[:1] if adult and adult.died_on is None else ()
        reach = [f"{each.value}, {each.message_safe.label.lower()}" for each in points]
        return " · ".join(filter(None, (and_list(children), suits[:1].lower() + suits[1:], *reach)))


def _row(candidate: Candidate) -> EntryRow:
    icon = "user" if candidate.person else "backpack" if candidate.child else "users"
    icon = "user-plus" if candidate.person == ADD else icon
    return EntryRow(
        candidate.id,
        icon,
        candidate.title,
        candidate.line,
        "Restriction" if candidate.restricted else "",
        Tone.RESTRICTION if candidate.restricted else Tone.LATER,
    )
