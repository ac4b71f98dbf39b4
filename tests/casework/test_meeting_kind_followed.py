"""A meeting that becomes one of another kind takes its agenda, unless it was changed by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from liaison.casework.agendas import follow_kind, keep_item, tick_check
from liaison.casework.calling_off import call_off
from liaison.casework.meeting_patterns import pattern_for
from liaison.casework.meetings import change_meeting, meeting_whole, meetings_past
from liaison.model.meeting_record import MeetingRecord
from liaison.store.store import Store
from tests.builders import TODAY, Make


def as_review(store: Store, whole: MeetingRecord) -> bool:
    """Whether the honest conversation took the agenda of a review of support."""
    now = replace(meeting_whole(store, whole.meeting.id).meeting, kind="apdr")
    kept = change_meeting(store, now, today=TODAY).meeting
    return follow_kind(store, kept, was="honest")


def test_the_agenda_and_the_preparations_of_the_new_kind_come(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    assert as_review(store, whole)
    after, pattern = meeting_whole(store, whole.meeting.id), pattern_for(store, "apdr")
    assert [f"{each.minutes} {each.what}" for each in after.items] == list(pattern.agenda)
    assert [each.what for each in after.checks] == list(pattern.checks)
    assert [each.position for each in after.items] == [1, 2, 3, 4, 5]


def test_what_was_changed_by_hand_stays(store: Store, make: Make) -> None:
    khan = make.family()
    changed, ticked = make.meeting(khan), make.meeting(khan)
    keep_item(store, replace(changed.items[0], minutes=15))
    tick_check(store, ticked.checks[0], on=TODAY)
    for whole in (changed, ticked):
        assert not as_review(store, whole)
        after = meeting_whole(store, whole.meeting.id)
        assert [each.what for each in after.items] == [each.what for each in whole.items]


def test_an_opening_line_of_the_kind_goes_with_it(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    own = replace(pattern_for(store, "apdr"), opening="Let us look at what has helped.")
    with store.saving() as saving:
        saving.add(own)
    assert as_review(store, whole)
    opening = meeting_whole(store, whole.meeting.id).meeting.opening
    assert opening == "Let us look at what has helped."


def test_what_is_over_is_listed_with_the_latest_first(store: Store, make: Make) -> None:
    khan = make.family()
    days = (TODAY + timedelta(days=1), TODAY + timedelta(days=4))
    for day in days:
        meeting = make.meeting(khan, held_on=day).meeting
        call_off(store, meeting, why="cancelled_by_family", today=TODAY)
    make.meeting(khan)
    assert [line.meeting.held_on for line in meetings_past(store)] == list(reversed(days))
    assert len(meetings_past(store, limit=1)) == 1
