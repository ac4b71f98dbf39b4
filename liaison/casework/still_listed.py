"""Whether the office's list still has somebody: until it is answered, what goes home warns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liaison.model.follow_up import STILL_OPEN, FollowUp
from liaison.model.office_list import NO_LONGER_LISTED
from liaison.model.person import Person
from liaison.store.store import Store


def unlisted(store: Store, people: Iterable[Person]) -> Iterator[str]:
    """A warning for everybody of whom it is still to be checked whether the office has her."""
    for person in people:
        asked = store.find(
            FollowUp, "person = :id AND action = :check", id=person.id, check=NO_LONGER_LISTED
        )
        if any(each.state in STILL_OPEN for each in asked):
            yield f"{person.full} is no longer on the office list. Check before you send this."
