"""The store as casework sees it: kept, found, announced, taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liaison.errors import CannotUndo, ChangedMeanwhile, NotFound, NotReady
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.store import verifying
from liaison.store.store import Store
from tests.builders import Make


def test_an_entry_comes_back_as_it_was_kept(store: Store, make: Make) -> None:
    kept = make.contact(make.family(), facts="Zoë rang – “soon”.")
    assert store.get(Contact, kept.id) == kept


def test_an_unknown_id_is_said_in_a_sentence(store: Store) -> None:
    with pytest.raises(NotFound, match="no family"):
        store.get(Family, "nobody")


def test_a_save_is_announced_once_with_the_tables_it_touched(store: Store, make: Make) -> None:
    told: list[frozenset[str]] = []
    store.listen(told.append)
    make.family()
    assert told == [frozenset({"family", "person", "membership", "relationship"})]


def test_an_entry_with_something_missing_is_refused_and_nothing_is_kept(
    store: Store, make: Make
) -> None:
    family = make.family().family
    with pytest.raises(NotReady) as refused, store.saving() as saving:
        saving.change(replace(family, name=""))
    assert refused.value.problems == {"name": "Family name is needed."}
    assert store.get(Family, family.id).name == "Khan"


def test_a_save_on_an_older_version_is_refused_with_both_texts(store: Store, make: Make) -> None:
    first = make.family().family
    with store.saving() as saving:
        saving.change(replace(first, strengths="Theirs"))
    with pytest.raises(ChangedMeanwhile) as refused, store.saving() as saving:
        saving.change(replace(first, strengths="Mine"))
    assert "Mine" in refused.value.mine
    assert "Theirs" in refused.value.theirs


def test_undo_takes_back_the_newest_batch_and_redo_puts_it_back(store: Store, make: Make) -> None:
    made = make.family()
    kept = make.contact(made)
    store.undo()
    assert store.find(Contact) == []
    store.redo()
    assert [each.id for each in store.find(Contact)] == [kept.id]
    store.undo()
    store.undo()
    assert store.find(Family) == []
    with pytest.raises(CannotUndo, match="nothing"):
        store.undo()
    assert verifying.problems(store, full=True) == []
