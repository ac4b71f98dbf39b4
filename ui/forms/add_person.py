"""The form that adds a member to a family: who it is, and what they are to the others."""

from collections.abc import Mapping, Sequence
from typing import Any

from liaison.casework.families import add_person
from liaison.model.family import LivesThere
from liaison.model.person import Person, PersonKind
from ui.forms.person import PersonForm
from ui.forms.ties import Ties

OF_KIND = {
    PersonKind.CHILD: ("date_of_birth", "year_group", "class_name"),
    PersonKind.ADULT: ("name_title",),
    PersonKind.PROFESSIONAL: ("name_title", "organisation", "job"),
}


class AddPersonForm(PersonForm):
    """Kind and name, then where they live, then one line for each person they are tied to."""

    def arrange(self) -> None:
        record = self.ground.record
        self.line("kind", "name_title")
        self.line("forename", "surname")
        self.line("known_as", "date_of_birth")
        self.line("year_group", "class_name")
        self.line("organisation", "job")
        self.place(self._lives())
        self.to_children = Ties(self.tr("To the children"), record.children, self.ground)
        self.to_adults = Ties(self.tr("To the adults"), record.adults, self.ground)
        for ties in (self.to_children, self.to_adults):
            ties.edited.connect(self.edited)
            self.place(ties)

    def live(self) -> None:
        kind = self.editors["kind"].value()
        for name in {each for names in OF_KIND.values() for each in names}:
            self.show_field(name, shown=name in OF_KIND[kind])
        child = kind is PersonKind.CHILD
        self.to_children.setVisible(not child and bool(self.ground.record.children))
        self.to_adults.setVisible(child and bool(self.ground.record.adults))

    def keep(self) -> tuple[Person, Sequence[str]]:
        person = self.entry()
        child = person.kind is PersonKind.CHILD
        ties = self.to_adults if child else self.to_children
        there: LivesThere = self.membership().lives_there
        made = ties.made(of_child=child)
        return add_person(self.ground.store, person, lives_there=there, ties=made), ()

    def kept(self) -> dict[str, Any]:
        ties = {"to_children": self.to_children.kept(), "to_adults": self.to_adults.kept()}
        return super().kept() | ties

    def resume(self, kept: Mapping[str, Any]) -> None:
        super().resume(kept)
        self.to_children.resume(kept.get("to_children", {}))
        self.to_adults.resume(kept.get("to_adults", {}))
