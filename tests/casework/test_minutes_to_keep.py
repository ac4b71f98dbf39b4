"""Minutes for a professional by name: whose they are, what is not on them, and no day to shred."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from liaison.casework.copies import Wish, note_copies
from liaison.casework.meeting_papers import professionals_at
from liaison.casework.meetings import change_meeting
from liaison.casework.professionals import add_professional
from liaison.casework.shredding import still_out
from liaison.errors import CannotPrint
from liaison.model.meeting import Comes, MeetingPerson
from liaison.model.person import Person
from liaison.model.restriction import What
from liaison.model.settings import SharingLog
from liaison.sheets import sheet_called
from liaison.sheets.making import MadeSheet
from liaison.sheets.making import make as made_of
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.sheets.pages import text

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family(adults=(("Mrs", "Amina", "mother"), ("Mr", "Tariq", "father")))


@pytest.fixture
def nurse(store: Store, khan: Made) -> Person:
    return add_professional(store, khan.id, "Ms Rosa Avery", "School nurse")


@pytest.fixture
def met(store: Store, make: Make, khan: Made, nurse: Person) -> str:
    """Written up, with the nurse at the table and the father kept away from it."""
    meeting = make.meeting(khan, kind="taf", coming=khan.adults[:1]).meeting
    with store.saving() as saving:
        saving.add(MeetingPerson(family=khan.id, meeting=meeting.id, person=nurse.id))
    change_meeting(store, replace(meeting, outcome="Zara rides with Noor."), today=TODAY)
    make.restriction(khan, khan.adults[1], what=What.COLLECT)
    return meeting.id


def minutes(store: Store, met: str, reader: str = "", code: str = "meeting_minutes") -> MadeSheet:
    sheet = sheet_called(code)
    return made_of(store, sheet, met, Wish(reader=reader), today=TODAY, printed_at=AT)


def test_minutes_for_a_professional_say_who_keeps_them_and_no_day_to_shred(
    store: Store, met: str, nurse: Person
) -> None:
    made = minutes(store, met, nurse.id)
    said = text(made.pdf)
    assert f"Staff copy 1 of 1 for {nurse.full}." in said
    assert f"Kept by {nurse.full}." in said
    assert "Zara rides with Noor." in said
    assert "Shred" not in said
    note_copies(store, made.notes, way="printed", at=AT)
    (noted,) = store.find(SharingLog)
    assert (noted.reader, noted.shred_by) == (nurse.id, None)
    assert still_out(store) == []


def test_the_page_for_our_own_staff_is_not_theirs(store: Store, met: str, nurse: Person) -> None:
    ours, theirs = minutes(store, met), minutes(store, met, nurse.id)
    assert "Not for the table" in text(ours.pdf)
    assert "must not collect" in text(ours.pdf)
    assert "Not for the table" not in text(theirs.pdf)
    assert "must not collect" not in text(theirs.pdf)
    assert "07700" not in text(theirs.pdf)
    assert any("Not for the table" in each for each in theirs.left_out)


def test_our_own_copy_is_shredded_as_before(store: Store, met: str) -> None:
    made = minutes(store, met)
    shred = TODAY + timedelta(days=store.settings.shred_days)
    assert [each.shred_by for each in made.notes] == [shred]
    assert "Kept by" not in text(made.pdf)


def test_nobody_but_a_professional_of_the_meeting_is_given_minutes_to_keep(
    store: Store, met: str, khan: Made, nurse: Person
) -> None:
    away = add_professional(store, khan.id, "Mr Ian Pike", "Social worker")
    with store.saving() as saving:
        row = MeetingPerson(family=khan.id, meeting=met, person=away.id, comes=Comes.LEFT_OUT)
        saving.add(replace(row, left_out_reason="On leave"))
    assert professionals_at(store, met) == [nurse]
    for reader in (khan.adults[0].id, khan.children[0].id, away.id, "nobody"):
        with pytest.raises(CannotPrint, match="go to a professional of this meeting"):
            minutes(store, met, reader)
