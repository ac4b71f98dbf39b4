"""How each kind of meeting is held here: ours, until the school writes its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from liaison.casework.school_time import calendar
from liaison.errors import NotReady
from liaison.model.agenda import MeetingPattern
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.meeting import Meeting
from liaison.model.meeting_kinds import DECIDED
from liaison.model.meeting_patterns import PATTERNS, item_of
from liaison.store.store import Store

LONGEST = 52
"""No interval is longer, in school weeks."""


def patterns(store: Store) -> list[MeetingPattern]:
    """One for each kind the lists offer, in their order."""
    return [pattern_for(store, each.code) for each in store.choices("meeting_kind")]


def pattern_for(store: Store, kind: str) -> MeetingPattern:
    """The school's own, or else ours; a kind we do not know is held like any other meeting."""
    own = store.first(MeetingPattern, "kind = :kind", kind=kind)
    return own or PATTERNS.get(kind) or replace(PATTERNS["other"], kind=kind)


def keep_pattern(store: Store, pattern: MeetingPattern) -> MeetingPattern:
    """The school's own way from now on; meetings planned already stay as they are."""
    problems = {}
    for name, weeks in (("weeks", pattern.weeks), ("first_weeks", pattern.first_weeks)):
        if weeks is not None and not 1 <= weeks <= LONGEST:
            problems[name] = f"Between one and {LONGEST} school weeks, or none."
    if any(not item_of(each)[0] for each in (*pattern.agenda, *pattern.checks)):
        problems["agenda"] = "An item has no words."
    if problems:
        raise NotReady(problems)
    own = replace(pattern, family=SETTINGS_STREAM)
    with store.saving() as saving:
        return saving.change(own) if own.version else saving.add(own)


def first_due(store: Store, family: str, kind: str, *, today: date) -> date | None:
    """By when the first meeting of this kind is due with this family, if it is decided on today.

    None where they had one or have one planned, and for kinds that are held whenever they suit.
    """
    weeks = pattern_for(store, kind).first_weeks if kind in DECIDED else None
    standing = "family = :family AND kind = :kind AND state != 'called_off'"
    if weeks is None or store.first(Meeting, standing, family=family, kind=kind):
        return None
    return calendar(store).weeks_after(today, weeks)


def propose_next(store: Store, meeting: Meeting) -> date | None:
    """When this kind is held again, in the school's own weeks; None where it is not by itself."""
    weeks = pattern_for(store, meeting.kind).weeks
    if weeks is None or meeting.held_on is None:
        return None
    return calendar(store).weeks_after(meeting.held_on, weeks)
