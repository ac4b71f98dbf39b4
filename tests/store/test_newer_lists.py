"""A record made before a list was there gets it when it is opened, and keeps its own words."""

from __future__ import annotations

from dataclasses import replace

from liaison.casework.lists import relabel
from liaison.model.choice import Choice
from liaison.model.family import Family
from liaison.store import verifying
from liaison.store.newer_lists import add_newer_lists
from liaison.store.purging import purge
from liaison.store.store import Store
from tests.builders import Make


def as_before_meetings(store: Store) -> None:
    """Without the kinds of meeting, and with places that are neutral or not and no more."""
    purge(store, store.find(Choice, "list = 'meeting_kind'"))
    with store.saving() as saving:
        for each in store.find(Choice, "list = 'place'"):
            flags = tuple(flag for flag in each.flags if flag == "neutral")
            saving.change(replace(each, flags=flags))


def test_a_missing_list_is_added_and_a_place_learns_what_it_is(store: Store) -> None:
    before = {(each.list, each.code): each.flags for each in store.find(Choice)}
    as_before_meetings(store)
    assert not store.flagged("place", "head_office", "formal")
    relabel(store, store.find(Choice, "code = 'library'")[0], "Book corner")
    add_newer_lists(store)
    after = {(each.list, each.code): set(each.flags) for each in store.find(Choice)}
    assert after == {key: set(flags) for key, flags in before.items()}
    assert store.label("place", "library") == "Book corner"
    assert verifying.problems(store, full=True) == []


def test_a_value_that_came_later_is_added_and_one_the_school_took_out_stays_out(
    store: Store,
) -> None:
    purge(store, store.find(Choice, "code = 'return_review'"))
    with store.saving() as saving:
        saving.remove(store.find(Choice, "code = 'pep'")[0])
    add_newer_lists(store)
    codes = [each.code for each in store.choices("meeting_kind")]
    assert "return_review" in codes
    assert "pep" not in codes


def test_nothing_is_written_where_nothing_is_missing(store: Store) -> None:
    before = store.mark
    add_newer_lists(store)
    assert store.mark == before


def test_undo_takes_back_what_the_officer_did_and_not_the_lists(store: Store, make: Make) -> None:
    as_before_meetings(store)
    make.family()
    add_newer_lists(store)
    store.undo()
    assert store.find(Family) == []
    assert store.find(Choice, "list = 'meeting_kind'")


def test_a_record_without_the_list_can_be_read_all_the_same(store: Store) -> None:
    as_before_meetings(store)
    assert store.label("meeting_kind", "honest") == "Honest conversation"
    assert store.flagged("meeting_kind", "honest", "unnamed")
    assert store.code_for("meeting_kind", "attendance c") == "contract"
