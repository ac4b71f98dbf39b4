"""What of a staff copy may lie on the table, and what stands on a last page of its own.

Restrictions never lie on the table, nor do the numbers of an adult who does not live with the one
who is met. Where anybody is restricted or an address is confidential, nobody's number does.
"""

from __future__ import annotations

from liaison.model.copies.copy import Copy
from liaison.model.family import LivesThere
from liaison.model.family_record import FamilyRecord
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


def at_the_table(copy: Copy) -> frozenset[str]:
    """Ids of the adults whose numbers and addresses may lie on the table.

    That is the one who is met, and whoever is known to live with her in the family's home.
    """
    if copy.audience is Audience.FAMILY:
        return frozenset({copy.reader.id} if copy.reader else ())
    record = copy.record
    if record.restrictions or any(each.confidential for each in record.addresses):
        return frozenset()
    adults = reached_adults(copy)
    met = copy.reader or next(iter(adults), None)
    if met is None:
        return frozenset()
    together = (each.id for each in adults if _at_home(record, each, met))
    return frozenset({met.id, *together})


def _at_home(record: FamilyRecord, adult: Person, met: Person) -> bool:
    return all(record.lives_there(each.id) is LivesThere.YES for each in (adult, met))
