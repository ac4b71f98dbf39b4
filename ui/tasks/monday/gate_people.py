"""Who else was there, whom it was about, and who was told: a tick for each person of the family."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from liaison.model.contact import Part
from liaison.model.family_record import FamilyRecord
from liaison.model.person import Person, PersonKind
from liaison.model.words import and_list

COLUMNS = 2


class GatePeople(QWidget):
    """Ticks for the people of one family, but the one who was spoken to."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ticks: dict[str, QCheckBox] = {}
        self._people: dict[str, Person] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self.setLayout(self._grid)

    def show_people(self, record: FamilyRecord | None, spoken_to: str, about: str) -> None:
        """Offer these; ``about`` is ticked, ``spoken_to`` is not offered."""
        for tick in self.ticks.values():
            self._grid.removeWidget(tick)
            tick.deleteLater()
        self.ticks, self._people = {}, {}
        people = [*record.children, *record.adults] if record else []
        shown = [each for each in people if each.id != spoken_to and each.died_on is None]
        for number, person in enumerate(shown):
            tick = QCheckBox(self._words(person))
            tick.setChecked(person.id == about)
            tick.toggled.connect(self.edited)
            self._grid.addWidget(tick, number // COLUMNS, number % COLUMNS)
            self.ticks[person.id], self._people[person.id] = tick, person

    def parts(self) -> list[tuple[str, Part]]:
        """Each ticked child as the subject, each ticked adult of the family as present."""
        return [
            (each.id, Part.SUBJECT if each.kind is PersonKind.CHILD else Part.PRESENT)
            for each in self._ticked()
            if each.kind is not PersonKind.PROFESSIONAL
        ]

    def told(self) -> str:
        """The ticked professionals and colleagues, by name."""
        names = [each.addressed for each in self._ticked() if self._is_told(each)]
        return and_list(names)

    def _ticked(self) -> list[Person]:
        return [self._people[id] for id, tick in self.ticks.items() if tick.isChecked()]

    def _is_told(self, person: Person) -> bool:
        return person.kind is PersonKind.PROFESSIONAL

    def _words(self, person: Person) -> str:
        if person.kind is PersonKind.CHILD:
            return self.tr("About {0}").format(person.short)
        if self._is_told(person):
            return self.tr("Told {0}").format(person.addressed)
        return self.tr("{0} was there").format(person.addressed)
