"""The forms for how to reach somebody: a phone or e-mail, an address, and what suits them."""

from typing import ClassVar

from liaison.model.copies.confidential import confidential_people
from liaison.model.fields import Entry
from liaison.model.interpreting import interpreter_warning
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint, ContactPreference, MessageSafety
from ui.editors.editor import Ground
from ui.forms.entry_form import EntryForm
from ui.widgets.labels import Words
from ui.widgets.notice import Notice

STREET = ("house", "street", "locality", "town", "county", "postcode")


class ContactPointForm(EntryForm[ContactPoint]):
    """The number, then whether a message is safe there."""

    of: ClassVar[type[Entry]] = ContactPoint

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> ContactPoint:
        present = ground.record.reach_of(subject)
        return ContactPoint(
            family=_stream_of(ground, subject),
            person=subject,
            value="",
            position=1 + max((each.position for each in present), default=0),
        )

    def arrange(self) -> None:
        self.place(_whose(self.ground, self.started_with.person))
        self.line("value", "kind")
        self.line("place", "position")
        self.line("message_safe")
        self._silence = Notice()
        self.place(self._silence)
        self.line("never_at", "also_seen_by")

    def live(self) -> None:
        safe = self.editors["message_safe"].value() is MessageSafety.YES
        shared = bool(self.editors["also_seen_by"].value())
        seen = self.tr("Somebody else sees it too: leave nothing there they must not read.")
        unsafe = self.tr("No message is left there, and none says “school”.")
        self._silence.say(unsafe if not safe else seen if shared else "")


class AddressForm(EntryForm[Address]):
    """Where somebody lives; "as the child" follows the child, confidentiality and all."""

    of: ClassVar[type[Entry]] = Address

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> Address:
        return Address(family=_stream_of(ground, subject), person=subject)

    def arrange(self) -> None:
        person = self.ground.record.person(self.started_with.person)
        self.place(_whose(self.ground, self.started_with.person))
        self._can_follow = person is None or person.kind is not PersonKind.CHILD
        if self._can_follow:
            self.line("as_the_child")
        self.line("house", "street")
        self.line("locality", "town")
        self.line("county", "postcode")
        self.line("confidential")
        self._follows = Notice()
        self.place(self._follows)

    def live(self) -> None:
        follows = self._can_follow and self.editors["as_the_child"].value()
        for name in STREET:
            self.show_field(name, shown=not follows)
        self._follows.say(" ".join(self._sentences(follows=follows)))

    def _sentences(self, *, follows: bool) -> list[str]:
        said = []
        inherited = self.started_with.person in confidential_people(self.ground.record)
        if follows:
            said.append(
                self.tr("It follows the child’s address, and whether that is confidential.")
            )
        if self.editors["confidential"].value():
            said.append(
                self.tr(
                    "Confidential: no copy for another adult carries any address of this family, "
                    "and an import never changes it."
                )
            )
        elif inherited:
            said.append(self.tr("Somebody in this home has a confidential address: it counts too."))
        return said


class ContactPreferenceForm(EntryForm[ContactPreference]):
    """How and when, in which language, and what works."""

    of: ClassVar[type[Entry]] = ContactPreference

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> ContactPreference:
        return ContactPreference(family=_stream_of(ground, subject), person=subject)

    def arrange(self) -> None:
        self.place(_whose(self.ground, self.started_with.person))
        self.line("channel", "format")
        self.line("best_times", "never_at")
        self.line("languages", "interpreter")
        self._interpreting = Notice()
        self.place(self._interpreting)
        self.line("reading", "access")
        self.line("dates_to_avoid")
        self.line("what_works")

    def live(self) -> None:
        typed = self.editors["interpreter"].value()
        whose = self.started_with.person
        self._interpreting.say(interpreter_warning(typed, self.ground.record, whose))


def _stream_of(ground: Ground, person: str) -> str:
    """The stream a person's own entries stand in: hers, wherever else she is a member."""
    found = ground.store.first(Person, "id = :id", id=person)
    return found.family if found else ground.record.family.id


def _whose(ground: Ground, person: str) -> Words:
    found = ground.record.person(person)
    return Words(found.full if found else "", tone="muted")
