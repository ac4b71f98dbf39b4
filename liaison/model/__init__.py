"""What an entry is: one frozen dataclass for each kind, and the rules that need no database."""

from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck, MeetingPattern
from liaison.model.attendance import AttendanceSnapshot
from liaison.model.barrier import Adjustment, Barrier
from liaison.model.choice import Choice
from liaison.model.contact import Contact, ContactPerson
from liaison.model.dsl import DslPointer, DslSlip
from liaison.model.family import Family, Membership
from liaison.model.fields import Entry
from liaison.model.follow_up import FollowUp
from liaison.model.key_holder import KeyHolder
from liaison.model.letter import LetterText
from liaison.model.meeting import Meeting, MeetingPerson
from liaison.model.person import Person
from liaison.model.reach import Address, ContactPoint, ContactPreference
from liaison.model.relationship import Relationship
from liaison.model.restriction import Restriction
from liaison.model.saved_view import SavedView
from liaison.model.school_calendar import SchoolDate
from liaison.model.settings import ImportBatch, Settings, SharingLog
from liaison.model.transition import TransitionConcern
from liaison.model.visit import HomeVisit

ENTRIES: tuple[type[Entry], ...] = (
    Family,
    Person,
    Membership,
    Relationship,
    ContactPoint,
    Address,
    ContactPreference,
    Restriction,
    Contact,
    ContactPerson,
    FollowUp,
    Barrier,
    Adjustment,
    TransitionConcern,
    AttendanceSnapshot,
    HomeVisit,
    Meeting,
    MeetingPerson,
    AgendaItem,
    MeetingAction,
    MeetingCheck,
    DslSlip,
    DslPointer,
    Choice,
    SchoolDate,
    SavedView,
    MeetingPattern,
    LetterText,
    ImportBatch,
    SharingLog,
    KeyHolder,
    Settings,
)
