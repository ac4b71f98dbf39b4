"""Somebody who works with a family, added in two fields: a name, and what they are."""

from __future__ import annotations

from liaison.casework.families import whole_family
from liaison.errors import NotReady
from liaison.model.family import LivesThere, Membership
from liaison.model.folded import squeezed
from liaison.model.person import Person, PersonKind
from liaison.model.relationship import Relationship, Responsibility
from liaison.store.store import Store

TITLES = ("mr", "mrs", "miss", "ms", "mx", "dr", "prof", "rev", "sir", "dame")
TIES = ("social_worker", "doctor", "teacher", "head", "childminder", "religious_contact")
OTHER = "other_professional"


def add_professional(store: Store, family: str, name: str, role: str) -> Person:
    """Add her to the family, tied to its children by what she is, in one save.

    Somebody of that name and work who is in the record already is taken, not made twice.
    """
    problems = {}
    if not name.strip():
        problems["name"] = "Write a name."
    if not role.strip():
        problems["role"] = "Say what they are, such as social worker or Year 2 teacher."
    if problems:
        raise NotReady(problems)
    record = whole_family(store, family)
    wanted = _person(family, name, role)
    with store.saving() as saving:
        known = _known(store, wanted)
        person = known or saving.add(wanted)
        if record.person(person.id) is None:
            saving.add(Membership(family=family, person=person.id, lives_there=LivesThere.NO))
        for child in record.children:
            if record.relationship(person.id, child.id) is None:
                saving.add(
                    Relationship(
                        family=family,
                        child=child.id,
                        adult=person.id,
                        relationship=_tie(store, role),
                        responsibility=Responsibility.NO,
                    )
                )
    return person


def works_as(store: Store) -> list[str]:
    """What people who work with families are called here already, for completing."""
    rows = store.query(
        "SELECT DISTINCT job FROM person WHERE deleted = 0 AND kind = :kind AND job IS NOT NULL "
        "ORDER BY job",
        kind=PersonKind.PROFESSIONAL.value,
    )
    lists = ("social_worker", "teacher", "doctor", "head")
    usual = [store.label("relationship", code) for code in lists]
    return sorted({*usual, *(job for (job,) in rows if job)})


def _person(family: str, name: str, role: str) -> Person:
    """A new person: "Miss Doyle" has a title and a surname, "Grace Bell" a forename."""
    parts = name.split()
    title = parts.pop(0) if len(parts) > 1 and squeezed(parts[0]) in TITLES else ""
    return Person(
        family=family,
        kind=PersonKind.PROFESSIONAL,
        name_title=title,
        forename=" ".join(parts[:-1]),
        surname=parts[-1],
        job=role.strip(),
    )


def _known(store: Store, wanted: Person) -> Person | None:
    found = store.find(Person, "kind = :kind", kind=PersonKind.PROFESSIONAL.value)
    same = (squeezed(wanted.full), squeezed(wanted.job))
    return next((each for each in found if (squeezed(each.full), squeezed(each.job)) == same), None)


def _tie(store: Store, role: str) -> str:
    """The code whose words stand in the role: "Social worker, duty team" is a social worker."""
    said = squeezed(role)
    for code in TIES:
        if squeezed(store.label("relationship", code)) in said:
            return code
    return OTHER
