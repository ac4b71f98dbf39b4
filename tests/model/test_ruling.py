"""What a restriction allows: every force, every outlet, before, during and after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.model.restriction import Force, Restriction, What
from liaison.model.ruling import (
    DO_NOT_HAND_OVER,
    NONE_RECORDED,
    Answer,
    Ruling,
    answer_of,
    banner,
    heading,
    held_until,
    may_collect,
    ruling,
)

MONDAY = date(2026, 11, 23)
NAMES = {"khan": "Mr Khan", "zara": "Zara", "prohibited_steps": "Prohibited steps order"}


def restriction(
    what: What = What.COLLECT, force: Force = Force.COURT, **more: object
) -> Restriction:
    blank = Restriction(
        adult="khan", what=what, force=force, recorded_on=MONDAY, seen_on=date(2026, 9, 3)
    )
    return replace(blank, **more)  # type: ignore[arg-type]


def answer(what: What, force: Force, *, on: date = MONDAY, **more: object) -> Answer:
    return answer_of(restriction(what, force, **more), on=on, names=NAMES).answer


def collect(*restrictions: Restriction, checked: date | None = None, on: date = MONDAY) -> Ruling:
    return may_collect(
        restrictions,
        adult="khan",
        child="zara",
        on=on,
        names=NAMES,
        office_list_checked_on=checked,
    )


@pytest.mark.parametrize("what", What)
def test_a_court_order_that_was_read_blocks_what_it_covers(what: What) -> None:
    assert answer(what, Force.COURT) is Answer.BLOCK


@pytest.mark.parametrize("what", What)
def test_a_wish_warns_and_has_no_force(what: What) -> None:
    found = answer_of(restriction(what, Force.WISH), on=MONDAY, names=NAMES)
    assert found.answer is Answer.WARN
    assert "A wish: it has no legal force." in found.sentence


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (What.CONTACT, Answer.BLOCK),
        (What.ATTEND, Answer.BLOCK),
        (What.COLLECT, Answer.WARN),
        (What.ADDRESS, Answer.WARN),
        (What.LETTERS, Answer.WARN),
        (What.INFORMATION, Answer.WARN),
    ],
)
def test_a_school_decides_about_its_own_gate_and_telephone_only(
    what: What, expected: Answer
) -> None:
    assert answer(what, Force.SCHOOL) is expected


WELL_FOUNDED = {
    "head": "Mrs Hall",
    "serious_harm": "Threats in writing",
    "review_on": MONDAY + timedelta(days=120),
}


@pytest.mark.parametrize("what", [What.LETTERS, What.INFORMATION])
def test_a_school_withholds_letters_only_with_head_reason_and_review_within_a_term(
    what: What,
) -> None:
    assert answer(what, Force.SCHOOL, **WELL_FOUNDED) is Answer.BLOCK
    for missing in WELL_FOUNDED:
        nothing = None if missing == "review_on" else ""
        assert answer(what, Force.SCHOOL, **(WELL_FOUNDED | {missing: nothing})) is Answer.WARN
    for days in (121, -1):
        late = WELL_FOUNDED | {"review_on": MONDAY + timedelta(days=days)}
        assert answer(what, Force.SCHOOL, **late) is Answer.WARN


def test_a_late_review_still_blocks_and_is_asked_for() -> None:
    decided = restriction(What.LETTERS, Force.SCHOOL, **WELL_FOUNDED)
    found = answer_of(decided, on=MONDAY + timedelta(days=121), names=NAMES)
    assert found.answer is Answer.BLOCK
    assert found.sentence.endswith("Its review was due on 23 Mar 2027: review it now.")


@pytest.mark.parametrize("what", [What.LETTERS, What.INFORMATION])
def test_an_order_nobody_has_seen_holds_letters_for_five_school_days(what: What) -> None:
    unseen = restriction(what, seen_on=None, chaser="Mrs Hall")
    last = date(2026, 11, 30)
    assert held_until(unseen) == last
    held = answer_of(unseen, on=last, names=NAMES)
    assert held.answer is Answer.BLOCK
    assert held.sentence.endswith("Held until 30 Nov 2026 while Mrs Hall asks for a copy.")
    after = answer_of(unseen, on=last + timedelta(days=1), names=NAMES)
    assert after.answer is Answer.WARN
    assert "it now counts as a wish" in after.sentence


def test_the_school_asks_when_nobody_is_named_to() -> None:
    unseen = restriction(What.LETTERS, seen_on=None)
    assert "while the school asks" in answer_of(unseen, on=MONDAY, names=NAMES).sentence


@pytest.mark.parametrize("what", [What.CONTACT, What.ATTEND, What.ADDRESS])
def test_an_order_nobody_has_seen_only_warns_about_the_rest(what: What) -> None:
    assert answer(what, Force.COURT, seen_on=None) is Answer.WARN


def test_before_its_start_it_allows_and_says_from_when() -> None:
    later = restriction(What.CONTACT, starts_on=MONDAY + timedelta(days=1))
    found = answer_of(later, on=MONDAY, names=NAMES)
    assert found.answer is Answer.ALLOW
    assert found.sentence.endswith("It starts on 24 Nov 2026.")
    assert answer_of(later, on=MONDAY + timedelta(days=1), names=NAMES).answer is Answer.BLOCK


def test_past_its_end_it_still_warns_and_asks_to_check() -> None:
    over = restriction(What.CONTACT, ends_on=MONDAY)
    assert answer_of(over, on=MONDAY, names=NAMES).answer is Answer.BLOCK
    found = answer_of(over, on=MONDAY + timedelta(days=1), names=NAMES)
    assert found.answer is Answer.WARN
    assert found.sentence.endswith("It ended on 23 Nov 2026: check.")


def test_the_strictest_of_several_is_the_answer_and_a_current_one_before_an_ended_one() -> None:
    ended = restriction(What.CONTACT, ends_on=MONDAY - timedelta(days=1))
    wish = restriction(What.CONTACT, Force.WISH)
    order = restriction(What.CONTACT)
    asked = {"what": What.CONTACT, "adult": "khan", "child": None, "on": MONDAY, "names": NAMES}
    assert ruling([ended, wish, order], **asked).restriction == order  # type: ignore[arg-type]
    assert ruling([ended, wish], **asked).restriction == wish  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        {"adult": "jones"},
        {"what": What.ATTEND},
        {"children": ("ali",)},
        {"deleted": True},
    ],
)
def test_what_is_about_somebody_or_something_else_does_not_count(other: dict[str, object]) -> None:
    found = ruling(
        [replace(restriction(What.CONTACT), **other)],  # type: ignore[arg-type]
        what=What.CONTACT,
        adult="khan",
        child="zara",
        on=MONDAY,
        names=NAMES,
    )
    assert found == NONE_RECORDED


@pytest.mark.parametrize("seen", [date(2026, 9, 3), None])
@pytest.mark.parametrize("days", [0, 30])
def test_an_order_about_collecting_says_do_not_hand_over_seen_or_not(
    seen: date | None, days: int
) -> None:
    found = collect(restriction(seen_on=seen), on=MONDAY + timedelta(days=days))
    assert found.answer is Answer.BLOCK
    assert found.sentence.startswith(DO_NOT_HAND_OVER)


@pytest.mark.parametrize(
    "restrictions",
    [
        (),
        (restriction(force=Force.WISH),),
        (restriction(force=Force.SCHOOL),),
        (restriction(starts_on=MONDAY + timedelta(days=9)),),
        (restriction(ends_on=MONDAY - timedelta(days=9)),),
        (restriction(what=What.CONTACT),),
    ],
)
def test_no_answer_about_collecting_is_ever_a_yes(restrictions: tuple[Restriction, ...]) -> None:
    found = collect(*restrictions, checked=date(2026, 9, 3))
    assert found.answer is Answer.WARN
    assert found.sentence.endswith("Office list last checked 3 Sep 2026.")
    assert "may collect" not in found.sentence
    assert collect(*restrictions).sentence.endswith("Check the office list.")


def test_the_banner_says_all_of_it() -> None:
    order = restriction(
        order_kind="prohibited_steps",
        read_by="Mrs Hall",
        words="shall not remove the child",
        does_not_affect="reports or letters.",
        held_where="the office safe",
        children=("zara", "ali"),
    )
    assert banner(order, NAMES) == (
        "Court order, read 3 Sep 2026 by Mrs Hall: Mr Khan must not collect (Zara, a child). "
        "Kind of order: Prohibited steps order. Its words: “shall not remove the child”. "
        "It does not stop reports or letters. Copy held: the office safe."
    )


def test_a_banner_without_a_name_still_says_it() -> None:
    assert banner(restriction(), {}) == "Court order, read 3 Sep 2026: this adult must not collect."


@pytest.mark.parametrize(
    ("force", "more", "expected"),
    [
        (Force.COURT, {"seen_on": None}, "Court order, not yet seen"),
        (Force.SCHOOL, {}, "School decision"),
        (Force.WISH, {"asked_by": "Mrs Khan"}, "Asked by Mrs Khan"),
        (Force.WISH, {}, "Asked by the family"),
    ],
)
def test_the_title_says_on_whose_authority(
    force: Force, more: dict[str, object], expected: str
) -> None:
    assert heading(restriction(force=force, **more)) == expected
