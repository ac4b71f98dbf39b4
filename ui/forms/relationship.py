"""The form for what an adult is to a child."""

from typing import ClassVar

from liaison.model.fields import Entry
from liaison.model.person import PersonKind
from liaison.model.relationship import Relationship
from ui.editors.editor import Ground
from ui.editors.people import PersonEditor, person_bound
from ui.forms.entry_form import EntryForm


class RelationshipForm(EntryForm[Relationship]):
    """Who and to whom, then responsibility and how we know, then the order of ringing."""

    of: ClassVar[type[Entry]] = Relationship

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> Relationship:
        record = ground.record
        person = record.person(subject)
        is_child = person is not None and person.kind is PersonKind.CHILD
        tied = {(tie.adult, tie.child) for tie in record.relationships}
        pairs = [
            (adult.id, child.id)
            for adult in record.adults
            for child in record.children
            if subject in (adult.id, child.id) or person is None
        ]
        adult, child = next((pair for pair in pairs if pair not in tied), ("", ""))
        return Relationship(
            family=record.family.id,
            adult=adult or ("" if is_child else subject),
            child=child or (subject if is_child else ""),
        )

    def arrange(self) -> None:
        record = self.ground.record
        adult = PersonEditor(person_bound("adult", self.tr("Adult")), record.adults, self.ground)
        child = PersonEditor(person_bound("child", self.tr("Child")), record.children, self.ground)
        self.line(self.field("adult", adult), self.field("child", child))
        self.line("relationship", "position")
        self.line("responsibility", "responsibility_from")
        self.line("evidence_on")
        self.line("emergency_contact")

    def problems(self) -> dict[str, str]:
        draft = self.entry()
        twice = any(
            (each.adult, each.child) == (draft.adult, draft.child) and each.id != draft.id
            for each in self.ground.record.relationships
        )
        said = self.tr("What they are to one another is written down already: change that.")
        return super().problems() | ({"child": said} if twice else {})
