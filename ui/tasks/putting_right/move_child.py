"""A child lives in another family now."""

from collections.abc import Sequence
from typing import ClassVar

from liaison.casework.putting_right import move_child
from liaison.model.family import Family, Membership
from liaison.model.person import Person
from liaison.model.words import and_list
from ui.choose_family import ChooseFamily
from ui.editors.choosing import Offer
from ui.layouts import Item
from ui.tasks.putting_right.putting_right import PuttingRight
from ui.widgets.fields import Field


class MoveChild(PuttingRight):
    """Which child, and where to."""

    kind: ClassVar[str] = "move-child"
    title: ClassVar[str] = "Move a child to another family"
    icon: ClassVar[str] = "arrow-right"
    button: ClassVar[str] = "Move"

    def arrange(self) -> Sequence[Item]:
        self.child = Offer()
        for each in self.record.children:
            self.child.addItem(each.called, each.id)
        self.child.setCurrentIndex(max(0, self.child.findData(self.person)))
        self.child.currentIndexChanged.connect(self.refresh)
        self.to = ChooseFamily(self.session, without=self.record.family.id)
        self.to.moved.connect(self.refresh)
        return (
            Field(self.tr("&Child"), self.child),
            Field(self.tr("&Moves to"), self.to),
        )

    def what_will_happen(self) -> Sequence[str]:
        child, to = self._chosen()
        if child is None or to is None:
            return ()
        home = self.record.family.name
        said = [self.tr("{0} lives in {1} from now on.").format(child.called, to.name)]
        if adults := self._newcomers(child, to):
            line = self.tr("Members there too: {0}.")
            said.append(line.format(and_list(adults)))
        said.append(self.tr("Restrictions about {0} go along.").format(child.short))
        said.append(self.tr("What was written down with {0} stays there.").format(home))
        if len(self.record.children) == 1:
            said.append(self.tr("{0} then has no child.").format(home))
        return said

    def put_right(self) -> str:
        child, to = self._chosen()
        if child is None or to is None:
            return ""
        move_child(self.session.store, child, to=to.id)
        return self.tr("{0} is in {1} now.").format(child.called, to.name)

    def _chosen(self) -> tuple[Person | None, Family | None]:
        child = self.record.person(self.child.currentData() or "")
        return child, self.session.store.first(Family, "id = :id", id=self.to.current())

    def _newcomers(self, child: Person, to: Family) -> list[str]:
        """Adults tied to the child who are no members there yet."""
        members = self.session.store.find(Membership, "family = :id", id=to.id)
        there = {each.person for each in members}
        tied = {tie.adult for tie in self.record.relationships if tie.child == child.id}
        return [each.full for each in self.record.adults if each.id in tied - there]
