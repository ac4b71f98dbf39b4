"""What happened to an entry, who looked at a family, and by whose key: in words, and complete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from liaison.casework import family_history, history
from liaison.casework.families import keep, remove
from liaison.casework.putting_right import join_families
from liaison.model.contact import ContactPerson, Part
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.key_holder import KeyHolder
from liaison.store.changes import Kind
from liaison.store.ids import new_id
from liaison.store.store import Store
from tests.builders import Make
from tests.conftest import Ticking

Working = Callable[[str], None]
ALBA, LEE = "slot-of-alba", "slot-of-lee"


def with_colleagues(store: Store) -> None:
    with store.saving(Kind.KEYS) as saving:
        for slot, name in ((ALBA, "Mrs A Officer"), (LEE, "Mr Lee")):
            holder = KeyHolder(family=SETTINGS_STREAM, slot=slot, kind="passphrase", name=name)
            saving.add(holder)


@pytest.fixture
def working_as(store: Store, monkeypatch: pytest.MonkeyPatch) -> Working:
    """Go on with another key."""

    def work(slot: str) -> None:
        monkeypatch.setattr(store.door, "_actor", slot)

    return work


def test_each_version_names_whose_key_was_used(
    store: Store, make: Make, working_as: Working
) -> None:
    made = make.family()
    with_colleagues(store)
    working_as(LEE)
    barrier = make.barrier(made, words="No car.")
    working_as(ALBA)
    barrier = keep(store, replace(barrier, words="A car now."))
    assert [each.by for each in history.history(store, barrier)] == ["Mrs A Officer", "Mr Lee"]
    assert not any(each.elsewhere for each in history.history(store, barrier))


def test_what_was_taken_back_says_by_whom_until_it_is_put_back(
    store: Store, make: Make, working_as: Working
) -> None:
    made = make.family()
    with_colleagues(store)
    working_as(LEE)
    barrier = keep(store, replace(make.barrier(made, words="No car."), words="A car now."))
    working_as(ALBA)
    store.undo()
    barrier = store.get(type(barrier), barrier.id)
    undo, changed, first = history.history(store, barrier)
    assert (undo.kind, changed.taken_back_by, first.taken_back_by) == (
        Kind.UNDO,
        "Mrs A Officer",
        "",
    )
    store.redo()
    redone = history.history(store, store.get(type(barrier), barrier.id))
    assert [each.taken_back_by for each in redone] == ["", "", "", ""]


def test_a_change_of_another_laptop_is_told_apart(store: Store, make: Make) -> None:
    made = make.family()
    barrier = make.barrier(made)
    store.door.begin_anew(new_id())
    barrier = keep(store, replace(barrier, words="A car now."))
    store.device = replace(store.device, id=store.mark.device)
    assert [each.elsewhere for each in history.history(store, barrier)] == [False, True]


def test_who_was_in_a_contact_belongs_to_its_history(store: Store, make: Make) -> None:
    made = make.family(adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])
    contact = make.contact(made)
    second = made.adults[1]
    with store.saving() as saving:
        saving.add(
            ContactPerson(family=made.id, contact=contact.id, person=second.id, part=Part.MENTIONED)
        )
    added = history.history(store, contact)[0]
    assert [(each.label, each.before, each.after) for each in added.fields] == [
        ("Person in a contact", "", f"{second.full}, {Part.MENTIONED.label}")
    ]
    assert not added.first
    row = store.find(ContactPerson, "person = :id", id=second.id)[0]
    row = keep(store, replace(row, part=Part.PRESENT))
    changed = history.history(store, contact)[0].fields[0]
    assert (changed.label, changed.before, changed.after) == (
        "Person in a contact, part",
        Part.MENTIONED.label,
        Part.PRESENT.label,
    )
    remove(store, row)
    gone = history.history(store, contact)[0].fields[0]
    assert (gone.before, gone.after) == (f"{second.full}, {Part.PRESENT.label}", "")
    store.undo()
    back = history.history(store, contact)[0].fields[0]
    assert (back.before, back.after) == ("", f"{second.full}, {Part.PRESENT.label}")


def test_people_are_named_and_those_removed_for_good_are_not_numbers(
    store: Store, make: Make
) -> None:
    made = make.family()
    person = made.adults[0]
    assert history.named(store, f"{person.id}, {new_id()}") == f"{person.full}, {history.GONE}"
    assert history.named(store, "Rang about the bus.") == "Rang about the bus."


def test_an_entry_that_was_moved_keeps_what_happened_before(store: Store, make: Make) -> None:
    one, other = make.family("Khan"), make.family("Reid")
    barrier = keep(store, replace(make.barrier(one, words="No car."), words="A car now."))
    join_families(store, other.family, one.family)
    moved = store.get(type(barrier), barrier.id)
    assert moved.family == other.id
    versions = history.history(store, moved)
    assert len(versions) == 3
    assert versions[-1].first
    assert ("Their words", "No car.", "A car now.") in [
        (each.label, each.before, each.after) for each in versions[1].fields
    ]


def test_who_looked_at_a_family_is_days_and_names(
    store: Store, make: Make, clock: Ticking, working_as: Working
) -> None:
    made, other = make.family("Khan"), make.family("Reid")
    with_colleagues(store)
    for slot, family in ((LEE, made.id), (ALBA, made.id), (LEE, made.id), (LEE, other.id)):
        working_as(slot)
        store.look(family)
        store.flush_looks()
    clock.at += timedelta(days=1)
    working_as(LEE)
    store.look(made.id)
    assert len(family_history.who_looked(store, made.id, zone=UTC)) == 1
    store.flush_looks()
    first, second = family_history.who_looked(store, made.id, zone=UTC)
    assert (first.names, second.names) == (("Mr Lee",), ("Mr Lee", "Mrs A Officer"))
    assert first.day - second.day == timedelta(days=1)
    assert first.day == date(clock.at.year, clock.at.month, clock.at.day)


def test_who_wrote_about_a_family_is_told_without_the_looks(
    store: Store, make: Make, working_as: Working
) -> None:
    made = make.family()
    with_colleagues(store)
    working_as(LEE)
    make.barrier(made)
    store.look(made.id)
    store.flush_looks()
    store.undo()
    newest, before, *_ = family_history.who_wrote(store, made.id, zone=UTC)
    assert (newest.kind, before.kind) == (Kind.UNDO, Kind.SAVE)
    assert (before.by, before.what) == ("Mr Lee", ("What gets in the way",))
    assert isinstance(before.at, datetime)
