"""Writing down contacts, and what follows from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.casework import follow_ups
from liaison.casework.contacts import correct_contact, is_attempt, log_contact, part_of
from liaison.errors import NotReady
from liaison.model.contact import Contact, ContactPerson, Direction, Part
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState
from liaison.model.restriction import Force, What
from liaison.store.store import Store
from tests.builders import TODAY, Make


def call(family: str, **more: object) -> Contact:
    plain = Contact(family=family, held_on=TODAY, channel="phone", outcome="spoke")
    return replace(plain, **more)  # type: ignore[arg-type]


def test_a_contact_its_people_and_its_follow_up_are_kept_together(store: Store, make: Make) -> None:
    made = make.family()
    logged = log_contact(
        store,
        call(made.id, facts="Rang about the bus."),
        people=[(made.adults[0].id, Part.SPOKEN_TO)],
        follow_up=FollowUp(action="Ring back", due=TODAY + timedelta(days=4)),
        today=TODAY,
    )
    assert logged.warnings == ()
    assert logged.follow_up is not None
    assert (logged.follow_up.owner, logged.follow_up.source) == (
        "Mrs A Officer",
        logged.contact.id,
    )
    assert [each.contact for each in store.find(ContactPerson)] == [logged.contact.id]
    store.undo()
    assert store.find(Contact) == store.find(FollowUp) == []


def test_a_contact_dated_after_today_is_refused(store: Store, make: Make) -> None:
    made = make.family()
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(NotReady, match="after today"):
        log_contact(store, call(made.id, held_on=tomorrow), today=TODAY)
    kept = make.contact(made)
    with pytest.raises(NotReady, match="after today"):
        correct_contact(store, replace(kept, held_on=tomorrow), today=TODAY)


def test_a_correction_is_a_new_version(store: Store, make: Make) -> None:
    kept = make.contact(make.family())
    right = correct_contact(store, replace(kept, facts="Rang about the train."), today=TODAY)
    assert right.version != kept.version
    assert store.get(Contact, kept.id).facts == "Rang about the train."


def test_ringing_a_restricted_adult_warns_and_so_does_a_promise_in_the_past(
    store: Store, make: Make
) -> None:
    made = make.family()
    make.restriction(made, made.adults[0], force=Force.WISH)
    logged = log_contact(
        store,
        call(made.id),
        people=[(made.adults[0].id, Part.SPOKEN_TO), (made.children[0].id, Part.SUBJECT)],
        follow_up=FollowUp(action="Ring back", due=date(2026, 11, 1)),
        today=TODAY,
    )
    assert len(logged.warnings) == 2
    assert "must not contact Mrs Khan" in logged.warnings[0]
    theirs = log_contact(
        store,
        call(made.id, direction=Direction.THEY),
        people=[(made.adults[0].id, Part.SPOKEN_TO)],
        today=TODAY,
    )
    assert theirs.warnings == ()


def test_who_was_not_reached_was_not_spoken_to(store: Store, make: Make) -> None:
    made = make.family()
    assert part_of(store, "spoke") is Part.SPOKEN_TO
    assert part_of(store, "no_answer") is Part.MENTIONED
    assert is_attempt(store, call(made.id, outcome="no_answer"))


def test_done_on_a_task_writes_a_contact_that_counts_nowhere(store: Store, make: Make) -> None:
    made = make.family()
    task = make.follow_up(made, "Send the taster letter")
    done, written = follow_ups.complete(store, task, today=TODAY)
    assert (done.state, done.completed_by) == (FollowUpState.DONE, written.id)
    assert written.outcome == "task_done"
    assert store.glance(made.id).last_contact is None


def test_done_on_a_contact_needs_the_contact(store: Store, make: Make) -> None:
    made = make.family()
    promise = replace(make.follow_up(made, "Ring back"), kind=FollowUpKind.CONTACT)
    with pytest.raises(NotReady, match="Log the contact"):
        follow_ups.complete(store, promise, today=TODAY)
    done, written = follow_ups.complete(store, promise, today=TODAY, contact=call(made.id))
    assert done.completed_by == written.id
    assert store.glance(made.id).last_contact == TODAY


def test_putting_off_asks_why_from_the_third_time(store: Store, make: Make) -> None:
    promise = make.follow_up(make.family())
    later = TODAY + timedelta(days=1)
    promise = follow_ups.put_off(store, promise, to=later)
    promise = follow_ups.put_off(store, promise, to=later)
    with pytest.raises(NotReady, match="say why"):
        follow_ups.put_off(store, promise, to=later)
    promise = follow_ups.put_off(store, promise, to=later, reason="Half-term")
    assert (promise.snoozes, promise.due) == (3, later)


def test_a_follow_up_ends_handed_over_or_not_needed_with_a_reason(store: Store, make: Make) -> None:
    made = make.family()
    first, second = make.follow_up(made), make.follow_up(made)
    with pytest.raises(NotReady, match="who does it"):
        follow_ups.hand_over(store, first, to=" ", today=TODAY)
    with pytest.raises(NotReady, match="why"):
        follow_ups.not_needed(store, second, reason="", today=TODAY)
    follow_ups.hand_over(store, first, to="Mr Lee", today=TODAY)
    follow_ups.not_needed(store, second, reason="Moved away", today=TODAY)
    assert follow_ups.open_follow_ups(store, TODAY) == []


def test_open_follow_ups_come_longest_overdue_first(store: Store, make: Make) -> None:
    made = make.family()
    make.follow_up(made, "Later", TODAY + timedelta(days=3))
    make.follow_up(made, "Late", TODAY - timedelta(days=4))
    make.follow_up(made, "Today", TODAY)
    shown = follow_ups.open_follow_ups(store, TODAY)
    assert [each.follow_up.action for each in shown] == ["Late", "Today", "Later"]
    assert [each.late_days for each in shown] == [4, 0, 0]
    assert shown[0].family_name == "Khan"
    (late,) = follow_ups.open_follow_ups(store, TODAY, overdue_only=True)
    assert late.overdue


def test_a_follow_up_belongs_to_the_officer_and_warns_when_already_late(
    store: Store, make: Make
) -> None:
    made = make.family()
    kept, warnings = follow_ups.add_follow_up(
        store, FollowUp(family=made.id, action="Ring", due=date(2026, 11, 1)), today=TODAY
    )
    assert kept.owner == "Mrs A Officer"
    assert warnings == ("The follow-up is due in the past.",)
    _, none = follow_ups.add_follow_up(
        store, FollowUp(family=made.id, action="Ring", due=TODAY, owner="Mr Lee"), today=TODAY
    )
    assert none == ()


@pytest.mark.parametrize(
    ("action", "kind"),
    [("ring back", FollowUpKind.CONTACT), ("Send the form", FollowUpKind.TASK)],
)
def test_the_words_tell_a_contact_from_a_task(action: str, kind: FollowUpKind) -> None:
    assert follow_ups.kind_of(action) is kind


def test_a_promised_call_is_done_when_somebody_was_reached(store: Store, make: Make) -> None:
    made = make.family()
    promised = make.follow_up(made, "Ring about the bus")
    logged = log_contact(store, call(made.id, facts="Rang."), completes=promised, today=TODAY)
    done = store.get(FollowUp, promised.id)
    assert (done.state, done.closed_on, done.completed_by) == (
        FollowUpState.DONE,
        TODAY,
        logged.contact.id,
    )
    store.undo()
    assert store.get(FollowUp, promised.id).state is FollowUpState.OPEN


def test_a_promised_call_without_an_answer_was_only_tried(store: Store, make: Make) -> None:
    made = make.family()
    promised = make.follow_up(made, "Ring about the bus")
    log_contact(store, call(made.id, outcome="no_answer"), completes=promised, today=TODAY)
    tried = store.get(FollowUp, promised.id)
    assert (tried.state, tried.tries) == (FollowUpState.OPEN, 1)


def test_a_letter_to_somebody_who_is_sent_none_warns(store: Store, make: Make) -> None:
    made = make.family()
    adult = made.adults[0]
    make.restriction(made, adult, what=What.LETTERS, force=Force.COURT, seen_on=TODAY)
    people = [(adult.id, Part.SPOKEN_TO)]
    sent = log_contact(store, call(made.id, channel="letter"), people=people, today=TODAY)
    assert "letters and reports are not to be sent to Mrs Khan" in sent.warnings[0]
    assert log_contact(store, call(made.id), people=people, today=TODAY).warnings == ()
