"""Gate notes filed once, professionals in two fields, and whom Reception may be asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from liaison.casework.at_reception import adults_of, asked_for, children_of, somebody_else
from liaison.casework.families import keep, whole_family
from liaison.casework.gate_notes import (
    GateNote,
    drop_gate_note,
    file_gate_note,
    gate_notes,
    keep_gate_note,
)
from liaison.casework.professionals import add_professional, works_as
from liaison.casework.ring_round import TELL_THEM, absent_child
from liaison.errors import NotReady
from liaison.model.contact import About, Contact, Part
from liaison.model.family import Family, LivesThere
from liaison.model.person import Person, PersonKind
from liaison.model.relationship import Relationship
from liaison.model.restriction import What
from liaison.model.ruling import Answer
from liaison.store.store import Store
from tests.builders import TODAY, Make


def a_note(words: str = "a dad, Year 2", at: str = "08:42") -> GateNote:
    return GateNote(words, TODAY, at)


def gate_contact(family: str) -> Contact:
    return Contact(
        family=family, held_on=TODAY, channel="phone", outcome="spoke", about=About.NEUTRAL
    )


def test_gate_notes_wait_in_the_order_they_happened(store: Store) -> None:
    second = keep_gate_note(store, a_note("a gran, upset", "08:50"))
    first = keep_gate_note(store, a_note())
    keep_gate_note(store, replace(second, words="a gran, less upset"))
    assert [each.words for each in gate_notes(store)] == ["a dad, Year 2", "a gran, less upset"]
    assert gate_notes(store)[0] == first
    drop_gate_note(store, first)
    assert [each.at for each in gate_notes(store)] == ["08:50"]


def test_a_filed_note_is_a_contact_at_the_gate_at_its_own_time(store: Store, make: Make) -> None:
    made = make.family()
    note = keep_gate_note(store, a_note("Ali was sick. He is at his gran’s."))
    later = TODAY + timedelta(days=1)
    people = [(made.adults[0].id, Part.SPOKEN_TO)]
    logged = file_gate_note(store, note, gate_contact(made.id), people=people, today=later)
    kept = logged.contact
    assert (kept.channel, kept.held_on, kept.held_at) == ("gate", TODAY, "08:42")
    assert kept.facts == "Ali was sick. He is at his gran’s."
    assert store.drafts() == []
    assert gate_notes(store) == []


def test_a_note_filed_before_a_crash_does_not_wait_any_more(store: Store, make: Make) -> None:
    made = make.family()
    note = keep_gate_note(store, a_note())
    file_gate_note(store, note, gate_contact(made.id), today=TODAY)
    keep_gate_note(store, note)
    assert gate_notes(store) == []


def test_a_professional_needs_a_name_and_what_they_are(store: Store, make: Make) -> None:
    made = make.family()
    with pytest.raises(NotReady) as refused:
        add_professional(store, made.id, " ", "")
    assert set(refused.value.problems) == {"name", "role"}


def test_a_social_worker_is_tied_to_every_child_and_is_told_of_an_absence(
    store: Store, make: Make
) -> None:
    made = make.family()
    doyle = add_professional(store, made.id, "Miss Doyle", "Social worker, duty team")
    assert (doyle.name_title, doyle.surname, doyle.kind) == (
        "Miss",
        "Doyle",
        PersonKind.PROFESSIONAL,
    )
    record = whole_family(store, made.id)
    assert record.lives_there(doyle.id) is LivesThere.NO
    assert {tie.relationship for tie in record.relationships if tie.adult == doyle.id} == {
        "social_worker"
    }
    assert absent_child(store, made.children[0], on=TODAY).note == TELL_THEM


def test_a_professional_of_two_families_is_one_person(store: Store, make: Make) -> None:
    one, other = make.family("Khan"), make.family("Byrne")
    first = add_professional(store, one.id, "Grace Bell", "School nurse")
    again = add_professional(store, one.id, "grace bell", "school nurse")
    second = add_professional(store, other.id, "Grace Bell", "School nurse")
    assert first.id == again.id == second.id
    assert (first.forename, first.surname) == ("Grace", "Bell")
    (tie, *_) = store.find(Relationship, "adult = :id AND family = :f", id=first.id, f=other.id)
    assert tie.relationship == "other_professional"
    assert "School nurse" in works_as(store)


def test_three_letters_find_the_child_before_the_adult(store: Store, make: Make) -> None:
    make.family("Khan", adults=(("Mr", "Alistair", "father"),))
    assert asked_for(store, "  ", TODAY) == []
    found = asked_for(store, "ali", TODAY)
    assert [(each.name, each.line, each.child) for each in found] == [
        ("Ali Khan", "Year 3", True),
        ("Mr Alistair Khan", "Ali, Zara", False),
    ]


def test_everybody_tied_to_the_child_is_listed_and_the_dead_are_not(
    store: Store, make: Make
) -> None:
    made = make.family(
        adults=(("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father"), ("Mr", "Omar", "uncle"))
    )
    keep(store, replace(made.adults[2], died_on=TODAY))
    named = [(each.full, tie) for each, tie in adults_of(store, made.children[1].id)]
    assert named == [("Mrs Amina Khan", "mother"), ("Mr Shahid Khan", "father")]


def test_somebody_kept_from_collecting_is_listed_without_any_tie(store: Store, make: Make) -> None:
    made = make.family()
    with store.saving() as saving:
        uncle = saving.add(Person(family=made.id, name_title="Mr", forename="Omar", surname="Raz"))
    make.restriction(made, uncle, what=What.COLLECT)
    assert uncle.id in [each.id for each, _ in adults_of(store, made.children[0].id)]
    other = make.family("Byrne")
    assert uncle.id not in [each.id for each, _ in adults_of(store, other.children[0].id)]


def test_an_adult_may_have_come_for_any_child_of_the_home_but_no_leaver(
    store: Store, make: Make
) -> None:
    made = make.family()
    keep(store, replace(made.children[0], left_on=TODAY))
    assert [each.short for each in children_of(store, made.adults[0].id)] == ["Ali"]


def test_a_purged_adult_is_not_listed(store: Store, make: Make) -> None:
    made = make.family()
    with store.saving() as saving:
        saving.add(Relationship(family=made.id, child=made.children[0].id, adult="gone"))
    assert [each.id for each, _ in adults_of(store, made.children[0].id)] == [made.adults[0].id]


def test_nobody_in_the_record_is_never_told_that_they_may_collect(store: Store) -> None:
    answer = somebody_else(store, on=TODAY)
    assert answer.answer is Answer.WARN
    assert answer.sentence == "None recorded here. Check the office list."
    keep(store, replace(store.settings, office_list_checked_on=TODAY))
    assert "Office list last checked 23 Nov" in somebody_else(store, on=TODAY).sentence
    assert store.find(Family) == []
