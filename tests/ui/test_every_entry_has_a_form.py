"""The house rule: whatever the record holds can be put right by hand somewhere."""

from liaison.model import ENTRIES
from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck, MeetingPattern
from liaison.model.attendance import AttendanceSnapshot
from liaison.model.choice import Choice
from liaison.model.contact import Contact, ContactPerson
from liaison.model.dsl import DslPointer, DslSlip
from liaison.model.family import Membership
from liaison.model.fields import Entry
from liaison.model.key_holder import KeyHolder
from liaison.model.letter import LetterText
from liaison.model.meeting import Meeting, MeetingPerson
from liaison.model.saved_view import SavedView
from liaison.model.school_calendar import SchoolDate
from liaison.model.settings import ImportBatch, Settings, SharingLog
from liaison.model.visit import HomeVisit
from ui.tasks.forms import FORMS, form_kind

INSIDE_ANOTHERS: tuple[type[Entry], ...] = (
    Membership,  # in the form of its person
    ContactPerson,  # in the form of its contact
    HomeVisit,  # with the contact of the visit
    Meeting,  # in the planner
    MeetingPerson,  # in the planner, among who comes
    AgendaItem,  # in the planner, on the agenda
    MeetingAction,  # in the planner, among the outcomes
    MeetingCheck,  # in the planner, before the meeting
    MeetingPattern,  # in Settings, with the kind of meeting
    LetterText,  # in Settings, with the letters
    DslSlip,  # with the button that tells the DSL
    DslPointer,  # with the slip it comes from
    AttendanceSnapshot,  # with the import that brings it
    ImportBatch,  # written by the import itself
    SharingLog,  # written by each copy made
    KeyHolder,  # in Settings, with the passphrases
    Choice,  # in Settings
    SchoolDate,  # in Settings
    SavedView,  # on the list it filters
    Settings,  # in Settings
)

OF_FORMS = {task.form.of for task in FORMS}


def test_every_entry_has_a_form_or_is_named_as_edited_inside_anothers() -> None:
    assert {cls.__name__ for cls in ENTRIES if cls not in OF_FORMS | set(INSIDE_ANOTHERS)} == set()


def test_none_is_both() -> None:
    assert OF_FORMS & set(INSIDE_ANOTHERS) == set()


def test_each_form_opens_by_the_name_of_its_entry() -> None:
    kinds = {task.kind for task in FORMS}
    assert {form_kind(cls) for cls in OF_FORMS} <= kinds
    assert form_kind(Contact) == "contact-form"
    assert len(kinds) == len(FORMS)
