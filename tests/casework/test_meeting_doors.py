"""No door leads round what a meeting asks for: its outcomes, a parent left out, who interprets."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from liaison.casework.bin import put_in
from liaison.casework.copies import Wish
from liaison.casework.families import keep, whole_family
from liaison.casework.invitations import keep_person, leave_out
from liaison.casework.meeting_copies import copy_of_meeting
from liaison.casework.meeting_outcomes import close_meeting, hold, keep_action, remove_action
from liaison.casework.meeting_papers import meeting_for_paper
from liaison.casework.meetings import (
    change_meeting,
    meeting_whole,
    meetings_of,
    meetings_on,
    plan_meeting,
    to_write_up,
)
from liaison.casework.packs import meetings_for_packs
from liaison.casework.professionals import add_professional
from liaison.errors import CannotPrint, NotReady
from liaison.model.agenda import MeetingAction
from liaison.model.family import Family
from liaison.model.fields import Audience
from liaison.model.follow_up import FollowUp, Side
from liaison.model.interpreting import ASK
from liaison.model.meeting import Comes, Instead, Meeting, MeetingPerson, MeetingState
from liaison.model.office_list import NO_LONGER_LISTED
from liaison.model.restriction import What
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make

TWO = (("Mrs", "Amina", "mother"), ("Mr", "Tariq", "father"))


@pytest.fixture
def khans(make: Make) -> Made:
    return make.family(adults=TWO)


def written_up(store: Store, make: Make, khans: Made) -> Meeting:
    """Closed, with one action of the mother's."""
    whole = make.meeting(khans, coming=khans.adults[:1])
    hold(store, whole.meeting, today=TODAY)
    keep_action(
        store,
        MeetingAction(
            meeting=whole.meeting.id, action="Set the alarm", side=Side.FAMILY,
            person=khans.adults[0].id, due=TODAY,
        ),
    )  # fmt: skip
    now = store.get(Meeting, whole.meeting.id)
    full = replace(
        now, outcome="The early bus.", no_next=True, thanked_on=TODAY, thanked_how="letter"
    )
    kept = change_meeting(store, full, today=TODAY).meeting
    return close_meeting(store, kept, today=TODAY).whole.meeting


@pytest.mark.parametrize("state", [MeetingState.PLANNED, MeetingState.HELD])
def test_no_change_makes_a_meeting_written_up(
    store: Store, make: Make, khans: Made, state: MeetingState
) -> None:
    meeting = keep(store, replace(make.meeting(khans).meeting, state=state))
    with pytest.raises(NotReady, match="Write up what came out of it"):
        change_meeting(store, replace(meeting, state=MeetingState.CLOSED), today=TODAY)
    assert store.get(Meeting, meeting.id).state is state


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"outcome": " "}, "outcome"),
        ({"no_next": False}, "next_on"),
        ({"thanked_on": None}, "thanked_on"),
        ({"thanked_how": ""}, "thanked_how"),
        ({"no_action": True}, "actions"),
        ({"state": MeetingState.HELD}, "state"),
    ],
)
def test_what_was_written_up_is_put_right_and_never_emptied(
    store: Store, make: Make, khans: Made, wrong: dict[str, object], field: str
) -> None:
    closed = written_up(store, make, khans)
    with pytest.raises(NotReady) as refused:
        change_meeting(store, replace(closed, **wrong), today=TODAY)  # type: ignore[arg-type]
    assert list(refused.value.problems) == [field]
    assert store.get(Meeting, closed.id) == closed
    right = change_meeting(store, replace(closed, outcome="The late bus."), today=TODAY)
    assert right.meeting.outcome == "The late bus."


def test_the_actions_of_a_meeting_written_up_stay_actions(
    store: Store, make: Make, khans: Made
) -> None:
    closed = written_up(store, make, khans)
    (action,) = meeting_whole(store, closed.id).actions
    for away in (remove_action, put_in):
        with pytest.raises(NotReady, match="no action is needed"):
            away(store, action)
    with pytest.raises(NotReady, match="by when"):
        keep_action(store, replace(action, due=None))
    with pytest.raises(NotReady, match="add a follow-up"):
        keep_action(store, MeetingAction(meeting=closed.id, action="One more", due=TODAY))
    assert meeting_whole(store, closed.id).actions == (action,)
    assert keep_action(store, replace(action, action="Set two alarms")).action == "Set two alarms"


def test_an_action_of_an_open_meeting_can_go(store: Store, make: Make, khans: Made) -> None:
    whole = make.meeting(khans)
    action = keep_action(store, MeetingAction(meeting=whole.meeting.id, action="Ring"))
    put_in(store, action)
    put_in(store, whole.items[0])
    left = meeting_whole(store, whole.meeting.id)
    assert left.actions == ()
    assert left.items == whole.items[1:]


def test_nobody_whom_a_restriction_stops_is_planned_with(
    store: Store, make: Make, khans: Made
) -> None:
    amina, tariq = khans.adults
    make.restriction(khans, tariq, what=What.ATTEND)
    meeting = Meeting(family=khans.id, kind="other", held_on=TODAY)
    rows = [MeetingPerson(meeting="", person=each.id) for each in (amina, tariq)]
    with pytest.raises(NotReady, match="is not to come to school events"):
        plan_meeting(store, meeting, people=rows, today=TODAY)
    out = replace(rows[1], comes=Comes.LEFT_OUT, instead=Instead.COPY)
    assert plan_meeting(store, meeting, people=[rows[0], out], today=TODAY).warnings == ()


