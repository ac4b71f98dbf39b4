"""Choosing a family by a few letters of any name in it."""

from collections.abc import Sequence

from liaison.casework.families import family_lines
from ui.choose import MOST, Choose
from ui.delegates.entries import EntryRow
from ui.session import Session


class ChooseFamily(Choose):
    """Families with their children. ``without`` is one that is not offered."""

    def __init__(self, session: Session, *, without: str = "") -> None:
        super().__init__(self.tr("Find a family"), self.tr("Families"))
        self._session = session
        self._without = without
        self.refill()

    def fitting(self, text: str) -> Sequence[EntryRow]:
        store, today = self._session.store, self._session.today()
        return [
            EntryRow(
                each.id,
                "users",
                each.name,
                ", ".join(" ".join((child.name, child.year)).strip() for child in each.children),
            )
            for each in family_lines(store, today, text)[: MOST + 1]
            if each.id != self._without
        ]

    def nothing(self, text: str) -> str:
        if text:
            return self.tr("No family fits “{0}”.").format(text)
        return self.tr(
            "No family is in the record yet. Add one on the page Families, or bring in the "
            "school's file from the File menu."
        )
