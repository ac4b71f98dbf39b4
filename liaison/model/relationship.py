"""What an adult is to a child: the tie itself, responsibility, and the order of ringing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import STAFF, Entry, Listed, field


class Responsibility(Listed):
    """Parental responsibility (Children Act 1989, section 3), as far as the school knows."""

    YES = "yes", "Has responsibility"
    NO = "no", "No responsibility"
    NOT_KNOWN = "not_known", "Not known"
    SEEN = "evidence_seen", "Has responsibility, evidence seen"

    @property
    def held(self) -> bool:
        """Whether the adult has it, by claim or by evidence."""
        return self in (Responsibility.YES, Responsibility.SEEN)


@dataclass(frozen=True, kw_only=True)
class Relationship(Entry):
    """One adult and one child. ``raw_code`` keeps what a file said when we did not know it."""

    table: ClassVar[str] = "relationship"
    title: ClassVar[str] = "Relationship"

    child: str
    adult: str
    relationship: Annotated[str, field("Relationship", choices="relationship", audience=STAFF)] = ""
    raw_code: Annotated[str, field("Code in the school's file", listed=False, audience=STAFF)] = ""
    responsibility: Annotated[Responsibility, field("Parental responsibility")] = (
        Responsibility.NOT_KNOWN
    )
    responsibility_from: Annotated[str, field("How we know", audience=STAFF)] = ""
    evidence_on: Annotated[date | None, field("Evidence seen on")] = None
    position: Annotated[int | None, field("Order of ringing")] = None
    emergency_contact: Annotated[bool, field("Emergency contact")] = False
