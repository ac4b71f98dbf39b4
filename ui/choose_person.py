"""Choosing a person of the whole record, those most alike first."""

from collections.abc import Sequence

from liaison.model.family import Family
from liaison.model.folded import folded
from liaison.model.person import Person, PersonKind
from ui.choose import MOST, Choose
from ui.delegates.entries import EntryRow
from ui.session import Session


class ChoosePerson(Choose):
    """People of the same sort as the one shown: the namesakes, or those whose name is typed."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Find a person"), self.tr("People"))
        self._session = session
        self._like: Person | None = None

    def show_like(self, person: Person | None) -> None:
        """Offer people who could be this one."""
        self._like = person
        self.refill()

    def fitting(self, text: str) -> Sequence[EntryRow]:
        like = self._like
        if like is None:
            return []
        child = like.kind is PersonKind.CHILD
        return [
            self._row(each)
            for each in self._found(text, like)
            if each.id != like.id and (each.kind is PersonKind.CHILD) is child
        ]

    def nothing(self, text: str) -> str:
        if text:
            return self.tr("Nobody fits “{0}”.").format(text)
        return self.tr("Nobody of the same name is in the record: type another name.")

    def _found(self, text: str, like: Person) -> list[Person]:
        store = self._session.store
        names = (text,) if text.strip() else (like.surname, like.forename)
        ids = [id for name in names for id in store.people_named(name, limit=MOST)]
        found = [store.get(Person, id) for id in dict.fromkeys(ids)]
        return sorted(found, key=lambda each: _unlike(each, like))

    def _row(self, person: Person) -> EntryRow:
        family = self._session.store.first(Family, "id = :id", id=person.family)
        born = person.date_of_birth
        line = f"{born.day}/{born.month}/{born.year}" if born else ""
        words = ", ".join(filter(None, (family.name if family else "", line)))
        return EntryRow(person.id, "user", person.full, words)


def _unlike(one: Person, other: Person) -> tuple[bool, bool, str]:
    """Namesakes first."""
    return (
        folded(one.forename) != folded(other.forename),
        folded(one.surname) != folded(other.surname),
        one.called,
    )
