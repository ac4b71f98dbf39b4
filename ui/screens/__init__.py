"""The pages of the window, in the order of the rail. Only finished ones stand here."""

from ui.screens.bin import Bin
from ui.screens.families import Families
from ui.screens.family.page import FamilyPage
from ui.screens.family_summary import FamilySummary
from ui.screens.letter import LetterScreen
from ui.screens.meetings.screen import Meetings
from ui.screens.pack import PackBuilder
from ui.screens.planner.screen import Planner
from ui.screens.room.screen import InTheRoom
from ui.screens.screen import Screen
from ui.screens.settings.screen import Settings
from ui.screens.today.screen import Today
from ui.screens.transitions.screen import Transitions

SCREENS: tuple[type[Screen], ...] = (
    Today,
    Families,
    FamilyPage,
    FamilySummary,
    Meetings,
    Planner,
    InTheRoom,
    PackBuilder,
    LetterScreen,
    Transitions,
    Bin,
    Settings,
)
