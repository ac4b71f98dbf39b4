"""Who may read what on paper. A copy is built from what its audience may see, and nothing else.

What is left out never reaches a page: it is not in the copy. The rules are the school's: a family
copy is for one named adult; staff copies hold all but what belongs to the safeguarding lead;
a handover holds what may be passed on to the next school.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from liaison.errors import CannotPrint
from liaison.model.barrier import Adjustment, Barrier
from liaison.model.contact import Contact
from liaison.model.copies.confidential import address_of, as_on, confidential_people
from liaison.model.copies.copy import UNNAMED, Asked, Copy, Sieve, sensitive_values
from liaison.model.copies.family_copy import NOT_TICKED, family_copy
from liaison.model.copies.given_away import checked_text
from liaison.model.copies.reading import checked_reader
from liaison.model.family import LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience, Entry, fields_of
from liaison.model.follow_up import FollowUp
from liaison.model.person import Person
from liaison.model.reach import Address
from liaison.model.transition import PassOn, TransitionConcern
from liaison.model.words import and_list

E = TypeVar("E", bound=Entry)

ANOTHER_CHILD = "One other child: ask the SENCO"
"""What a handover says where a note names a child of another family."""

SENSITIVE = sensitive_values()
"""The sensitive values of a new record; a school that edits its lists hands in its own."""


def copy_for(
    record: FamilyRecord,
    *,
    audience: Audience,
    today: date,
    reader: str = "",
    ticked: Collection[str] = (),
    sensitive: Collection[tuple[str, str]] = SENSITIVE,
) -> Copy:
    """One copy of a family's record, or ``CannotPrint`` in a sentence.

    ``reader`` is the id of the adult a family copy is for (or who sits at the table with a staff
    copy). ``ticked`` are ids of sensitive entries, and of contacts whose child's words may be
    read, that were ticked for this one copy.
    """
    asked = Asked(
        audience=audience,
        today=today,
        reader=checked_reader(record, reader) if reader else None,
        ticked=frozenset(ticked),
        sensitive=frozenset(sensitive),
    )
    return copy_as_asked(as_on(record, today), asked)


def copy_as_asked(record: FamilyRecord, asked: Asked) -> Copy:
    """The same, of a record as of the day asked for."""
    audience = asked.audience
    sieve = Sieve(audience)
    match audience:
        case Audience.STAFF:
            kept, warnings = _staff_copy(record, asked, sieve)
        case Audience.FAMILY:
            kept, warnings = family_copy(record, asked, sieve)
        case Audience.HANDOVER:
            kept, warnings = _handover_copy(record, asked, sieve)
        case _:
            raise CannotPrint("A copy without names is made of counts, not of one family.")
    warnings += checked_text(record, kept, asked)
    return Copy(
        audience=audience,
        record=kept,
        today=asked.today,
        reader=kept.person(asked.reader.id) if asked.reader else None,
        left_out=sieve.left_out,
        warnings=warnings,
    )


def _staff_copy(
    record: FamilyRecord, asked: Asked, sieve: Sieve
) -> tuple[FamilyRecord, tuple[str, ...]]:
    """Everything but what belongs to the safeguarding lead and what is sensitive and not ticked."""

    def ticked(entry: TransitionConcern | Barrier | Contact) -> str:
        return NOT_TICKED if asked.hides(entry) else ""

    barriers = sieve.through("What gets in the way", record.barriers, ticked)
    concerns = sieve.through("Worries about a move", record.concerns, ticked)
    contacts = sieve.through("Contact notes", record.contacts, ticked)
    gone = {each.id for each in (*record.barriers, *record.concerns, *record.contacts)}
    gone -= {each.id for each in (*barriers, *concerns, *contacts)}
    gone |= {each.id for each in record.pointers}

    def goes_with(entry: Adjustment | FollowUp) -> str:
        source = entry.barrier if isinstance(entry, Adjustment) else entry.source
        return UNNAMED if source in gone else ""

    people = tuple(sieve.blanked(each) for each in record.people)
    if confidential_people(record):
        sieve.note("Next schools", "An address is confidential.", len(record.children))
        people = tuple(replace(each, next_school="") for each in people)
        concerns = tuple(replace(each, to_school="", owner_there="") for each in concerns)
    kept = replace(
        record,
        family=sieve.blanked(record.family),
        people=people,
        contacts=contacts,
        barriers=barriers,
        adjustments=sieve.through("What was tried", record.adjustments, goes_with),
        concerns=concerns,
        follow_ups=sieve.through("Follow-ups", record.follow_ups, goes_with),
        addresses=_staff_addresses(record, sieve),
        pointers=(),
    )
    return kept, ()


def _staff_addresses(record: FamilyRecord, sieve: Sieve) -> tuple[Address, ...]:
    """Of adults who live there. A confidential one stands as that word alone."""
    found = [address_of(record, each.id) for each in record.adults]
    known = [each for each in found if each]
    open_ones = [
        each
        for each in known
        if not each.confidential and record.lives_there(each.person) is LivesThere.YES
    ]
    closed = [each for each in known if each.confidential]
    sieve.note("Addresses", "Confidential.", len(closed))
    elsewhere = len(known) - len(open_ones) - len(closed)
    sieve.note("Addresses", "Only for an adult recorded as living there.", elsewhere)
    silent = [
        Address(id=each.id, family=each.family, person=each.person, confidential=True)
        for each in closed
    ]
    return (*open_ones, *silent)


def _handover_copy(
    record: FamilyRecord, asked: Asked, sieve: Sieve
) -> tuple[FamilyRecord, tuple[str, ...]]:
    """The children, and the worries that may be passed on. No adult, no note of a contact."""

    def passed_on(concern: TransitionConcern) -> str:
        if concern.pass_on is PassOn.NO:
            return "The family does not want it passed on."
        return NOT_TICKED if asked.hides(concern) else ""

    passed = sieve.through("Worries about a move", record.concerns, passed_on)
    concerns = tuple(_without_strangers(asked, each) for each in passed)
    movers = {each.child for each in concerns}
    children = tuple(
        sieve.blanked(each) if each.id in movers else _name_and_year(sieve.blanked(each))
        for each in record.children
        if not each.died_on
    )
    sieve.note("Adults", "A handover is about the children.", len(record.adults))
    sieve.note("Contact notes", "Never on a handover.", len(record.contacts))
    sieve.note("What gets in the way", "Never on a handover.", len(record.barriers))
    not_asked = sum(1 for each in concerns if _pass_on(record, each) is PassOn.NOT_ASKED)
    sentence = f"The family has not been asked about passing on {not_asked} of these worries."
    warnings = (*((sentence,) if not_asked else ()), *_several_schools(record, movers))
    family = _without_strangers(asked, sieve.blanked(record.family))
    return FamilyRecord(family=family, people=children, concerns=concerns), warnings


def _several_schools(record: FamilyRecord, movers: Collection[str]) -> tuple[str, ...]:
    """A handover goes to one school, and says nothing there of a child who moves to another."""
    named = {each.child: each.to_school for each in record.concerns if each.to_school}
    going = {
        named.get(each.id) or each.next_school for each in record.children if each.id in movers
    }
    schools = sorted(going - {""})
    if len(schools) < 2:
        return ()
    return (f"These children move to {and_list(schools)}. Do not hand one school the other’s.",)


def _without_strangers(asked: Asked, entry: E) -> E:
    """The entry with a sentence where it names a child of another family."""
    named: dict[str, Any] = {
        bound.name: ANOTHER_CHILD
        for bound in fields_of(type(entry))
        if bound.kind is str and asked.strangers.in_text(getattr(entry, bound.name))
    }
    return replace(entry, **named)


def _pass_on(record: FamilyRecord, concern: TransitionConcern) -> PassOn:
    return next(each.pass_on for each in record.concerns if each.id == concern.id)


def _name_and_year(child: Person) -> Person:
    """A brother or sister who is not moving."""
    return replace(
        child,
        date_of_birth=None,
        sen_status=None,
        sen_needs="",
        next_school="",
        first_language="",
        home_language="",
        key_adult="",
    )
