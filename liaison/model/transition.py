"""A worry about a child's move to the next school, phase or class."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import EVERYONE, HOME, NEXT_SCHOOL, STAFF, Entry, Listed, field


class ConcernState(Listed):
    """Where it stands."""

    RAISED = "raised", "Raised"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    SUPPORTED = "support_in_place", "Support in place"
    MOVED = "moved", "Moved"
    MONITORING = "monitoring", "Monitoring"
    SETTLED = "settled", "Settled"
    ESCALATED = "escalated", "Needs more help"


class RaisedBy(Listed):
    """Who raised it."""

    CHILD = "child", "The child"
    PARENT = "parent", "A parent"
    STAFF = "staff", "A member of staff"
    SCHOOL = "other_school", "The other school"


class PassOn(Listed):
    """Whether the family agrees that it is passed on."""

    YES = "yes", "May be passed on"
    NO = "no", "Not to be passed on"
    NOT_ASKED = "not_asked", "Not asked"


@dataclass(frozen=True, kw_only=True)
class TransitionConcern(Entry):
    """One worry about one child's move."""

    table: ClassVar[str] = "transition_concern"
    title: ClassVar[str] = "Worry about a move"

    child: str
    move: Annotated[str, field("Move", choices="move", required=True, audience=EVERYONE)]
    move_on: Annotated[date | None, field("Moves on", audience=EVERYONE)] = None
    domain: Annotated[str, field("About", choices="domain", required=True, audience=EVERYONE)]
    words: Annotated[str, field("In their words", lines=3, search=True, audience=NEXT_SCHOOL)] = ""
    level: Annotated[str, field("Support", choices="level", required=True, audience=EVERYONE)]
    raised_by: Annotated[RaisedBy, field("Raised by")] = RaisedBy.PARENT
    raised_on: Annotated[date | None, field("Raised on", required=True, audience=HOME)] = None
    strengths: Annotated[str, field("Strengths", lines=2, search=True, audience=EVERYONE)] = ""
    what_works: Annotated[str, field("What works", lines=2, search=True, audience=EVERYONE)] = ""
    support: Annotated[str, field("Support agreed", lines=2, search=True, audience=EVERYONE)] = ""
    owner: Annotated[str, field("Who follows it here", audience=EVERYONE)] = ""
    owner_there: Annotated[str, field("Who follows it there", audience=NEXT_SCHOOL)] = ""
    to_school: Annotated[str, field("Next school", audience=NEXT_SCHOOL)] = ""
    pass_on: Annotated[PassOn, field("Passing on")] = PassOn.NOT_ASKED
    not_passed_on: Annotated[str, field("What is not passed on", audience=STAFF)] = ""
    state: Annotated[ConcernState, field("State", audience=EVERYONE)] = ConcernState.RAISED
    next_on: Annotated[date | None, field("Look again on", audience=HOME)] = None
