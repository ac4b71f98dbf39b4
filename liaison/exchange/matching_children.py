"""Which child of the record each pupil of a file is, if any."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from liaison.exchange.file_people import FileChild
from liaison.exchange.known_record import KnownRecord, NameKey, name_key
from liaison.exchange.pupil_file import Pupil
from liaison.model.person import Person
from liaison.store.store import Store

_UPN = re.compile(r"[A-Z]\d{11}[\dA-Z]")


def match_children(
    store: Store, known: KnownRecord, pupils: Iterable[Pupil], warnings: list[str]
) -> list[FileChild]:
    """The pupils that can be imported, each with the child in the record that she is.

    A child is known again by surname, forename and birthday, or by her pupil number's fingerprint.
    """
    children: list[FileChild] = []
    seen: dict[NameKey, list[FileChild]] = defaultdict(list)
    for pupil in pupils:
        child = FileChild(pupil, upn_print=_print(store, pupil.upn))
        names = _child_names(pupil)
        if trouble := _trouble(child, seen[names]):
            warnings.append(trouble)
        else:
            seen[names].append(child)
            children.append(child)
    _ChildFinding(known, warnings).find(children)
    return children


def _print(store: Store, upn: str) -> str:
    return store.fingerprint(upn) if _UPN.fullmatch(upn) else ""


def _child_names(person: Person | Pupil) -> NameKey:
    return name_key(person.surname, person.forename)


def _trouble(child: FileChild, namesakes: Iterable[FileChild]) -> str:
    """Why this pupil must be passed over, in a sentence; empty when nothing is wrong."""
    pupil = child.pupil
    if not pupil.surname:
        return f"{pupil.name or 'A pupil'} has no surname in the file and was passed over."
    for other in namesakes:
        two_numbers = child.upn_print and other.upn_print and child.upn_print != other.upn_print
        if other.pupil.born == pupil.born and not two_numbers:
            return f"{pupil.name} stands in the file twice; the second time was passed over."
    return ""


class _ChildFinding:
    """Finds children in the record: the surest way for everybody first, then the next."""

    def __init__(self, known: KnownRecord, warnings: list[str]) -> None:
        self._warnings = warnings
        self._by_names: dict[NameKey, list[Person]] = defaultdict(list)
        self._taken: set[str] = set()
        for child in known.children:
            self._by_names[_child_names(child)].append(child)
        self._by_print = {each.upn_print: each for each in known.children if each.upn_print}

    def find(self, children: list[FileChild]) -> None:
        for way in (self._same_in_all, self._same_in_name, self._same_number, self._only_one):
            for child in children:
                if child.known is None and (found := way(child)):
                    child.known, child.id, child.family = found, found.id, found.family
                    self._taken.add(found.id)
        self._keep_numbers_apart(children)

    def _free(self, child: FileChild) -> list[Person]:
        named = self._by_names[_child_names(child.pupil)]
        return [each for each in named if each.id not in self._taken]

    def _same_in_all(self, child: FileChild) -> Person | None:
        same = (each for each in self._free(child) if each.upn_print == child.upn_print)
        return next((each for each in same if each.date_of_birth == child.pupil.born), None)

    def _same_in_name(self, child: FileChild) -> Person | None:
        born = child.pupil.born
        return next((each for each in self._free(child) if each.date_of_birth == born), None)

    def _same_number(self, child: FileChild) -> Person | None:
        """By the number, if no more than one of surname, forename and birthday disagrees."""
        found = self._by_print.get(child.upn_print)
        if found is None or found.id in self._taken:
            return None
        pairs = zip(_child_names(child.pupil), _child_names(found), strict=True)
        odd = sum(mine != theirs for mine, theirs in pairs)
        born, known_born = child.pupil.born, found.date_of_birth
        odd += bool(born and known_born and born != known_born)
        if odd <= 1:
            return found
        self._warnings.append(
            f"{child.pupil.name} has the pupil number of {found.called} but not the name or the "
            "birthday: taken as another child. Check with the office."
        )
        return None

    def _only_one(self, child: FileChild) -> Person | None:
        """By name alone, where a birthday is missing and nobody else has the name."""
        free = self._free(child)
        if len(free) != 1 or (child.pupil.born and free[0].date_of_birth):
            return None
        return free[0]

    def _keep_numbers_apart(self, children: list[FileChild]) -> None:
        """A number that belongs to somebody else already is not kept a second time."""
        owners = {print_: child.id for print_, child in self._by_print.items()}
        for child in children:
            if owners.setdefault(child.upn_print, child.id) != child.id:
                child.upn_print = ""
