"""A follow-up: work to do, ours or theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import HOME, STAFF, Entry, Listed, field


class FollowUpKind(Listed):
    """Whether doing it is a contact with the family."""

    CONTACT = "contact", "Contact the family"
    TASK = "task", "Something to do"


class FollowUpState(Listed):
    """Where it stands."""

    OPEN = "open", "Open"
    IN_PROGRESS = "in_progress", "In progress"
    WAITING = "waiting", "Waiting"
    DONE = "done", "Done"
    NOT_NEEDED = "not_needed", "Not needed"
    HANDED_OVER = "handed_over", "Handed over"


class Side(Listed):
    """Who promised it."""

    SCHOOL = "school", "We said we would"
    FAMILY = "family", "You said you would"
    AGENCY = "agency", "Another service said it would"


STILL_OPEN = (FollowUpState.OPEN, FollowUpState.IN_PROGRESS, FollowUpState.WAITING)


@dataclass(frozen=True, kw_only=True)
class FollowUp(Entry):
    """One thing promised. ``source`` is the entry it came from, ``completed_by`` the contact.

    A paper still to be sent has the occasion of its contact to come as its source.
    """

    table: ClassVar[str] = "follow_up"
    title: ClassVar[str] = "Follow-up"

    action: Annotated[str, field("What is to be done", required=True, search=True, audience=HOME)]
    why: Annotated[str, field("Why", lines=2, search=True, audience=STAFF)] = ""
    kind: Annotated[FollowUpKind, field("Kind")] = FollowUpKind.TASK
    side: Annotated[Side, field("Whose promise", audience=HOME)] = Side.SCHOOL
    person: Annotated[str, field("For whom", audience=STAFF)] = ""
    owner: Annotated[str, field("Who does it", audience=STAFF)] = ""
    raised_by: Annotated[str, field("Raised by", audience=STAFF)] = ""
    due: Annotated[date | None, field("Due", required=True, audience=HOME)] = None
    part_of_day: Annotated[str, field("Part of the day", audience=HOME)] = ""
    priority: Annotated[str, field("Priority", choices="priority", audience=STAFF)] = ""
    state: Annotated[FollowUpState, field("State", audience=HOME)] = FollowUpState.OPEN
    waiting_on: Annotated[Side | None, field("Waiting on")] = None
    tries: Annotated[int, field("Tries so far")] = 0
    snoozes: Annotated[int, field("Times put off")] = 0
    reason: Annotated[str, field("Reason", search=True, audience=STAFF)] = ""
    closed_on: Annotated[date | None, field("Closed on")] = None
    source: Annotated[str, field("Came from", listed=False, audience=STAFF)] = ""
    completed_by: Annotated[str, field("Done with contact", listed=False, audience=STAFF)] = ""
