"""The form for correcting a contact: a new version is written, the earlier one stays."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from liaison.casework.members import correct_contact_and_people, people_in
from liaison.model.contact import Contact, Part
from liaison.model.fields import Bound, Entry, field
from ui.editors.choosing import ListedEditor
from ui.editors.people import PersonEditor
from ui.editors.writing import ClockEditor
from ui.forms.entry_form import EntryForm
from ui.forms.laid_out import Line
from ui.widgets.fields import Field


class ContactForm(EntryForm[Contact]):
    """When and how, who took part, then the three lanes: facts, their words, our view."""

    of: ClassVar[type[Entry]] = Contact

    def arrange(self) -> None:
        people = (*self.ground.record.adults, *self.ground.record.children)
        nobody = self.tr("Not said")
        whose = PersonEditor(self.bound("words_of"), people, self.ground, nobody=nobody)
        self.line("held_on", self.field("held_at", ClockEditor(self.bound("held_at"))))
        self.line("channel", "direction")
        self.line("outcome", "about")
        self.heading(self.tr("Who took part"))
        self._place_parts()
        self.heading(self.tr("What was said"))
        self.line("facts")
        self.line("words")
        self.line(self.field("words_of", whose))
        self.line("view")
        self.line("child_voice")
        self.line("agreed")
        self.line("told", "minutes")
        self.line("place", "caller_known_by")
        self.line("purposes")
        self.line("nature")
        self.line("keep_from_family")

    def keep(self) -> tuple[Contact, Sequence[str]]:
        parts = {person: each.value() for person, each in self.parts.items()}
        ground = self.ground
        kept = correct_contact_and_people(ground.store, self.entry(), parts, today=ground.today)
        return kept, ()

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"parts": {id: each.kept() for id, each in self.parts.items()}}

    def resume(self, kept: Mapping[str, Any]) -> None:
        super().resume(kept)
        parts = kept.get("parts", {})
        for id in self.parts.keys() & parts.keys():
            self.parts[id].resume(parts[id])

    def _place_parts(self) -> None:
        """Each member of the family with her part, two in a line."""
        self.parts: dict[str, ListedEditor] = {}
        fields = []
        for person in (*self.ground.record.adults, *self.ground.record.children):
            bound = Bound(person.id, Part, optional=True, about=field(person.full))
            editor = ListedEditor(bound)
            editor.changed.connect(self.edited)
            editor.entered.connect(self.entered)
            self.parts[person.id] = editor
            fields.append(Field(person.full, editor))
        for each in people_in(self.ground.store, self.started_with):
            if each.person in self.parts:
                self.parts[each.person].set_value(each.part)
        for number in range(0, len(fields), 2):
            self.place(Line(*fields[number : number + 2]))
