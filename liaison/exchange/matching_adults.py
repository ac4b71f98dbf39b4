"""Which adult is the same under several pupils of a file, and who of the record they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from liaison.exchange.file_people import FileAdult, FileChild, Tie
from liaison.exchange.known_record import KnownRecord, NameKey, name_key
from liaison.model.person import Person, PersonKind
from liaison.model.relationship import Relationship, Responsibility


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

    def candidates(self, adult: FileAdult) -> list[Person]:
        """Everybody in the record this may be, the likeliest first.

        Two contacts of one name on one pupil are told apart by what they share with the record.
        """
        found: dict[str, Person] = {}
        for tie in adult.ties:
            for id in self._known.adults_of.get(tie.child.id, ()):
                person = self._known.people[id]
                names = name_key(person.surname, person.forename, person.name_title)
                if names == tie.names:
                    found[id] = person
            for key in tie.reach_keys:
                for person in self._by_key.get((tie.names, key), ()):
                    found[person.id] = person
        if len(found) < 2:
            return list(found.values())
        told = {key for tie in adult.ties for key in tie.reach_keys}
        return sorted(found.values(), key=lambda each: self._likeness(adult, told, each))

    def _likeness(self, adult: FileAdult, told: set[str], person: Person) -> tuple[int, ...]:
        """The smaller, the likelier: shared children, the same role, shared keys, other keys."""
        held = set(self._known.reach_keys(person.id))
        stand = [self._known.ties.get((tie.child.id, person.id)) for tie in adult.ties]
        pairs = zip(adult.ties, stand, strict=True)
        roles = [_same_role(tie, there, person) for tie, there in pairs if there]
        return -len(roles), -sum(roles), -len(told & held), len(told ^ held)


def _same_role(tie: Tie, there: Relationship, person: Person) -> int:
    """In how many ways a contact is what this person is to the child."""
    contact = tie.contact
    professional = person.kind is PersonKind.PROFESSIONAL
    alike = (
        there.position == contact.order,
        (there.relationship, there.raw_code) == (contact.relationship, tie.raw_code),
        there.responsibility is (tie.responsibility or Responsibility.NOT_KNOWN),
        person.name_title == contact.title,
        professional == contact.professional,
    )
    return sum(alike)
