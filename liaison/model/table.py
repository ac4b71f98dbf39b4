"""What of a staff copy may lie on the table, and what stands on a last page of its own.

Restrictions, and the numbers of every adult but the one who is met, never lie on the table. Where
anybody is restricted or an address is confidential, nobody's number does.
"""

from __future__ import annotations

from liaison.model.copy import Copy
from liaison.model.fields import Audience
from liaison.model.person import Person, PersonKind
from liaison.model.restriction import What
from liaison.model.ruling import Answer, ruling


def reached_adults(copy: Copy) -> tuple[Person, ...]:
    """The adults the school may get in touch with, in the order of ringing."""
    return tuple(
        each
        for each in copy.record.adults
        if each.kind is PersonKind.ADULT and not each.died_on and not _stopped(copy, each)
    )


def _stopped(copy: Copy, adult: Person) -> bool:
    found = ruling(
        copy.record.restrictions,
        what=What.CONTACT,
        adult=adult.id,
        child=None,
        on=copy.today,
        names=copy.record.names,
    )
    return found.answer is Answer.BLOCK


def at_the_table(copy: Copy) -> str:
    """The id of the one adult whose number and address may lie on the table; empty for nobody."""
    if copy.audience is Audience.FAMILY:
        return copy.reader.id if copy.reader else ""
    record = copy.record
    if record.restrictions or any(each.confidential for each in record.addresses):
        return ""
    met = (copy.reader,) if copy.reader else reached_adults(copy)
    return met[0].id if met else ""
