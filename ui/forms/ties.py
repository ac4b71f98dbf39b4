"""What a new member is to each person on the other side of the family, one line each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison.model.fields import fields_of
from liaison.model.person import Person
from liaison.model.relationship import Relationship, Responsibility
from ui.editors.choosing import ChoiceEditor, ListedEditor
from ui.editors.editor import Ground
from ui.forms.laid_out import Line
from ui.layouts import column
from ui.theme import Step
from ui.widgets.fields import Field
from ui.widgets.labels import Words

_BOUNDS = {bound.name: bound for bound in fields_of(Relationship)}


class Ties(QWidget):
    """A line for each of ``people``. A line left open makes no tie."""

    edited = Signal()

    def __init__(self, title: str, people: Sequence[Person], ground: Ground) -> None:
        super().__init__()
        self._lines = {each.id: _TieLine(each, ground) for each in people}
        for line in self._lines.values():
            line.relationship.changed.connect(self.edited)
            line.responsibility.changed.connect(self.edited)
        self.setLayout(column(Words(title, Step.CARD), *self._lines.values(), spacing=8))

    def line(self, person: str) -> "_TieLine":
        return self._lines[person]

    def made(self, *, of_child: bool) -> list[Relationship]:
        """The ties written down; the side of the new person is left empty."""
        return [
            Relationship(
                child="" if of_child else id,
                adult=id if of_child else "",
                relationship=line.relationship.value(),
                responsibility=line.responsibility.value() or Responsibility.NOT_KNOWN,
            )
            for id, line in self._lines.items()
            if line.relationship.value() or line.responsibility.value() is not _NOT_KNOWN
        ]

    def kept(self) -> dict[str, Any]:
        return {id: line.kept() for id, line in self._lines.items()}

    def resume(self, kept: dict[str, Any]) -> None:
        for id in self._lines.keys() & kept.keys():
            self._lines[id].resume(kept[id])


_NOT_KNOWN = Responsibility.NOT_KNOWN


class _TieLine(QWidget):
    """What they are to one another, and whether there is responsibility."""

    def __init__(self, person: Person, ground: Ground) -> None:
        super().__init__()
        self.relationship = ChoiceEditor(_BOUNDS["relationship"], ground)
        self.responsibility = ListedEditor(_BOUNDS["responsibility"])
        self.responsibility.set_value(_NOT_KNOWN)
        for editor in (self.relationship, self.responsibility):
            words = f"{editor.bound.about.label}: {person.called}"
            editor.box.setAccessibleName(words)
        self.setLayout(
            column(
                Line(
                    Field(person.called, self.relationship),
                    Field(_BOUNDS["responsibility"].about.label, self.responsibility),
                )
            )
        )

    def kept(self) -> list[Any]:
        return [self.relationship.kept(), self.responsibility.kept()]

    def resume(self, kept: list[Any]) -> None:
        self.relationship.resume(kept[0])
        self.responsibility.resume(kept[1])
