"""Planning a meeting: what it starts with, who comes, what is warned of, and its agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from liaison.casework.agendas import (
    hand_over_agenda,
    keep_check,
    keep_item,
    move_item,
    remove_check,
    remove_item,
    reorder_agenda,
    tick_check,
)
from liaison.casework.families import keep, remove
from liaison.casework.invitations import (
    invite,
    keep_person,
    leave_out,
    remove_person,
    tell_standby,
)
from liaison.casework.meeting_patterns import (
    keep_pattern,
    pattern_for,
    patterns,
    propose_next,
)
from liaison.casework.meetings import (
    change_meeting,
    meeting_whole,
    meetings_ahead,
    meetings_between,
    meetings_of,
    meetings_on,
    plan_meeting,
    planned,
    to_write_up,
    with_place,
)
from liaison.errors import ChangedMeanwhile, NotFound, NotReady
from liaison.model.agenda import AgendaItem, MeetingCheck, MeetingPattern
from liaison.model.interpreting import ASK
from liaison.model.meeting import Comes, Instead, Meeting, MeetingPerson, MeetingState
from liaison.model.meeting_kinds import MEETING_KINDS
from liaison.model.meeting_patterns import AGENDA_HOME, NEARBY, PATTERNS, item_of
from liaison.model.reach import ContactPreference
from liaison.model.restriction import Force, What
from liaison.store import verifying
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make

DAY = timedelta(days=1)


def two_parents(make: Make) -> Made:
    return make.family(adults=(("Mrs", "Amina", "mother"), ("Mr", "Tariq", "father")))


def words(store: Store, id: str) -> str:
    return " ".join(planned(store, id, TODAY).warnings)


def test_a_new_meeting_starts_with_the_agenda_and_preparations_of_its_kind(
    store: Store, make: Make
) -> None:
    whole = make.meeting(make.family())
    assert [each.what for each in whole.items] == [
        "Something going well",
        "What the family sees",
        "What we see: facts",
        "What each of us will do",
    ]
    assert [each.minutes for each in whole.items] == [5, 10, 10, 10]
    assert whole.agenda_minutes == 35
    meeting = whole.meeting
    assert (meeting.minutes, meeting.ends) == (35, "10:05")
    assert "together" in meeting.opening
    assert meeting.chair == "Mrs A Officer"
    assert (meeting.neutral, meeting.private, meeting.clear_exit) == (True, True, True)
    assert [each.what for each in whole.checks][-1] == NEARBY
    assert whole.ready == 0


def test_a_meeting_without_a_family_a_kind_or_a_day_is_refused_in_a_sentence(
    store: Store, make: Make
) -> None:
    made = make.family()
    for meeting, field in (
        (Meeting(kind="honest", held_on=TODAY), "family"),
        (Meeting(family=made.id, kind="", held_on=TODAY), "kind"),
        (Meeting(family=made.id, kind="honest"), "held_on"),
    ):
        with pytest.raises(NotReady) as refused:
            plan_meeting(store, meeting, today=TODAY)
        assert list(refused.value.problems) == [field]
    with pytest.raises(NotFound):
        meeting_whole(store, "no-such-meeting")
    assert store.find(Meeting) == []


def test_without_people_the_officer_is_down_alone(store: Store, make: Make) -> None:
    meeting = Meeting(family=make.family().id, kind="other", held_on=TODAY)
    (row,) = plan_meeting(store, meeting, today=TODAY).whole.people
    assert (row.name, row.role) == ("Mrs A Officer", "Family Liaison Officer")


def test_planning_is_one_save_and_can_be_taken_back_whole(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    assert "meeting" in store.can_undo()
    store.undo()
    assert store.find(Meeting) == []
    assert store.find(AgendaItem) == []
    store.redo()
    assert len(meeting_whole(store, whole.meeting.id).items) == 4
    assert verifying.problems(store, full=True) == []


def test_a_day_that_has_gone_by_is_a_warning(store: Store, make: Make) -> None:
    whole = make.meeting(make.family(), held_on=TODAY - DAY)
    assert "gone by" in words(store, whole.meeting.id)


def test_a_calm_meeting_warns_of_nothing(store: Store, make: Make) -> None:
    assert words(store, make.meeting(make.family()).meeting.id) == ""


def test_more_than_four_people_are_many(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    for name in ("Mrs Hall", "Mr Lee"):
        row = MeetingPerson(meeting=whole.meeting.id, name=name)
        assert "many" not in " ".join(keep_person(store, row, today=TODAY).warnings)
    fifth = MeetingPerson(meeting=whole.meeting.id, name="Mr Adams")
    assert "5 people are many" in " ".join(keep_person(store, fifth, today=TODAY).warnings)
    somebody = MeetingPerson(meeting=whole.meeting.id, name="Nurse", comes=Comes.REPORT)
    assert "5 people" in " ".join(keep_person(store, somebody, today=TODAY).warnings)


def test_the_heads_office_warns_and_so_does_a_room_that_is_not_neutral(
    store: Store, make: Make
) -> None:
    whole = make.meeting(make.family(), place="head_office")
    assert "head’s office" in words(store, whole.meeting.id)
    there = change_meeting(store, with_place(store, whole.meeting, "classroom"), today=TODAY)
    assert "not marked as neutral" in " ".join(there.warnings)
    assert there.meeting.clear_exit
    ticked = change_meeting(store, replace(there.meeting, neutral=True), today=TODAY)
    assert ticked.warnings == ()


@pytest.mark.parametrize("named", ["Zara", "her sister", "Mr Tariq", "his dad"])
def test_a_child_a_sibling_or_the_other_parent_never_interprets(
    store: Store, make: Make, named: str
) -> None:
    whole = make.meeting(two_parents(make))
    amina = whole.people[0].person
    changed = replace(whole.meeting, interpreter=named, person=amina)
    assert ASK in change_meeting(store, changed, today=TODAY).warnings


def test_an_interpreter_who_is_usual_and_not_named_is_missed(store: Store, make: Make) -> None:
    made = make.family()
    keep(store, ContactPreference(family=made.id, person=made.adults[0].id, interpreter="Urdu"))
    whole = make.meeting(made)
    assert "Mrs Khan usually has an interpreter" in words(store, whole.meeting.id)
    booked = replace(whole.meeting, interpreter="Urdu, by phone", person=made.adults[0].id)
    assert change_meeting(store, booked, today=TODAY).warnings == ()


def test_a_parent_who_is_not_asked_asks_for_an_answer(store: Store, make: Make) -> None:
    made = two_parents(make)
    tariq = made.adults[1]
    whole = make.meeting(made, coming=made.adults[:1])
    assert "Mr Tariq Khan is a parent and is not asked" in words(store, whole.meeting.id)
    for instead, reason, missing in (
        (None, "", "instead"),
        (Instead.REASON, " ", "left_out_reason"),
    ):
        with pytest.raises(NotReady) as refused:
            leave_out(store, whole.meeting, tariq.id, instead=instead, reason=reason, today=TODAY)
        assert list(refused.value.problems) == [missing]
    told = leave_out(store, whole.meeting, tariq.id, instead=Instead.COPY, today=TODAY)
    assert told.warnings == ()
    (row,) = told.whole.left_out
    assert (row.person, row.instead) == (tariq.id, Instead.COPY)
    back = keep_person(store, MeetingPerson(meeting=whole.meeting.id, person=tariq.id), today=TODAY)
    assert [each.person for each in back.whole.people].count(tariq.id) == 1
    gone = remove_person(store, back.whole.part_of(tariq.id), today=TODAY)  # type: ignore[arg-type]
    assert "not asked" in " ".join(gone.warnings)


@pytest.mark.parametrize("what", [What.ATTEND, What.CONTACT])
def test_a_current_order_stops_asking_somebody_and_a_wish_only_warns(
    store: Store, make: Make, what: What
) -> None:
    made = two_parents(make)
    tariq = made.adults[1]
    whole = make.meeting(made)
    make.restriction(made, tariq, what=what)
    assert "Court order" in words(store, whole.meeting.id)
    with pytest.raises(NotReady, match="Court order"):
        invite(store, whole.meeting, how="letter", on=TODAY, today=TODAY)
    other = make.meeting(made, coming=made.adults[:1])
    with pytest.raises(NotReady, match="Court order"):
        keep_person(store, MeetingPerson(meeting=other.meeting.id, person=tariq.id), today=TODAY)
    assert other.part_of(tariq.id) is None


def test_a_wish_warns_and_the_meeting_goes_on(store: Store, make: Make) -> None:
    made = two_parents(make)
    whole = make.meeting(made)
    make.restriction(made, made.adults[1], what=What.ATTEND, force=Force.WISH)
    asked = invite(store, whole.meeting, how="text", on=TODAY, today=TODAY)
    assert "no legal force" in " ".join(asked.warnings)
    assert all(each.invited_how == "text" for each in asked.whole.coming)
    assert all(each.invited_on is None for each in asked.whole.subjects)


def test_nobody_is_asked_without_a_purpose_or_without_the_family(store: Store, make: Make) -> None:
    made = make.family()
    whole = make.meeting(made, purpose=" ", coming=())
    with pytest.raises(NotReady) as refused:
        invite(store, whole.meeting, how="letter", on=TODAY, today=TODAY)
    assert set(refused.value.problems) == {"purpose", "people"}
    with pytest.raises(NotReady, match="who it is"):
        keep_person(store, MeetingPerson(meeting=whole.meeting.id), today=TODAY)


def test_the_colleague_nearby_is_named_first_and_told_then(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    with pytest.raises(NotReady, match="who is nearby"):
        tell_standby(store, whole.meeting, on=TODAY)
    named = change_meeting(store, replace(whole.meeting, standby="Mr Lee"), today=TODAY)
    told = tell_standby(store, named.meeting, on=TODAY)
    assert told.standby_told_on == TODAY
    checks = {each.what: each.done_on for each in meeting_whole(store, told.id).checks}
    assert checks[NEARBY] == TODAY
    assert checks[AGENDA_HOME] is None


def test_the_agenda_is_put_in_another_order_by_one_save(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    first, second, third, fourth = whole.items
    move_item(store, second, by=-1)
    again = meeting_whole(store, whole.meeting.id).items
    assert [each.id for each in again] == [second.id, first.id, third.id, fourth.id]
    move_item(store, again[0], by=-1)
    move_item(store, meeting_whole(store, whole.meeting.id).items[0], by=9)
    last = meeting_whole(store, whole.meeting.id).items
    assert last[-1].id == second.id
    reorder_agenda(store, [last[3], last[0], last[1], last[2]])
    store.undo()
    assert meeting_whole(store, whole.meeting.id).items[-1].id == second.id


def test_items_are_added_changed_and_taken_off(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    added = keep_item(store, AgendaItem(meeting=whole.meeting.id, what="The bus", minutes=5))
    assert (added.position, added.family) == (5, whole.meeting.family)
    longer = keep_item(store, replace(added, minutes=15))
    assert meeting_whole(store, whole.meeting.id).agenda_minutes == 50
    with pytest.raises(NotReady, match="fewer than none"):
        keep_item(store, replace(longer, minutes=-1))
    with pytest.raises(ChangedMeanwhile):
        keep_item(store, replace(added, what="Another"))
    remove_item(store, longer)
    assert len(meeting_whole(store, whole.meeting.id).items) == 4


def test_an_agenda_is_handed_over_when_something_is_on_it(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    given = hand_over_agenda(store, whole.meeting, on=TODAY, how="letter")
    assert (given.agenda_given_on, given.agenda_given_how) == (TODAY, "letter")
    assert meeting_whole(store, given.id).ready == 1
    for item in whole.items:
        remove_item(store, item)
    with pytest.raises(NotReady, match="nothing on the agenda"):
        hand_over_agenda(store, given, on=TODAY, how="letter")


def test_preparations_are_ticked_and_added(store: Store, make: Make) -> None:
    whole = make.meeting(make.family())
    added = keep_check(store, MeetingCheck(meeting=whole.meeting.id, what="Tissues"))
    done = tick_check(store, added, on=TODAY)
    assert meeting_whole(store, whole.meeting.id).ready == 1
    undone = tick_check(store, done, on=None)
    unneeded = keep_check(store, replace(undone, not_needed=True))
    assert unneeded.settled
    remove_check(store, unneeded)
    assert len(meeting_whole(store, whole.meeting.id).checks) == len(whole.checks)


def test_every_kind_of_meeting_has_a_pattern_with_an_agenda() -> None:
    assert {code for code, *_ in MEETING_KINDS} == set(PATTERNS)
    for pattern in PATTERNS.values():
        assert pattern.agenda
        assert all(item_of(each)[1] for each in pattern.agenda)


def test_each_kind_of_meeting_has_words_of_its_own() -> None:
    own = [each.phrases for kind, each in PATTERNS.items() if kind != "other"]
    assert len(set(own)) == len(own)
    assert all(len(each) >= 3 for each in own)
    for kind in ("honest", "taf", "contract", "ebsa", "attendance", "transition"):
        assert "together" in PATTERNS[kind].opening
    assert "Welcome back" in PATTERNS["reintegration"].opening
    assert PATTERNS["professionals"].checks == ("The family told",)
    assert AGENDA_HOME in PATTERNS["taf"].checks


def test_a_school_keeps_its_own_intervals_and_a_kind_of_its_own(store: Store) -> None:
    assert [each.kind for each in patterns(store)] == [code for code, *_ in MEETING_KINDS]
    ours = pattern_for(store, "taf")
    own = keep_pattern(store, replace(ours, weeks=3, agenda=("10 Hello", "No minutes")))
    assert pattern_for(store, "taf") == own
    assert item_of(own.agenda[1]) == ("No minutes", None)
    assert keep_pattern(store, replace(own, weeks=4)).weeks == 4
    assert pattern_for(store, "coffee").agenda == PATTERNS["other"].agenda
    for wrong in (MeetingPattern(kind="taf", weeks=0), MeetingPattern(kind="taf", agenda=(" ",))):
        with pytest.raises(NotReady):
            keep_pattern(store, wrong)


def test_the_next_meeting_is_proposed_in_school_weeks(store: Store, make: Make) -> None:
    made = make.family()
    assert propose_next(store, make.meeting(made).meeting) == date(2026, 12, 14)
    assert propose_next(store, make.meeting(made, kind="drop_in").meeting) is None


def test_meetings_are_found_by_day_by_family_and_when_they_wait_to_be_written_up(
    store: Store, make: Make
) -> None:
    khan, reid = make.family(), make.family("Reid")
    late = make.meeting(khan, held_at="14:00")
    early = make.meeting(reid, held_at="09:00")
    tomorrow = make.meeting(khan, held_on=TODAY + DAY)
    before = make.meeting(reid, held_on=TODAY - DAY, kind="apdr")
    off = make.meeting(khan, held_at="08:00")
    keep(store, replace(off.meeting, state=MeetingState.CALLED_OFF))
    lines = meetings_on(store, TODAY)
    assert [(each.id, each.family_name) for each in lines] == [
        (early.meeting.id, "Reid"),
        (late.meeting.id, "Khan"),
    ]
    assert lines[0].kind == "Honest conversation"
    assert [each.id for each in meetings_ahead(store, TODAY)][-1] == tomorrow.meeting.id
    assert len(meetings_between(store, TODAY - DAY, TODAY + DAY)) == 4
    assert [each.id for each in to_write_up(store, TODAY)] == [before.meeting.id]
    assert next(each.id for each in meetings_of(store, khan.id)) == tomorrow.meeting.id
    remove(store, khan.family)
    assert [each.family_name for each in meetings_on(store, TODAY)] == ["Reid"]


@pytest.mark.parametrize(
    ("where", "index"),
    [
        ("held_on >= :first AND held_on <= :last AND state != 'called_off'", "meeting_by_held_on"),
        ("held_on < :last AND state IN ('planned', 'held')", "meeting_not_written_up"),
    ],
)
def test_todays_meetings_are_found_without_reading_all_others(
    store: Store, where: str, index: str
) -> None:
    sql = (
        f"EXPLAIN QUERY PLAN SELECT id FROM meeting WHERE ({where}) AND deleted = 0 "
        "ORDER BY held_on, held_at, id"
    )
    day = TODAY.isoformat()
    values = {name: day for name in ("first", "last") if f":{name}" in where}
    plan = " ".join(str(row) for row in store.query(sql, **values))
    assert index in plan
    assert "SCAN meeting" not in plan


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"held_at": "half nine"}, "held_at"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 2000}, "minutes"),
    ],
)
def test_a_time_or_a_length_that_is_none_is_refused(
    store: Store, make: Make, wrong: dict[str, Any], field: str
) -> None:
    whole = make.meeting(make.family())
    with pytest.raises(NotReady) as refused:
        change_meeting(store, replace(whole.meeting, **wrong), today=TODAY)
    assert list(refused.value.problems) == [field]
    typed = change_meeting(store, replace(whole.meeting, held_at="3:30pm"), today=TODAY)
    assert (typed.meeting.held_at, typed.meeting.ends) == ("15:30", "16:05")
    untimed = change_meeting(store, replace(typed.meeting, held_at=""), today=TODAY)
    assert untimed.meeting.ends == ""


def test_nobody_from_elsewhere_and_nobody_who_died_comes(store: Store, make: Make) -> None:
    made, other = two_parents(make), make.family("Byrne")
    whole = make.meeting(made, coming=made.adults[:1])
    stranger = MeetingPerson(meeting=whole.meeting.id, person=other.adults[0].id)
    with pytest.raises(NotReady, match="does not belong to the Khan family"):
        keep_person(store, stranger, today=TODAY)
    keep(store, replace(made.adults[1], died_on=TODAY))
    with pytest.raises(NotReady, match="Mr Tariq Khan has died"):
        keep_person(store, replace(stranger, person=made.adults[1].id), today=TODAY)
    with pytest.raises(NotReady, match="has died"):
        make.meeting(made)
    assert words(store, whole.meeting.id) == ""


def test_a_team_around_the_family_asks_for_consent_and_another_note_taker(
    store: Store, make: Make
) -> None:
    whole = make.meeting(make.family(), kind="taf")
    assert words(store, whole.meeting.id) == "Consent in writing is not noted yet."
    same = replace(whole.meeting, consent_on=TODAY, minute_taker=whole.meeting.chair)
    assert "takes the notes" in " ".join(change_meeting(store, same, today=TODAY).warnings)
