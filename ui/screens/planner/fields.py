"""Fields of a meeting that stand on a page and are saved together; what others save goes round."""

from collections.abc import Iterable
from typing import Any, ClassVar

from liaison.model.fields import Entry
from liaison.model.meeting import Meeting
from ui.editors.editor import Ground
from ui.forms.entry_form import EntryForm
from ui.forms.mnemonics import give_keys
from ui.widgets.alt_keys import MENUS
from ui.widgets.fields import Field

ON_EVERY_PAGE = "glpsy"
"""The Alt letters of the head and the foot of the planner: no field of a page has one of them."""


class MeetingFields(EntryForm[Meeting]):
    """A part of a meeting as fields. Made once, and filled for each meeting that is shown.

    ``keyed_names`` are the fields with an Alt key: a page has fewer letters than fields. The first
    of them has the most letters to choose from.
    """

    of: ClassVar[type[Entry]] = Meeting
    keyed_names: ClassVar[tuple[str, ...]] = ()

    def __init__(self, entry: Meeting, ground: Ground) -> None:
        self._baseline: dict[str, Any] = {}
        super().__init__(entry, ground)
        give_keys([self.fields[name] for name in self.keyed_names], never=(*ON_EVERY_PAGE, *MENUS))

    def keyed(self) -> Iterable[Field]:
        """None of them before the others: their keys are given with a look at the whole page."""
        return ()

    def show_entry(self, entry: Meeting) -> None:
        """Show it, and take what stands there now for what is saved."""
        super().show_entry(entry)
        self._baseline = self.kept()

    def by_hand(self) -> dict[str, Any]:
        """What was typed and is not saved: field name to what stands in it."""
        return {
            name: kept for name, kept in self.kept().items() if kept != self._baseline.get(name)
        }

    def values(self) -> dict[str, Any]:
        """Field name to value."""
        return {name: editor.value() for name, editor in self.editors.items()}

    def refresh(self, entry: Meeting) -> None:
        """It was changed elsewhere: show that, except where something is being typed."""
        mine = self.by_hand()
        self.started_with = entry
        for name, editor in self.editors.items():
            saved = getattr(entry, name)
            if name in mine and (editor.value() != saved or editor.problem()):
                continue
            if editor.value() != saved:
                editor.set_value(saved)
            self._baseline[name] = editor.kept()
        self.live()
