"""A meeting with a family: what for, where, who comes, how it went, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated, ClassVar

from liaison.model.fields import HOME, STAFF, Entry, Listed, field
from liaison.model.meeting_kinds import EARLY_HELP


class MeetingState(Listed):
    """Where it stands. A meeting held is open until its outcomes are written."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held, to be written up"
    CLOSED = "closed", "Written up"
    CALLED_OFF = "called_off", "Did not take place"


class Comes(Listed):
    """The part somebody has in a meeting."""

    ATTENDS = "attends", "Comes"
    FOR_A_PART = "for_a_part", "Comes for a part"
    REPORT = "report", "Sends a report"
    SUBJECT = "subject", "About"
    LEFT_OUT = "left_out", "Not asked to this one"


class Came(Listed):
    """Whether somebody came in the end."""

    YES = "yes", "Came"
    APOLOGIES = "apologies", "Sent apologies"
    NO = "no", "Could not come"
    REPORT = "report", "Sent a report"


class Instead(Listed):
    """What a parent who is not asked to a meeting gets instead."""

    SEPARATE = "separate", "A separate meeting"
    COPY = "copy", "A copy is sent"
    REASON = "reason", "Neither, for a reason"


AT_THE_TABLE = (Comes.ATTENDS, Comes.FOR_A_PART)


@dataclass(frozen=True, kw_only=True)
class Meeting(Entry):
    """One meeting with one family. ``held_at`` is local time, HH:MM, and may be empty.

    ``neutral``, ``private`` and ``clear_exit`` are ticked for this meeting; a place only offers
    them. ``person`` is whom the interpreter is for. ``follows`` is the meeting before this one,
    ``contact`` the contact written when it was closed or called off. ``ended`` says why early help
    comes to its end with it.
    """

    table: ClassVar[str] = "meeting"
    title: ClassVar[str] = "Meeting"

    kind: Annotated[str, field("Kind", choices="meeting_kind", required=True, audience=HOME)]
    purpose: Annotated[str, field("Purpose in one sentence", search=True, audience=HOME)] = ""
    held_on: Annotated[date | None, field("Date", required=True, audience=HOME)] = None
    held_at: Annotated[str, field("Time", audience=HOME)] = ""
    minutes: Annotated[int | None, field("Length in minutes", audience=HOME)] = None
    channel: Annotated[str, field("How", choices="channel", audience=HOME)] = ""
    place: Annotated[str, field("Room", choices="place", audience=HOME)] = ""
    neutral: Annotated[bool, field("Neutral place")] = False
    private: Annotated[bool, field("Quiet room")] = False
    clear_exit: Annotated[bool, field("Clear way to the door")] = False
    chair: Annotated[str, field("Who leads", audience=HOME)] = ""
    minute_taker: Annotated[str, field("Who takes notes", audience=HOME)] = ""
    standby: Annotated[str, field("Colleague nearby", search=True, audience=STAFF)] = ""
    standby_extension: Annotated[str, field("Their extension", audience=STAFF)] = ""
    standby_told_on: Annotated[date | None, field("Colleague nearby told on")] = None
    interpreter: Annotated[str, field("Interpreter", audience=HOME)] = ""
    person: Annotated[str, field("Interpreter for", audience=STAFF)] = ""
    interpreter_booked_on: Annotated[date | None, field("Interpreter booked on")] = None
    opening: Annotated[str, field("Opening line", lines=2, search=True, audience=STAFF)] = ""
    agenda_given_on: Annotated[date | None, field("Agenda given on", audience=HOME)] = None
    agenda_given_how: Annotated[
        str, field("Agenda given how", choices="channel", audience=HOME)
    ] = ""
    consent_on: Annotated[date | None, field("Consent in writing on", audience=HOME)] = None
    notes: Annotated[str, field("Notes in the room", lines=6, search=True, audience=STAFF)] = ""
    strengths: Annotated[str, field("What is going well", lines=3, search=True, audience=HOME)] = ""
    outcome: Annotated[str, field("Outcome", lines=4, search=True, audience=HOME)] = ""
    words: Annotated[str, field("The family’s words", lines=3, search=True, audience=HOME)] = ""
    words_of: Annotated[str, field("Whose words", audience=STAFF)] = ""
    child_voice: Annotated[
        str, field("The child’s words", lines=2, search=True, audience=STAFF)
    ] = ""
    child_voice_how: Annotated[str, field("How they were gathered", audience=STAFF)] = ""
    disagreement: Annotated[
        str, field("What was not agreed", lines=2, search=True, audience=STAFF)
    ] = ""
    view: Annotated[str, field("My professional view", lines=3, search=True, audience=STAFF)] = ""
    no_action: Annotated[bool, field("No action needed", audience=HOME)] = False
    next_on: Annotated[date | None, field("Next meeting", audience=HOME)] = None
    no_next: Annotated[bool, field("No next meeting needed", audience=HOME)] = False
    ended: Annotated[str, field("Why it ended", choices="meeting_end", audience=STAFF)] = ""
    thanked_on: Annotated[date | None, field("Thank-you sent on", audience=HOME)] = None
    thanked_how: Annotated[str, field("Thank-you sent how", choices="channel", audience=HOME)] = ""
    state: Annotated[MeetingState, field("State", audience=HOME)] = MeetingState.PLANNED
    moved: Annotated[int, field("Times moved")] = 0
    reason: Annotated[str, field("Reason", search=True, audience=STAFF)] = ""
    closed_on: Annotated[date | None, field("Closed on")] = None
    follows: Annotated[str, field("Follows the meeting", listed=False, audience=STAFF)] = ""
    contact: str = ""

    @property
    def ends(self) -> str:
        """When it ends, HH:MM, where its beginning and its length are known."""
        if not self.held_at or not self.minutes:
            return ""
        began = datetime.combine(self.held_on or date.min, time.fromisoformat(self.held_at))
        return f"{began + timedelta(minutes=self.minutes):%H:%M}"

    @property
    def can_end(self) -> bool:
        """Whether it ends early help: no next meeting of such a kind is needed."""
        return self.kind in EARLY_HELP and self.no_next and self.next_on is None

    @property
    def why_ended(self) -> str:
        """The code of why early help ended with it; empty where it did not."""
        return self.ended if self.can_end else ""

    @property
    def ahead(self) -> bool:
        """Whether it is still to be held."""
        return self.state is MeetingState.PLANNED


@dataclass(frozen=True, kw_only=True)
class MeetingPerson(Entry):
    """Somebody's part in a meeting. A colleague who is in no family has a ``name`` alone.

    ``instead`` says what a parent who is not asked gets, and why stands in ``left_out_reason``.
    """

    table: ClassVar[str] = "meeting_person"
    title: ClassVar[str] = "Person in a meeting"

    meeting: str
    person: str = ""
    name: Annotated[str, field("Name", audience=HOME)] = ""
    role: Annotated[str, field("Role", audience=HOME)] = ""
    comes: Annotated[Comes, field("Part", audience=HOME)] = Comes.ATTENDS
    came: Annotated[Came | None, field("Came", audience=HOME)] = None
    invited_on: Annotated[date | None, field("Asked on", audience=HOME)] = None
    invited_how: Annotated[str, field("Asked how", choices="channel", audience=HOME)] = ""
    instead: Annotated[Instead | None, field("Instead")] = None
    left_out_reason: Annotated[str, field("Why not asked", lines=2, audience=STAFF)] = ""
    copy_given_on: Annotated[date | None, field("Copy given on", audience=HOME)] = None
    copy_given_how: Annotated[str, field("Copy given how", choices="channel", audience=HOME)] = ""
