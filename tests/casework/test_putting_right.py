"""An import's guess put right, and taken back again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liaison.casework.families import family_list, keep, whole_family
from liaison.casework.putting_right import (
    join_families,
    move_child,
    same_person,
    split_family,
)
from liaison.errors import NotReady
from liaison.model.contact import ContactPerson, Part
from liaison.model.family import Family, LivesThere, Membership
from liaison.model.person import Person
from liaison.model.restriction import Restriction
from liaison.store import verifying
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make


def shape(store: Store) -> dict[str, tuple[list[str], list[str]]]:
    """Each family with its children and adults."""
    return {
        line.name: (
            sorted(each.name for each in line.children),
            sorted(each.name for each in line.adults),
        )
        for line in family_list(store, TODAY)
    }


def khan_and_byrne(make: Make) -> tuple[Made, Made]:
    khan = make.family()
    byrne = make.family("Byrne", children=(("Cillian", "6"),), adults=(("Ms", "Niamh", "mother"),))
    return khan, byrne


def test_a_moved_child_takes_her_adults_her_worry_and_her_restriction_along(
    store: Store, make: Make
) -> None:
    khan, byrne = khan_and_byrne(make)
    before = shape(store)
    worry = make.concern(khan)
    make.contact(khan)
    make.restriction(khan, khan.adults[0])
    zara = khan.children[0]
    move_child(store, zara, to=byrne.id)
    assert shape(store) == {
        "Byrne": (["Cillian Byrne", "Zara Khan"], ["Mrs Amina Khan", "Ms Niamh Byrne"]),
        "Khan": (["Ali Khan"], ["Mrs Amina Khan"]),
    }
    record = whole_family(store, byrne.id)
    assert [each.id for each in record.concerns] == [worry.id]
    assert [each.children for each in record.restrictions] == [(zara.id,)]
    assert record.lives_there(zara.id) is LivesThere.YES
    assert record.lives_there(khan.adults[0].id) is LivesThere.NOT_KNOWN
    assert len(whole_family(store, khan.id).contacts) == 1
    store.undo()
    assert shape(store) == before
    assert verifying.problems(store, full=True) == []


def test_a_child_is_moved_only_where_she_is_not(store: Store, make: Make) -> None:
    khan, byrne = khan_and_byrne(make)
    with pytest.raises(NotReady, match="already"):
        move_child(store, khan.children[0], to=khan.id)
    with pytest.raises(NotReady, match="Only a child"):
        move_child(store, khan.adults[0], to=byrne.id)


def test_a_family_is_split_and_its_mother_is_in_both(store: Store, make: Make) -> None:
    khan = make.family(children=(("Zara", "6"), ("Ali", "3"), ("Noor", "1")))
    split_family(store, khan.children[1:], name="Khan (Mill Lane)")
    assert shape(store) == {
        "Khan": (["Zara Khan"], ["Mrs Amina Khan"]),
        "Khan (Mill Lane)": (["Ali Khan", "Noor Khan"], ["Mrs Amina Khan"]),
    }
    store.undo()
    assert shape(store) == {"Khan": (["Ali Khan", "Noor Khan", "Zara Khan"], ["Mrs Amina Khan"])}


def test_a_split_leaves_somebody_on_each_side(store: Store, make: Make) -> None:
    khan = make.family()
    with pytest.raises(NotReady, match="at least one"):
        split_family(store, [], name="Nobody")
    with pytest.raises(NotReady, match="has to stay"):
        split_family(store, khan.children, name="Everybody")


def test_two_families_joined_keep_everything_once(store: Store, make: Make) -> None:
    khan, byrne = khan_and_byrne(make)
    keep(store, replace(khan.family, strengths="Reads every night."))
    keep(store, replace(byrne.family, strengths="Great with animals."))
    keep(
        store,
        Membership(family=byrne.id, person=khan.adults[0].id, lives_there=LivesThere.NO),
    )
    make.contact(byrne, facts="Met at the gate.")
    before = shape(store)
    joined = join_families(store, store.get(Family, khan.id), store.get(Family, byrne.id))
    assert joined.strengths == "Reads every night.\nGreat with animals."
    assert shape(store) == {
        "Khan": (
            ["Ali Khan", "Cillian Byrne", "Zara Khan"],
            ["Mrs Amina Khan", "Ms Niamh Byrne"],
        )
    }
    assert [each.facts for each in whole_family(store, khan.id).contacts] == ["Met at the gate."]
    assert verifying.problems(store, full=True) == []
    store.undo()
    assert shape(store) == before
    with pytest.raises(NotReady, match="different"):
        join_families(store, khan.family, khan.family)


def test_one_person_of_two_entries_answers_to_all_that_named_either(
    store: Store, make: Make
) -> None:
    khan, byrne = khan_and_byrne(make)
    amina, niamh = khan.adults[0], byrne.adults[0]
    make.phone(niamh, "07700 900777")
    make.contact(byrne, people=[(niamh, Part.SPOKEN_TO)])
    make.restriction(byrne, niamh)
    keep(store, Membership(family=khan.id, person=niamh.id))
    niamh = keep(store, replace(niamh, known_as="Neve"))
    kept = same_person(store, amina, niamh)
    assert (kept.forename, kept.known_as) == ("Amina", "Neve")
    record = whole_family(store, byrne.id)
    assert [each.id for each in record.adults] == [amina.id]
    assert [each.value for each in record.reach_of(amina.id)] == ["07700 900777"]
    assert {each.person for each in store.find(ContactPerson)} == {amina.id}
    assert [each.adult for each in store.find(Restriction)] == [amina.id]
    assert len(store.find(Membership, "person = :id", id=amina.id)) == 2
    store.undo()
    assert {each.person for each in store.find(ContactPerson)} == {niamh.id}


def test_a_child_of_two_entries_keeps_one_tie_to_her_mother(store: Store, make: Make) -> None:
    khan = make.family()
    zara, ali = khan.children
    make.restriction(khan, khan.adults[0])
    narrow = keep(store, replace(make.restriction(khan, khan.adults[0]), children=(ali.id,)))
    same_person(store, zara, ali)
    record = whole_family(store, khan.id)
    assert [each.child for each in record.relationships] == [zara.id]
    assert store.get(Restriction, narrow.id).children == (zara.id,)


def test_a_child_and_an_adult_are_never_the_same(store: Store, make: Make) -> None:
    khan = make.family()
    with pytest.raises(NotReady, match="cannot be the same"):
        same_person(store, khan.adults[0], khan.children[0])
    with pytest.raises(NotReady, match="different"):
        same_person(store, khan.adults[0], khan.adults[0])
    assert isinstance(khan.adults[0], Person)
