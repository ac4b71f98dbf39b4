"""A family put right: what an import or a slip of the hand got wrong, each as one save."""

from ui.screens.screen import Task
from ui.tasks.putting_right.join_families import JoinFamilies
from ui.tasks.putting_right.move_child import MoveChild
from ui.tasks.putting_right.same_person import SamePerson
from ui.tasks.putting_right.split_family import SplitFamily

PUTTING_RIGHT: tuple[type[Task], ...] = (MoveChild, JoinFamilies, SplitFamily, SamePerson)
