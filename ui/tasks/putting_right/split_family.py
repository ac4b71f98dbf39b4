"""One family that is two."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QCheckBox

from liaison.casework.putting_right import split_family
from liaison.model.person import Person
from liaison.model.words import and_list
from ui.layouts import Item, boxed, column
from ui.tasks.putting_right.putting_right import PuttingRight
from ui.theme import Step
from ui.widgets.fields import LineField
from ui.widgets.labels import Words


class SplitFamily(PuttingRight):
    """Which children go, and what their family is called."""

    kind: ClassVar[str] = "split-family"
    title: ClassVar[str] = "Split a family"
    icon: ClassVar[str] = "users-group"
    button: ClassVar[str] = "Split"

    def arrange(self) -> Sequence[Item]:
        self.ticks = {each.id: QCheckBox(each.called) for each in self.record.children}
        for id, tick in self.ticks.items():
            tick.setChecked(id == self.person)
            tick.clicked.connect(self.refresh)
        self.name = LineField(self.tr("&Name of the new family"))
        self.name.set_text(self.record.family.name)
        self.name.line.textEdited.connect(self.refresh)
        title = Words(self.tr("Children who become a family of their own"), Step.STRONG)
        return boxed(column(title, *self.ticks.values(), spacing=4)), self.name

    def what_will_happen(self) -> Sequence[str]:
        going = self._going()
        name = self.name.text()
        if not going or not name:
            return ()
        ids = {each.id for each in going}
        home = self.record.family.name
        if len(going) == len(self.record.children):
            return (self.tr("At least one child has to stay with {0}.").format(home),)
        tied = {tie.adult for tie in self.record.relationships if tie.child in ids}
        adults = [each.full for each in self.record.adults if each.id in tied]
        children = and_list([each.called for each in going])
        said = [self.tr("{0}: a family of their own, “{1}”.").format(children, name)]
        if adults:
            line = self.tr("Members of both families: {0}.")
            said.append(line.format(and_list(adults)))
        said.append(self.tr("Restrictions about these children go along."))
        said.append(self.tr("What was written down with {0} stays there.").format(home))
        return said

    def put_right(self) -> str:
        family = split_family(self.session.store, self._going(), name=self.name.text())
        return self.tr("{0} is a family of its own now.").format(family.name)

    def _going(self) -> list[Person]:
        return [each for each in self.record.children if self.ticks[each.id].isChecked()]
