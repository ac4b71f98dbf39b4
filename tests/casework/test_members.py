"""Putting right who somebody is and who took part: one save, one thing to take back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from liaison.casework.families import whole_family
from liaison.casework.members import correct_contact_and_people, keep_person, people_in
from liaison.errors import NotReady
from liaison.model.contact import Contact, Part
from liaison.model.family import LivesThere, Membership
from liaison.model.person import Person
from liaison.store.store import Store
from tests.builders import TODAY, Make


def test_a_person_and_where_she_lives_are_one_save(store: Store, make: Make) -> None:
    khan = make.family("Khan")
    amina = khan.adults[0]
    (there,) = store.find(Membership, "person = :id", id=amina.id)
    known = replace(amina, known_as="Mina")
    keep_person(store, known, replace(there, lives_there=LivesThere.PART))
    record = whole_family(store, khan.id)
    assert record.lives_there(amina.id) is LivesThere.PART
    assert store.get(Person, amina.id).known_as == "Mina"
    store.undo()
    assert whole_family(store, khan.id).lives_there(amina.id) is LivesThere.YES
    assert store.get(Person, amina.id).known_as == ""


def test_somebody_who_was_no_member_becomes_one(store: Store, make: Make) -> None:
    khan = make.family("Khan")
    orla = make.family("Byrne", adults=[("Ms", "Orla", "mother")]).adults[0]
    keep_person(store, orla, Membership(family=khan.id, person=orla.id))
    assert whole_family(store, khan.id).person(orla.id) is not None


def test_who_took_part_is_put_right_with_the_contact(store: Store, make: Make) -> None:
    khan = make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])
    amina, shahid = khan.adults
    zara, ali = khan.children
    contact = make.contact(
        khan, people=[(amina, Part.SPOKEN_TO), (zara, Part.SUBJECT), (ali, Part.SUBJECT)]
    )
    parts = {amina.id: Part.MENTIONED, shahid.id: Part.SPOKEN_TO, zara.id: None}
    correct_contact_and_people(store, replace(contact, facts="It was him."), parts, today=TODAY)
    assert store.get(Contact, contact.id).facts == "It was him."
    assert {each.person: each.part for each in people_in(store, contact)} == {
        amina.id: Part.MENTIONED,
        shahid.id: Part.SPOKEN_TO,
        ali.id: Part.SUBJECT,
    }
    store.undo()
    assert {each.person for each in people_in(store, contact)} == {amina.id, zara.id, ali.id}


def test_a_correction_is_not_dated_after_today(store: Store, make: Make) -> None:
    contact = make.contact(make.family("Khan"))
    ahead = replace(contact, held_on=TODAY + timedelta(days=1))
    with pytest.raises(NotReady, match="cannot be dated after today"):
        correct_contact_and_people(store, ahead, {}, today=TODAY)
