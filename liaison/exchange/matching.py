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

    ties: list[Tie]
    known: Person | None = None
    id: str = field(default_factory=new_id)

    @property
    def children(self) -> set[FileChild]:
        """The pupils this adult is a contact of."""
        return {tie.child for tie in self.ties}

    def may_take(self, children: set[FileChild]) -> bool:
        """Two contacts of one pupil are never one adult."""
        return self.children.isdisjoint(children)


def match_children(
    store: Store, known: KnownRecord, pupils: Iterable[Pupil], warnings: list[str]
) -> list[FileChild]:
    """The pupils that can be imported, each with the child in the record that she is.

    A child is known again by her pupil number's fingerprint or by surname, forename and birthday.
    """
    finding = _ChildFinding(known)
    found: list[FileChild] = []
    for pupil in pupils:
        child = FileChild(pupil, upn_print=_print(store, pupil.upn))
        if trouble := finding.trouble(child):
            warnings.append(trouble)
            continue
        finding.place(child)
        found.append(child)
    return found


def _print(store: Store, upn: str) -> str:
    return store.fingerprint(upn) if _UPN.fullmatch(upn) else ""


def _child_names(person: Person | Pupil) -> NameKey:
    return name_key(person.surname, person.forename)


class _ChildFinding:
    def __init__(self, known: KnownRecord) -> None:
        self._by_print: dict[str, Person] = {}
        self._by_names: dict[NameKey, list[Person]] = defaultdict(list)
        self._taken: set[str] = set()
        self._seen: dict[NameKey, list[FileChild]] = defaultdict(list)
        self._prints: set[str] = set()
        for child in known.children:
            self._by_names[_child_names(child)].append(child)
            if child.upn_print:
                self._by_print[child.upn_print] = child

    def trouble(self, child: FileChild) -> str:
        """Why this pupil must be passed over, in a sentence; empty when nothing is wrong."""
        pupil = child.pupil
        if not pupil.surname:
            return f"{pupil.name or 'A pupil'} has no surname in the file and was passed over."
        for other in self._seen[_child_names(pupil)]:
            same_number = child.upn_print == other.upn_print or not (
                child.upn_print and other.upn_print
            )
            if other.pupil.born == pupil.born and same_number:
                return f"{pupil.name} stands in the file twice; the second time was passed over."
        return ""

    def place(self, child: FileChild) -> None:
        names = _child_names(child.pupil)
        self._seen[names].append(child)
        if child.upn_print in self._prints:
            child.upn_print = ""
        child.known = self._by_number(child) or self._by_name(child, names)
        if child.known:
            child.id, child.family = child.known.id, child.known.family
            self._taken.add(child.id)
        if child.upn_print:
            self._prints.add(child.upn_print)

    def _by_number(self, child: FileChild) -> Person | None:
        found = self._by_print.get(child.upn_print)
        if found is None or found.id in self._taken:
            return None
        pupil = child.pupil
        surname, forename = _child_names(pupil)
        alike = (surname, forename, pupil.born), (*_child_names(found), found.date_of_birth)
        return found if any(a == b for a, b in zip(*alike, strict=True)) else None

    def _by_name(self, child: FileChild, names: NameKey) -> Person | None:
        born = child.pupil.born
        free = [each for each in self._by_names[names] if each.id not in self._taken]
        sure = [each for each in free if each.date_of_birth == born]
        if not sure and len(free) == 1 and (born is None or free[0].date_of_birth is None):
            sure = free
        same = [each for each in sure if each.upn_print == child.upn_print]
        return next(iter(same or sure), None)


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
                holder.ties += adult.ties
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
            same = (each for key in keys for each in by_key[key] if each.may_take({child}))
            adult = next(same, None)
            if adult is None:
                adult = FileAdult([])
                adults.append(adult)
            adult.ties.append(tie)
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
