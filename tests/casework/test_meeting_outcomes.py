"""A meeting held, written up, closed, called off or moved; and where it then stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.casework import bin as wastebin
from liaison.casework.calling_off import call_off, postpone
from liaison.casework.families import keep, remove, whole_family
from liaison.casework.invitations import invite
from liaison.casework.meeting_outcomes import (
    Closed,
    close_meeting,
    hold,
    keep_action,
    keep_notes,
    missing_for_closing,
    next_proposed,
    remove_action,
)
from liaison.casework.meetings import change_meeting, meeting_whole, meetings_of
from liaison.casework.professionals import add_professional
from liaison.casework.putting_right import join_families, same_person
from liaison.casework.searching import find_notes
from liaison.casework.timeline import timeline
from liaison.casework.today import today
from liaison.errors import NotReady
from liaison.model import ENTRIES
from liaison.model.agenda import MeetingAction
from liaison.model.contact import About, Contact, ContactPerson, Part
from liaison.model.follow_up import FollowUp, FollowUpKind, Side
from liaison.model.meeting import Came, Meeting, MeetingPerson, MeetingState
from liaison.model.outcomes import (
    ACTION,
    BEFORE,
    BOTH,
    EITHER,
    NEXT,
    NOBODY,
    OUTCOME,
    THANKED,
    THANKED_AHEAD,
    THANKED_BEFORE,
    THANKED_HOW,
)
from liaison.store import verifying
from liaison.store.purging import purge
from liaison.store.store import Store
from tests.builders import TODAY, Make

DAY = timedelta(days=1)
NEXT_DAY = date(2026, 12, 14)


def written(store: Store, meeting: Meeting, **more: object) -> Meeting:
    """Held today, with everything that closing asks for but actions."""
    hold(store, meeting, today=TODAY)
    given = {
        "outcome": "The early bus is tried for two weeks.",
        "words": "It helps to be heard.",
        "next_on": NEXT_DAY,
        "thanked_on": TODAY,
        "thanked_how": "letter",
    } | more
    now = store.get(Meeting, meeting.id)
    return change_meeting(store, replace(now, **given), today=TODAY).meeting  # type: ignore[arg-type]


def closed(store: Store, make: Make) -> Closed:
    whole = make.meeting(make.family())
    amina = whole.people[0].person
    for action in (
        MeetingAction(meeting=whole.meeting.id, action="Ring the bus company", due=TODAY + DAY),
        MeetingAction(
            meeting=whole.meeting.id,
            action="Set the alarm for seven",
            side=Side.FAMILY,
            person=amina,
            owner="Mrs Khan",
            due=TODAY + 7 * DAY,
        ),
    ):
        keep_action(store, action)
    return close_meeting(store, written(store, whole.meeting), about=About.CONCERN, today=TODAY)


def test_a_meeting_is_not_held_before_its_day(store: Store, make: Make) -> None:
    whole = make.meeting(make.family(), held_on=TODAY + DAY)
    with pytest.raises(NotReady, match="has not come yet"):
        hold(store, whole.meeting, today=TODAY)


def test_holding_says_who_came(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    officer = next(each for each in whole.coming if each.name)
    held = hold(store, whole.meeting, came={officer.id: Came.APOLOGIES}, today=TODAY)
    assert held.meeting.state is MeetingState.HELD
    assert [each.came for each in held.coming] == [Came.YES, Came.APOLOGIES]
    assert [each.came for each in held.subjects] == [None]


def test_what_is_typed_in_the_room_is_kept(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    kept = keep_notes(store, whole.meeting, "Works nights until Christmas.")
    assert store.get(Meeting, kept.id).notes == "Works nights until Christmas."
    assert find_notes(store, "until christmas", TODAY)[0].id == kept.id


def test_a_meeting_is_closed_by_nothing_but_its_four_answers(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    hold(store, whole.meeting, today=TODAY)
    meeting = store.get(Meeting, whole.meeting.id)
    assert missing_for_closing(store, meeting) == {
        "outcome": OUTCOME,
        "actions": ACTION,
        "next_on": NEXT,
        "thanked_on": THANKED,
    }
    with pytest.raises(NotReady) as refused:
        close_meeting(store, meeting, today=TODAY)
    assert str(refused.value) == f"{OUTCOME} {ACTION} {NEXT} {THANKED}"
    assert store.find(Contact) == []


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"outcome": " "}, "outcome", OUTCOME),
        ({"no_action": False}, "actions", ACTION),
        ({"next_on": None}, "next_on", NEXT),
        ({"no_next": True}, "next_on", EITHER),
        ({"next_on": TODAY}, "next_on", BEFORE),
        ({"thanked_on": None}, "thanked_on", THANKED),
        ({"thanked_how": ""}, "thanked_how", THANKED_HOW),
    ],
)
def test_each_missing_thing_has_one_sentence_of_its_own(
    store: Store, make: Make, wrong: dict[str, object], field: str, sentence: str
) -> None:
    whole = make.meeting(make.family())
    meeting = written(store, whole.meeting, **({"no_action": True} | wrong))
    assert missing_for_closing(store, meeting) == {field: sentence}


def test_a_thank_you_not_sent_yet_or_before_the_meeting_closes_nothing(
    store: Store, make: Make
) -> None:
    whole = make.meeting(make.family())
    ahead = written(store, whole.meeting, no_action=True, thanked_on=TODAY + DAY)
    for wrong, said in ((ahead, THANKED_AHEAD), (before(ahead), THANKED_BEFORE)):
        with pytest.raises(NotReady) as refused:
            close_meeting(store, wrong, today=TODAY)
        assert refused.value.problems == {"thanked_on": said}
    assert close_meeting(store, ahead, today=TODAY + DAY).whole.meeting.closed_on == TODAY + DAY


def before(meeting: Meeting) -> Meeting:
    return replace(meeting, thanked_on=TODAY - DAY)


def test_an_action_needs_its_day_and_its_person_and_no_tick_against_it(
    store: Store, make: Make
) -> None:
    whole = make.meeting(make.family())
    meeting = written(store, whole.meeting, no_action=True)
    undated = keep_action(store, MeetingAction(meeting=meeting.id, action="Ring the nurse"))
    assert undated.owner == "Mrs A Officer"
    assert missing_for_closing(store, meeting) == {"actions": BOTH}
    meeting = change_meeting(store, replace(meeting, no_action=False), today=TODAY).meeting
    said = missing_for_closing(store, meeting)["actions"]
    assert said == "Say by when: “Ring the nurse”."
    dated = keep_action(store, replace(undated, due=TODAY, owner=""))
    assert "Say who does it" in missing_for_closing(store, meeting)["actions"]
    remove_action(store, dated)
    assert missing_for_closing(store, meeting) == {"actions": ACTION}


def test_a_family_that_was_to_come_and_did_not_had_no_meeting(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    meeting = written(store, whole.meeting, no_action=True)
    row = next(each for each in meeting_whole(store, meeting.id).coming if each.person)
    keep(store, replace(row, came=Came.NO))
    assert missing_for_closing(store, meeting) == {"people": NOBODY}
    row = next(each for each in meeting_whole(store, meeting.id).coming if each.person)
    keep(store, replace(row, came=None))
    assert missing_for_closing(store, meeting) == {"people": "Say whether Mrs Khan came."}


def test_closing_writes_a_contact_with_everybodys_part(store: Store, make: Make) -> None:
    done = closed(store, make)
    contact = done.contact
    assert (contact.channel, contact.outcome, contact.about) == (
        "meeting",
        "attended",
        About.CONCERN,
    )
    assert contact.facts == "The early bus is tried for two weeks."
    assert (contact.agreed, contact.place) == ("2 actions agreed.", "neutral_room")
    parts = {each.person: each.part for each in store.find(ContactPerson)}
    subject, amina = done.whole.subjects[0].person, done.whole.coming[0].person
    assert parts == {amina: Part.SPOKEN_TO, subject: Part.SUBJECT}
    assert done.whole.meeting.state is MeetingState.CLOSED
    assert done.whole.meeting.contact == contact.id
    assert store.glance(contact.family).last_contact == TODAY


def test_actions_become_promises_of_both_sides(store: Store, make: Make) -> None:
    done = closed(store, make)
    ours, theirs = done.follow_ups
    assert (ours.side, ours.kind, ours.owner) == (
        Side.SCHOOL,
        FollowUpKind.CONTACT,
        "Mrs A Officer",
    )
    assert (theirs.side, theirs.kind, theirs.owner) == (Side.FAMILY, FollowUpKind.TASK, "Mrs Khan")
    assert {each.source for each in done.follow_ups} == {done.contact.id}
    assert [each.follow_up for each in done.whole.actions] == [ours.id, theirs.id]
    assert {each.id for each in done.whole.follow_ups} == {ours.id, theirs.id}


def test_a_next_date_becomes_a_planned_meeting_once(store: Store, make: Make) -> None:
    done = closed(store, make)
    assert done.next_meeting is not None
    following = meeting_whole(store, done.next_meeting.id)
    assert following.meeting.follows == done.whole.meeting.id
    assert following.meeting.held_on == NEXT_DAY
    assert [each.person for each in following.people] == [each.person for each in done.whole.people]
    assert all(each.came is None for each in following.people)
    assert next_proposed(store, following.meeting) == date(2027, 1, 4)


def test_a_next_meeting_that_is_planned_already_is_not_planned_twice(
    store: Store, make: Make
) -> None:
    made = make.family()
    make.meeting(made, held_on=NEXT_DAY)
    whole = make.meeting(made)
    meeting = written(store, whole.meeting, no_action=True)
    assert close_meeting(store, meeting, today=TODAY).next_meeting is None
    assert len(meetings_of(store, made.id)) == 2


@pytest.mark.parametrize(
    ("kind", "review"), [("taf", "taf_review"), ("reintegration", "return_review")]
)
def test_what_begins_something_is_followed_by_its_review(
    store: Store, make: Make, kind: str, review: str
) -> None:
    whole = make.meeting(make.family(), kind=kind)
    meeting = written(store, whole.meeting, no_action=True)
    following = close_meeting(store, meeting, today=TODAY).next_meeting
    assert following is not None
    assert following.kind == review


def test_closing_is_one_save_and_is_taken_back_whole(store: Store, make: Make) -> None:
    done = closed(store, make)
    store.undo()
    assert store.get(Meeting, done.whole.meeting.id).state is MeetingState.HELD
    assert store.find(Contact) == []
    assert store.find(FollowUp) == []
    assert [each.follow_up for each in store.find(MeetingAction)] == ["", ""]
    assert len(store.find(Meeting)) == 1
    store.redo()
    assert len(store.find(FollowUp)) == 2
    assert verifying.problems(store, full=True) == []


def test_a_meeting_is_written_up_once(store: Store, make: Make) -> None:
    done = closed(store, make)
    with pytest.raises(NotReady, match="written up already"):
        close_meeting(store, done.whole.meeting, today=TODAY)


def test_what_is_put_right_later_is_put_right_in_the_contact(store: Store, make: Make) -> None:
    done = closed(store, make)
    right = replace(done.whole.meeting, outcome="The late bus.", held_at="10:00")
    change_meeting(store, right, today=TODAY)
    contact = store.get(Contact, done.contact.id)
    assert (contact.facts, contact.held_at) == ("The late bus.", "10:00")
    assert contact.outcome == "attended"
    later = store.get(Meeting, right.id)
    with pytest.raises(NotReady, match="after today"):
        change_meeting(store, replace(later, held_on=TODAY + DAY), today=TODAY)
    assert store.get(Meeting, right.id).held_on == TODAY


def test_a_meeting_of_professionals_is_no_contact_with_the_family(store: Store, make: Make) -> None:
    made = make.family()
    nurse = add_professional(store, made.id, "Mrs Bell", "School nurse")
    whole = make.meeting(made, kind="professionals", coming=(nurse,))
    meeting = written(store, whole.meeting, no_action=True, next_on=None, no_next=True)
    done = close_meeting(store, meeting, about=About.CONCERN, today=TODAY)
    assert (done.contact.channel, done.contact.about) == ("task", None)
    assert store.glance(made.id).last_contact is None


def test_a_late_promise_is_a_warning(store: Store, make: Make) -> None:
    whole = make.meeting(make.family(), held_on=TODAY - 9 * DAY)
    keep_action(store, MeetingAction(meeting=whole.meeting.id, action="Ring", due=TODAY - 2 * DAY))
    done = close_meeting(store, written(store, whole.meeting), today=TODAY)
    assert done.warnings == ("A follow-up is due in the past.",)


@pytest.mark.parametrize(
    ("why", "reason", "field"),
    [("cancelled_by_school", " ", "reason"), ("spoke", "", "why"), ("could_not_come", "", "why")],
)
def test_calling_off_says_by_whom_and_why(
    store: Store, make: Make, why: str, reason: str, field: str
) -> None:
    whole = make.meeting(make.family(), held_on=TODAY + DAY)
    with pytest.raises(NotReady) as refused:
        call_off(store, whole.meeting, why=why, reason=reason, today=TODAY)
    assert list(refused.value.problems) == [field]


def test_a_meeting_nobody_came_to_is_kept_as_an_attempt_on_its_day(
    store: Store, make: Make
) -> None:
    whole = make.meeting(make.family(), held_on=TODAY - DAY)
    off, contact = call_off(store, whole.meeting, why="could_not_come", today=TODAY)
    assert (off.state, off.contact) == (MeetingState.CALLED_OFF, contact.id)
    assert (contact.held_on, contact.outcome) == (TODAY - DAY, "could_not_come")
    parts = {each.part for each in store.find(ContactPerson)}
    assert parts == {Part.MENTIONED, Part.SUBJECT}
    assert store.glance(off.family).last_contact is None
    with pytest.raises(NotReady, match="Only a planned"):
        call_off(store, off, why="could_not_come", today=TODAY)
    with pytest.raises(NotReady, match="called off"):
        hold(store, off, today=TODAY)
    assert "state" in missing_for_closing(store, off)


def test_a_moved_meeting_asks_everybody_anew(store: Store, make: Make) -> None:
    whole = make.meeting(make.family(), held_on=TODAY + DAY)
    told = replace(
        whole.meeting,
        standby="Mr Lee",
        standby_told_on=TODAY,
        interpreter="Urdu, by phone",
        interpreter_booked_on=TODAY,
    )
    change_meeting(store, told, today=TODAY)
    asked = invite(store, store.get(Meeting, told.id), how="text", on=TODAY, today=TODAY)
    moved = postpone(store, asked.meeting, to=TODAY + 8 * DAY, reason="Shift", today=TODAY)
    assert moved.warnings == (
        "Tell everybody who was asked.",
        "Tell Mr Lee, who is to be nearby.",
        "Tell the interpreter.",
    )
    assert (moved.meeting.held_on, moved.meeting.moved) == (TODAY + 8 * DAY, 1)
    assert moved.meeting.standby_told_on is None
    assert all(each.invited_on is None for each in moved.whole.people)
    (contact,) = store.find(Contact)
    assert contact.outcome == "rearranged"
    later = postpone(store, moved.meeting, to=TODAY + 8 * DAY, at="11:00", today=TODAY)
    assert (later.meeting.held_at, later.meeting.moved) == ("11:00", 1)
    assert len(store.find(Contact)) == 1


@pytest.mark.parametrize("to", [TODAY - DAY, TODAY + DAY])
def test_a_meeting_is_not_moved_to_a_day_gone_by_or_to_its_own(
    store: Store, make: Make, to: date
) -> None:
    whole = make.meeting(make.family(), held_on=TODAY + DAY)
    with pytest.raises(NotReady):
        postpone(store, whole.meeting, to=to, today=TODAY)
    done = keep(store, replace(whole.meeting, state=MeetingState.CLOSED))
    with pytest.raises(NotReady, match="Only a planned"):
        postpone(store, done, to=TODAY + 9 * DAY, today=TODAY)


def test_the_timeline_shows_a_meeting_once_written_up_or_not(store: Store, make: Make) -> None:
    done = closed(store, make)
    record = whole_family(store, done.contact.family)
    shown = [each for each in timeline(record, store.label) if each.sign == "meeting"]
    assert [(each.title, each.chip) for each in shown] == [
        ("Honest conversation", "Planned"),
        ("Honest conversation", "Written up"),
    ]
    assert shown[1].line == "The early bus is tried for two weeks."
    kinds = [each.kind for each in timeline(record, store.label)]
    assert "contact" not in kinds


def test_today_has_the_meetings_of_the_day_and_those_to_write_up(store: Store, make: Make) -> None:
    made = make.family()
    make.meeting(made)
    make.meeting(made, held_on=TODAY - DAY)
    day = today(store, TODAY)
    assert [each.meeting.held_at for each in day.meetings] == ["09:30"]
    assert [each.meeting.held_on for each in day.to_write_up] == [TODAY - DAY]


def test_words_on_an_agenda_lead_to_their_meeting_until_it_is_in_the_bin(
    store: Store, make: Make
) -> None:
    whole = make.meeting(make.family())
    keep(store, replace(whole.items[0], detail="Daniel’s quokka drawing"))
    (found,) = find_notes(store, "quokka", TODAY)
    assert (found.kind, found.id, found.day) == ("meeting", whole.meeting.id, TODAY)
    remove(store, store.get(Meeting, whole.meeting.id))
    assert find_notes(store, "quokka", TODAY) == []
    (binned,) = wastebin.in_the_bin(store)
    assert binned.words == whole.meeting.purpose
    wastebin.put_back(store, binned.entry)
    assert len(find_notes(store, "quokka", TODAY)) == 1


def test_a_meeting_goes_with_its_family_when_two_become_one(store: Store, make: Make) -> None:
    stays, goes = make.family(), make.family("Byrne")
    whole = make.meeting(goes)
    join_families(store, stays.family, goes.family)
    moved = meeting_whole(store, whole.meeting.id)
    assert moved.meeting.family == stays.id
    assert {each.family for each in (*moved.people, *moved.items)} == {stays.id}
    assert verifying.problems(store, full=True) == []


def test_one_person_of_two_entries_keeps_her_part(store: Store, make: Make) -> None:
    made = make.family(adults=(("Mrs", "Amina", "mother"), ("Mrs", "A", "mother")))
    first, second = made.adults
    whole = make.meeting(made, coming=(second,))
    same_person(store, first, second)
    again = meeting_whole(store, whole.meeting.id)
    assert again.part_of(first.id) is not None
    assert [each.person for each in again.people if each.person == second.id] == []


def test_a_purged_family_leaves_no_word_of_its_meetings(store: Store, make: Make) -> None:
    made = make.family()
    whole = make.meeting(made, purpose="About the quokka")
    keep_action(store, MeetingAction(meeting=whole.meeting.id, action="Feed the quokka"))
    purge(
        store,
        [r for cls in ENTRIES for r in store.find(cls, "family = :f", deleted=True, f=made.id)],
    )
    assert store.find(MeetingPerson, deleted=True) == []
    assert store.query("SELECT id FROM change WHERE instr(body, 'quokka')") == []
    assert store.search("quokka") == []
    assert verifying.problems(store, full=True) == []
