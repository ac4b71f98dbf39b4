"""What happened with one person, in order: every attempt, every talk, every meeting, for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from liaison.casework.copies import Wish, copy_of_family
from liaison.casework.families import families_of
from liaison.casework.for_paper import Decided
from liaison.errors import CannotPrint, NotFound
from liaison.model.contact import Contact
from liaison.model.copies.copy import Copy
from liaison.model.follow_up import STILL_OPEN, FollowUp
from liaison.model.meeting import AT_THE_TABLE, Comes, Meeting, MeetingPerson, MeetingState
from liaison.model.person import Person
from liaison.store.store import Store

TASK_DONE = "task_done"
"""The outcome of a contact that was none: a task ticked off."""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One line. ``attempt`` says that nobody was reached. ``at`` is HH:MM or empty."""

    day: date
    at: str = ""
    how: str = ""
    outcome: str = ""
    said: tuple[tuple[str, str], ...] = ()
    """Whose words or which lane, and the words."""
    attempt: bool = False


@dataclass(frozen=True, kw_only=True)
class Chronology:
    """Everything of one person in the order of days, and what is still promised to her."""

    person: Person
    copies: tuple[Copy, ...]
    happenings: tuple[Happening, ...]
    promised: tuple[FollowUp, ...] = ()

    @property
    def attempts(self) -> int:
        """How many reached nobody."""
        return sum(each.attempt for each in self.happenings)


def chronology_for_paper(
    store: Store, about: str, wish: Wish, *, today: date
) -> Decided[Chronology]:
    """For staff; ``about`` is the person's id. ``CannotPrint`` where nothing happened yet."""
    person = person_on_paper(store, about)
    families = families_of(store, person.id)
    copies = tuple(copy_of_family(store, each, wish, today=today) for each in families)
    found = [each for copy in copies for each in _of(store, copy, person)]
    found.sort(key=lambda each: (each.day, each.at))
    if not found:
        raise CannotPrint(f"Nothing to print: nothing is written about {person.called} yet.")
    made = Chronology(
        person=person,
        copies=copies,
        happenings=tuple(found),
        promised=tuple(
            each
            for copy in copies
            for each in copy.record.follow_ups
            if each.person == person.id and each.state in STILL_OPEN
        ),
    )
    return Decided(
        matter=made,
        wish=wish,
        today=today,
        families=tuple(families),
        left_out=tuple(dict.fromkeys(each.sentence for copy in copies for each in copy.left_out)),
        warnings=tuple(dict.fromkeys(each for copy in copies for each in copy.warnings)),
    )


def person_on_paper(store: Store, id: str) -> Person:
    """Whom a sheet of one person is about. ``CannotPrint`` where nobody can be."""
    if not id:
        raise CannotPrint("Nothing to print: choose a person first.")
    try:
        found = store.get(Person, id)
    except NotFound as missing:
        raise CannotPrint("That person is not in the record.") from missing
    if found.deleted:
        raise CannotPrint("That person is in the bin.")
    return found


def _of(store: Store, copy: Copy, person: Person) -> Iterator[Happening]:
    hers = {each.contact for each in copy.record.contact_people if each.person == person.id}
    for each in copy.record.contacts:
        if each.id in hers and each.outcome != TASK_DONE:
            yield _contact(store, each)
    told = {each.id for each in copy.record.contacts}
    for row in store.find(MeetingPerson, "person = :person", person=person.id):
        meeting = store.first(Meeting, "id = :id", id=row.meeting)
        ours = meeting and meeting.family == copy.record.family.id
        asked = row.comes is not Comes.LEFT_OUT
        if meeting and ours and asked and _stands_alone(meeting, hers & told, copy.today):
            yield _meeting(store, meeting, row)


def _stands_alone(held: Meeting, told: set[str], today: date) -> bool:
    """It has come to its day, and no contact in the list was written of it."""
    written = held.state is MeetingState.CLOSED and held.contact in told
    return held.held_on is not None and held.held_on <= today and not written


def _contact(store: Store, held: Contact) -> Happening:
    lanes = (
        ("", held.facts),
        ("Their words", held.words and f"“{held.words}”"),
        ("The child’s words", held.child_voice and f"“{held.child_voice}”"),
        ("Agreed", held.agreed),
        ("My view", held.view),
    )
    return Happening(
        day=held.held_on,
        at=held.held_at,
        how=f"{store.label('channel', held.channel)}, {held.direction.label.lower()}",
        outcome=store.label("outcome", held.outcome),
        said=tuple(each for each in lanes if each[1]),
        attempt=store.flagged("outcome", held.outcome, "attempt"),
    )


def _meeting(store: Store, held: Meeting, row: MeetingPerson) -> Happening:
    came = row.came.label if row.came and row.comes in AT_THE_TABLE else ""
    said = ((("", held.outcome),) if held.outcome else ()) + (
        (("", held.purpose),) if held.purpose and not held.outcome else ()
    )
    return Happening(
        day=held.held_on or date.min,
        at=held.held_at,
        how=store.label("meeting_kind", held.kind),
        outcome=came or held.state.label,
        said=said,
    )
