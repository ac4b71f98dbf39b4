"""The timeline shows every dated thing, and never a DSL pointer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from liaison.casework import barriers, copies, follow_ups, transitions
from liaison.casework.families import keep, remove, whole_family
from liaison.casework.timeline import timeline
from liaison.model.barrier import Adjustment, Barrier, BarrierState
from liaison.model.contact import About, Direction, Part
from liaison.model.dsl import DslPointer
from liaison.model.family_record import FamilyRecord
from liaison.model.settings import SharingLog
from liaison.model.transition import ConcernState, TransitionConcern
from liaison.store.store import Store
from tests.builders import TODAY, Make


def test_each_kind_of_dated_entry_appears_once_and_a_pointer_never(
    store: Store, make: Make
) -> None:
    made = make.family()
    make.contact(made, about=About.PRAISE, people=[(made.adults[0], Part.SPOKEN_TO)])
    make.follow_up(made, due=TODAY + timedelta(days=2))
    barrier = make.barrier(made)
    barriers.add_adjustment(
        store, Adjustment(family=made.id, barrier=barrier.id, kind="travel"), today=TODAY
    )
    make.concern(made)
    make.restriction(made, made.adults[0])
    keep(store, DslPointer(family=made.id, told_on=TODAY, told="Mr Unmistakable"))
    shown = timeline(whole_family(store, made.id), store.label)
    assert sorted(each.kind for each in shown) == [
        "adjustment",
        "barrier",
        "contact",
        "follow_up",
        "restriction",
        "transition_concern",
    ]
    assert "Unmistakable" not in repr(shown)
    assert shown[0].kind == "follow_up"
    (contact,) = (each for each in shown if each.kind == "contact")
    assert (contact.title, contact.chip, contact.tone) == (
        "Phone call to Mrs Khan",
        "Good news",
        "praise",
    )


def test_an_attempt_says_its_outcome(store: Store, make: Make) -> None:
    made = make.family()
    make.contact(made, facts="", about=None, outcome="no_answer", channel="gate")
    (shown,) = timeline(whole_family(store, made.id), store.label)
    assert (shown.title, shown.line, shown.chip) == ("At the gate", "No answer", "No answer")


def test_a_follow_up_that_ended_without_a_contact_stands_on_its_day(
    store: Store, make: Make
) -> None:
    made = make.family()
    dropped = make.follow_up(made, "Ring", TODAY + timedelta(days=9))
    follow_ups.not_needed(store, dropped, reason="Moved away", today=TODAY)
    done = make.follow_up(made, "Send the letter")
    follow_ups.complete(store, done, today=TODAY)
    shown = timeline(whole_family(store, made.id), store.label)
    assert {(each.kind, each.day) for each in shown} == {("follow_up", TODAY), ("contact", TODAY)}


def test_states_move_on_and_the_bin_takes_an_entry_off_the_timeline(
    store: Store, make: Make
) -> None:
    made = make.family()
    barrier = barriers.add_barrier(store, Barrier(family=made.id, kind="cost"), today=TODAY)
    assert barrier.since == TODAY
    eased = barriers.change_state(store, barrier, BarrierState.EASING, today=TODAY)
    concern = transitions.add_concern(
        store,
        TransitionConcern(
            family=made.id,
            child=made.children[0].id,
            move="year_6_to_7",
            domain="journey",
            level="universal",
        ),
        today=TODAY,
    )
    assert concern.owner == "Mrs A Officer"
    moved = transitions.change_state(store, concern, ConcernState.MOVED)
    assert moved.state is ConcernState.MOVED
    remove(store, eased)
    shown = timeline(whole_family(store, made.id), store.label)
    assert [each.kind for each in shown] == ["transition_concern"]


def test_a_copy_noted_cannot_be_taken_back(store: Store, make: Make) -> None:
    made = make.family()
    told = copies.CopyMade(
        family=made.id, sheet="family_summary", wish=copies.Wish(), pages=1, digest="0"
    )
    copies.note_copy(store, told, way="printed", at=store.now())
    store.undo()
    assert len(store.find(SharingLog)) == 1


@pytest.mark.parametrize(
    ("channel", "direction", "title"),
    [
        ("letter", Direction.WE, "Letter to Mrs Khan"),
        ("email", Direction.THEY, "E-mail from Mrs Khan"),
        ("phone", Direction.BOTH, "Phone call with Mrs Khan"),
        ("gate", Direction.THEY, "At the gate with Mrs Khan"),
    ],
)
def test_what_is_sent_goes_to_or_comes_from_somebody(
    store: Store, make: Make, channel: str, direction: Direction, title: str
) -> None:
    made = make.family()
    contact = make.contact(made, channel=channel, people=[(made.adults[0], Part.SPOKEN_TO)])
    keep(store, replace(contact, direction=direction))
    (shown,) = timeline(whole_family(store, made.id), store.label)
    assert shown.title == title


def test_what_has_no_date_is_not_on_the_timeline(make: Make) -> None:
    made = make.family()
    record = FamilyRecord(
        family=made.family,
        barriers=(Barrier(kind="cost"),),
        adjustments=(Adjustment(barrier="b", kind="travel"),),
        concerns=(
            TransitionConcern(child="c", move="year_6_to_7", domain="journey", level="universal"),
        ),
    )
    assert timeline(record, lambda _list, code: code) == []
