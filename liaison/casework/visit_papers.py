"""What the papers of a home visit are made from: its record, and the card that is carried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from liaison.casework.copies import Wish
from liaison.casework.for_paper import Decided
from liaison.errors import CannotPrint
from liaison.model.family import Family
from liaison.model.person import Person
from liaison.model.visit import HomeVisit
from liaison.store.store import Store


@dataclass(frozen=True, kw_only=True)
class VisitPaper:
    """One visit, and the name of its family."""

    visit: HomeVisit
    family: str = ""


@dataclass(frozen=True, kw_only=True)
class VisitCard:
    """First name and initial, phone, purpose code, due back. Never risks or reasons."""

    name: str
    phone: str
    purpose: str
    due_back_at: str


def visit_for_paper(store: Store, about: str, wish: Wish, *, today: date) -> Decided[VisitPaper]:
    """For staff, to be filled in once they are back; ``about`` is the visit's id."""
    visit = _visit(store, about)
    family = store.first(Family, "id = :id", id=visit.family)
    return Decided(
        matter=VisitPaper(visit=visit, family=family.name if family else ""),
        wish=wish,
        today=today,
        families=(family.id,) if family else (),
    )


def card_for_paper(store: Store, about: str, wish: Wish, *, today: date) -> Decided[VisitCard]:
    """What is carried. The purpose is its number in the school's list: it is looked up inside."""
    visit = _visit(store, about)
    codes = [each.code for each in store.choices("purpose")]
    person = store.first(Person, "id = :id", id=visit.person) if visit.person else None
    card = VisitCard(
        name=first_name_and_initial(person) if person else "",
        phone=visit.phone,
        purpose=str(codes.index(visit.purpose) + 1) if visit.purpose in codes else "",
        due_back_at=visit.due_back_at,
    )
    return Decided(matter=card, wish=wish, today=today, families=(visit.family,))


def first_name_and_initial(person: Person) -> str:
    """Amina K.: enough for who carries the card, too little for who finds it."""
    last = (person.known_as_surname or person.surname)[:1]
    first = person.known_as or person.forename or person.name_title
    return " ".join(filter(None, (first, f"{last}." if last else "")))


def _visit(store: Store, id: str) -> HomeVisit:
    visit = store.first(HomeVisit, "id = :id", id=id)
    if visit is None:
        raise CannotPrint("Nothing to print: choose a home visit first.")
    return visit
