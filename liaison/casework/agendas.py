"""An agenda and the preparations: put down, put in order, handed over, and ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from liaison.casework.invitations import settle_check
from liaison.casework.meeting_patterns import pattern_for
from liaison.casework.meetings import lay_out, meeting_whole
from liaison.errors import NotReady
from liaison.model.agenda import AgendaItem, MeetingCheck
from liaison.model.meeting import Meeting
from liaison.model.meeting_patterns import AGENDA_HOME, item_of
from liaison.store.store import Store


def keep_item(store: Store, item: AgendaItem) -> AgendaItem:
    """An item, new at the end of its agenda, or changed."""
    if item.minutes is not None and item.minutes < 0:
        raise NotReady({"minutes": "Minutes are not fewer than none."})
    whole = meeting_whole(store, item.meeting)
    last = max((each.position for each in whole.items), default=0)
    with store.saving() as saving:
        if item.version:
            return saving.change(item)
        return saving.add(replace(item, family=whole.meeting.family, position=last + 1))


def remove_item(store: Store, item: AgendaItem) -> None:
    """Off the agenda; it can be taken back."""
    with store.saving() as saving:
        saving.remove(item)


def reorder_agenda(store: Store, items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """These items, in this order, as one save."""
    with store.saving() as saving:
        return [
            saving.change(replace(each, position=position))
            for position, each in enumerate(items, 1)
        ]


def move_item(store: Store, item: AgendaItem, *, by: int) -> list[AgendaItem]:
    """One item up (-1) or down (1) in its agenda; at either end it stays where it is."""
    items = list(meeting_whole(store, item.meeting).items)
    at = next(n for n, each in enumerate(items) if each.id == item.id)
    to = min(max(at + by, 0), len(items) - 1)
    items.insert(to, items.pop(at))
    return reorder_agenda(store, items)


def hand_over_agenda(store: Store, meeting: Meeting, *, on: date, how: str) -> Meeting:
    """The family has the agenda. ``NotReady`` while there is nothing on it."""
    whole = meeting_whole(store, meeting.id)
    if not whole.items:
        raise NotReady({"agenda": "There is nothing on the agenda yet."})
    with store.saving() as saving:
        settle_check(saving, whole, AGENDA_HOME, on)
        return saving.change(replace(meeting, agenda_given_on=on, agenda_given_how=how))


def keep_check(store: Store, check: MeetingCheck) -> MeetingCheck:
    """Something to be ready before, new at the end, or changed."""
    whole = meeting_whole(store, check.meeting)
    last = max((each.position for each in whole.checks), default=0)
    with store.saving() as saving:
        if check.version:
            return saving.change(check)
        return saving.add(replace(check, family=whole.meeting.family, position=last + 1))


def tick_check(store: Store, check: MeetingCheck, *, on: date | None) -> MeetingCheck:
    """Done on this day, or not done after all."""
    with store.saving() as saving:
        return saving.change(replace(check, done_on=on, not_needed=False))


def remove_check(store: Store, check: MeetingCheck) -> None:
    """Off the preparations; it can be taken back."""
    with store.saving() as saving:
        saving.remove(check)


def follow_kind(store: Store, meeting: Meeting, *, was: str) -> bool:
    """The agenda, the preparations and the opening line of the kind it has now.

    Only where nothing of those of its kind before, ``was``, was changed by hand; whether it was so.
    """
    whole, before = meeting_whole(store, meeting.id), pattern_for(store, was)
    items = [(each.what, each.minutes, each.detail) for each in whole.items]
    checks = [(each.what, each.settled) for each in whole.checks]
    if items != [(*item_of(each), "") for each in before.agenda]:
        return False
    if checks != [(each, False) for each in before.checks]:
        return False
    now = pattern_for(store, meeting.kind)
    with store.saving() as saving:
        for each in (*whole.items, *whole.checks):
            saving.remove(each)
        lay_out(saving, meeting, now)
        if meeting.opening == before.opening:
            saving.change(replace(meeting, opening=now.opening))
    return True
