"""One week of the officer's work, for the head: with names, or in numbers alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from liaison.casework.copies import Wish
from liaison.casework.day_papers import on_lists
from liaison.casework.follow_ups import Due, due_from
from liaison.casework.for_paper import Decided
from liaison.casework.meetings import MeetingLine, meetings_between
from liaison.casework.sensitive import told_openly
from liaison.casework.today import NEW_FOR, Part
from liaison.casework.today import today as day_of
from liaison.model.contact import Contact
from liaison.model.fields import SETTINGS_STREAM, Audience
from liaison.model.meeting import MeetingState
from liaison.model.visit import HomeVisit
from liaison.store.fingerprints import tip_fingerprint
from liaison.store.store import Store

TASK_DONE, VISIT = "task_done", "visit"
"""An outcome that is no contact, and the channel of a visit."""

NEW = (("transition_concern", "raised_on"), ("barrier", "since"))
"""What counts as a worry: its table, and the column of the day it was raised on."""


@dataclass(frozen=True, kw_only=True)
class NamedWork:
    """What only the head reads: which promises are late, what is new, whom we met."""

    late: tuple[Due, ...] = ()
    worries: tuple[tuple[str, str], ...] = ()
    """Each new worry's family and its words."""
    worried: tuple[str, ...] = ()
    """The ids of those families."""
    meetings: tuple[MeetingLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Week:
    """Counts of our own work from Monday to ``last``; ``named`` is empty without names."""

    first: date
    last: date
    by_outcome: tuple[tuple[str, int], ...]
    by_channel: tuple[tuple[str, int], ...]
    counts: tuple[tuple[str, int], ...]
    named: NamedWork | None = None
    fingerprint: str = ""
    """Of the record as it stood: whoever keeps the page can tell an older copy by it."""


def week_for_paper(store: Store, _about: str, wish: Wish, *, today: date) -> Decided[Week]:
    """The week ``today`` is in, as far as it has come."""
    first = today - timedelta(days=today.weekday())
    named = _named(store, first, today) if wish.audience is Audience.STAFF else None
    contacts = _contacts(store, first, today)
    reached = Counter(
        "Nobody was reached" if store.flagged("outcome", each.outcome, "attempt") else "Reached"
        for each in contacts
    )
    channels = Counter(store.label("channel", each.channel) for each in contacts)
    week = Week(
        first=first,
        last=today,
        by_outcome=tuple(sorted(reached.items(), reverse=True)),
        by_channel=tuple(channels.most_common()),
        counts=_counts(store, contacts, first, today),
        named=named,
        fingerprint=tip_fingerprint(store),
    )
    families: tuple[str, ...] = (SETTINGS_STREAM,)
    if named:
        families = (
            *(each.follow_up.family for each in named.late),
            *named.worried,
            *(each.meeting.family for each in named.meetings),
            SETTINGS_STREAM,
        )
    return Decided(matter=week, wish=wish, today=today, families=tuple(dict.fromkeys(families)))


def _contacts(store: Store, first: date, last: date) -> list[Contact]:
    return store.find(
        Contact,
        "held_on >= :first AND held_on <= :last AND outcome != :task",
        first=first.isoformat(),
        last=last.isoformat(),
        task=TASK_DONE,
    )


def _counts(
    store: Store, contacts: list[Contact], first: date, last: date
) -> tuple[tuple[str, int], ...]:
    day = day_of(store, last)
    held = [each for each in meetings_between(store, first, last) if _was_held(each)]
    out = store.find(
        HomeVisit,
        "going_on >= :first AND going_on <= :last",
        first=first.isoformat(),
        last=last.isoformat(),
    )
    visits = {(each.family, each.going_on) for each in out} | {
        (each.family, each.held_on) for each in contacts if each.channel == VISIT
    }
    worries = sum(_new(store, table, day, last) for table, day in NEW)
    return (
        ("Families we were in touch with", len({each.family for each in contacts})),
        ("Meetings held", len(held)),
        ("Meetings to write up", len(day.to_write_up)),
        ("Home visits", len(visits)),
        ("Our promises that are late", day.overdue.count),
        ("Our promises for the next seven days", day.next_week.count + day.due_today.count),
        ("New worries in the last seven days", worries),
        ("Families not in touch for six weeks", day.not_in_touch.count),
    )


def _new(store: Store, table: str, day: str, last: date) -> int:
    """How many of a kind are new, in families that stand in lists."""
    ((count,),) = store.query(
        f"SELECT count(*) FROM {table} w JOIN family f ON f.id = w.family "  # noqa: S608 - constants
        f"WHERE w.deleted = 0 AND w.{day} > :since AND w.{day} <= :last "
        "AND f.deleted = 0 AND f.left_on IS NULL AND f.colleague = 0",
        since=(last - NEW_FOR).isoformat(),
        last=last.isoformat(),
    )
    return int(count)


def _named(store: Store, first: date, last: date) -> NamedWork:
    day = day_of(store, last)
    late = due_from(store, f"{Part.OVERDUE.value} AND deleted = 0", last, day=last.isoformat())
    return NamedWork(
        late=tuple(told_openly(store, on_lists(store, late), today=last)),
        worries=tuple((each.family_name, each.words) for each in day.new_concerns),
        worried=tuple(each.family for each in day.new_concerns),
        meetings=tuple(each for each in meetings_between(store, first, last) if _was_held(each)),
    )


def _was_held(line: MeetingLine) -> bool:
    return line.meeting.state in (MeetingState.HELD, MeetingState.CLOSED)
