"""What gets in the way between home and school, and what was tried about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import HOME, STAFF, Entry, Listed, field


class BarrierSource(Listed):
    """Who said so."""

    FAMILY_SAID = "family_said", "The family said"
    WE_NOTICED = "we_noticed", "We noticed"
    PROFESSIONAL_SAID = "professional_said", "A professional said"


class BarrierState(Listed):
    """Where it stands."""

    CURRENT = "current", "Open"
    EASING = "easing", "Easing"
    GONE = "gone", "Gone"
    MISTAKEN = "mistaken", "Not so after all"


class Accepted(Listed):
    """What the family said to an offer."""

    YES = "yes", "Accepted"
    NO = "no", "Not taken up"
    NOT_ASKED = "not_asked", "Not answered yet"


class Worked(Listed):
    """Whether it helped."""

    YES = "yes", "Worked"
    PARTLY = "partly", "Partly worked"
    NO = "no", "Did not work"
    TOO_EARLY = "too_early", "Too early to say"


@dataclass(frozen=True, kw_only=True)
class Barrier(Entry):
    """One thing that gets in the way, for one adult or the whole family."""

    table: ClassVar[str] = "barrier"
    title: ClassVar[str] = "What gets in the way"
    this: ClassVar[str] = "This note of what gets in the way"

    kind: Annotated[str, field("Kind", choices="barrier", required=True, audience=HOME)]
    words: Annotated[str, field("Their words", lines=3, search=True, audience=HOME)] = ""
    person: Annotated[str, field("For whom", audience=STAFF)] = ""
    source: Annotated[BarrierSource, field("Who said so")] = BarrierSource.FAMILY_SAID
    since: Annotated[date | None, field("Since", required=True, audience=HOME)] = None
    effects: Annotated[
        tuple[str, ...], field("Affects", choices="barrier_effect", audience=STAFF)
    ] = ()
    state: Annotated[BarrierState, field("State", audience=HOME)] = BarrierState.CURRENT
    state_on: Annotated[date | None, field("State since")] = None
    review_on: Annotated[date | None, field("Look again on", audience=HOME)] = None


@dataclass(frozen=True, kw_only=True)
class Adjustment(Entry):
    """One thing tried about a barrier."""

    table: ClassVar[str] = "adjustment"
    title: ClassVar[str] = "What was tried"
    this: ClassVar[str] = "This note of what was tried"

    barrier: str
    kind: Annotated[str, field("What", choices="adjustment", required=True, audience=HOME)]
    note: Annotated[str, field("Note", lines=2, search=True, audience=STAFF)] = ""
    offered_on: Annotated[date | None, field("Offered on", audience=HOME)] = None
    offered_by: Annotated[str, field("Offered by", audience=STAFF)] = ""
    accepted: Annotated[Accepted, field("Accepted", audience=HOME)] = Accepted.NOT_ASKED
    worked: Annotated[Worked, field("Did it work", audience=HOME)] = Worked.TOO_EARLY
    review_on: Annotated[date | None, field("Look again on", audience=HOME)] = None
