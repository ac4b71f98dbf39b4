"""The record as an import looks people up in it: everything read once, found by what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from liaison.exchange.reach_values import address_key, phone_key
from liaison.model.attendance import AttendanceSnapshot
from liaison.model.family import LivesThere, Membership
from liaison.model.folded import squeezed
from liaison.model.follow_up import FollowUp
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint, PointKind
from liaison.model.relationship import Relationship
from liaison.store.changes import Kind, kind_of
from liaison.store.store import Store

NameKey = tuple[str, str]

_RELATIVES = frozenset({"other_relative", "grandparent", "other"})


class KnownRecord:
    """Everybody in the record with their ties, by the keys an import compares."""

    def __init__(self, store: Store) -> None:
        self.people = {each.id: each for each in store.find(Person)}
        self.children = [each for each in self.people.values() if each.kind is PersonKind.CHILD]
        self.members = {(each.family, each.person): each for each in store.find(Membership)}
        self.ties = {(each.child, each.adult): each for each in store.find(Relationship)}
        self.homes = {each.person: each for each in store.find(Address, order="id DESC")}
        self.attendance = {_attendance_key(each) for each in store.find(AttendanceSnapshot)}
        self.reminders = {(each.family, each.action, each.person) for each in store.find(FollowUp)}
        self.points: dict[str, list[ContactPoint]] = defaultdict(list)
        self.refused: set[tuple[str, str]] = set()
        self._read_points(store)
        self.adults_of: dict[str, list[str]] = defaultdict(list)
        self._children_of: dict[str, list[str]] = defaultdict(list)
        for child, adult in self.ties:
            if adult in self.people and child in self.people:
                self.adults_of[child].append(adult)
                self._children_of[adult].append(child)
        hidden = {each.person: each for each in self.homes.values() if each.confidential}
        self.confidential = {home_key(each) for each in hidden.values()} - {""}
        self.confidential_families = {of for of, person in self.members if person in hidden}

    def _read_points(self, store: Store) -> None:
        removed = []
        for each in store.find(ContactPoint, deleted=True):
            if each.deleted:
                removed.append(each)
            else:
                self.points[each.person].append(each)
        if removed:
            by_hand = {id for id, kind in store.query("SELECT id, kind FROM change")
                       if kind_of(kind) is Kind.SAVE}  # fmt: skip
            self.refused = {(each.person, point_key(each)) for each in removed
                            if each.version in by_hand}  # fmt: skip

    def reach_keys(self, person: str) -> Iterator[str]:
        """What makes this person known again beside the name: phones, e-mails, address.

        A child's address counts too, unless she is known to live elsewhere.
        """
        for point in self.points[person]:
            yield point_key(point)
        children = [child for child in self._children_of[person] if self._may_live(child, person)]
        for each in (person, *children):
            home = self.homes.get(each)
            if home is not None and (key := home_key(home)):
                yield key

    def _may_live(self, child: str, adult: str) -> bool:
        member = self.members.get((self.people[child].family, adult))
        return member is not None and member.lives_there is not LivesThere.NO

    def joins(self, child: str, adult: str) -> bool:
        """Whether this adult may join another child to the family of this one."""
        tie, family = self.ties[child, adult], self.people[child].family
        member = self.members.get((family, adult))
        lives = member is not None and member.lives_there is LivesThere.YES
        if self.people[adult].kind is PersonKind.PROFESSIONAL:
            return False
        if tie.relationship in _RELATIVES:
            return lives and tie.responsibility.held
        return lives or tie.responsibility.held

    def is_news(self, entry: AttendanceSnapshot) -> bool:
        """Whether these very figures are not held yet; from now on they are."""
        key = _attendance_key(entry)
        is_new = key not in self.attendance
        self.attendance.add(key)
        return is_new


def name_key(surname: str, forename: str, title: str = "") -> NameKey:
    """Equal for two ways of writing one name; the title only helps where there is no forename."""
    return squeezed(surname), squeezed(forename) or f"~{squeezed(title)}"


def point_key(point: ContactPoint) -> str:
    """What a phone number or an e-mail address is compared by."""
    if point.kind is PointKind.EMAIL:
        return point.value.casefold()
    return phone_key(point.value) or point.value


def home_key(home: Address) -> str:
    """What an address is compared by; empty when it could be anywhere."""
    return address_key(home.house, home.street, home.postcode)


def _attendance_key(entry: AttendanceSnapshot) -> tuple[str | int, ...]:
    figures = (entry.possible, entry.attended, entry.authorised, entry.unauthorised)
    return (entry.child, entry.year, entry.school, *figures)
