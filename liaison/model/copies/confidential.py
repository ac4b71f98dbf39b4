"""Who lives where, whose address is confidential, from whom, and what "as the child" inherits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from liaison.model.family import LivesThere, Membership
from liaison.model.family_record import FamilyRecord
from liaison.model.reach import Address


def as_on(record: FamilyRecord, day: date) -> FamilyRecord:
    """The record as of a day: whoever has moved out by then does not live there."""
    rows = tuple(_as_on(each, day) for each in record.memberships)
    return record if rows == record.memberships else replace(record, memberships=rows)


def _as_on(row: Membership, day: date) -> Membership:
    gone = row.until is not None and row.until <= day
    return replace(row, lives_there=LivesThere.NO) if gone else row


def home_mates(record: FamilyRecord) -> frozenset[str]:
    """Who shares the family's home, as far as the record knows."""
    children = {child.id for child in record.children}
    lives = {each.id: record.lives_there(each.id) for each in record.people}
    at_home = {id for id, there in lives.items() if there is LivesThere.YES}
    at_home |= {id for id in children if lives[id] is not LivesThere.NO}
    return frozenset(at_home | {each.person for each in record.addresses if each.as_the_child})


def confidential_people(record: FamilyRecord) -> frozenset[str]:
    """Whose address is confidential: marked so, or sharing the home of somebody marked."""
    marked = frozenset(each.person for each in record.addresses if each.confidential)
    home = home_mates(record)
    return marked | home if marked & home else marked


def hidden_from(record: FamilyRecord, reader: str) -> frozenset[str]:
    """Whose address this reader must not learn. Nobody's is hidden from her own household.

    An adult "at the child's address" whom nobody confirmed to live there is no such member.
    """
    hidden = confidential_people(record)
    at_home = record.lives_there(reader) is LivesThere.YES
    own = home_mates(record) if at_home else frozenset()
    return hidden - own - {reader}


def address_of(record: FamilyRecord, person: str) -> Address | None:
    """The person's address, "as the child" resolved, with the confidentiality it inherits."""
    found = next((each for each in record.addresses if each.person == person), None)
    if found is None:
        return None
    if found.as_the_child:
        children = {child.id for child in record.children}
        theirs = (each for each in record.addresses if each.person in children and each.lines)
        if home := next(theirs, None):
            found = replace(home, id=found.id, person=person, as_the_child=True)
    return replace(found, confidential=person in confidential_people(record))
