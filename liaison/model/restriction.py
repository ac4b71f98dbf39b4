"""A restriction on one adult: what it covers, on whose authority, from when until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import STAFF, Entry, Listed, field


class What(Listed):
    """What a restriction is about."""

    CONTACT = "contact", "Contact by school"
    COLLECT = "collect", "Collecting"
    LETTERS = "letters", "Letters and reports"
    ADDRESS = "address", "Address"
    ATTEND = "attend", "Coming to school events"
    INFORMATION = "information", "Information"


class Force(Listed):
    """On whose authority; the label is the banner's title."""

    COURT = "court", "Court order"
    SCHOOL = "school", "School decision"
    WISH = "wish", "Asked by the family"


@dataclass(frozen=True, kw_only=True)
class Restriction(Entry):
    """One adult in one family. No child named: all children of that family.

    An order counts as seen once somebody of the school has read it (``seen_on``).
    ``recorded_on`` starts the five school days for which an order not seen is kept to.
    """

    table: ClassVar[str] = "restriction"
    title: ClassVar[str] = "Restriction"

    adult: str
    children: Annotated[tuple[str, ...], field("Children", audience=STAFF)] = ()
    what: Annotated[What, field("What", audience=STAFF)]
    force: Annotated[Force, field("On whose authority", audience=STAFF)]
    order_kind: Annotated[str, field("Kind of order", choices="order_kind", audience=STAFF)] = ""
    words: Annotated[str, field("Its words", lines=3, audience=STAFF)] = ""
    does_not_affect: Annotated[str, field("What it does not stop", lines=2, audience=STAFF)] = ""
    asked_by: Annotated[str, field("Asked by", audience=STAFF)] = ""
    seen_on: Annotated[date | None, field("Read on", audience=STAFF)] = None
    read_by: Annotated[str, field("Read by", audience=STAFF)] = ""
    held_where: Annotated[str, field("Where the copy is held", audience=STAFF)] = ""
    chaser: Annotated[str, field("Who asks for the copy", audience=STAFF)] = ""
    head: Annotated[str, field("Head who decided", audience=STAFF)] = ""
    serious_harm: Annotated[str, field("Serious-harm reason", lines=2, audience=STAFF)] = ""
    review_on: Annotated[date | None, field("Review on", audience=STAFF)] = None
    recorded_on: Annotated[date, field("Recorded on", audience=STAFF)]
    starts_on: Annotated[date | None, field("From", audience=STAFF)] = None
    ends_on: Annotated[date | None, field("Until", audience=STAFF)] = None

    def covers(self, child: str | None) -> bool:
        """Whether it is about this child; without a child, whether it is about anyone."""
        return child is None or not self.children or child in self.children
