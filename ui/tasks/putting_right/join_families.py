"""Two families that are one."""

from collections.abc import Sequence
from typing import ClassVar

from liaison.casework.families import whole_family
from liaison.casework.putting_right import join_families
from liaison.model.family import Family
from liaison.model.words import and_list
from ui.choose_family import ChooseFamily
from ui.layouts import Item
from ui.tasks.putting_right.putting_right import PuttingRight
from ui.widgets.fields import Field
from ui.widgets.labels import Words


class JoinFamilies(PuttingRight):
    """The family stays; which other one goes into it."""

    kind: ClassVar[str] = "join-families"
    title: ClassVar[str] = "Join two families"
    icon: ClassVar[str] = "link"
    button: ClassVar[str] = "Join"

    def arrange(self) -> Sequence[Item]:
        children = and_list([each.short for each in self.record.children])
        home = f"{self.record.family.name} ({children})" if children else self.record.family.name
        stays = self.tr("{0} stays.").format(home)
        self.other = ChooseFamily(self.session, without=self.record.family.id)
        self.other.moved.connect(self.refresh)
        return Words(stays, wrap=True), Field(self.tr("&Goes into it"), self.other)

    def what_will_happen(self) -> Sequence[str]:
        other = self._other()
        if other is None:
            return ()
        goes = whole_family(self.session.store, other.id)
        home = self.record.family.name
        people = and_list([each.full for each in goes.people])
        said = []
        if people:
            said.append(self.tr("{0} become members of {1}.").format(people, home))
        count = len(goes.contacts) + len(goes.follow_ups) + len(goes.barriers)
        said.append(
            self.tr("{0} contacts, follow-ups and barriers of {1} stand with {2}.").format(
                count, other.name, home
            )
        )
        said.append(self.tr("Somebody who is in both stands once."))
        said.append(self.tr("{0} goes into the bin.").format(other.name))
        return said

    def put_right(self) -> str:
        other = self._other()
        if other is None:
            return ""
        stays = join_families(self.session.store, self.record.family, other)
        return self.tr("{0} and {1} are one family now.").format(stays.name, other.name)

    def _other(self) -> Family | None:
        return self.session.store.first(Family, "id = :id", id=self.other.current())
