"""The pages of the window, in the order of the rail. Only finished ones stand here."""

from ui.screens.families import Families
from ui.screens.family.page import FamilyPage
from ui.screens.screen import Screen

SCREENS: tuple[type[Screen], ...] = (Families, FamilyPage)
