"""What was put into the bin, and taking it out again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from liaison.casework.families import remove
from liaison.casework.meeting_outcomes import remove_action
from liaison.model.agenda import MeetingAction
from liaison.model.barrier import Adjustment, Barrier
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.model.fields import Entry, fields_of
from liaison.model.follow_up import FollowUp
from liaison.model.meeting import Meeting
from liaison.model.person import Person
from liaison.model.reach import Address, ContactPoint, ContactPreference
from liaison.model.relationship import Relationship
from liaison.model.restriction import Restriction
from liaison.model.transition import TransitionConcern
from liaison.store.rows import E
from liaison.store.store import Store

KEPT: tuple[type[Entry], ...] = (
    Contact,
    FollowUp,
    Meeting,
    Barrier,
    Adjustment,
    TransitionConcern,
    Restriction,
    ContactPoint,
    Address,
    ContactPreference,
    Relationship,
    Person,
    Family,
)
"""Kinds of entries people put into the bin and look for there."""


@dataclass(frozen=True)
class Binned:
    """One deleted entry, its kind in words, and what it said in a few of its own words."""

    entry: Entry
    title: str
    words: str


def put_in(store: Store, entry: Entry) -> None:
    """Into the bin; it can be taken back. ``NotReady`` for what a meeting written up needs."""
    if isinstance(entry, MeetingAction):
        remove_action(store, entry)
    else:
        remove(store, entry)


def in_the_bin(store: Store, *, limit: int = 200) -> list[Binned]:
    """What is in the bin, the last put in first."""
    found = [
        Binned(entry, cls.title, _words(entry))
        for cls in KEPT
        for entry in store.find(cls, "deleted = 1", order="version DESC", limit=limit, deleted=True)
    ]
    return sorted(found, key=lambda each: each.entry.version, reverse=True)[:limit]


def put_back(store: Store, entry: E) -> E:
    """Out of the bin again."""
    with store.saving() as saving:
        return saving.change(replace(entry, deleted=False))


def _words(entry: Entry) -> str:
    if isinstance(entry, Person):
        return entry.full
    if isinstance(entry, Address):
        return ", ".join(entry.lines)
    told = (
        getattr(entry, bound.name)
        for bound in fields_of(type(entry))
        if bound.kind is str
        and not bound.about.choices
        and (bound.about.search or bound.about.required)
    )
    return next(filter(None, told), "")
