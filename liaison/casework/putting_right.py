"""An import's guess put right: a child moved, families joined or split, two entries for one person.

Each is one batch, so it can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from liaison.errors import NotReady
from liaison.model import ENTRIES
from liaison.model.family import Family, LivesThere, Membership
from liaison.model.fields import Entry
from liaison.model.follow_up import FollowUp
from liaison.model.person import Person, PersonKind
from liaison.model.relationship import Relationship
from liaison.model.restriction import Restriction
from liaison.store.ids import new_id
from liaison.store.purging import rehome_in
from liaison.store.saving import Saving
from liaison.store.store import Store


def move_child(store: Store, child: Person, *, to: str) -> Person:
    """The child lives in another family now. Her adults become members there too.

    What was written down with the old family stays with it.
    """
    if child.kind is not PersonKind.CHILD:
        raise NotReady({"person": "Only a child can be moved; an adult is made a member."})
    if child.family == to:
        raise NotReady({"family": "The child is in this family already."})
    with store.saving() as saving:
        return _move(saving, store, child, to)


def split_family(store: Store, children: Sequence[Person], *, name: str) -> Family:
    """These children become a family of their own, with the adults tied to them."""
    if not children:
        raise NotReady({"children": "Choose at least one child."})
    home = children[0].family
    young = store.find(Person, "family = :family AND kind = 'child'", family=home)
    if len(young) <= len(children):
        raise NotReady({"children": "At least one child has to stay."})
    with store.saving() as saving:
        family = saving.add(Family(id=new_id(), name=name))
        done: set[str] = set()
        for child in children:
            _move(saving, store, child, family.id, done)
    return family


def join_families(store: Store, stays: Family, goes: Family) -> Family:
    """One family of two: everything of the second is stated again in the first."""
    if stays.id == goes.id:
        raise NotReady({"family": "Choose two different families."})
    members = {each.person for each in _members(store, stays.id)}
    with store.saving() as saving:
        for cls in ENTRIES:
            if cls is Family:
                continue
            for entry in store.find(cls, "family = :family", deleted=True, family=goes.id):
                twice = isinstance(entry, Membership) and entry.person in members
                saving.restate(replace(entry, family=stays.id, deleted=entry.deleted or twice))
        saving.remove(goes)
        return saving.change(_both_texts(stays, goes))


def same_person(store: Store, stays: Person, goes: Person) -> Person:
    """Two entries for one person become one: what names the second names the first."""
    if stays.id == goes.id:
        raise NotReady({"person": "Choose two different entries."})
    if PersonKind.CHILD in (stays.kind, goes.kind) and stays.kind is not goes.kind:
        raise NotReady({"person": "A child and an adult cannot be the same person."})
    with store.saving() as saving:
        _hand_over_memberships(saving, store, stays, goes)
        _hand_over_ties(saving, store, stays, goes)
        for cls, column in _naming_a_person():
            for entry in store.find(cls, f"{column} = :id", id=goes.id):
                named: dict[str, Any] = {column: stays.id}
                saving.change(replace(entry, **named))
        for restriction in store.find(Restriction, "instr(children, :id)", id=goes.id):
            children = tuple(stays.id if id == goes.id else id for id in restriction.children)
            saving.change(replace(restriction, children=children))
        for promise in store.find(FollowUp, "instr(source, :id)", id=goes.id):
            saving.change(replace(promise, source=promise.source.replace(goes.id, stays.id)))
        saving.remove(goes)
        return saving.change(_filled_in(stays, goes))


def _move(
    saving: Saving, store: Store, child: Person, to: str, added: set[str] | None = None
) -> Person:
    """``added`` are members the same save has put into the new family already."""
    added = set() if added is None else added
    old = {each.person: each for each in _members(store, child.family)}
    ties = store.find(Relationship, "child = :child", child=child.id)
    present = {each.person for each in _members(store, to)}
    moved = rehome_in(saving, store, child, to)
    if child.id in old:
        saving.remove(old[child.id])
    for person in (child.id, *(tie.adult for tie in ties)):
        if person not in present | added:
            there = LivesThere.YES if person == child.id else LivesThere.NOT_KNOWN
            saving.add(Membership(family=to, person=person, lives_there=there))
            added.add(person)
    adults = {tie.adult for tie in ties}
    for restriction in store.find(Restriction, "family = :family", family=child.family):
        if restriction.adult in adults and restriction.covers(child.id):
            saving.add(replace(restriction, id="", version="", family=to, children=(child.id,)))
    return moved


def _members(store: Store, family: str) -> list[Membership]:
    return store.find(Membership, "family = :family", family=family)


def _hand_over_memberships(saving: Saving, store: Store, stays: Person, goes: Person) -> None:
    present = {each.family for each in store.find(Membership, "person = :id", id=stays.id)}
    for membership in store.find(Membership, "person = :id", id=goes.id):
        if membership.family in present:
            saving.remove(membership)
        else:
            saving.change(replace(membership, person=stays.id))


def _hand_over_ties(saving: Saving, store: Store, stays: Person, goes: Person) -> None:
    present = {
        (each.child, each.adult)
        for each in store.find(Relationship, "child = :id OR adult = :id", id=stays.id)
    }
    for tie in store.find(Relationship, "child = :id OR adult = :id", id=goes.id):
        child = stays.id if tie.child == goes.id else tie.child
        adult = stays.id if tie.adult == goes.id else tie.adult
        if (child, adult) in present:
            saving.remove(tie)
        else:
            saving.change(replace(tie, child=child, adult=adult))


def _naming_a_person() -> list[tuple[type[Entry], str]]:
    """Entries that name a person by id, but for memberships and ties."""
    return [
        (cls, column)
        for cls in ENTRIES
        for column in ("person", "adult", "child")
        if cls not in (Membership, Relationship) and column in {each.name for each in fields(cls)}
    ]


def _filled_in(stays: Person, goes: Person) -> Person:
    """What the entry that stays did not know, the other one did."""
    known = {
        each.name: getattr(goes, each.name)
        for each in fields(Person)
        if each.name not in ("id", "family", "version", "deleted", "kind")
        and not getattr(stays, each.name)
        and getattr(goes, each.name)
    }
    return replace(stays, **known)


def _both_texts(stays: Family, goes: Family) -> Family:
    def both(first: str, second: str) -> str:
        return "\n".join(dict.fromkeys(text for text in (first, second) if text))

    return replace(
        stays,
        strengths=both(stays.strengths, goes.strengths),
        what_works=both(stays.what_works, goes.what_works),
    )
