"""A family: the children of one home, and every adult linked to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import EVERYONE, HOME, STAFF, Entry, Listed, field


class LivesThere(Listed):
    """Whether a member lives in the family's home."""

    YES = "yes", "Lives there"
    PART = "part", "Lives there part of the time"
    NO = "no", "Lives elsewhere"
    NOT_KNOWN = "not_known", "Not known"


@dataclass(frozen=True, kw_only=True)
class Family(Entry):
    """The root every other entry hangs on; its stream is its own id."""

    table: ClassVar[str] = "family"
    title: ClassVar[str] = "Family"

    name: Annotated[str, field("Family name", required=True, search=True, audience=EVERYONE)]
    strengths: Annotated[
        str, field("What is going well", lines=3, search=True, audience=EVERYONE)
    ] = ""
    what_works: Annotated[
        str, field("What works with this family", lines=3, search=True, audience=HOME)
    ] = ""
    own_word: Annotated[str, field("The family's own word for itself", audience=STAFF)] = ""
    colleague: Annotated[bool, field("A colleague's own family")] = False
    left_on: Annotated[date | None, field("Left on")] = None
    review_on: Annotated[date | None, field("Review on")] = None


@dataclass(frozen=True, kw_only=True)
class Membership(Entry):
    """One person in one family; an adult with children in two homes has one in each."""

    table: ClassVar[str] = "membership"
    title: ClassVar[str] = "Member of the family"

    person: str
    lives_there: Annotated[LivesThere, field("Lives there")] = LivesThere.NOT_KNOWN
    since: Annotated[date | None, field("Since")] = None
    until: Annotated[date | None, field("Until")] = None
