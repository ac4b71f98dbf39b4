"""The tasks of a Monday, in the order of the menus."""

from ui.screens.screen import Task
from ui.tasks.monday.gate_filing import GateFiling
from ui.tasks.monday.gate_note import GateNoteTask
from ui.tasks.monday.home_visit import HomeVisitTask
from ui.tasks.monday.reception import ReceptionCheck
from ui.tasks.monday.ring_round_task import RingRound
from ui.tasks.monday.tell_the_dsl import TellTheDsl

MONDAY: tuple[type[Task], ...] = (
    GateNoteTask,
    GateFiling,
    RingRound,
    HomeVisitTask,
    TellTheDsl,
    ReceptionCheck,
)
