"""What one adult may read of her family's record: the rules of a family copy, one by one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TypeVar

from liaison.model.barrier import Adjustment, Barrier, BarrierSource
from liaison.model.contact import Contact, Part
from liaison.model.copies.confidential import address_of
from liaison.model.copies.copy import UNNAMED, Asked, Sieve
from liaison.model.copies.reading import Reading, settled
from liaison.model.family import Family, LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Entry
from liaison.model.follow_up import STILL_OPEN, FollowUp, Side
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint, ContactPreference
from liaison.model.restriction import What
from liaison.model.ruling import Answer
from liaison.model.transition import TransitionConcern

E = TypeVar("E", bound=Entry)
THERE = (Part.SPOKEN_TO, Part.PRESENT)

NO_READER = "No reader is named."
NOT_TICKED = "Sensitive, and not ticked for this copy."
OTHER_CHILD = "About or naming a child who is not the reader’s own."
SOMEBODY_ELSE = "Another adult’s."
DIED = "About a child who has died."


def family_copy(
    record: FamilyRecord, asked: Asked, sieve: Sieve
) -> tuple[FamilyRecord, tuple[str, ...]]:
    """The record as the reader may have it, with warnings. Nothing else of it survives."""
    reading, warnings = settled(record, asked, sieve)
    contacts = sieve.through("Contact notes", record.contacts, _rule(contact_reason, reading))
    held = {each.id for each in contacts}
    barriers = sieve.through(
        "What gets in the way", record.barriers, _rule(barrier_reason, reading)
    )
    known = {each.id for each in barriers}
    tried = sieve.through(
        "What was tried",
        record.adjustments,
        lambda each: adjustment_reason(reading, each, known),
    )
    concerns = sieve.through(
        "Worries about a move", record.concerns, _rule(concern_reason, reading)
    )
    sources = held | known | {each.id for each in concerns}
    follow_ups = sieve.through(
        "Follow-ups", record.follow_ups, lambda each: follow_up_reason(reading, each, sources)
    )
    people = sieve.through("Other people", record.people, _rule(person_reason, reading))
    whose = {each.id for each in people}
    filtered = FamilyRecord(
        family=_family(reading, sieve),
        people=people,
        points=sieve.through(
            "Phones and e-mails",
            record.points,
            _rule(reader_only, reading),
        ),
        addresses=_addresses(reading, sieve),
        preferences=sieve.through(
            "What suits other adults",
            record.preferences,
            _rule(reader_only, reading),
        ),
        contacts=tuple(_as_said(reading, each, sieve) for each in contacts),
        contact_people=tuple(
            each for each in record.contact_people if each.contact in held and each.person in whose
        ),
        follow_ups=follow_ups,
        barriers=tuple(_in_her_words(reading, each, sieve) for each in barriers),
        adjustments=tried,
        concerns=concerns,
        attendance=tuple(
            sieve.blanked(each) for each in record.attendance if each.child in reading.children
        ),
    )
    return filtered, warnings


def _rule(rule: Callable[[Reading, E], str], reading: Reading) -> Callable[[E], str]:
    return lambda entry: rule(reading, entry)


def person_reason(reading: Reading, person: Person) -> str:
    """The reader and her own children; which children are left out has been noted already."""
    if person.id in reading.children | {reading.reader}:
        return ""
    return UNNAMED if person.kind is PersonKind.CHILD else SOMEBODY_ELSE


def reader_only(reading: Reading, entry: ContactPoint | ContactPreference) -> str:
    """How others are reached stays with them."""
    return "" if entry.person == reading.reader else SOMEBODY_ELSE


def contact_reason(reading: Reading, contact: Contact) -> str:
    """A note is read by those who were there, unless it is kept back or about another child."""
    if not reading.reader:
        return NO_READER
    if contact.keep_from_family:
        return "Marked to be left out of family copies."
    parts = [each for each in reading.record.contact_people if each.contact == contact.id]
    if not any(each.person == reading.reader and each.part in THERE for each in parts):
        return f"{reading.called} was neither spoken to nor present."
    if reading.asked.hides(contact):
        return NOT_TICKED
    about = {each.person for each in parts}
    if about & reading.mourned:
        return DIED
    if about & reading.other_children or reading.names_another_child(contact):
        return OTHER_CHILD
    return ""


def barrier_reason(reading: Reading, barrier: Barrier) -> str:
    """The reader's own, or the whole family's, as the family itself said it."""
    if not reading.reader:
        return NO_READER
    if barrier.person not in ("", reading.reader):
        return SOMEBODY_ELSE
    if barrier.source is not BarrierSource.FAMILY_SAID:
        return "Not said by the family."
    if reading.asked.hides(barrier):
        return NOT_TICKED
    return OTHER_CHILD if reading.names_another_child(barrier) else ""


def adjustment_reason(reading: Reading, adjustment: Adjustment, known: Collection[str]) -> str:
    """What was tried goes with what it was tried for."""
    if adjustment.barrier not in known:
        return "Goes with something left out."
    return OTHER_CHILD if reading.names_another_child(adjustment) else ""


def concern_reason(reading: Reading, concern: TransitionConcern) -> str:
    """Worries about the reader's own children, none that tells where a hidden child goes."""
    if concern.child not in reading.children:
        return OTHER_CHILD
    if concern.child in reading.hidden:
        return "The child’s address is confidential."
    if reading.asked.hides(concern):
        return NOT_TICKED
    return OTHER_CHILD if reading.names_another_child(concern) else ""


