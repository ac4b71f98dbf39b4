"""Whose child is whose, for paper: who is a parent of a child in the sense of the school's duties.

A parent is a birth or adoptive parent, whoever has parental responsibility, and whoever has care
of the child (Education Act 1996, section 576).
"""

from __future__ import annotations

from liaison.model.family_record import FamilyRecord
from liaison.model.person import Person
from liaison.model.relationship import Relationship

PARENTS = frozenset({"mother", "father", "parent", "adoptive_parent"})
CARERS = frozenset({"foster_carer", "special_guardian", "kinship_carer", "carer"})


def is_parent(tie: Relationship) -> bool:
    """Whether this tie makes the adult a parent of the child."""
    return tie.relationship in PARENTS | CARERS or tie.responsibility.held


def children_of(record: FamilyRecord, adult: str) -> tuple[Person, ...]:
    """The adult's own children in this family, eldest first."""
    own = {
        tie.child
        for tie in record.relationships
        if tie.adult == adult and is_parent(tie) and not tie.deleted
    }
    return tuple(child for child in record.children if child.id in own)
