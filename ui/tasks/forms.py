"""The forms as tasks: each opens by its kind, with the id of an entry or of whom it is about."""

from typing import Any, ClassVar

from liaison.model.fields import Entry
from ui.forms.add_person import AddPersonForm
from ui.forms.barrier import AdjustmentForm, BarrierForm
from ui.forms.contact import ContactForm
from ui.forms.entry_form import EntryForm
from ui.forms.family import FamilyForm, NewFamilyForm
from ui.forms.follow_up import FollowUpForm
from ui.forms.person import PersonForm
from ui.forms.reach import AddressForm, ContactPointForm, ContactPreferenceForm
from ui.forms.relationship import RelationshipForm
from ui.forms.restriction import RestrictionForm
from ui.forms.subjects import Start, new_family
from ui.forms.transition_concern import TransitionConcernForm
from ui.tasks.edit_entry import EditEntry


def form_kind(cls: type[Entry]) -> str:
    """The kind of the task that edits this kind of entry."""
    return f"{cls.table.replace('_', '-')}-form"


class EditFollowUp(EditEntry):
    """A promise: what, by when, who."""

    kind: ClassVar[str] = "follow-up-form"
    title: ClassVar[str] = "Follow-up"
    icon: ClassVar[str] = "checklist"
    key: ClassVar[str] = "Ctrl+Shift+N"
    menu: ClassVar[str] = "record"
    form: ClassVar[type[EntryForm[Any]]] = FollowUpForm
    any_family: ClassVar[bool] = True


class EditBarrier(EditEntry):
    """What gets in the way."""

    kind: ClassVar[str] = "barrier-form"
    title: ClassVar[str] = "What gets in the way"
    icon: ClassVar[str] = "ban"
    menu: ClassVar[str] = "record"
    form: ClassVar[type[EntryForm[Any]]] = BarrierForm


class EditAdjustment(EditEntry):
    """What was tried about it."""

    kind: ClassVar[str] = "adjustment-form"
    title: ClassVar[str] = "What was tried"
    icon: ClassVar[str] = "plant-2"
    form: ClassVar[type[EntryForm[Any]]] = AdjustmentForm


class EditConcern(EditEntry):
    """A worry about a move."""

    kind: ClassVar[str] = "transition-concern-form"
    title: ClassVar[str] = "Worry about a move"
    icon: ClassVar[str] = "route"
    menu: ClassVar[str] = "record"
    form: ClassVar[type[EntryForm[Any]]] = TransitionConcernForm


class EditRestriction(EditEntry):
    """What must not be done for or to an adult, and on whose authority."""

    kind: ClassVar[str] = "restriction-form"
    title: ClassVar[str] = "Restriction"
    icon: ClassVar[str] = "hand-stop"
    menu: ClassVar[str] = "record"
    form: ClassVar[type[EntryForm[Any]]] = RestrictionForm


class EditPerson(EditEntry):
    """Who somebody is."""

    kind: ClassVar[str] = "person-form"
    title: ClassVar[str] = "Person"
    icon: ClassVar[str] = "user"
    form: ClassVar[type[EntryForm[Any]]] = PersonForm


class EditContactPoint(EditEntry):
    """A phone number or an e-mail address."""

    kind: ClassVar[str] = "contact-point-form"
    title: ClassVar[str] = "Phone or e-mail"
    icon: ClassVar[str] = "phone"
    form: ClassVar[type[EntryForm[Any]]] = ContactPointForm


class EditAddress(EditEntry):
    """Where somebody lives."""

    kind: ClassVar[str] = "address-form"
    title: ClassVar[str] = "Address"
    icon: ClassVar[str] = "home"
    form: ClassVar[type[EntryForm[Any]]] = AddressForm


class EditPreference(EditEntry):
    """What suits somebody."""

    kind: ClassVar[str] = "contact-preference-form"
    title: ClassVar[str] = "What suits them"
    icon: ClassVar[str] = "message-2"
    form: ClassVar[type[EntryForm[Any]]] = ContactPreferenceForm


class EditRelationship(EditEntry):
    """What an adult is to a child."""

    kind: ClassVar[str] = "relationship-form"
    title: ClassVar[str] = "Relationship"
    icon: ClassVar[str] = "users"
    form: ClassVar[type[EntryForm[Any]]] = RelationshipForm


class EditFamily(EditEntry):
    """The family's own words and dates."""

    kind: ClassVar[str] = "family-form"
    title: ClassVar[str] = "Family"
    icon: ClassVar[str] = "users"
    form: ClassVar[type[EntryForm[Any]]] = FamilyForm


class CorrectContact(EditEntry):
    """A contact put right."""

    kind: ClassVar[str] = "contact-form"
    title: ClassVar[str] = "Correct this contact"
    icon: ClassVar[str] = "message"
    form: ClassVar[type[EntryForm[Any]]] = ContactForm


class AddPerson(EditEntry):
    """Somebody new in a family."""

    kind: ClassVar[str] = "add-person"
    title: ClassVar[str] = "Add a person"
    icon: ClassVar[str] = "user-plus"
    menu: ClassVar[str] = "record"
    form: ClassVar[type[EntryForm[Any]]] = AddPersonForm


class NewFamily(EditEntry):
    """A family put in by hand."""

    kind: ClassVar[str] = "new-family"
    title: ClassVar[str] = "New family"
    icon: ClassVar[str] = "users-plus"
    menu: ClassVar[str] = "record"
    form: ClassVar[type[EntryForm[Any]]] = NewFamilyForm

    def begin(self) -> Start:
        return new_family(self.form, self.session.store, self.session.today())

    def saved(self, entry: Any) -> None:
        self.session.open("family", entry.id)


FORMS: tuple[type[EditEntry], ...] = (
    EditFollowUp,
    EditBarrier,
    EditConcern,
    EditRestriction,
    AddPerson,
    NewFamily,
    EditAdjustment,
    EditPerson,
    EditContactPoint,
    EditAddress,
    EditPreference,
    EditRelationship,
    EditFamily,
    CorrectContact,
)
