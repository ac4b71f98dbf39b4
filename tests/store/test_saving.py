"""What one save gathers before the door writes it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from liaison.errors import ChangedMeanwhile, NotReady
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.person import Person
from liaison.model.reach import ContactPoint
from liaison.store import verifying
from liaison.store.changes import Kind
from liaison.store.store import Store
from tests.builders import TODAY, Make


def bodies(store: Store, batch: str) -> list[list[object]]:
    rows = store.query("SELECT body FROM change WHERE batch = :batch ORDER BY clock", batch=batch)
    return [json.loads(body) for (body,) in rows]


def test_an_added_family_is_its_own_stream(store: Store) -> None:
    with store.saving() as saving:
        family = saving.add(Family(name="Khan"))
    assert family.id == family.family
    assert store.get(Family, family.id) == family


def test_an_entry_without_a_family_is_a_mistake_of_the_program(store: Store) -> None:
    with pytest.raises(ValueError, match="without a family"), store.saving() as saving:
        saving.add(Person(surname="Khan"))


def test_a_body_leaves_out_what_was_nothing_before_and_after(store: Store) -> None:
    with store.saving() as saving:
        family = saving.add(Family(name="Khan", strengths="Laughs"))
        batch = saving.batch
    values = {"colleague": [None, 0], "deleted": [None, 0], "family": [None, family.id]}
    values |= {"name": [None, "Khan"], "strengths": [None, "Laughs"]}
    assert bodies(store, batch) == [[["family", family.id, values, ""]]]


def test_a_cleared_field_is_told_with_what_it_held(store: Store) -> None:
    with store.saving() as saving:
        family = saving.add(Family(name="Khan", strengths="Laughs"))
    with store.saving() as saving:
        saving.change(replace(family, strengths=""))
        batch = saving.batch
    values = {"strengths": ["Laughs", None]}
    assert bodies(store, batch) == [[["family", family.id, values, family.version]]]


def test_an_entry_that_is_as_it_was_writes_nothing(store: Store, make: Make) -> None:
    family = make.family().family
    before = store.query("SELECT count(*) FROM change")
    with store.saving() as saving:
        assert saving.change(family) == family
    assert store.query("SELECT count(*) FROM change") == before


def test_an_empty_save_writes_nothing_and_tells_nobody(store: Store) -> None:
    told: list[frozenset[str]] = []
    store.listen(told.append)
    with store.saving():
        pass
    assert told == []


def test_nothing_is_kept_of_a_block_that_fails(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.saving() as saving:  # noqa: PT012
        saving.add(Family(name="Khan"))
        raise ZeroDivisionError
    assert store.find(Family) == []


def test_what_was_added_can_be_changed_in_the_same_save(store: Store) -> None:
    with store.saving() as saving:
        added = saving.add(Family(name="Khan"))
        kept = saving.change(replace(added, name="Khan-Jones", strengths="Laughs"))
    assert store.get(Family, added.id) == kept
    assert store.query("SELECT count(*) FROM change WHERE family = :id", id=added.id) == [(1,)]
    assert verifying.problems(store, full=True) == []


def test_two_changes_of_one_row_in_one_save_are_told_as_one(store: Store, make: Make) -> None:
    family = make.family().family
    with store.saving() as saving:
        once = saving.change(replace(family, strengths="One"))
        twice = saving.change(replace(once, what_works="Two"))
        batch = saving.batch
    ((edit,),) = bodies(store, batch)
    assert edit == [
        "family",
        family.id,
        {"strengths": [None, "One"], "what_works": [None, "Two"]},
        family.version,
    ]
    assert store.get(Family, family.id) == twice


def test_a_removed_entry_is_not_found_but_can_be_asked_for(store: Store, make: Make) -> None:
    contact = make.contact(make.family())
    with store.saving() as saving:
        removed = saving.remove(contact)
    assert store.find(Contact) == []
    assert store.find(Contact, deleted=True) == [removed]
    assert store.get(Contact, contact.id).deleted


def test_an_entry_that_is_not_ready_can_still_be_removed(store: Store, make: Make) -> None:
    family = make.family().family
    with store.saving() as saving:
        saving.remove(replace(family, name=" "))
    assert store.find(Family) == []


def test_blanks_are_not_enough_for_what_is_needed(store: Store) -> None:
    with pytest.raises(NotReady, match="Family name is needed"), store.saving() as saving:
        saving.add(Family(name="  "))


def test_a_refusal_shows_both_texts_in_the_words_of_the_lists(store: Store, make: Make) -> None:
    contact = make.contact(make.family())
    with store.saving() as saving:
        saving.change(replace(contact, channel="gate", held_on=date(2026, 11, 20)))
    with pytest.raises(ChangedMeanwhile, match="Both texts") as no, store.saving() as saving:
        saving.change(replace(contact, channel="visit"))
    assert no.value.mine == "Date: 23 Nov 2026\nHow: Home visit"
    assert no.value.theirs == "Date: 20 Nov 2026\nHow: At the gate"


def test_a_refusal_says_that_the_entry_was_removed(store: Store, make: Make) -> None:
    contact = make.contact(make.family())
    with store.saving() as saving:
        saving.remove(contact)
    with pytest.raises(ChangedMeanwhile, match="was removed"), store.saving() as saving:
        saving.change(replace(contact, facts="Mine"))


def test_a_row_given_another_family_is_stated_whole_in_that_stream(
    store: Store, make: Make
) -> None:
    khan, jones = make.family("Khan"), make.family("Jones")
    phone = make.phone(khan.adults[0])
    with store.saving() as saving:
        moved = saving.change(replace(phone, family=jones.id, value="01632 960123"))
        batch = saving.batch
    (((table, row, values, made_on),),) = bodies(store, batch)
    assert (table, row, made_on) == ("contact_point", phone.id, phone.version)
    assert values["family"] == [None, jones.id]
    assert values["value"] == [None, "01632 960123"]
    assert store.query("SELECT family FROM change WHERE id = :id", id=moved.version) == [
        (jones.id,)
    ]
    assert store.get(ContactPoint, phone.id) == moved
    assert verifying.problems(store, full=True) == []


def test_what_was_added_can_be_moved_in_the_same_save(store: Store, make: Make) -> None:
    khan, jones = make.family("Khan"), make.family("Jones")
    with store.saving() as saving:
        person = saving.add(Person(family=khan.id, surname="Khan"))
        moved = saving.change(replace(person, family=jones.id))
        batch = saving.batch
    assert store.get(Person, person.id) == moved
    assert len(bodies(store, batch)) == 1
    assert verifying.problems(store, full=True) == []


def test_the_settings_stream_is_one_change_of_its_own(store: Store, make: Make) -> None:
    made = make.family()
    with store.saving() as saving:
        saving.change(replace(store.settings, marking="Draft"))
        saving.change(replace(made.family, strengths="Laughs"))
        batch = saving.batch
    told = store.query("SELECT family FROM change WHERE batch = :batch", batch=batch)
    assert sorted(told) == sorted([(SETTINGS_STREAM,), (made.id,)])
    assert store.settings.marking == "Draft"


def test_the_kind_of_a_save_stands_in_its_changes(store: Store) -> None:
    with store.saving(Kind.IMPORT) as saving:
        saving.add(Family(name="Khan"))
    newest = store.query("SELECT kind FROM change ORDER BY clock DESC LIMIT 1")
    assert newest == [("import",)]


def test_entries_are_found_by_condition_order_and_limit(store: Store, make: Make) -> None:
    made = make.family()
    for at in ("09:00", "11:00", "10:00"):
        make.contact(made, held_at=at)
    found = store.find(
        Contact,
        "family = :family AND held_on = :day",
        order="held_at DESC",
        limit=2,
        family=made.id,
        day=TODAY.isoformat(),
    )
    assert [each.held_at for each in found] == ["11:00", "10:00"]
    assert store.first(Contact, "held_at = :at", at="07:00") is None
