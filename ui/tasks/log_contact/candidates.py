"""Who may be meant by a few letters: adults first, those not to be contacted last."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from liaison.casework.families import AdultLine, FamilyLine, family_list
from liaison.model.folded import folded
from liaison.model.restriction import Restriction, What
from liaison.model.ruling import is_over
from liaison.store.store import Store
from ui.family_rows import short_year

MOST = 7


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant. Without a person or child it is the whole family."""

    family: str
    title: str
    line: str = ""
    person: str = ""
    child: str = ""
    restricted: bool = False

    @property
    def id(self) -> str:
        return f"{self.family}/{self.person}/{self.child}"


def candidates(store: Store, text: str, today: date) -> list[Candidate]:
    """The best hit first. Nothing typed finds nobody."""
    if not text.strip():
        return []
    kept_away = not_to_contact(store, today)
    typed = folded(text).split()
    ranked = [
        (rank, number, candidate)
        for number, family in enumerate(family_list(store, today, text))
        for rank, candidate in _of_family(family, typed, kept_away)
    ]
    ranked.sort(key=lambda each: each[:2])
    return [candidate for _, _, candidate in ranked[:MOST]]


def first_to_ring(family: FamilyLine, kept_away: Collection[str]) -> AdultLine | None:
    """The adult to contact first, leaving out those school must not contact."""
    return next((each for each in family.adults if each.id not in kept_away), None)


def not_to_contact(store: Store, today: date) -> set[str]:
    """Adults under a restriction on contact that is not over."""
    found = store.find(Restriction, "what = :what", what=What.CONTACT.value)
    return {each.adult for each in found if not is_over(each, today)}


def _of_family(
    family: FamilyLine, typed: list[str], kept_away: Collection[str]
) -> Iterator[tuple[int, Candidate]]:
    children = ", ".join(
        f"{each.name.removesuffix(f' {family.name}')} {short_year(each.year)}".strip()
        for each in family.children
    )
    for adult in family.adults:
        restricted = adult.id in kept_away
        hit = _begins(typed, adult.name)
        rank = 4 if restricted else 0 if hit else 2
        yield rank, Candidate(family.id, adult.name, children, adult.id, restricted=restricted)
    for child in family.children:
        line = ", ".join(filter(None, (child.year, family.name)))
        first_name = folded(child.name).split()[:1]
        hit = bool(first_name) and first_name[0].startswith(typed[0])
        yield 1 if hit else 5, Candidate(family.id, child.name, line, child=child.id)
    yield 3, Candidate(family.id, family.name, f"Whole family: {children}" if children else "")


def _begins(typed: Iterable[str], name: str) -> bool:
    words = folded(name).split()
    return all(any(word.startswith(each) for word in words) for each in typed)
