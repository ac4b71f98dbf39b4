"""A Monday: the ring-round, a visit, a slip, a copy for another system, and an entry's history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from liaison.casework import history, telling_the_dsl, visits
from liaison.casework.copying_out import contact_text
from liaison.casework.families import keep, remove, whole_family
from liaison.casework.ring_round import TELL_THEM, absent_child, outcome_of_try, ring_round
from liaison.errors import NotReady
from liaison.model.contact import About, Part
from liaison.model.dsl import DslPointer, DslSlip
from liaison.model.relationship import Relationship, Responsibility
from liaison.model.restriction import Force
from liaison.model.visit import HomeVisit
from liaison.store.changes import Kind
from liaison.store.drafts import Draft
from liaison.store.store import Store
from tests.builders import TODAY, Make


def test_pasted_names_become_numbers_to_try_in_their_order(store: Store, make: Make) -> None:
    made = make.family(adults=(("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")))
    make.phone(made.adults[1], "07700 900002")
    make.phone(made.adults[0], "07700 900001")
    found = ring_round(store, "Khan, Zara  6RQ\nAli Khan\n\nNobody At All\n", on=TODAY)
    assert [each.child.forename for each in found.absent] == ["Zara", "Ali"]
    assert [each.value for each in found.absent[0].numbers] == ["07700 900001", "07700 900002"]
    assert [line for line, _ in found.unknown] == ["Nobody At All"]


@pytest.mark.parametrize(
    "line", ["Khan Zara", "Khan\tZara\t6RQ", "Zara\tKhan\t6RQ", "Khan  Zara  6RQ", "Khan Zara 6RQ"]
)
def test_a_pasted_line_may_put_the_surname_first(store: Store, make: Make, line: str) -> None:
    make.family()
    assert [each.child.forename for each in ring_round(store, line, on=TODAY).absent] == ["Zara"]


def test_a_surname_alone_in_its_column_is_nobody_elses_first_name(store: Store, make: Make) -> None:
    make.family()
    assert ring_round(store, "Ali\tNobody\t6RQ", on=TODAY).absent == ()


def test_a_restricted_adult_is_never_a_number_to_try(store: Store, make: Make) -> None:
    made = make.family(adults=(("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")))
    for adult in made.adults:
        make.phone(adult)
    make.restriction(made, made.adults[1])
    absent = absent_child(store, made.children[0], on=TODAY)
    assert [each.adult.forename for each in absent.numbers] == ["Amina"]


def test_a_wish_and_no_responsibility_are_said_beside_the_number(store: Store, make: Make) -> None:
    made = make.family(adults=(("Mrs", "Amina", "mother"), ("Ms", "June", "grandparent")))
    for adult in made.adults:
        make.phone(adult)
    make.restriction(made, made.adults[0], force=Force.WISH)
    for tie in store.find(Relationship, "adult = :id", id=made.adults[1].id):
        keep(store, replace(tie, responsibility=Responsibility.NO))
    zara = keep(store, replace(made.children[0], looked_after=True))
    absent = absent_child(store, zara, on=TODAY)
    assert absent.note == TELL_THEM
    assert "Asked by" in absent.numbers[0].warning
    assert "No responsibility" in absent.numbers[1].warning


def test_somebody_who_died_is_not_rung(store: Store, make: Make) -> None:
    made = make.family()
    make.phone(made.adults[0])
    keep(store, replace(made.adults[0], died_on=TODAY))
    assert absent_child(store, made.children[0], on=TODAY).numbers == ()


def test_each_try_is_a_contact_about_attendance(store: Store, make: Make) -> None:
    made = make.family()
    make.phone(made.adults[0])
    absent = absent_child(store, made.children[0], on=TODAY)
    kept = outcome_of_try(store, absent, absent.numbers[0], "no_answer", today=TODAY, at="09:16")
    assert (kept.outcome, kept.purposes, kept.held_at) == ("no_answer", ("attendance",), "09:16")
    parts = {each.person: each.part for each in whole_family(store, made.id).contact_people}
    assert parts == {made.adults[0].id: Part.MENTIONED, made.children[0].id: Part.SUBJECT}


def test_nobody_watches_for_herself_and_time_runs_forward(store: Store, make: Make) -> None:
    made = make.family()
    visit = HomeVisit(
        family=made.id,
        going_on=TODAY,
        leaves_at="10:00",
        due_back_at="09:00",
        officer="Mrs A Officer",
        watcher="mrs a officer",
    )
    with pytest.raises(NotReady) as refused:
        visits.set_out(store, visit)
    assert set(refused.value.problems) == {"watcher", "due_back_at"}
    out = visits.set_out(store, replace(visit, due_back_at="11:00", watcher="Mr Lee"))
    assert not visits.is_overdue(out, on=TODAY, at="10:59")
    assert visits.is_overdue(out, on=TODAY, at="11:01")
    assert visits.is_overdue(out, on=TODAY + timedelta(days=1), at="08:00")
    back = visits.came_back(store, out, at="10:50")
    assert not visits.is_overdue(back, on=TODAY, at="11:01")


def test_a_confirmed_slip_throws_its_draft_away_and_leaves_a_pointer(
    store: Store, make: Make
) -> None:
    made = make.family()
    store.keep_draft(Draft("d1", "dsl", made.id, "exact words"))
    slip = telling_the_dsl.hand_over_slip(
        store, DslSlip(family=made.id, written_on=TODAY, draft="d1")
    )
    with pytest.raises(NotReady, match="who confirmed"):
        telling_the_dsl.confirm_slip(store, slip, by=" ", on=TODAY)
    assert telling_the_dsl.unconfirmed(store) == [slip]
    telling_the_dsl.confirm_slip(
        store,
        slip,
        by="Mrs Hall",
        on=TODAY,
        pointer=DslPointer(family=made.id, told_on=TODAY, told="Mrs Hall"),
    )
    assert store.drafts() == []
    assert telling_the_dsl.unconfirmed(store) == []
    bodies = [row[0] for row in store.query("SELECT body FROM change")]
    assert not any("exact words" in body for body in bodies)


def test_a_copy_for_another_system_has_no_view_and_no_label(store: Store, make: Make) -> None:
    made = make.family()
    contact = make.contact(
        made,
        facts="Asked about the bus.",
        held_at="15:30",
        about=About.CONCERN,
        people=[(made.adults[0], Part.SPOKEN_TO)],
    )
    contact = keep(
        store, replace(contact, words="Who waits?", view="UNSEEN", agreed="We will find out.")
    )
    assert contact_text(store, contact, whole_family(store, made.id)).splitlines() == [
        "Monday 23 November 2026, 3:30pm. Phone call to Mrs Khan.",
        "Outcome: Spoke.",
        "Asked about the bus.",
        "In their words: “Who waits?”",
        "Agreed: We will find out.",
        "Mrs A Officer, Family Liaison Officer",
    ]
    bare = keep(store, replace(contact, facts="", words="", agreed="", held_at=""))
    keep(store, replace(store.settings, officer="", officer_role=""))
    assert len(contact_text(store, bare, whole_family(store, made.id)).splitlines()) == 2


def test_the_history_of_an_entry_tells_every_version_in_words(store: Store, make: Make) -> None:
    made = make.family()
    contact = make.contact(made, facts="Rang about the bus.")
    contact = keep(store, replace(contact, facts="Rang about the train.", channel="text"))
    remove(store, contact)
    store.undo()
    contact = store.get(type(contact), contact.id)
    versions = history.history(store, contact)
    assert [each.kind for each in versions] == [Kind.UNDO, Kind.SAVE, Kind.SAVE, Kind.SAVE]
    assert [each.first for each in versions] == [False, False, False, True]
    changed = {each.label: (each.before, each.after) for each in versions[2].fields}
    assert changed == {
        "How": ("Phone call", "Text message"),
        "Seen or said": ("Rang about the bus.", "Rang about the train."),
    }
    assert [(each.before, each.after) for each in versions[0].fields] == [("In the bin", "In use")]
    assert versions[0].at > versions[3].at
