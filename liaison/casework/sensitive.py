"""What a copy shows only where it was ticked for it: sensitive barriers, worries and contacts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from liaison.casework.copies import LISTS, Wish, copy_of_family
from liaison.casework.families import whole_family
from liaison.casework.follow_ups import Due
from liaison.dates import medium_date
from liaison.errors import CannotPrint
from liaison.model.barrier import Barrier
from liaison.model.contact import Contact
from liaison.model.copies.copy import Asked, sensitive_values
from liaison.model.dsl import DslPointer
from liaison.model.family_record import FamilyRecord
from liaison.model.transition import TransitionConcern
from liaison.store.store import Store

Private = Barrier | TransitionConcern | Contact


def sensitive_of(store: Store, family: str, wish: Wish, *, today: date) -> dict[str, str]:
    """Of this family, what would stand on the wished copy if it were ticked: id to words.

    Nothing where there is no such copy, or where the reader is not to have it even then.
    """
    record = whole_family(store, family)
    hidden = [*_hidden(store, record, today)]
    try:
        every = replace(wish, ticked=frozenset(each.id for each in hidden))
        copy = copy_of_family(store, family, every, today=today) if hidden else None
    except CannotPrint:
        return {}
    kept = copy.record if copy else replace(record, barriers=(), concerns=(), contacts=())
    shown = {each.id for each in (*kept.barriers, *kept.concerns, *kept.contacts)}
    return {each.id: _words(store, record, each) for each in hidden if each.id in shown}


def told_openly(store: Store, due: Iterable[Due], *, today: date) -> list[Due]:
    """Without what came from a note to the DSL, or from an entry that is printed only if ticked."""
    pointers = {each.id for each in store.find(DslPointer, deleted=True)}
    asked = _asked(store, today)

    def private(source: str) -> bool:
        kinds: tuple[type[Private], ...] = (Contact, Barrier, TransitionConcern)
        found = (store.first(kind, "id = :id", id=source) for kind in kinds)
        return any(each is not None and asked.hides(each) for each in found)

    open_ones = [each for each in due if each.follow_up.source not in pointers]
    hidden = {source for source in {each.follow_up.source for each in open_ones} if private(source)}
    return [each for each in open_ones if each.follow_up.source not in hidden]


def _asked(store: Store, today: date) -> Asked:
    """A copy for staff for which nothing was ticked."""
    offered = [each for name in LISTS for each in store.choices(name)]
    return Asked(audience=Wish().audience, today=today, sensitive=sensitive_values(offered))


def _hidden(store: Store, record: FamilyRecord, today: date) -> Iterable[Private]:
    asked = _asked(store, today)
    every: tuple[Private, ...] = (*record.barriers, *record.concerns, *record.contacts)
    return (each for each in every if asked.hides(each))


def _words(store: Store, record: FamilyRecord, entry: Private) -> str:
    """Mental health: Mrs Amina Khan. The whole family's stands there without a name."""
    if isinstance(entry, Contact):
        return f"{entry.title} of {medium_date(entry.held_on)}"
    if isinstance(entry, Barrier):
        words, whose = store.label("barrier", entry.kind), entry.person
    else:
        words, whose = store.label("domain", entry.domain), entry.child
    person = record.person(whose) if whose else None
    return f"{words}: {person.full}" if person else words
