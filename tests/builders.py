"""Invented families, put into a store in one call each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from liaison.casework.meetings import meeting_whole, plan_meeting
from liaison.model.barrier import Barrier
from liaison.model.contact import About, Contact, ContactPerson, Direction, Part
from liaison.model.family import Family, LivesThere, Membership
from liaison.model.follow_up import FollowUp
from liaison.model.meeting import Comes, Meeting, MeetingPerson
from liaison.model.meeting_record import MeetingRecord
from liaison.model.person import Person, PersonKind
from liaison.model.reach import ContactPoint
from liaison.model.relationship import Relationship, Responsibility
from liaison.model.restriction import Force, Restriction, What
from liaison.model.transition import TransitionConcern
from liaison.store.ids import new_id
from liaison.store.store import Store

TODAY = date(2026, 11, 23)
"""A Monday in term."""


@dataclass(frozen=True)
class Made:
    """A family as it was put into the store."""

    family: Family
    children: tuple[Person, ...]
    adults: tuple[Person, ...]

    @property
    def id(self) -> str:
        return self.family.id


class Make:
    """Builders for one store. Every one saves a batch of its own."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.today = TODAY

    def family(
        self,
        name: str = "Khan",
        *,
        children: Sequence[tuple[str, str]] = (("Zara", "6"), ("Ali", "3")),
        adults: Sequence[tuple[str, str, str]] = (("Mrs", "Amina", "mother"),),
        lives_there: LivesThere = LivesThere.YES,
    ) -> Made:
        """A family; children as (forename, year now), adults as (title, forename, relationship)."""
        with self.store.saving() as saving:
            family = saving.add(Family(name=name))
            young = [
                saving.add(
                    Person(
                        family=family.id,
                        kind=PersonKind.CHILD,
                        forename=forename,
                        surname=name,
                        year_group=year,
                        year_group_in=2026,
                    )
                )
                for forename, year in children
            ]
            old = [
                saving.add(
                    Person(family=family.id, name_title=title, forename=forename, surname=name)
                )
                for title, forename, _ in adults
            ]
            for person in (*young, *old):
                saving.add(Membership(family=family.id, person=person.id, lives_there=lives_there))
            for position, (adult, (_, _, tie)) in enumerate(zip(old, adults, strict=True), 1):
                for child in young:
                    saving.add(
                        Relationship(
                            family=family.id,
                            child=child.id,
                            adult=adult.id,
                            relationship=tie,
                            responsibility=Responsibility.YES,
                            position=position,
                        )
                    )
        return Made(family, tuple(young), tuple(old))

    def phone(self, person: Person, value: str = "07700 900412") -> ContactPoint:
        with self.store.saving() as saving:
            return saving.add(ContactPoint(family=person.family, person=person.id, value=value))

    def contact(
        self,
        family: Made,
        *,
        facts: str = "Rang about the bus.",
        held_on: date = TODAY,
        held_at: str = "",
        channel: str = "phone",
        outcome: str = "spoke",
        about: About | None = About.NEUTRAL,
        people: Sequence[tuple[Person, Part]] = (),
        keep_from_family: bool = False,
    ) -> Contact:
        with self.store.saving() as saving:
            contact = saving.add(
                Contact(
                    id=new_id(),
                    family=family.id,
                    held_on=held_on,
                    held_at=held_at,
                    channel=channel,
                    direction=Direction.WE,
                    outcome=outcome,
                    about=about,
                    facts=facts,
                    keep_from_family=keep_from_family,
                )
            )
            for person, part in people:
                saving.add(
                    ContactPerson(family=family.id, contact=contact.id, person=person.id, part=part)
                )
        return contact

    def follow_up(
        self, family: Made, action: str = "Ring about the bus", due: date = TODAY
    ) -> FollowUp:
        with self.store.saving() as saving:
            return saving.add(FollowUp(family=family.id, action=action, due=due))

    def barrier(
        self, family: Made, kind: str = "transport", words: str = "No car.", person: str = ""
    ) -> Barrier:
        barrier = Barrier(family=family.id, kind=kind, words=words, person=person, since=TODAY)
        with self.store.saving() as saving:
            return saving.add(barrier)

    def concern(self, family: Made, words: str = "Who will I sit with?") -> TransitionConcern:
        with self.store.saving() as saving:
            return saving.add(
                TransitionConcern(
                    family=family.id,
                    child=family.children[0].id,
                    move="year_6_to_7",
                    domain="friendships",
                    level="targeted",
                    words=words,
                    raised_on=TODAY,
                )
            )

    def restriction(
        self,
        family: Made,
        adult: Person,
        *,
        what: What = What.CONTACT,
        force: Force = Force.COURT,
        seen_on: date | None = TODAY,
    ) -> Restriction:
        with self.store.saving() as saving:
            return saving.add(
                Restriction(
                    family=family.id,
                    adult=adult.id,
                    what=what,
                    force=force,
                    seen_on=seen_on,
                    recorded_on=TODAY,
                )
            )

    def meeting(
        self,
        family: Made,
        *,
        kind: str = "honest",
        purpose: str = "Agree how Zara gets to school by ten to nine",
        held_on: date = TODAY,
        held_at: str = "09:30",
        place: str = "neutral_room",
        coming: Sequence[Person] | None = None,
    ) -> MeetingRecord:
        """A planned meeting about the first child, with the family's adults and the officer."""
        adults = family.adults if coming is None else coming
        rows = [MeetingPerson(meeting="", person=each.id) for each in adults]
        rows.append(MeetingPerson(meeting="", name="Mrs A Officer", role="Family Liaison Officer"))
        about = family.children[0].id
        rows.append(MeetingPerson(meeting="", person=about, comes=Comes.SUBJECT))
        meeting = Meeting(
            family=family.id,
            kind=kind,
            purpose=purpose,
            held_on=held_on,
            held_at=held_at,
            place=place,
        )
        made = plan_meeting(self.store, meeting, people=rows, today=self.today)
        return meeting_whole(self.store, made.meeting.id)
