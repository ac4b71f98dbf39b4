"""One meeting whole: itself, who comes, its agenda, what is to be ready, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck
from liaison.model.follow_up import FollowUp
from liaison.model.meeting import AT_THE_TABLE, Comes, Meeting, MeetingPerson


@dataclass(frozen=True, kw_only=True)
class MeetingRecord:
    """Everything of one meeting, each part in its order.

    ``follow_ups`` are the promises its actions became.
    """

    meeting: Meeting
    people: tuple[MeetingPerson, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    actions: tuple[MeetingAction, ...] = ()
    checks: tuple[MeetingCheck, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()

    @property
    def coming(self) -> tuple[MeetingPerson, ...]:
        """Who sits at the table, for the whole of it or for a part."""
        return tuple(each for each in self.people if each.comes in AT_THE_TABLE)

    @property
    def subjects(self) -> tuple[MeetingPerson, ...]:
        """Whom it is about."""
        return tuple(each for each in self.people if each.comes is Comes.SUBJECT)

    @property
    def left_out(self) -> tuple[MeetingPerson, ...]:
        """Who is not asked to this one."""
        return tuple(each for each in self.people if each.comes is Comes.LEFT_OUT)

    @property
    def agenda_minutes(self) -> int:
        """How long the items take together."""
        return sum(each.minutes or 0 for each in self.items)

    @property
    def ready(self) -> int:
        """How many of the things to be ready are settled."""
        return sum(each.settled for each in self.checks)

    def part_of(self, person: str) -> MeetingPerson | None:
        """Her part in it; where she has several, the one at the table."""
        rows = [each for each in self.people if each.person == person and person]
        return next((each for each in rows if each.comes in AT_THE_TABLE), next(iter(rows), None))
