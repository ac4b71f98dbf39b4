"""What can be done over any screen, in the order of the menus. Only finished ones stand here."""

from ui.help.keys import ShortcutSheet
from ui.help.page import HelpPage
from ui.import_wizard.task import ImportWizard
from ui.screens.screen import Task
from ui.search_box import SearchBox
from ui.tasks.agreement import Agreement
from ui.tasks.confirm_slip import ConfirmSlip
from ui.tasks.copy_record import CopyRecord
from ui.tasks.end_follow_up import HandOver, NotNeeded, PutOff
from ui.tasks.entry_history import EntryHistory
from ui.tasks.entry_whole import EntryWhole, RestrictionsWhole
from ui.tasks.family_history import FamilyHistory
from ui.tasks.forms import FORMS
from ui.tasks.log_contact.task import LogContact
from ui.tasks.meetings.tasks import MEETINGS
from ui.tasks.monday.tasks import MONDAY
from ui.tasks.papers.papers import PAPERS
from ui.tasks.person_card import PersonCard
from ui.tasks.putting_right import PUTTING_RIGHT
from ui.tasks.safe.tasks import SAFE

TASKS: tuple[type[Task], ...] = (
    LogContact,
    *MONDAY,
    *FORMS,
    *MEETINGS,
    *PAPERS,
    SearchBox,
    ImportWizard,
    CopyRecord,
    Agreement,
    HelpPage,
    ShortcutSheet,
    EntryWhole,
    RestrictionsWhole,
    PutOff,
    HandOver,
    NotNeeded,
    ConfirmSlip,
    *PUTTING_RIGHT,
    *SAFE,
    PersonCard,
    EntryHistory,
    FamilyHistory,
)
