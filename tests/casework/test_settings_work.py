"""What the school sets for itself: lists, dates, views; and the bin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from liaison.casework import bin as wastebin
from liaison.casework import lists, school_time, views
from liaison.casework.families import keep, remove
from liaison.errors import NotReady
from liaison.model.barrier import Adjustment
from liaison.model.contact import Contact
from liaison.model.reach import Address
from liaison.model.relationship import Relationship
from liaison.model.school_calendar import SchoolDate, SchoolDateKind
from liaison.store.store import Store
from tests.builders import TODAY, Make


def test_a_label_may_change_and_what_was_written_follows_it(store: Store) -> None:
    phone = store.choices("channel")[0]
    lists.relabel(store, phone, "Telephone")
    assert store.label("channel", "phone") == "Telephone"
    assert store.code_for("channel", "phone") == "phone"


def test_a_new_value_stands_at_the_end_and_words_are_taken_once(store: Store) -> None:
    added = lists.add_choice(store, "place", "Parents’ room")
    assert store.choices("place")[-1] == added
    for taken in ("parents room", "Library", " "):
        with pytest.raises(NotReady):
            lists.add_choice(store, "place", taken)
    with pytest.raises(NotReady, match="already"):
        lists.relabel(store, added, "Office")


def test_a_retired_value_is_offered_no_longer_but_keeps_its_words(store: Store) -> None:
    gate = next(each for each in store.choices("channel") if each.code == "gate")
    retired = lists.retire(store, gate)
    assert "gate" not in [each.code for each in store.choices("channel")]
    assert store.label("channel", "gate") == "At the gate"
    lists.retire(store, retired, retired=False)
    assert "gate" in [each.code for each in store.choices("channel")]


def test_values_stand_in_the_order_they_are_put(store: Store) -> None:
    levels = lists.every_choice(store, "level")
    lists.reorder(store, levels[::-1])
    assert [each.code for each in store.choices("level")] == ["enhanced", "targeted", "universal"]
    assert store.label("level", "unheard_of") == "unheard_of"


def test_terms_are_kept_and_do_not_overlap(store: Store) -> None:
    autumn = school_time.keep_school_date(
        store,
        SchoolDate(name="Autumn", starts_on=date(2026, 9, 2), ends_on=date(2026, 12, 18)),
    )
    school_time.keep_school_date(
        store,
        SchoolDate(kind=SchoolDateKind.INSET, name="INSET", starts_on=date(2026, 11, 27)),
    )
    assert not school_time.calendar(store).is_school_day(date(2026, 11, 27))
    assert school_time.keep_school_date(store, replace(autumn, name="Autumn term")).version
    with pytest.raises(NotReady, match="cannot overlap"):
        school_time.keep_school_date(
            store,
            SchoolDate(name="Winter", starts_on=date(2026, 12, 1), ends_on=date(2027, 2, 1)),
        )
    with pytest.raises(NotReady, match="before the first"):
        school_time.keep_school_date(
            store,
            SchoolDate(name="Back", starts_on=date(2027, 2, 1), ends_on=date(2027, 1, 1)),
        )
    with pytest.raises(NotReady, match="First day is needed"):
        school_time.keep_school_date(store, SchoolDate(name="Empty"))
    assert [each.name for each in school_time.school_dates(store)] == ["Autumn term", "INSET"]


def test_a_view_is_kept_under_its_name_once(store: Store) -> None:
    views.save_view(store, "Year 6", screen="families", filters=("year=6",))
    views.save_view(store, "year 6", screen="families", filters=("year=6", "barrier=transport"))
    views.save_view(store, "Open", screen="transitions", filters=())
    (kept,) = views.saved_views(store, "families")
    assert kept.filters == ("year=6", "barrier=transport")
    assert len(views.saved_views(store)) == 2
    views.drop_view(store, kept)
    assert views.saved_views(store, "families") == []
    with pytest.raises(NotReady, match="name"):
        views.save_view(store, " ", screen="families", filters=())


def test_the_bin_shows_what_was_put_in_last_first_and_gives_it_back(
    store: Store, make: Make
) -> None:
    made = make.family()
    contact = make.contact(made, facts="Rang about the bus.")
    barrier = make.barrier(made)
    tried = keep(store, Adjustment(family=made.id, barrier=barrier.id, kind="travel", note="Lift"))
    home = keep(store, Address(family=made.id, person=made.adults[0].id, street="Mill Lane"))
    (tie, *_) = store.find(Relationship)
    for entry in (contact, tie, home, tried, made.adults[0]):
        remove(store, entry)
    shown = wastebin.in_the_bin(store)
    assert [each.words for each in shown] == [
        "Mrs Amina Khan",
        "Lift",
        "Mill Lane",
        "",
        "Rang about the bus.",
    ]
    assert shown[-1].title == "Contact"
    wastebin.put_back(store, shown[-1].entry)
    assert [each.id for each in store.find(Contact)] == [contact.id]
    assert TODAY.year == 2026
