"""Everything the record holds about one family, as entries. Rules and papers start from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from liaison.model.attendance import AttendanceSnapshot
from liaison.model.barrier import Adjustment, Barrier
from liaison.model.contact import Contact, ContactPerson
from liaison.model.dsl import DslPointer
from liaison.model.family import Family, LivesThere, Membership
from liaison.model.follow_up import FollowUp
from liaison.model.meeting import Meeting
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint, ContactPreference
from liaison.model.relationship import Relationship
from liaison.model.restriction import Restriction
from liaison.model.transition import TransitionConcern


@dataclass(frozen=True, kw_only=True)
class FamilyRecord:
    """One family whole. ``people`` are its members, wherever their own stream is."""

    family: Family
    people: tuple[Person, ...] = ()
    memberships: tuple[Membership, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    points: tuple[ContactPoint, ...] = ()
    addresses: tuple[Address, ...] = ()
    preferences: tuple[ContactPreference, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    contacts: tuple[Contact, ...] = ()
    contact_people: tuple[ContactPerson, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    concerns: tuple[TransitionConcern, ...] = ()
    attendance: tuple[AttendanceSnapshot, ...] = ()
    pointers: tuple[DslPointer, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    order_kinds: tuple[tuple[str, str], ...] = ()
    """The kinds of order its restrictions name: code and words."""

    @property
    def children(self) -> tuple[Person, ...]:
        """The children, eldest first where birth dates are known."""
        found = [each for each in self.people if each.kind is PersonKind.CHILD]
        return tuple(sorted(found, key=_eldest_first))

    @property
    def adults(self) -> tuple[Person, ...]:
        """Adults and professionals, in the order of ringing."""
        first = {tie.adult: tie.position for tie in reversed(self.relationships) if tie.position}
        found = [each for each in self.people if each.kind is not PersonKind.CHILD]
        return tuple(sorted(found, key=lambda each: (first.get(each.id, 99), each.surname)))

    @cached_property
    def names(self) -> dict[str, str]:
        """Each person's id with the name that stands in sentences about the family."""
        return {
            each.id: each.short if each.kind is PersonKind.CHILD else each.addressed
            for each in self.people
        }

    @cached_property
    def order_names(self) -> dict[str, str]:
        """``names``, and the words of each kind of order: what a restriction's sentence needs."""
        return self.names | dict(self.order_kinds)

    @cached_property
    def taking_part(self) -> dict[str, list[ContactPerson]]:
        """Each contact's id with those who took part in it."""
        found: dict[str, list[ContactPerson]] = {}
        for each in self.contact_people:
            found.setdefault(each.contact, []).append(each)
        return found

    def person(self, id: str) -> Person | None:
        """The member with this id."""
        return next((each for each in self.people if each.id == id), None)

    def lives_there(self, person: str) -> LivesThere:
        """Whether this member lives in the family's home."""
        found = (each.lives_there for each in self.memberships if each.person == person)
        return next(found, LivesThere.NOT_KNOWN)

    def relationship(self, adult: str, child: str | None = None) -> Relationship | None:
        """The tie between an adult and a child, or to the first child she is tied to."""
        ties = (tie for tie in self.relationships if tie.adult == adult)
        return next((tie for tie in ties if child in (None, tie.child)), None)

    def reach_of(self, person: str) -> tuple[ContactPoint, ...]:
        """The person's phones and e-mails, in their order."""
        found = [each for each in self.points if each.person == person]
        return tuple(sorted(found, key=lambda each: each.position))


def _eldest_first(child: Person) -> tuple[str, str]:
    born = child.date_of_birth.isoformat() if child.date_of_birth else "9"
    return born, child.called
