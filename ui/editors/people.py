"""Choosing among the people of the family: one of them, or several."""

from collections.abc import Sequence
from typing import Any

from liaison.model.fields import Bound, field
from liaison.model.person import Person
from ui.editors.choosing import OneOf, Pair, SeveralOf
from ui.editors.editor import Ground


def person_bound(name: str, label: str) -> Bound:
    """The description of a person an entry cannot be without."""
    return Bound(name, str, optional=False, about=field(label, required=True))


class PersonEditor(OneOf):
    """One person, by id. ``nobody`` are the words for no one."""

    def __init__(
        self, bound: Bound, people: Sequence[Person], ground: Ground, *, nobody: str = ""
    ) -> None:
        self._ground = ground
        first: list[Pair] = [("", nobody)] if nobody or not people else []
        super().__init__(bound, [*first, *((each.id, each.full) for each in people)])

    def words_for(self, value: Any) -> str:
        return _name_of(value, self._ground)

    def problem(self) -> str:
        if self.value() or not self.bound.about.required:
            return ""
        return self.tr("{0} is needed.").format(self.bound.about.label)


class PeopleEditor(SeveralOf):
    """Several people, by id."""

    def __init__(self, bound: Bound, people: Sequence[Person], ground: Ground) -> None:
        self._ground = ground
        super().__init__(bound, [(each.id, each.full) for each in people])

    def words_for(self, value: Any) -> str:
        return _name_of(value, self._ground)


def _name_of(id: str, ground: Ground) -> str:
    """Somebody who is no member now; words that are no id show themselves."""
    found = ground.store.first(Person, "id = :id", deleted=True, id=id)
    return found.full if found else id
