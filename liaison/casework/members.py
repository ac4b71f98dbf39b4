"""Putting right who somebody is, where she lives, and what part she had in a contact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from liaison.casework.contacts import refuse_the_future
from liaison.model.contact import Contact, ContactPerson, Part
from liaison.model.family import Membership
from liaison.model.person import Person
from liaison.store.store import Store


def keep_person(store: Store, person: Person, membership: Membership) -> Person:
    """A person already in the record, and whether she lives in this family's home: one save."""
    with store.saving() as saving:
        if membership.version:
            saving.change(membership)
        else:
            saving.add(membership)
        return saving.change(person)


def correct_contact_and_people(
    store: Store, contact: Contact, parts: Mapping[str, Part | None], *, today: date
) -> Contact:
    """A correction of a contact and of who took part, as one new version of both.

    ``parts`` gives a person's part, or None for nobody who took part; people it does not name
    keep theirs. A contact dated after today is refused.
    """
    refuse_the_future(contact, today)
    with store.saving() as saving:
        kept = saving.change(contact)
        for each in people_in(store, contact):
            part = parts.get(each.person, each.part)
            if part is None:
                saving.remove(each)
            elif part is not each.part:
                saving.change(replace(each, part=part))
        present = {each.person for each in people_in(store, contact)}
        for person, part in parts.items():
            if part is not None and person not in present:
                saving.add(
                    ContactPerson(family=kept.family, contact=kept.id, person=person, part=part)
                )
    return kept


def people_in(store: Store, contact: Contact) -> list[ContactPerson]:
    """Who took part in a contact."""
    return store.find(ContactPerson, "contact = :contact", contact=contact.id)