def follow_up_reason(reading: Reading, follow_up: FollowUp, sources: Collection[str]) -> str:
    """What was promised to or by the reader, out of something she may read."""
    if not reading.reader:
        return NO_READER
    adults = {each.id for each in reading.record.adults} - {reading.reader}
    if follow_up.person in adults or follow_up.side is Side.AGENCY:
        return SOMEBODY_ELSE
    if follow_up.source and follow_up.source not in sources:
        return UNNAMED
    if not follow_up.source and follow_up.person != reading.reader:
        return "Not noted as promised to or by the reader."
    hers = follow_up.person == reading.reader or reading.sole_adult
    if follow_up.side is Side.FAMILY and not hers:
        return SOMEBODY_ELSE
    if follow_up.state not in STILL_OPEN:
        return UNNAMED
    theirs = follow_up.person in reading.other_children | reading.mourned
    return OTHER_CHILD if theirs or reading.names_another_child(follow_up) else ""


def _as_said(reading: Reading, kept: Contact, sieve: Sieve) -> Contact:
    """Her own words stay, nobody else's; the child's only when ticked for this copy."""
    said = next(each for each in reading.record.contacts if each.id == kept.id)
    if kept.words and not _said_by_reader(reading, said):
        sieve.note("Words in a note", "Not known to be the reader’s own.")
        kept = replace(kept, words="")
    if said.id in reading.asked.ticked and not reading.unsayable(said.child_voice):
        kept = replace(kept, child_voice=said.child_voice)
    return kept


def _said_by_reader(reading: Reading, contact: Contact) -> bool:
    """Named as hers, or said by nobody else who was there."""
    if contact.words_of:
        return reading.is_hers(contact.words_of)
    parts = [each for each in reading.record.contact_people if each.contact == contact.id]
    return {each.person for each in parts if each.part in THERE} == {reading.reader}


def _in_her_words(reading: Reading, kept: Barrier, sieve: Sieve) -> Barrier:
    said = next(each for each in reading.record.barriers if each.id == kept.id)
    if not kept.words or said.person == reading.reader or reading.sole_adult:
        return kept
    sieve.note("Words about what gets in the way", "Not known to be the reader’s own.")
    return replace(kept, words="")


def _family(reading: Reading, sieve: Sieve) -> Family:
    """The family's name and strengths; what works with it only for a reader."""
    family = sieve.blanked(reading.record.family)
    if not reading.reader:
        family = replace(family, what_works="")
    if reading.names_another_child(family):
        sieve.note("What is going well, what works", OTHER_CHILD)
        family = replace(family, strengths="", what_works="")
    return family


def _addresses(reading: Reading, sieve: Sieve) -> tuple[Address, ...]:
    """The reader's own, where she lives there and neither secrecy nor a restriction stops it."""
    record, reader = reading.record, reading.reader
    own = address_of(record, reader)
    others = sum(1 for each in record.addresses if each.person != reader)
    sieve.note("Addresses", SOMEBODY_ELSE, others)
    if own is None:
        return ()
    if record.lives_there(reader) is not LivesThere.YES:
        sieve.note("Addresses", "Only for an adult recorded as living there.")
        return ()
    if reading.hidden:
        sieve.note("Addresses", "An address in this family is confidential.")
        return ()
    if reading.rules(What.ADDRESS).answer is not Answer.ALLOW:
        sieve.note("Addresses", "A restriction stops it.")
        return ()
    return (sieve.blanked(own),)
