"""The base of every form: it fills, reads and checks; the subclass only arranges."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison.casework.families import keep
from liaison.model.fields import Bound, Entry, fields_of, problems
from ui.editors.choosing import YesNoEditor
from ui.editors.days import DayEditor
from ui.editors.editor import Editor, Ground
from ui.editors.editor_for import editor_for
from ui.forms.laid_out import Line
from ui.forms.mnemonics import give_keys
from ui.layouts import column
from ui.theme import Step
from ui.widgets.fields import Field
from ui.widgets.labels import Words

R = TypeVar("R", bound=Entry)


class EntryForm(QWidget, Generic[R]):
    """Edits one entry. ``edited`` fires on every change made by hand, ``entered`` on the focus.

    ``of`` is the kind of entry; ``ahead`` names the dates still to come: "fri" is the next one.
    """

    edited = Signal()
    entered = Signal(QWidget)
    of: ClassVar[type[Entry]]
    ahead: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, entry: R, ground: Ground) -> None:
        super().__init__()
        self.ground = ground
        self.started_with = entry
        self.editors: dict[str, Editor] = {}
        self.fields: dict[str, Field] = {}
        self._bounds = {bound.name: bound for bound in fields_of(type(entry))}
        self._away: set[str] = set()
        self._rows = column(spacing=10)
        self.setLayout(self._rows)
        self.arrange()
        give_keys(self.keyed())
        self.show_entry(entry)

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> R:
        """A new entry about ``subject``: the family, or whom or what of it the form is about."""
        made: R = cls.of(family=ground.record.family.id)  # type: ignore[assignment]
        return made

    def arrange(self) -> None:
        """Put the fields on the form, in the order in which they are read."""

    def keyed(self) -> Iterable[Field]:
        """The fields that get an Alt key of their own: all of them, where there are not many."""
        return self.fields.values()

    def live(self) -> None:
        """Something was changed by hand, or the form was filled: say what follows from it."""

    def keep(self) -> tuple[R, Sequence[str]]:
        """Save what stands on the form; gives back the entry and what the officer should know."""
        return keep(self.ground.store, self.entry()), ()

    def line(self, *parts: str | Field) -> None:
        """Fields beside one another."""
        fields = [self.field(each) if isinstance(each, str) else each for each in parts]
        self.place(Line(*fields) if len(fields) > 1 else fields[0])

    def heading(self, words: str) -> None:
        self.place(Words(words, Step.CARD))

    def place(self, widget: QWidget) -> None:
        """Put anything else on the form."""
        self._rows.addWidget(widget)

    def field(self, name: str, editor: Editor | None = None, *, label: str = "") -> Field:
        """A field's editor with its label, its help and the line for what is wrong with it."""
        made = editor or editor_for(self._bounds[name], self.ground, ahead=name in self.ahead)
        bound = made.bound
        made.changed.connect(self._changed)
        made.entered.connect(self.entered)
        words = "" if isinstance(made, YesNoEditor) else label or bound.about.label
        field = Field(words, made, hint=bound.about.help)
        self.editors[name], self.fields[name] = made, field
        return field

    def bound(self, name: str) -> Bound:
        return self._bounds[name]

    def show_field(self, name: str, *, shown: bool) -> None:
        """Put a field away, or bring it back."""
        self._away = self._away - {name} if shown else self._away | {name}
        field = self.fields[name]
        field.setVisible(shown)
        beside = field.parentWidget()
        if isinstance(beside, Line):
            beside.tidy()

    def show_entry(self, entry: R) -> None:
        self.started_with = entry
        for name, editor in self.editors.items():
            editor.set_value(getattr(entry, name))
        self.live()

    def entry(self) -> R:
        """The entry as it stands on the screen; a field that is put away holds nothing."""
        blank = type(self.started_with).__dataclass_fields__
        values: dict[str, Any] = {
            name: blank[name].default if name in self._away else editor.value()
            for name, editor in self.editors.items()
        }
        return replace(self.started_with, **values)

    def problems(self) -> dict[str, str]:
        """What stands in the way of saving: field name to sentence."""
        shown = self.editors.keys() - self._away
        typed = {n: each.problem() for n, each in self.editors.items() if n in shown}
        return problems(self.entry()) | {name: said for name, said in typed.items() if said}

    def show_problems(self, found: Mapping[str, str]) -> list[tuple[str, QWidget | None]]:
        """Say each beside its field; gives back what a summary on top shows."""
        for name, field in self.fields.items():
            field.set_problem(found.get(name, ""))
        return [(sentence, self.fields.get(name)) for name, sentence in found.items()]

    def to_date(self) -> None:
        """Into the first date there is."""
        dates = (each for each in self.editors.values() if isinstance(each, DayEditor))
        if first := next((each for each in dates if each.isVisibleTo(self)), None):
            first.setFocus()

    def kept(self) -> dict[str, Any]:
        """What stands on the form, as a draft keeps it."""
        return {name: editor.kept() for name, editor in self.editors.items()}

    def resume(self, kept: Mapping[str, Any]) -> None:
        for name in self.editors.keys() & kept.keys():
            self.editors[name].resume(kept[name])
        self.live()

    def _changed(self) -> None:
        self.live()
        self.edited.emit()
