"""What a meeting is made of: its agenda, what is to be ready before it, and what came out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import HOME, STAFF, Entry, Listed, field
from liaison.model.follow_up import Side


class ItemOf(Listed):
    """Who brings an item to the table."""

    FAMILY = "family", "The family’s"
    SCHOOL = "school", "Ours"
    EVERYBODY = "everybody", "Everybody’s"


@dataclass(frozen=True, kw_only=True)
class AgendaItem(Entry):
    """One item of an agenda. What was said under it stands on a family copy only if ``share``."""

    table: ClassVar[str] = "agenda_item"
    title: ClassVar[str] = "Item on an agenda"

    meeting: str
    position: Annotated[int, field("Order", audience=HOME)] = 1
    what: Annotated[str, field("Item", required=True, search=True, audience=HOME)]
    detail: Annotated[str, field("Note for us", search=True, audience=STAFF)] = ""
    minutes: Annotated[int | None, field("Minutes", audience=HOME)] = None
    whose: Annotated[ItemOf, field("Whose item", audience=HOME)] = ItemOf.EVERYBODY
    said: Annotated[str, field("What was said", lines=4, search=True, audience=STAFF)] = ""
    share: Annotated[bool, field("May stand on the family’s copy")] = False


@dataclass(frozen=True, kw_only=True)
class MeetingAction(Entry):
    """What somebody will do. Closing the meeting makes it a promise, named in ``follow_up``."""

    table: ClassVar[str] = "meeting_action"
    title: ClassVar[str] = "Action from a meeting"

    meeting: str
    position: Annotated[int, field("Order")] = 1
    action: Annotated[str, field("What", required=True, search=True, audience=HOME)]
    side: Annotated[Side, field("Whose promise", audience=HOME)] = Side.SCHOOL
    person: Annotated[str, field("For or by whom", audience=STAFF)] = ""
    owner: Annotated[str, field("Who does it", audience=HOME)] = ""
    due: Annotated[date | None, field("By when", audience=HOME)] = None
    known_by: Annotated[str, field("How we will know", search=True, audience=HOME)] = ""
    follow_up: Annotated[str, field("Follow-up", listed=False, audience=STAFF)] = ""


@dataclass(frozen=True, kw_only=True)
class MeetingCheck(Entry):
    """One thing to have ready before a meeting."""

    table: ClassVar[str] = "meeting_check"
    title: ClassVar[str] = "To be ready before a meeting"

    meeting: str
    position: Annotated[int, field("Order")] = 1
    what: Annotated[str, field("What", required=True, audience=STAFF)]
    done_on: Annotated[date | None, field("Done on")] = None
    not_needed: Annotated[bool, field("Not needed")] = False

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.not_needed or self.done_on is not None


@dataclass(frozen=True, kw_only=True)
class MeetingPattern(Entry):
    """How the school holds one kind of meeting. Kinds it never changed have ours.

    An item of ``agenda`` is its minutes and its words, "10 What the family sees". ``weeks`` are
    the school weeks until the next one, None where there is none by itself; ``first_weeks`` those
    until the first one with a family, after it was decided on.
    """

    table: ClassVar[str] = "meeting_pattern"
    title: ClassVar[str] = "How a kind of meeting is held"

    kind: Annotated[str, field("Kind", choices="meeting_kind", required=True, audience=STAFF)]
    weeks: Annotated[int | None, field("School weeks until the next one")] = None
    first_weeks: Annotated[int | None, field("School weeks until the first one")] = None
    opening: Annotated[str, field("Opening line", lines=2, audience=STAFF)] = ""
    agenda: Annotated[tuple[str, ...], field("Agenda", audience=STAFF)] = ()
    checks: Annotated[tuple[str, ...], field("To be ready before", audience=STAFF)] = ()
    phrases: Annotated[tuple[str, ...], field("Words that help", audience=STAFF)] = ()
