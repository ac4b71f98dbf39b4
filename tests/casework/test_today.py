"""What a day looks like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from liaison.casework import telling_the_dsl, visits
from liaison.casework.families import keep
from liaison.casework.today import MOST, Families, Owed, Part, owed, today
from liaison.model.contact import About
from liaison.model.dsl import DslSlip
from liaison.model.follow_up import FollowUpState, Side
from liaison.model.visit import HomeVisit
from liaison.store.store import Store
from tests.builders import TODAY, Make

DAY = timedelta(days=1)


def test_promises_are_late_due_today_next_week_or_waiting(store: Store, make: Make) -> None:
    made = make.family()
    for action, due in (
        ("Late", TODAY - DAY),
        ("Today", TODAY),
        ("Friday", TODAY + 4 * DAY),
        ("Next month", TODAY + 30 * DAY),
    ):
        make.follow_up(made, action, due)
    waiting = make.follow_up(made, "Waiting", TODAY - DAY)
    keep(store, replace(waiting, state=FollowUpState.WAITING, waiting_on=Side.AGENCY))
    day = today(store, TODAY)

    def actions(part: Owed) -> list[str]:
        return [each.follow_up.action for each in part.first]

    assert actions(day.overdue) == ["Late"]
    assert actions(day.due_today) == ["Today"]
    assert actions(day.next_week) == ["Friday"]
    assert actions(day.waiting) == ["Waiting"]
    assert day.sentence == "One thing has slipped, and one is due today."


def test_an_empty_day_says_so_and_several_are_counted_in_words(store: Store, make: Make) -> None:
    assert today(store, TODAY).sentence == "Nothing is due today."
    made = make.family()
    for _ in range(3):
        make.follow_up(made, due=TODAY)
    assert today(store, TODAY).sentence == "Three are due today."
    for _ in range(11):
        make.follow_up(made, due=TODAY - DAY)
    assert today(store, TODAY).sentence == "11 things have slipped, and three are due today."


def test_families_we_have_not_been_in_touch_with_for_six_weeks(store: Store, make: Make) -> None:
    quiet, heard, left = make.family("Reid"), make.family("Chen"), make.family("Abdi")
    for each in (quiet, left):
        make.contact(each, held_on=TODAY - timedelta(weeks=7))
    make.contact(quiet, held_on=TODAY, outcome="no_answer", about=None)
    make.contact(heard, held_on=TODAY - DAY)
    keep(store, replace(left.family, left_on=TODAY))
    found = today(store, TODAY).not_in_touch
    assert [(each.name, each.since) for each in found.first] == [
        ("Reid", TODAY - timedelta(weeks=7))
    ]
    assert (found.count, found.words) == (1, "1")
    assert Families((), MOST).words == "500 or more"


def test_good_news_is_due_after_three_worries_in_a_row(store: Store, make: Make) -> None:
    due, not_due = make.family("Reid"), make.family("Chen")
    for each in (due, not_due):
        for days in (1, 2, 3):
            make.contact(each, held_on=TODAY - days * DAY, about=About.CONCERN)
    make.contact(not_due, about=About.PRAISE)
    assert [each.name for each in today(store, TODAY).good_news_due.first] == ["Reid"]


def test_new_worries_are_shown_but_never_a_sensitive_one(store: Store, make: Make) -> None:
    made = make.family()
    make.concern(made)
    make.barrier(made)
    make.barrier(made, "mental_health")
    old = make.barrier(made, "cost")
    keep(store, replace(old, since=date(2026, 1, 9)))
    shown = today(store, TODAY).new_concerns
    assert [each.words for each in shown] == ["Friendships, Year 6 to 7", "Transport or distance"]
    assert {each.family_name for each in shown} == {"Khan"}
    sensitive = replace(make.concern(made), domain="medical")
    keep(store, sensitive)
    assert len(today(store, TODAY).new_concerns) == 2


def test_a_slip_stands_until_it_is_confirmed_and_a_visit_until_they_are_back(
    store: Store, make: Make
) -> None:
    made = make.family()
    slip = telling_the_dsl.hand_over_slip(store, DslSlip(family=made.id, written_on=TODAY))
    visit = visits.set_out(
        store,
        HomeVisit(
            family=made.id,
            going_on=TODAY,
            due_back_at="11:00",
            officer="Mrs A Officer",
            watcher="Mr Lee",
        ),
    )
    day = today(store, TODAY)
    assert day.slips == 1
    assert day.visits == (visit,)
    telling_the_dsl.confirm_slip(store, slip, by="Mrs Hall", on=TODAY)
    visits.came_back(store, visit, at="10:50")
    day = today(store, TODAY)
    assert day.slips == 0
    assert day.visits == ()


def test_only_the_first_of_many_promises_are_read_but_all_are_counted(
    store: Store, make: Make
) -> None:
    made = make.family()
    for number in range(23):
        make.follow_up(made, f"Number {number}", TODAY - (number + 1) * DAY)
    overdue = today(store, TODAY).overdue
    assert (len(overdue.first), overdue.count, overdue.words) == (20, 23, "23")
    assert overdue.first[0].follow_up.action == "Number 22"
    assert len(owed(store, Part.OVERDUE, TODAY, limit=MOST).first) == 23


def test_what_a_family_promised_waits_and_has_not_slipped(store: Store, make: Make) -> None:
    promised = make.follow_up(make.family(), "Bring the form", TODAY - DAY)
    keep(store, replace(promised, side=Side.FAMILY))
    day = today(store, TODAY)
    assert [each.follow_up.action for each in day.waiting.first] == ["Bring the form"]
    assert day.sentence == "Nothing is due today."


def test_where_somebody_has_died_nothing_is_asked_for_by_itself(store: Store, make: Make) -> None:
    made = make.family()
    for weeks in (7, 8, 9):
        make.contact(made, held_on=TODAY - timedelta(weeks=weeks), about=About.CONCERN)
    promised = make.follow_up(made, "Ring Mrs Khan")
    keep(store, replace(promised, person=made.adults[0].id))
    day = today(store, TODAY)
    assert (day.not_in_touch.count, day.good_news_due.count, day.due_today.count) == (1, 1, 1)
    keep(store, replace(made.adults[0], died_on=TODAY))
    day = today(store, TODAY)
    assert (day.not_in_touch.count, day.good_news_due.count, day.due_today.count) == (0, 0, 0)


def test_a_leaver_and_a_colleagues_family_bring_no_new_worry(store: Store, make: Make) -> None:
    left, colleague = make.family("Reid"), make.family("Chen")
    make.concern(left)
    make.concern(colleague)
    assert {each.since for each in today(store, TODAY).new_concerns} == {TODAY}
    keep(store, replace(left.family, left_on=TODAY))
    keep(store, replace(colleague.family, colleague=True))
    assert today(store, TODAY).new_concerns == ()
