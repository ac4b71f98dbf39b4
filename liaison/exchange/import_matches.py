"""People who might be the same: what a file says beside what the record says, and the choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from liaison.dates import medium_date, year_words
from liaison.exchange.file_people import FileAdult, FileChild
from liaison.exchange.gathering import Gathering
from liaison.exchange.known_record import KnownRecord, name_key
from liaison.model.fields import Entry, Listed, fields_of
from liaison.model.folded import squeezed
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint
from liaison.model.words import field_text
from liaison.store.ids import new_id
from liaison.store.store import Store

MOST_ALIKE = 3


class Verdict(Listed):
    """What somebody in a file is to the record."""

    SAME = "same", "The same person"
    NEW = "new", "Somebody new"
    SKIP = "skip", "Leave out"


@dataclass(frozen=True)
class Decision:
    """The officer's choice; ``person`` is whom of the record it is, where it is the same."""

    verdict: Verdict
    person: str = ""


Decisions = Mapping[str, Decision]
"""By the key of a match."""


@dataclass(frozen=True)
class Difference:
    """One thing that the record and the file say differently; empty where one says nothing."""

    label: str
    here: str
    file: str


@dataclass(frozen=True)
class Alike:
    """Somebody of the record whom this may be."""

    id: str
    name: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Match:
    """Somebody in the file with whom they may be, as the plan stands. ``key`` names the choice."""

    key: str
    name: str
    child: bool
    verdict: Verdict
    same_as: str
    alike: tuple[Alike, ...]


FilePerson = FileChild | FileAdult


class Matching:
    """Applies the officer's choices to what was matched, and lists what she can choose about."""

    def __init__(
        self, known: KnownRecord, children: Iterable[FileChild], choices: Decisions
    ) -> None:
        self._known = known
        self._named = _by_names(known.people.values())
        self._choices = choices
        self._keys: dict[FilePerson, str] = {}
        self._everybody: list[FilePerson] = []
        self.left_out: set[str] = set()
        self.skipped = 0
        for number, child in enumerate(children):
            self._keys[child] = f"child {number}"

    def children(self, matched: list[FileChild]) -> list[FileChild]:
        """The pupils to bring in, each as the officer has chosen."""
        self._everybody += matched
        return [child for child in matched if self._decided(child, matched)]

    def adults(self, matched: list[FileAdult]) -> list[FileAdult]:
        """The adults to bring in, each as the officer has chosen."""
        for adult in matched:
            tie = adult.ties[0]
            position = next(
                n for n, each in enumerate(tie.child.pupil.contacts) if each is tie.contact
            )
            self._keys[adult] = f"{self._keys[tie.child]} contact {position}"
        self._everybody += matched
        return [adult for adult in matched if self._decided(adult, matched)]

    def matches(self, store: Store, gathering: Gathering) -> tuple[Match, ...]:
        """Everybody in doubt: who would change, who looks like somebody, who was decided about."""
        changes = _changes(store, gathering)
        return tuple(self._matches(changes))

    def _decided(self, person: FilePerson, others: Iterable[FilePerson]) -> bool:
        chosen = self._choices.get(self._keys[person])
        if chosen is None:
            return True
        if chosen.verdict is Verdict.SKIP:
            self.skipped += 1
            self.left_out |= {person.id}
            return False
        if chosen.verdict is Verdict.NEW:
            _make_new(person)
        else:
            taken = {other.id for other in others if other is not person}
            same = self._known.people.get(chosen.person)
            if same is not None and same.id not in taken:
                _make_same(person, same)
        return True

    def _matches(self, changes: Mapping[str, list[Difference]]) -> Iterator[Match]:
        for person in self._everybody:
            key = self._keys[person]
            chosen = self._choices.get(key)
            alike = tuple(self._alike(person, changes))
            if not chosen and not any(each.differences for each in alike):
                continue
            same = person.known.id if person.known else ""
            verdict = Verdict.SAME if same else Verdict.NEW
            yield Match(
                key,
                _called(person),
                isinstance(person, FileChild),
                chosen.verdict if chosen else verdict,
                same or (alike[0].id if alike else ""),
                alike,
            )

    def _alike(
        self, person: FilePerson, changes: Mapping[str, list[Difference]]
    ) -> Iterator[Alike]:
        if person.known:
            known = person.known
            yield Alike(known.id, _words(known), tuple(changes.get(known.id, ())))
            return
        taken = {each.id for each in self._everybody if each.known}
        found = self._looking_like(person)
        for each in islice((one for one in found if one.id not in taken), MOST_ALIKE):
            yield Alike(each.id, _words(each), tuple(_differences(person, each)))

    def _looking_like(self, person: FilePerson) -> Iterator[Person]:
        """The same whole name; for a child two of surname, forename and birthday."""
        if isinstance(person, FileAdult):
            yield from self._named.get(person.ties[0].names, ())
            return
        pupil = person.pupil
        surname = self._named.get(("surname", squeezed(pupil.surname)), ())
        forename = self._named.get(("forename", squeezed(pupil.forename)), ())
        both = {each.id for each in surname} & {each.id for each in forename}
        for each in {one.id: one for one in (*surname, *forename)}.values():
            if each.id in both or (pupil.born and pupil.born == each.date_of_birth):
                yield each


