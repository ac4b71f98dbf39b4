"""Two entries that are one human being."""

from collections.abc import Sequence
from typing import ClassVar

from liaison.casework.putting_right import same_person
from liaison.model.person import Person
from ui.choose_person import ChoosePerson
from ui.editors.choosing import Offer
from ui.layouts import Item
from ui.tasks.putting_right.putting_right import PuttingRight
from ui.widgets.fields import Field


class SamePerson(PuttingRight):
    """Which entry stays, and which one is the same person."""

    kind: ClassVar[str] = "same-person"
    title: ClassVar[str] = "This is the same person"
    icon: ClassVar[str] = "user-check"
    button: ClassVar[str] = "Make one of two"

    def arrange(self) -> Sequence[Item]:
        self.stays = Offer()
        for each in (*self.record.adults, *self.record.children):
            self.stays.addItem(each.full, each.id)
        self.stays.setCurrentIndex(max(0, self.stays.findData(self.person)))
        self.stays.currentIndexChanged.connect(self._look_alike)
        self.goes = ChoosePerson(self.session)
        self.goes.moved.connect(self.refresh)
        self.goes.show_like(self._staying())
        return (
            Field(self.tr("Entry that sta&ys"), self.stays),
            Field(self.tr("The &same person as"), self.goes),
        )

    def what_will_happen(self) -> Sequence[str]:
        stays, goes = self._staying(), self._going()
        if stays is None or goes is None:
            return ()
        return (
            self.tr("{0} stays; what only the other entry knew is filled in.").format(stays.full),
            self.tr("Contacts, phones, ties and restrictions of both name {0}.").format(
                stays.addressed
            ),
            self.tr("The other entry, {0}, goes into the bin.").format(goes.full),
        )

    def put_right(self) -> str:
        stays, goes = self._staying(), self._going()
        if stays is None or goes is None:
            return ""
        kept = same_person(self.session.store, stays, goes)
        return self.tr("{0} is one person now.").format(kept.full)

    def _look_alike(self) -> None:
        self.goes.show_like(self._staying())
        self.refresh()

    def _staying(self) -> Person | None:
        return self.record.person(self.stays.currentData() or "")

    def _going(self) -> Person | None:
        return self.session.store.first(Person, "id = :id", id=self.goes.current())
