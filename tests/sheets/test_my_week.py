"""My week is one page at 12 point, whatever the week was; what is cut is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.casework.copies import Wish
from liaison.casework.follow_ups import Due
from liaison.casework.for_paper import Decided
from liaison.casework.meetings import MeetingLine
from liaison.casework.my_week import NamedWork, Week, week_for_paper
from liaison.model.contact import Contact
from liaison.model.fields import Audience
from liaison.model.meeting import Meeting
from liaison.model.settings import Settings
from liaison.model.visit import HomeVisit
from liaison.sheets import sheet_called
from liaison.sheets.making import MadeSheet, made
from liaison.sheets.making import make as made_of
from liaison.sheets.sheet import House
from liaison.store.fingerprints import find_fingerprint
from liaison.store.store import Store
from tests.builders import Make
from tests.conftest import TODAY
from tests.sheets.accessibility.checking import faults
from tests.sheets.pages import AT, label, pages, text
from tests.sheets.records import FAMILY, follow_up
from ui.practice_record import practice_record

FRIDAY = date(2026, 11, 27)
LONG = "Wrzeszczykiewicz-Featherstonehaugh-Ng " * 12
FINGERPRINT = "20512-MV71-J1AT-ZN31-V66A"


@pytest.fixture(scope="module")
def school() -> Iterator[Store]:
    store = practice_record(families=200, years=1, seed=2026, on=FRIDAY)
    yield store
    store.close()


@pytest.mark.parametrize("audience", [Audience.STAFF, Audience.ANONYMISED])
@pytest.mark.parametrize("weeks", [0, 3, 9])
def test_the_week_of_two_hundred_families_is_one_page(
    school: Store, audience: Audience, weeks: int
) -> None:
    on = FRIDAY - timedelta(weeks=weeks)
    wish = Wish(audience=audience)
    week = made_of(school, sheet_called("my_week"), "", wish, today=on, printed_at=AT)
    assert week.pages == 1
    large = replace(wish, size=24)
    more = made_of(school, sheet_called("my_week"), "", large, today=on, printed_at=AT)
    assert more.pages > 1


def hostile() -> Week:
    """Everything there can be too much of: names, words, lists and numbers."""
    promise = follow_up("late", due=FRIDAY - timedelta(days=400), action=LONG)
    meeting = Meeting(family=FAMILY, kind="honest", outcome=LONG, held_on=FRIDAY)
    return Week(
        first=FRIDAY - timedelta(days=4),
        last=FRIDAY,
        by_outcome=(("Reached", 123_456), ("Nobody was reached", 99_999)),
        by_channel=tuple((f"Way {n} {LONG}", n) for n in range(40)),
        counts=tuple((f"What we count, number {n}", n * 10_000) for n in range(8)),
        named=NamedWork(
            late=tuple(Due(promise, LONG, 400) for _ in range(60)),
            worries=tuple((LONG, LONG) for _ in range(60)),
            meetings=tuple(MeetingLine(meeting, LONG, LONG) for _ in range(60)),
        ),
        fingerprint=FINGERPRINT,
    )


def printed(week: Week, size: int = 12, school: str = LONG) -> MadeSheet:
    sheet = sheet_called("my_week")
    settings = Settings(school=school, officer=LONG[:80], officer_role=LONG, marking="OFFICIAL")
    decided = Decided(matter=week, wish=Wish(size=size), today=FRIDAY, families=(FAMILY,))
    return made(sheet, decided, house=House(settings=settings, label=label), printed_at=AT)


def test_a_hostile_week_is_one_page_and_says_how_much_is_in_the_record() -> None:
    (page,) = pages(printed(hostile()).pdf)
    for heading in ("In numbers", "Ours, and late", "New worries", "Meetings held", "The record"):
        assert heading in page
    assert "Decisions wanted" in page
    left = [int(each) for each in re.findall(r"and (\d+) more in the record", page)]
    assert len(left) == 3
    assert all(52 <= each <= 59 for each in left)
    assert FINGERPRINT in page


@pytest.mark.parametrize("size", [12, 14, 18, 24])
def test_a_hostile_week_can_be_read_at_every_size(size: int) -> None:
    week = printed(hostile(), size)
    assert faults(week.pdf) == []
    assert size == 12 or week.pages > 1


def test_a_week_with_little_in_it_is_not_cut() -> None:
    week = hostile()
    assert week.named is not None
    due = replace(week.named.late[0].follow_up, action="Ring her", due=FRIDAY - timedelta(days=1))
    few = NamedWork(late=(Due(due, "Khan", 1),), worries=(("Byrne", "The bus"),))
    said = text(printed(replace(week, by_channel=(), named=few), school="Oakfield").pdf)
    assert "Khan. Was due Thu 26 Nov. Ring her" in said
    assert "Byrne. The bus" in said
    assert "more in the record" not in said
    assert "Meetings held" not in said


def test_the_page_keeps_the_fingerprint_by_which_an_older_record_shows(
    store: Store, make: Make
) -> None:
    khan = make.family()
    week = week_for_paper(store, "", Wish(), today=TODAY).matter
    make.contact(khan)
    place = find_fingerprint(store, week.fingerprint)
    assert place is not None
    assert place.since == 1
    sheet = sheet_called("my_week")
    for audience in sheet.audiences:
        wish = Wish(audience=audience)
        said = text(made_of(store, sheet, "", wish, today=TODAY, printed_at=AT).pdf)
        assert "As it stands:" in said


def test_a_visit_counts_once_whether_it_was_set_out_on_or_written_down(
    store: Store, make: Make
) -> None:
    khan, byrne = make.family(), make.family("Byrne")
    make.contact(khan, channel="visit")
    make.contact(byrne, channel="visit")
    with store.saving() as saving:
        saving.add(HomeVisit(family=khan.id, going_on=TODAY, due_back_at="11:30", officer="A",
                             watcher="B"))  # fmt: skip
    assert {each.held_on for each in store.find(Contact)} == {TODAY}
    week = week_for_paper(store, "", Wish(), today=TODAY).matter
    assert dict(week.counts)["Home visits"] == 2
