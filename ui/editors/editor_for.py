"""Which editor a field is edited in."""

from datetime import date

from liaison.model.fields import Bound, Listed
from ui.editors.choosing import ChoiceEditor, ChoicesEditor, ListedEditor, MaybeEditor, YesNoEditor
from ui.editors.days import DayEditor
from ui.editors.editor import Editor, Ground
from ui.editors.writing import LineEditor, NoteEditor, WholeEditor


def editor_for(bound: Bound, ground: Ground, *, ahead: bool = False) -> Editor:
    """The widget for this kind of value; ``ahead``: its days are still to come."""
    if bound.about.choices:
        several = bound.kind is not str
        return ChoicesEditor(bound, ground) if several else ChoiceEditor(bound, ground)
    if isinstance(bound.kind, type) and issubclass(bound.kind, Listed):
        return ListedEditor(bound)
    if bound.kind is bool:
        return MaybeEditor(bound) if bound.optional else YesNoEditor(bound)
    if bound.kind is date:
        return DayEditor(bound, ground, ahead=ahead)
    if bound.kind is int:
        return WholeEditor(bound)
    return NoteEditor(bound) if bound.about.lines > 1 else LineEditor(bound)
