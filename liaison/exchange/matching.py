"""Who in a file is whom: the same adult under several pupils, and everybody in the record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from liaison.exchange.known_record import KnownRecord, NameKey, name_key
from liaison.exchange.pupil_file import ContactOnFile, Pupil
from liaison.model.person import Person, PersonKind
from liaison.store.ids import new_id
from liaison.store.store import Store

_UPN = re.compile(r"[A-Z]\d{11}[\dA-Z]")


@dataclass(eq=False)
class FileChild:
    """One pupil of the file; ``known`` is the child in the record, if there already."""

    pupil: Pupil
    upn_print: str = ""
    known: Person | None = None
    id: str = field(default_factory=new_id)
    family: str = ""


@dataclass(eq=False)
class Tie:
    """One contact of one pupil; ``lives_there`` is what the file claims."""

    child: FileChild
    contact: ContactOnFile

    @property
    def home(self) -> str:
        """The key of the pupil's address."""
        return self.child.pupil.address.key if self.child.pupil.address else ""

    @property
    def lives_there(self) -> bool:
        """Whether the file gives this adult the pupil's own address."""
        own = self.contact.address.key if self.contact.address else ""
        return self.contact.address_as_pupil or bool(own and own == self.home)

    @property
    def joins(self) -> bool:
        """Whether this adult may join two children into one family."""
        responsible = self.contact.responsibility is True
        if self.contact.professional:
            return False
        if self.contact.relative:
            return responsible and self.lives_there
        return responsible or self.lives_there

    @property
    def reach_keys(self) -> Iterator[str]:
        """Phones and e-mails, then the address, as far as they can be compared."""
        yield from (each.key for each in self.contact.phones if each.key)
        yield from (each.casefold() for each in self.contact.emails)
        own = self.contact.address.key if self.contact.address else ""
        if key := (self.home if self.contact.address_as_pupil else own):
            yield key

    @property
    def names(self) -> NameKey:
        """What the adult's name is compared by."""
        return name_key(self.contact.surname, self.contact.forename, self.contact.title)


@dataclass(eq=False)
class FileAdult:
    """One adult of the file with every tie; ``known`` is the adult in the record."""

    ties: list[Tie] = field(default_factory=list)
    children: set[FileChild] = field(default_factory=set)
    known: Person | None = None
    id: str = field(default_factory=new_id)

    def take(self, ties: Iterable[Tie]) -> None:
        """Make these contacts this adult's own."""
        for tie in ties:
            self.ties.append(tie)
            self.children.add(tie.child)

    def may_take(self, children: Iterable[FileChild]) -> bool:
        """Two contacts of one pupil are never one adult."""
        return self.children.isdisjoint(children)


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


def match_adults(known: KnownRecord, children: Iterable[FileChild]) -> list[FileAdult]:
    """Every adult of the file once, each with the adult in the record that they are.

    Contacts under several pupils are one adult if surname, forename and any of phone, e-mail and
    address agree; so is an adult in the record, who may also be known by the child's own ties.
    """
    together = _within_the_file(children)
    finding = _AdultFinding(known)
    matched: dict[str, FileAdult] = {}
    adults: list[FileAdult] = []
    for adult in together:
        for person in finding.candidates(adult):
            holder = matched.get(person.id)
            if holder is None:
                adult.known, adult.id = person, person.id
                matched[person.id] = adult
                adults.append(adult)
                break
            if holder.may_take(adult.children):
                holder.take(adult.ties)
                break
        else:
            adults.append(adult)
    return adults


def _within_the_file(children: Iterable[FileChild]) -> list[FileAdult]:
    adults: list[FileAdult] = []
    by_key: dict[tuple[NameKey, str], list[FileAdult]] = defaultdict(list)
    for child in children:
        for contact in child.pupil.contacts:
            if not contact.surname:
                continue
            tie = Tie(child, contact)
            keys = [(tie.names, key) for key in tie.reach_keys]
            same = (each for key in keys for each in by_key[key] if each.may_take([child]))
            adult = next(same, None)
            if adult is None:
                adult = FileAdult()
                adults.append(adult)
            adult.take([tie])
            for key in keys:
                if adult not in by_key[key]:
                    by_key[key].append(adult)
    return adults


class _AdultFinding:
    def __init__(self, known: KnownRecord) -> None:
        self._known = known
        self._by_key: dict[tuple[NameKey, str], list[Person]] = defaultdict(list)
        for person in known.people.values():
            if person.kind is not PersonKind.CHILD:
                names = name_key(person.surname, person.forename, person.name_title)
                for key in known.reach_keys(person.id):
                    self._by_key[names, key].append(person)

    def candidates(self, adult: FileAdult) -> Iterator[Person]:
        for tie in adult.ties:
            for id in self._known.adults_of.get(tie.child.id, ()):
                person = self._known.people[id]
                names = name_key(person.surname, person.forename, person.name_title)
                if names == tie.names:
                    yield person
        for tie in adult.ties:
            for key in tie.reach_keys:
                yield from self._by_key.get((tie.names, key), ())
