"""Undo and redo, as far back as there was something, and never over what was changed since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.errors import CannotUndo
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.model.person import Person
from liaison.model.reach import ContactPoint
from liaison.model.settings import SharingLog
from liaison.store import taking_back, verifying
from liaison.store.changes import Kind
from liaison.store.purging import purge, rehome
from liaison.store.record import memory_store
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.conftest import Ticking, oakfield
from tests.quick import seconds_of


def sound(store: Store) -> bool:
    return verifying.problems(store, full=True) == []


def standing(store: Store) -> dict[str, dict[str, object]]:
    """What an officer sees of families, people and contacts: versions left out."""
    return {
        cls.table: {each.id: replace(each, version="") for each in store.find(cls)}
        for cls in (Family, Person, Contact, ContactPoint)
    }


def test_undo_of_a_correction_brings_the_words_back(store: Store, make: Make) -> None:
    contact = make.contact(make.family(), facts="Before")
    with store.saving() as saving:
        saving.change(replace(contact, facts="After"))
    done = store.undo()
    assert done.changes == 1
    assert store.get(Contact, contact.id).facts == "Before"
    store.redo()
    assert store.get(Contact, contact.id).facts == "After"


def test_undo_of_a_removal_brings_the_entry_back(store: Store, make: Make) -> None:
    contact = make.contact(make.family())
    with store.saving() as saving:
        saving.remove(contact)
    store.undo()
    assert [each.id for each in store.find(Contact)] == [contact.id]


def test_corrections_of_one_entry_are_taken_back_one_after_the_other(
    store: Store, make: Make
) -> None:
    contact = make.contact(make.family(), facts="First")
    for facts in ("Second", "Third", "Fourth"):
        with store.saving() as saving:
            contact = saving.change(replace(contact, facts=facts))
    seen = []
    for _ in range(3):
        store.undo()
        seen.append(store.get(Contact, contact.id).facts)
    store.redo()
    store.redo()
    store.undo()
    assert seen == ["Third", "Second", "First"]
    assert store.get(Contact, contact.id).facts == "Second"
    store.undo()
    store.undo()
    assert store.find(Contact) == []
    for _ in range(4):
        store.redo()
    assert store.get(Contact, contact.id).facts == "Fourth"
    assert sound(store)


def test_a_batch_over_two_families_is_taken_back_as_one(store: Store, make: Make) -> None:
    khan, jones = make.family("Khan"), make.family("Jones")
    before = standing(store)
    with store.saving() as saving:
        saving.change(replace(khan.family, strengths="One"))
        saving.change(replace(jones.family, strengths="Two"))
    assert store.undo().changes == 2
    assert standing(store) == before
    assert store.can_undo().endswith("(Jones)")


def test_an_undo_is_announced_like_a_save(store: Store, make: Make) -> None:
    make.contact(make.family())
    told: list[frozenset[str]] = []
    store.listen(told.append)
    store.undo()
    assert told == [frozenset({"contact"})]


def test_undo_walks_back_and_redo_walks_forward_again(store: Store, make: Make) -> None:
    states = [standing(store)]
    made = make.family()
    states.append(standing(store))
    for facts in ("One", "Two", "Three"):
        make.contact(made, facts=facts)
        states.append(standing(store))
    for expected in reversed(states[:-1]):
        store.undo()
        assert standing(store) == expected
    for expected in states[1:]:
        store.redo()
        assert standing(store) == expected
    with pytest.raises(CannotUndo, match="nothing to put back"):
        store.redo()
    assert sound(store)


def test_nothing_is_put_back_after_a_new_save(store: Store, make: Make) -> None:
    made = make.family()
    make.contact(made)
    store.undo()
    make.contact(made, facts="Something else")
    assert store.can_redo() == ""
    with pytest.raises(CannotUndo, match="nothing to put back"):
        store.redo()


def test_what_was_put_back_can_be_taken_back_again(store: Store, make: Make) -> None:
    make.family()
    for _ in range(3):
        store.undo()
        assert store.find(Family) == []
        store.redo()
        assert len(store.find(Family)) == 1
    assert sound(store)


def test_looks_copies_and_restores_are_passed_over(store: Store, make: Make) -> None:
    made = make.family()
    contact = make.contact(made)
    store.look(made.id)
    store.flush_looks()
    with store.saving(Kind.SHARE) as saving:
        saving.add(SharingLog(family=made.id, made_on=TODAY, sheet="summary", audience="staff"))
    store.undo()
    assert store.find(Contact) == []
    assert store.find(SharingLog) != []
    store.redo()
    assert [each.id for each in store.find(Contact)] == [contact.id]


def test_undo_is_still_there_after_closing_and_opening(clock: Ticking) -> None:
    store = memory_store(oakfield(), now=clock)
    made = Make(store).family()
    again = Store(store.db.conn, actor="", place=":memory:", machine="", now=clock)
    again.undo()
    assert again.find(Family) == []
    again = Store(store.db.conn, actor="", place=":memory:", machine="", now=clock)
    again.redo()
    assert [each.id for each in again.find(Family)] == [made.id]
    assert sound(again)
    store.close()


def test_what_was_changed_since_is_named_and_nothing_is_taken_back(
    store: Store, make: Make
) -> None:
    made = make.family()
    contact = make.contact(made)
    with store.saving(Kind.SHARE) as saving:
        saving.change(replace(contact, facts="Changed by something that is not taken back"))
    before = standing(store)
    with pytest.raises(CannotUndo, match=r"changed since: contact of the family Khan. Nothing"):
        store.undo()
    assert standing(store) == before


def test_a_long_list_of_what_was_changed_since_is_cut_short(store: Store, make: Make) -> None:
    with store.saving() as saving:
        names = ("Ash", "Birch", "Cedar", "Elm", "Fir")
        made = [saving.add(Family(name=name)) for name in names]
    with store.saving(Kind.SHARE) as saving:
        for family in made:
            saving.change(replace(family, strengths="Since"))
    with pytest.raises(CannotUndo, match=r"family of the family .*, 2 more. Nothing"):
        store.undo()


def test_what_was_purged_since_cannot_be_taken_back(store: Store, make: Make) -> None:
    made = make.family()
    contact = make.contact(made)
    purge(store, [contact])
    with pytest.raises(CannotUndo, match="removed for good"):
        store.undo()
    assert sound(store)


def test_undo_of_a_rehoming_puts_every_row_back_in_its_family(store: Store, make: Make) -> None:
    khan, jones = make.family("Khan"), make.family("Jones", children=(), adults=())
    amina = khan.adults[0]
    phone = make.phone(amina)
    with store.saving() as saving:
        saving.change(replace(phone, also_seen_by="her sister"))
    before = standing(store)
    rehome(store, amina, jones.id)
    after = standing(store)
    assert store.get(ContactPoint, phone.id).family == jones.id
    store.undo()
    assert standing(store) == before
    assert store.get(Person, amina.id).family == khan.id
    store.redo()
    assert standing(store) == after
    store.undo()
    assert standing(store) == before
    assert sound(store)


def test_a_rehoming_cannot_be_taken_back_after_a_purge_that_stated_her_again(
    store: Store, make: Make
) -> None:
    khan = make.family("Khan", adults=(("Mrs", "Amina", "mother"), ("Mr", "Omar", "father")))
    jones = make.family("Jones")
    amina, omar = khan.adults
    rehome(store, amina, jones.id)
    purge(store, [omar])
    with pytest.raises(CannotUndo, match="person of the family Jones"):
        store.undo()
    assert store.get(Person, amina.id).family == jones.id
    assert sound(store)


def test_the_words_say_what_undo_and_redo_would_do(store: Store, make: Make) -> None:
    assert store.can_undo() == store.can_redo() == ""
    made = make.family()
    make.contact(made)
    assert store.can_undo() == "contact (Khan)"
    store.undo()
    assert store.can_redo() == "contact (Khan)"
    assert store.can_undo() == "family, person, member of the family, 1 more (Khan)"
    with store.saving() as saving:
        saving.change(replace(store.settings, marking="Draft"))
    assert store.can_undo() == "settings"


def test_an_import_of_500_families_is_taken_back_and_put_back(store: Store) -> None:
    with store.saving(Kind.IMPORT) as saving:
        for number in range(500):
            family = saving.add(Family(name=f"Family {number}"))
            saving.add(Person(family=family.id, forename="Zara", surname=f"Family {number}"))
    imported = standing(store)
    assert store.can_undo() == "import of 500 families"
    assert store.undo().changes == 500
    assert store.find(Person) == store.find(Family) == []
    assert store.search("zara") == []
    store.redo()
    assert standing(store) == imported
    assert sound(store)


def test_undo_reads_only_as_much_of_a_long_log_as_it_must(store: Store, make: Make) -> None:
    last = make.contact(make.family())
    columns = "batch, device, number, clock, actor, family, schema, kind, body, digest, previous"
    with store.door.transaction():
        store.db.execute(
            "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 100000) "
            f"INSERT INTO change (id, {columns}) SELECT 'old' || n, 'b' || n, 'd', n, "
            "printf('%013d-0000', n), '', 'f', 1, 'save', '[]', '', '' FROM n"
        )
        store.db.execute("UPDATE change SET mac = '' WHERE mac IS NULL")
    (batch,) = store.query("SELECT batch FROM change WHERE id = :id", id=last.version)
    assert taking_back.next_undo(store) == batch[0]
    assert taking_back.next_redo(store) == ""
    assert seconds_of(lambda: taking_back.next_undo(store)) < 0.05
    assert seconds_of(lambda: taking_back.next_redo(store)) < 0.05


STEPS = st.lists(
    st.sampled_from(["family", "contact", "correct", "remove", "undo", "redo", "look", "move"]),
    min_size=1,
    max_size=14,
)


@given(STEPS)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_done_the_tables_are_what_the_log_says(steps: list[str]) -> None:
    store = memory_store(oakfield(), now=Ticking())
    make = Make(store)
    first, other = make.family("Khan"), make.family("Jones")
    for number, step in enumerate(steps):
        _do(store, make, step, number, (first.id, other.id))
    for _ in steps:
        _undone_and_back(store, "undo", standing(store))
    assert verifying.problems(store, full=True) == []
    store.close()


def _do(
    store: Store,
    make: Make,
    step: str,
    number: int,
    families: tuple[str, str],
) -> None:
    before = standing(store)
    contacts = store.find(Contact)
    if step in ("undo", "redo"):
        _undone_and_back(store, step, before)
        return
    todo: dict[str, Callable[[], object]] = {
        "family": lambda: make.family(f"Family {number}"),
        "look": lambda: store.look(families[0]),
        "contact": lambda: _contact(store, families[0], number),
        "correct": lambda: [_correct(store, each, number) for each in contacts[:1]],
        "remove": lambda: [_remove(store, each) for each in contacts[:1]],
        "move": lambda: [rehome(store, each, families[number % 2]) for each in _adults(store)],
    }
    todo[step]()


def _undone_and_back(store: Store, step: str, before: dict[str, dict[str, object]]) -> None:
    do, back = (store.undo, store.redo) if step == "undo" else (store.redo, store.undo)
    try:
        do()
    except CannotUndo as nothing:
        assert "nothing to" in str(nothing)  # noqa: PT017 - most of the time it succeeds
        assert standing(store) == before
        return
    after = standing(store)
    back()
    assert standing(store) == before
    do()
    assert standing(store) == after


def _contact(store: Store, family: str, number: int) -> None:
    with store.saving() as saving:
        saving.add(
            Contact(
                family=family, held_on=TODAY, channel="phone", outcome="spoke", facts=f"No {number}"
            )
        )


def _correct(store: Store, contact: Contact, number: int) -> None:
    with store.saving() as saving:
        saving.change(replace(contact, facts=f"Corrected {number}"))


def _remove(store: Store, contact: Contact) -> None:
    with store.saving() as saving:
        saving.remove(contact)


def _adults(store: Store) -> list[Person]:
    return store.find(Person, "forename = 'Amina'", limit=1)
