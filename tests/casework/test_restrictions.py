"""Restrictions as they are recorded and asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.casework.families import keep, whole_family
from liaison.casework.restrictions import CHASE, collecting, restrict, ruling_for
from liaison.errors import NotFound, NotReady
from liaison.model.family import LivesThere, Membership
from liaison.model.follow_up import FollowUp, FollowUpState
from liaison.model.person import Person
from liaison.model.restriction import Force, Restriction, What
from liaison.model.ruling import DO_NOT_HAND_OVER, Answer
from liaison.store.store import Store
from tests.builders import TODAY, Make


def order(adult: str, **more: object) -> Restriction:
    given: dict[str, object] = {
        "what": What.COLLECT,
        "force": Force.COURT,
        "recorded_on": TODAY,
    }
    return Restriction(adult=adult, **(given | more))  # type: ignore[arg-type]


def test_without_a_child_it_concerns_every_family_of_the_adult(store: Store, make: Make) -> None:
    first, second = make.family(), make.family("Byrne", adults=())
    father = first.adults[0].id
    keep(store, Membership(family=second.id, person=father, lives_there=LivesThere.NO))
    kept, _ = restrict(store, order(father, seen_on=TODAY), today=TODAY)
    assert {each.family for each in kept} == {first.id, second.id}
    assert store.find(FollowUp) == []


def test_with_a_child_it_concerns_her_family_only(store: Store, make: Make) -> None:
    first, second = make.family(), make.family("Byrne", adults=())
    father = first.adults[0].id
    keep(store, Membership(family=second.id, person=father, lives_there=LivesThere.NO))
    zara = first.children[0].id
    (kept,), _ = restrict(store, order(father, seen_on=TODAY, children=(zara,)), today=TODAY)
    assert (kept.family, kept.children) == (first.id, (zara,))


def test_a_child_of_another_family_is_refused(store: Store, make: Make) -> None:
    first, second = make.family(), make.family("Byrne")
    with pytest.raises(NotFound, match="Zara Byrne is not in a family"):
        restrict(
            store,
            order(first.adults[0].id, children=(second.children[0].id,)),
            today=TODAY,
        )
    with pytest.raises(NotFound, match="not a member"):
        restrict(store, order("nobody"), today=TODAY)


def test_an_order_nobody_has_read_is_chased_within_five_school_days(
    store: Store, make: Make
) -> None:
    made = make.family()
    (kept,), warnings = restrict(store, order(made.adults[0].id), today=TODAY)
    (chase,) = store.find(FollowUp)
    assert (chase.action, chase.due, chase.source) == (CHASE, date(2026, 11, 30), kept.id)
    assert kept.chaser == "Mrs A Officer"
    assert "five school days" in warnings[0]


def test_one_order_about_several_things_is_chased_once(store: Store, make: Make) -> None:
    adult = make.family().adults[0].id
    given = order(adult, order_kind="prohibited_steps")
    kept, warnings = restrict(store, given, today=TODAY, also=(What.LETTERS, What.COLLECT))
    assert [each.what for each in kept] == [What.COLLECT, What.LETTERS]
    assert "A follow-up to ask for a copy was added." in warnings[0]
    _, warnings = restrict(store, replace(given, what=What.ADDRESS), today=TODAY)
    assert "It is being asked for." in warnings[0]
    assert len(store.find(FollowUp)) == 1


def test_another_order_and_one_no_longer_asked_for_are_chased_anew(
    store: Store, make: Make
) -> None:
    adult = make.family().adults[0].id
    restrict(store, order(adult, order_kind="prohibited_steps"), today=TODAY)
    restrict(store, order(adult, order_kind="occupation"), today=TODAY)
    assert len(store.find(FollowUp)) == 2
    with store.saving() as saving:
        for chase in store.find(FollowUp):
            saving.change(replace(chase, state=FollowUpState.NOT_NEEDED, reason="Lost."))
    restrict(store, order(adult, order_kind="occupation"), today=TODAY)
    assert len(store.find(FollowUp)) == 3


def test_a_wish_and_an_ended_order_say_what_they_are(store: Store, make: Make) -> None:
    made = make.family()
    adult = made.adults[0].id
    _, wish = restrict(store, order(adult, force=Force.WISH), today=TODAY)
    assert wish == ("A wish has no legal force: it warns and stops nothing.",)
    yesterday = TODAY - timedelta(days=1)
    _, over = restrict(store, order(adult, seen_on=yesterday, ends_on=yesterday), today=TODAY)
    assert "ended" in over[0]


def test_reception_is_never_told_that_somebody_may_collect(store: Store, make: Make) -> None:
    made = make.family()
    adult = made.adults[0].id
    none = collecting(store, adult, child=None, on=TODAY)
    assert none.sentence == "None recorded here. Check the office list."
    assert none.answer is Answer.WARN
    restrict(store, order(adult, seen_on=TODAY, read_by="Mrs Hall"), today=TODAY)
    stopped = collecting(store, adult, child=made.children[0].id, on=TODAY)
    assert stopped.answer is Answer.BLOCK
    assert stopped.sentence.startswith(DO_NOT_HAND_OVER)
    assert "read 23 Nov 2026 by Mrs Hall: Mrs Khan must not collect" in stopped.sentence


def test_the_answer_names_the_kind_of_order_in_words(store: Store, make: Make) -> None:
    made = make.family()
    adult = made.adults[0].id
    restrict(store, order(adult, seen_on=TODAY, order_kind="prohibited_steps"), today=TODAY)
    said = collecting(store, adult, child=None, on=TODAY).sentence
    assert "Kind of order: Prohibited steps." in said
    record = whole_family(store, made.id)
    assert record.order_names["prohibited_steps"] == "Prohibited steps"
    assert "prohibited_steps" not in record.names


def test_a_question_about_something_else_is_answered_allow(store: Store, make: Make) -> None:
    made = make.family()
    adult = made.adults[0].id
    restrict(store, order(adult, seen_on=TODAY), today=TODAY)
    other = ruling_for(store, made.id, adult, what=What.LETTERS, child=None, on=TODAY)
    assert other.answer is Answer.ALLOW
    assert store.get(Person, adult).surname == "Khan"


def test_a_child_is_not_restricted_and_no_order_ends_before_it_starts(
    store: Store, make: Make
) -> None:
    made = make.family()
    with pytest.raises(NotReady, match="Zara Khan is a child"):
        restrict(store, order(made.children[0].id), today=TODAY)
    backwards = {"starts_on": TODAY, "ends_on": TODAY - timedelta(days=1)}
    with pytest.raises(NotReady, match="before the first"):
        restrict(store, order(made.adults[0].id, **backwards), today=TODAY)
    assert store.find(Restriction) == []


def test_a_child_named_twice_is_kept_once(store: Store, make: Make) -> None:
    made = make.family()
    zara = made.children[0].id
    (kept,), _ = restrict(store, order(made.adults[0].id, children=(zara, zara)), today=TODAY)
    assert kept.children == (zara,)
