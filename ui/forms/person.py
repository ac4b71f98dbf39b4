"""The form for a person; what it asks depends on whether it is a child, an adult or neither."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from liaison.casework.members import keep_person
from liaison.dates import academic_year
from liaison.model.family import LivesThere, Membership
from liaison.model.fields import Entry, fields_of
from liaison.model.follow_up import STILL_OPEN
from liaison.model.person import Person, PersonKind
from ui.editors.choosing import ListedEditor
from ui.editors.editor import Ground
from ui.forms.entry_form import EntryForm
from ui.widgets.fields import Field

CHILD = (
    ("pronouns", "date_of_birth"),
    ("year_group", "class_name"),
    ("sen_status", "sen_needs"),
    ("key_adult", "sex"),
    ("first_language", "home_language"),
    ("previous_school", "next_school"),
    ("looked_after",),
)
ADULT = (("pronouns", "first_language"),)
PROFESSIONAL = (("organisation", "job"),)
ASKED = {PersonKind.CHILD: CHILD, PersonKind.ADULT: ADULT, PersonKind.PROFESSIONAL: PROFESSIONAL}


class PersonForm(EntryForm[Person]):
    """Names first, as used and as written; then what school needs to know of a child or adult.

    Special-category fields are there only when the school has switched them on.
    """

    of: ClassVar[type[Entry]] = Person

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> Person:
        return Person(family=ground.record.family.id, surname=ground.record.family.name)

    def arrange(self) -> None:
        kind = self.started_with.kind
        grown_up = kind is not PersonKind.CHILD
        self.line(*(("name_title", "forename") if grown_up else ("forename", "middle_names")))
        self.line("surname", "known_as")
        self.line("known_as_surname", "letter_name")
        for names in ASKED[kind]:
            self.line(*names)
        special = [name for name in self._special() if not grown_up or name != "free_school_meals"]
        if special:
            self.heading(self.tr("Special-category data"))
        for name in special:
            self.line(name)
        self.heading(self.tr("In this family"))
        self.place(self._lives())
        self.line(*(("died_on",) if grown_up else ("left_on", "died_on")))

    def entry(self) -> Person:
        """A year group typed anew is true in this school year."""
        person = super().entry()
        if person.year_group == self.started_with.year_group:
            return person
        true_in = academic_year(self.ground.today) if person.year_group else None
        return replace(person, year_group_in=true_in)

    def keep(self) -> tuple[Person, Sequence[str]]:
        person = keep_person(self.ground.store, self.entry(), self.membership())
        died = person.died_on is not None and self.started_with.died_on is None
        named = [
            each
            for each in self.ground.record.follow_ups
            if each.person == person.id and each.state in STILL_OPEN
        ]
        if not (died and named):
            return person, ()
        said = self.tr("Open follow-ups about {0}, to be looked through: {1}.")
        return person, (said.format(person.called, len(named)),)

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"lives_there": self._there.kept()}

    def resume(self, kept: Mapping[str, Any]) -> None:
        super().resume(kept)
        self._there.resume(kept.get("lives_there", self._there.kept()))

    def membership(self) -> Membership:
        """Whether the person lives in this family's home, as it stands on the form."""
        there = self._there.value() or LivesThere.NOT_KNOWN
        return replace(self._member, lives_there=LivesThere(there))

    def _special(self) -> list[str]:
        switched_on = self.ground.store.settings.special_on
        described = fields_of(Person)
        return [each.name for each in described if each.about.special and each.name in switched_on]

    def _lives(self) -> Field:
        record, person = self.ground.record, self.started_with
        found = (each for each in record.memberships if each.person == person.id)
        self._member = next(found, Membership(family=record.family.id, person=person.id))
        bound = next(each for each in fields_of(Membership) if each.name == "lives_there")
        self._there = ListedEditor(bound)
        self._there.set_value(self._member.lives_there)
        self._there.changed.connect(self.edited)
        self._there.entered.connect(self.entered)
        return Field(bound.about.label, self._there)
