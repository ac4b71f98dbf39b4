"""Forms to fill in by hand: what they ask for, and that they stay on a page."""

from __future__ import annotations

import pytest

from liaison.casework.copies import Wish
from liaison.casework.for_paper import Decided
from liaison.sheets import sheet_called
from liaison.sheets.making import made
from tests.sheets.accessibility.samples import HOUSE
from tests.sheets.pages import AT
from tests.sheets.records import TODAY


@pytest.mark.parametrize("code", ["form_contact", "form_meeting"])
def test_a_form_has_room_for_what_was_said_their_words_and_our_view(code: str) -> None:
    blank = made(
        sheet_called(code), Decided(matter=None, wish=Wish(), today=TODAY), house=HOUSE,
        printed_at=AT,
    )  # fmt: skip
    assert blank.body
    rooms = {each.heading: sum(line.room for line in each.lines) for each in blank.body.sections}
    lanes = {
        "form_contact": ("Seen or said, as facts", "Their words, and whose", "My view"),
        "form_meeting": ("How the family sees it, in their words", "How we see it"),
    }
    assert all(rooms[each] for each in lanes[code])
    if code == "form_contact":
        assert blank.pages == 1
