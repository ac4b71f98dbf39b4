"""The list of families, one family whole, and who is meant by a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.casework.families import (
    AT_ONCE,
    add_family,
    add_person,
    family_lines,
    family_list,
    keep,
    whole_family,
)
from liaison.casework.family_filters import FamilyFilter, families_wanted
from liaison.casework.finding import find_child, find_family, find_person
from liaison.casework.restrictions import ruling_for
from liaison.casework.searching import find_families
from liaison.errors import NotFound, UnknownValue
from liaison.model.family import Family, LivesThere, Membership
from liaison.model.person import Person
from liaison.model.relationship import Relationship, Responsibility
from liaison.model.restriction import What
from liaison.model.ruling import Answer
from liaison.store.store import Store
from tests.builders import TODAY, Make


def test_a_line_shows_children_with_their_year_today_and_adults_in_order_of_ringing(
    store: Store, make: Make
) -> None:
    make.family(adults=(("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")))
    (line,) = family_list(store, TODAY)
    assert [(each.name, each.year) for each in line.children] == [
        ("Ali Khan", "Year 3"),
        ("Zara Khan", "Year 6"),
    ]
    assert [(each.name, each.relationship) for each in line.adults] == [
        ("Mrs Amina Khan", "mother"),
        ("Mr Shahid Khan", "father"),
    ]
    assert line.adults[0].responsibility is Responsibility.YES


def test_the_year_shown_goes_up_in_september(store: Store, make: Make) -> None:
    make.family(children=(("Zara", "6"),))
    (line,) = family_list(store, date(2027, 9, 1))
    assert line.children[0].year == "Year 7"


@pytest.mark.parametrize("typed", ["kha", "zara", "amina k", "900412", "07700 900412"])
def test_families_are_found_by_name_child_adult_or_phone(
    store: Store, make: Make, typed: str
) -> None:
    made = make.family()
    make.phone(made.adults[0])
    make.family("Byrne", children=(("Cillian", "6"),), adults=(("Ms", "Niamh", "mother"),))
    assert [line.name for line in family_list(store, TODAY, typed)] == ["Khan"]


def test_a_leaver_and_a_colleagues_family_are_not_in_the_list(store: Store, make: Make) -> None:
    gone = make.family("Reid", adults=(("Mr", "Gary", "father"),)).family
    own = make.family("Doyle", adults=(("Ms", "Orla", "mother"),)).family
    keep(store, replace(gone, left_on=TODAY))
    keep(store, replace(own, colleague=True))
    assert family_list(store, TODAY) == []
    assert [line.name for line in family_list(store, TODAY, "doyle")] == ["Doyle"]


@pytest.mark.parametrize(
    "days",
    [
        {"starts_on": TODAY},
        {"starts_on": TODAY + timedelta(days=1)},
        {"ends_on": TODAY},
        {"ends_on": TODAY - timedelta(days=22)},
    ],
    ids=["begins today", "begins tomorrow", "ends today", "ended"],
)
def test_a_family_is_marked_while_a_restriction_of_today_says_anything_but_allow(
    store: Store, make: Make, days: dict[str, date]
) -> None:
    made = make.family()
    adult = made.adults[0].id
    kept = make.restriction(made, made.adults[0], what=What.COLLECT)
    assert family_list(store, TODAY)[0].restricted
    keep(store, replace(kept, **days))
    found = ruling_for(store, made.id, adult, what=What.COLLECT, child=None, on=TODAY)
    marked = found.answer is not Answer.ALLOW
    assert family_list(store, TODAY)[0].restricted is marked
    assert find_families(store, "khan", TODAY)[0].restricted is marked
    wanted = families_wanted(store, FamilyFilter(only="restricted"), TODAY)
    assert (made.id in (wanted or ())) is marked


def test_a_parent_with_children_in_two_homes_stands_in_both(store: Store, make: Make) -> None:
    first = make.family("Khan")
    other = make.family("Byrne", children=(("Cillian", "6"),), adults=())
    father = first.adults[0]
    keep(store, Membership(family=other.id, person=father.id, lives_there=LivesThere.NO))
    make.phone(father)
    record = whole_family(store, other.id)
    assert record.adults == (father,)
    assert [each.value for each in record.reach_of(father.id)] == ["07700 900412"]
    assert record.lives_there(father.id) is LivesThere.NO


def test_a_person_added_by_hand_has_her_tie_to_the_child(store: Store, make: Make) -> None:
    made = make.family(adults=())
    gran = add_person(
        store,
        Person(family=made.id, forename="June", surname="Khan"),
        lives_there=LivesThere.NO,
        ties=[
            Relationship(child=made.children[0].id, adult="", relationship="grandparent"),
        ],
    )
    tie = whole_family(store, made.id).relationship(gran.id)
    assert tie is not None
    assert (tie.child, tie.relationship) == (made.children[0].id, "grandparent")


def test_a_name_must_fit_exactly_one(store: Store, make: Make) -> None:
    made = make.family()
    assert find_family(store, "khan").id == made.id
    assert find_family(store, made.id).id == made.id
    assert find_child(store, "zar").id == made.children[0].id
    assert find_person(store, "mrs khan").id == made.adults[0].id
    add_family(store, "Khan")
    with pytest.raises(UnknownValue, match="more than one"):
        find_family(store, "Khan")
    with pytest.raises(NotFound, match="Nobody at all"):
        find_person(store, "Nobody at all")
    with pytest.raises(NotFound):
        find_person(store, "  ")


def test_the_lines_of_many_families_are_read_as_they_are_looked_at(store: Store) -> None:
    with store.saving() as saving:
        for number in range(3 * AT_ONCE):
            saving.add(Family(name=f"Family {number:03}"))
    read: list[str] = []
    connection = store.db.conn
    connection.set_trace_callback(lambda sql: read.append(sql) if "membership" in sql else None)
    lines = family_lines(store, TODAY)
    assert len(lines) == 3 * AT_ONCE
    assert read == []
    assert lines[0].name == "Family 000"
    assert lines[AT_ONCE - 1].name == f"Family {AT_ONCE - 1:03}"
    assert len(read) == 1
    assert lines[-1].name == f"Family {3 * AT_ONCE - 1:03}"
    assert len(read) == 2
    assert [line.name for line in lines[1:3]] == ["Family 001", "Family 002"]
    with pytest.raises(IndexError):
        lines[3 * AT_ONCE]
