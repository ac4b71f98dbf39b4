"""What the record of a home visit is made from: the visit, and the family it went to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from liaison.casework.copies import Wish
from liaison.casework.for_paper import Decided
from liaison.errors import CannotPrint
from liaison.model.family import Family
from liaison.model.visit import HomeVisit
from liaison.store.store import Store


@dataclass(frozen=True, kw_only=True)
class VisitPaper:
    """One visit, and the name of its family."""

    visit: HomeVisit
    family: str = ""


def visit_for_paper(store: Store, about: str, wish: Wish, *, today: date) -> Decided[VisitPaper]:
    """For staff, to be filled in once they are back; ``about`` is the visit's id."""
    visit = store.first(HomeVisit, "id = :id", id=about)
    if visit is None:
        raise CannotPrint("Nothing to print: choose a home visit first.")
    family = store.first(Family, "id = :id", id=visit.family)
    return Decided(
        matter=VisitPaper(visit=visit, family=family.name if family else ""),
        wish=wish,
        today=today,
        families=(family.id,) if family else (),
    )