def test_who_was_asked_before_a_restriction_gets_no_agenda_after_it(
    store: Store, make: Make, khans: Made
) -> None:
    amina, tariq = khans.adults
    whole = make.meeting(khans)
    hers, his = (Wish(audience=Audience.FAMILY, reader=each.id) for each in (amina, tariq))
    assert copy_of_meeting(store, whole.meeting.id, his, today=TODAY)
    make.restriction(khans, tariq, what=What.ATTEND)
    with pytest.raises(CannotPrint, match="Mr Khan, who is down as coming"):
        copy_of_meeting(store, whole.meeting.id, his, today=TODAY)
    assert copy_of_meeting(store, whole.meeting.id, hers, today=TODAY)
    leave_out(store, whole.meeting, tariq.id, instead=Instead.COPY, today=TODAY)
    assert copy_of_meeting(store, whole.meeting.id, his, today=TODAY)


def test_nobody_of_the_family_is_put_down_as_interpreter(
    store: Store, make: Make, khans: Made
) -> None:
    whole = make.meeting(khans, coming=khans.adults[:1])
    nurse = add_professional(store, khans.id, "Mrs Bell", "School nurse")
    wrong = (
        {"person": khans.children[0].id},
        {"person": khans.adults[1].id},
        {"name": "Zara"},
        {"name": "her aunt"},
    )
    for who in wrong:
        row = MeetingPerson(meeting=whole.meeting.id, role="Interpreter, Urdu", **who)
        with pytest.raises(NotReady) as refused:
            keep_person(store, row, today=TODAY)
        assert refused.value.problems == {"person": ASK}
    for right in ({"name": "Mr Saleem Raza"}, {"person": nurse.id}):
        row = MeetingPerson(meeting=whole.meeting.id, role="Interpreter, Urdu", **right)
        assert keep_person(store, row, today=TODAY)


def test_another_parent_of_the_school_does_not_interpret(
    store: Store, make: Make, khans: Made
) -> None:
    make.family("Raza", adults=(("Mrs", "Salma", "mother"),))
    meeting = make.meeting(khans).meeting
    for typed, warned in (("Mrs salma Raza, Urdu", [ASK]), ("Ms Raza, Urdu", []), ("Salma", [])):
        now = replace(store.get(Meeting, meeting.id), interpreter=typed)
        assert [*change_meeting(store, now, today=TODAY).warnings] == warned


def test_no_paper_says_that_a_child_interprets(store: Store, make: Make, khans: Made) -> None:
    whole = make.meeting(khans)
    wish = Wish(audience=Audience.FAMILY, reader=khans.adults[0].id)
    for named in ("Zara", "zara khan", "ALI"):
        change_meeting(
            store, replace(store.get(Meeting, whole.meeting.id), interpreter=named), today=TODAY
        )
        with pytest.raises(CannotPrint, match="child of the family is down as the interpreter"):
            copy_of_meeting(store, whole.meeting.id, wish, today=TODAY)
    now = store.get(Meeting, whole.meeting.id)
    change_meeting(store, replace(now, interpreter="Ms Zara Lind"), today=TODAY)
    assert copy_of_meeting(store, whole.meeting.id, wish, today=TODAY)


def test_what_somebody_else_promised_is_not_called_hers_next_time(
    store: Store, make: Make, khans: Made
) -> None:
    amina = khans.adults[0]
    nurse = add_professional(store, khans.id, "Mrs Bell", "School nurse")
    first = make.meeting(khans, coming=(amina,)).meeting
    for side, person in ((Side.AGENCY, nurse.id), (Side.AGENCY, ""), (Side.FAMILY, amina.id)):
        keep_action(
            store,
            MeetingAction(meeting=first.id, action=f"By {side}", side=side, person=person),
        )
    keep(store, replace(first, state=MeetingState.CLOSED))
    second = make.meeting(khans, coming=(amina,)).meeting
    keep(store, replace(second, follows=first.id))
    wish = Wish(audience=Audience.FAMILY, reader=amina.id)
    decided = meeting_for_paper(store, second.id, wish, today=TODAY)
    assert [each.who for each in decided.matter.last_time] == ["Mrs Bell", "Another service", ""]


def test_whoever_is_no_longer_on_the_office_list_is_warned_of_on_every_family_paper(
    store: Store, make: Make, khans: Made
) -> None:
    whole = make.meeting(khans)
    amina, zara = khans.adults[0], khans.children[0]
    wish = Wish(audience=Audience.FAMILY, reader=amina.id)
    assert meeting_for_paper(store, whole.meeting.id, wish, today=TODAY).warnings == ()
    for person in (amina, zara):
        keep(
            store,
            FollowUp(family=khans.id, action=NO_LONGER_LISTED, person=person.id, due=TODAY),
        )
    warnings = meeting_for_paper(store, whole.meeting.id, wish, today=TODAY).warnings
    assert [each for each in warnings if "no longer on the office list" in each] == [
        f"{each.full} is no longer on the office list. Check before you send this."
        for each in whole_family(store, khans.id).people
        if each.id in (amina.id, zara.id)
    ]


def test_meetings_of_a_colleagues_family_and_of_leavers_stand_in_no_list(
    store: Store, make: Make, khans: Made
) -> None:
    make.meeting(khans, purpose="Ours")
    hers, gone = make.family("Chen"), make.family("Hall")
    for made in (hers, gone):
        make.meeting(made)
        make.meeting(made, held_on=TODAY - timedelta(days=3))
    assert len(meetings_on(store, TODAY)) == 3
    keep(store, replace(store.get(Family, hers.id), colleague=True))
    keep(store, replace(store.get(Family, gone.id), left_on=TODAY))
    assert [each.family_name for each in meetings_on(store, TODAY)] == ["Khan"]
    assert to_write_up(store, TODAY) == []
    assert len(meetings_of(store, hers.id)) == 2
    with pytest.raises(CannotPrint, match="no meeting on"):
        meetings_for_packs(store, TODAY - timedelta(days=3))