def _make_new(person: FilePerson) -> None:
    if isinstance(person, FileChild) and person.known:
        person.family = ""
        if person.upn_print == person.known.upn_print:
            person.upn_print = ""
    if person.known:
        person.known, person.id = None, new_id()


def _make_same(person: FilePerson, known: Person) -> None:
    person.known, person.id = known, known.id
    if isinstance(person, FileChild):
        person.family = known.family


def _called(person: FilePerson) -> str:
    if isinstance(person, FileChild):
        return person.pupil.name
    contact = person.ties[0].contact
    children = ", ".join(dict.fromkeys(tie.child.pupil.name for tie in person.ties))
    return f"{contact.name} ({children})"


def _words(known: Person) -> str:
    born = f", born {medium_date(known.date_of_birth)}" if known.date_of_birth else ""
    return f"{known.full}{born}"


def _by_names(people: Iterable[Person]) -> dict[object, list[Person]]:
    """Children by surname and by forename, adults by the whole name."""
    found: dict[object, list[Person]] = defaultdict(list)
    for each in people:
        if each.kind is PersonKind.CHILD:
            found["surname", squeezed(each.surname)].append(each)
            found["forename", squeezed(each.forename)].append(each)
        else:
            found[name_key(each.surname, each.forename, each.name_title)].append(each)
    return found


def _differences(person: FilePerson, known: Person) -> Iterator[Difference]:
    if isinstance(person, FileAdult):
        contact = person.ties[0].contact
        yield Difference("Name", known.full, contact.name)
        return
    pupil = person.pupil
    born = medium_date(pupil.born) if pupil.born else ""
    here = medium_date(known.date_of_birth) if known.date_of_birth else ""
    yield Difference("Name", known.called, pupil.name)
    yield Difference("Date of birth", here, born)
    yield Difference("Year", year_words(known.year_group), year_words(pupil.year_group))


def _changes(store: Store, gathering: Gathering) -> dict[str, list[Difference]]:
    """What would change about each person of the record, by her id."""
    found: dict[str, list[Difference]] = {}
    for entry in gathering.altered.values():
        stands = store.get(type(entry), entry.id)
        for bound in fields_of(type(entry)):
            before, after = getattr(stands, bound.name), getattr(entry, bound.name)
            if before != after and bound.about.listed:
                here, file = (field_text(bound, value, store.label) for value in (before, after))
                found.setdefault(_owner(entry), []).append(
                    Difference(bound.about.label, here, file)
                )
    for entry in gathering.added:
        if isinstance(entry, ContactPoint):
            found.setdefault(entry.person, []).append(Difference(entry.title, "", entry.value))
        elif isinstance(entry, Address):
            words = " ".join(filter(None, (entry.house, entry.street, entry.postcode)))
            found.setdefault(entry.person, []).append(Difference(entry.title, "", words))
    return found


def _owner(entry: Entry) -> str:
    """Whom an entry is about."""
    if isinstance(entry, Person):
        return entry.id
    return str(getattr(entry, "person", "") or getattr(entry, "adult", ""))
