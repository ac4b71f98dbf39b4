"""What the list of a ring-round is made from: the absent children, and the tries so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from liaison.casework.copies import Wish
from liaison.casework.for_paper import Decided
from liaison.casework.ring_round import Absent, Try, absent_child
from liaison.errors import CannotPrint
from liaison.model.person import Person, PersonKind
from liaison.store.store import Store

NOBODY = "Nothing to print: no child is on the list."


@dataclass(frozen=True, kw_only=True)
class RoundPaper:
    """One morning's list. ``tries`` are of these children, in the order they were made."""

    on: date
    absent: tuple[Absent, ...]
    tries: tuple[Try, ...] = ()


def round_for_paper(store: Store, about: str, wish: Wish, *, today: date) -> Decided[RoundPaper]:
    """For staff, with the numbers to try; ``about`` are the children's ids with a space between."""
    people = [store.first(Person, "id = :id", id=id) for id in about.split()]
    absent = tuple(
        absent_child(store, each, on=today)
        for each in people
        if each is not None and each.kind is PersonKind.CHILD
    )
    if not absent:
        raise CannotPrint(NOBODY)
    return Decided(
        matter=RoundPaper(on=today, absent=absent),
        wish=wish,
        today=today,
        families=tuple(dict.fromkeys(each.family for each in absent)),
    )
