"""The tasks of a Monday, in the order of the menus."""

from ui.monday.gate_filing import GateFiling
from ui.monday.gate_note import GateNoteTask
from ui.monday.home_visit import HomeVisitTask
from ui.monday.reception import ReceptionCheck
from ui.monday.ring_round_task import RingRound
from ui.monday.tell_the_dsl import TellTheDsl
from ui.screens.screen import Task

MONDAY: tuple[type[Task], ...] = (
    GateNoteTask,
    GateFiling,
    RingRound,
    HomeVisitTask,
    TellTheDsl,
    ReceptionCheck,
)
