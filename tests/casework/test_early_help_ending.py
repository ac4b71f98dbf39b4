"""How early help ends, who may read why, and when its first meeting is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.casework.calling_off import BY_SCHOOL, call_off
from liaison.casework.copies import Wish
from liaison.casework.lists import add_choice
from liaison.casework.meeting_outcomes import close_meeting, hold
from liaison.casework.meeting_patterns import first_due, keep_pattern, pattern_for
from liaison.casework.meetings import change_meeting
from liaison.errors import NotReady
from liaison.model.choice import Choice
from liaison.model.fields import Audience
from liaison.model.meeting import Meeting
from liaison.sheets.making import make as make_sheet
from liaison.sheets.meeting_minutes import MEETING_MINUTES
from liaison.store.newer_lists import add_newer_lists
from liaison.store.purging import purge
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make

THREE_WEEKS = date(2026, 12, 14)


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family()


def ended(store: Store, make: Make, family: Made, why: str, **more: object) -> Meeting:
    """A team around the family that met today and is written up."""
    met = make.meeting(family, kind="taf_review").meeting
    hold(store, met, today=TODAY)
    given = {
        "outcome": "Zara is in on time.",
        "no_action": True,
        "no_next": True,
        "ended": why,
        "thanked_on": TODAY,
        "thanked_how": "letter",
    } | more
    now = replace(store.get(Meeting, met.id), **given)  # type: ignore[arg-type]
    kept = change_meeting(store, now, today=TODAY).meeting
    return close_meeting(store, kept, today=TODAY).whole.meeting


def minutes(store: Store, meeting: str, reader: str = "") -> dict[str, str]:
    """The headings of the minutes with what stands under each."""
    audience = Audience.FAMILY if reader else Audience.STAFF
    wish, at = Wish(audience=audience, reader=reader), store.now().astimezone()
    made = make_sheet(store, MEETING_MINUTES, meeting, wish, today=TODAY, printed_at=at)
    assert made.body is not None
    return {each.heading: " ".join(row.text for row in each.lines) for each in made.body.sections}


def test_the_staff_minutes_say_why_it_ended(store: Store, make: Make, khan: Made) -> None:
    met = ended(store, make, khan, "stepped_up")
    assert minutes(store, met.id)["Why it ended"] == "Stepped up."


@pytest.mark.parametrize("why", ["consent_withdrawn", "stepped_up", "moved_area"])
def test_a_family_copy_does_not_say_how_it_went_on_elsewhere(
    store: Store, make: Make, khan: Made, why: str
) -> None:
    met = ended(store, make, khan, why)
    said = minutes(store, met.id, khan.adults[0].id)
    assert "Why it ended" not in said
    assert not any(store.label("meeting_end", why) in each for each in said.values())


def test_a_family_copy_says_that_needs_are_met(store: Store, make: Make, khan: Made) -> None:
    met = ended(store, make, khan, "needs_met")
    assert minutes(store, met.id, khan.adults[0].id)["Why it ended"] == "Needs met."


def test_a_reason_of_the_schools_own_is_for_staff(store: Store, make: Make, khan: Made) -> None:
    own = add_choice(store, "meeting_end", "Another plan leads")
    met = ended(store, make, khan, own.code)
    assert minutes(store, met.id)["Why it ended"] == "Another plan leads."
    assert "Why it ended" not in minutes(store, met.id, khan.adults[0].id)


def test_the_reason_may_stay_open(store: Store, make: Make, khan: Made) -> None:
    met = ended(store, make, khan, "")
    assert "Why it ended" not in minutes(store, met.id)


def test_with_a_next_meeting_and_in_other_kinds_nothing_ended() -> None:
    review = Meeting(kind="taf_review", ended="needs_met", no_next=True)
    assert review.why_ended == "needs_met"
    assert replace(review, no_next=False).why_ended == ""
    assert replace(review, next_on=TODAY).why_ended == ""
    assert replace(review, kind="attendance").why_ended == ""


def test_a_record_from_before_gets_the_list(store: Store) -> None:
    purge(store, store.find(Choice, "list = 'meeting_end'"))
    add_newer_lists(store)
    labels = [each.label for each in store.find(Choice, "list = 'meeting_end'", order="position")]
    assert labels == ["Needs met", "Consent withdrawn", "Stepped up", "Moved area"]


def test_the_first_one_is_due_after_weeks_of_its_own(store: Store, make: Make, khan: Made) -> None:
    assert first_due(store, khan.id, "taf", today=TODAY) == THREE_WEEKS
    keep_pattern(store, replace(pattern_for(store, "taf"), first_weeks=6))
    assert first_due(store, khan.id, "taf", today=TODAY) == THREE_WEEKS + timedelta(weeks=3)
    assert pattern_for(store, "taf").weeks == 6
    with pytest.raises(NotReady, match="school weeks"):
        keep_pattern(store, replace(pattern_for(store, "taf"), first_weeks=0))


def test_only_the_first_one_is_due_by_itself(store: Store, make: Make, khan: Made) -> None:
    assert first_due(store, khan.id, "taf_review", today=TODAY) is None
    assert first_due(store, khan.id, "honest", today=TODAY) is None
    met = make.meeting(khan, kind="taf").meeting
    assert first_due(store, khan.id, "taf", today=TODAY) is None
    assert first_due(store, make.family("Reid").id, "taf", today=TODAY) == THREE_WEEKS
    call_off(store, met, why=BY_SCHOOL, reason="We are short of staff", today=TODAY)
    assert first_due(store, khan.id, "taf", today=TODAY) == THREE_WEEKS
