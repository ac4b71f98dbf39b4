"""A word of its own in every field of a meeting, searched for in every copy of every sheet."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.casework.copies import Wish
from liaison.casework.for_paper import Decided, Needs
from liaison.casework.meeting_papers import MeetingPaper
from liaison.model.agenda import AgendaItem
from liaison.model.fields import Audience, Entry, fields_of
from liaison.sheets import SHEETS, sheet_called
from liaison.sheets.making import made
from tests.sheets.accessibility.samples import HOUSE, MATTERS
from tests.sheets.meeting_records import item, meeting, paper
from tests.sheets.pages import AT, everything, planted_on
from tests.sheets.records import TODAY, khans, word

FAMILY_SHEETS = [each.code for each in SHEETS if Audience.FAMILY in each.audiences]
OF_MEETINGS = [
    each.code
    for each in SHEETS
    if each.needs is Needs.MEETING and Audience.FAMILY in each.audiences
]
LARGE = 14


def printed(code: str, matter: object, audience: Audience, reader: str = "") -> bytes:
    wish = Wish(audience=audience, reader=reader, size=LARGE)
    decided = Decided(matter=matter, wish=wish, today=TODAY)
    return made(sheet_called(code), decided, house=HOUSE, printed_at=AT).pdf


@cache
def family_copy(code: str, kind: str = "honest") -> bytes:
    matter = paper(Audience.FAMILY, "mum", kind)
    return printed(code, matter, Audience.FAMILY, "mum")


def hidden_words(*entries: Entry) -> set[str]:
    """The planted words of every field a family may not read."""
    return {
        value
        for entry in entries
        for bound in fields_of(type(entry))
        if Audience.FAMILY not in bound.about.readers
        and isinstance(value := getattr(entry, bound.name), str)
        and value.startswith("Q")
    }


def test_the_search_finds_what_a_staff_pack_holds() -> None:
    found = planted_on(printed("meeting_pack", paper(Audience.STAFF), Audience.STAFF))
    for name in ("purpose", "opening", "standby", "standby_extension"):
        assert word("meeting", name) in found
    assert word("itemplain", "detail") in found
    assert word("rowdad", "left_out_reason") in found


@pytest.mark.parametrize("code", OF_MEETINGS)
def test_no_word_of_a_field_for_staff_is_anywhere_in_a_familys_file(code: str) -> None:
    whole = meeting()
    entries = (whole.meeting, *whole.people, *whole.items, *whole.actions, *whole.checks)
    hers = {word("itemshared", "said"), word("meeting", "disagreement")}
    hidden = hidden_words(*entries) - hers
    assert len(hidden) > 15
    assert not hidden & planted_on(family_copy(code))


@pytest.mark.parametrize("code", OF_MEETINGS)
def test_a_familys_file_holds_nothing_of_another_adult_or_child(code: str) -> None:
    found = planted_on(family_copy(code))
    others = ("QActionofdad", "QRowdad", "QDad", "QDoctor", "QItemali", "QRcollect", "QRattend")
    assert not [each for each in found if each.startswith(others)]
    whole = everything(family_copy(code))
    for never in ("Tariq", "960456", "Dad Street"):
        assert never not in whole


@pytest.mark.parametrize("code", OF_MEETINGS)
def test_a_familys_file_never_says_how_it_was_meant_to_be_held(code: str) -> None:
    whole = everything(family_copy(code)).casefold()
    never = ("honest", "nearby", "standby", "opening line", "to the door", "left out", "not asked",
             "restrict", "court", "not for the table", "worry", " late ", "late,")  # fmt: skip
    assert [each for each in never if each in whole] == []


@pytest.mark.parametrize("code", OF_MEETINGS)
def test_her_own_part_is_on_her_copy(code: str) -> None:
    found = planted_on(family_copy(code))
    expected = {
        "family_agenda": ("purpose", "interpreter"),
        "meeting_minutes": ("purpose", "outcome", "words", "strengths", "chair"),
        "support_review": ("outcome", "words", "strengths"),
        "attendance_contract": ("words",),
    }
    assert [each for each in expected[code] if word("meeting", each) not in found] == []


def test_what_was_said_stands_on_a_familys_minutes_only_where_it_was_ticked() -> None:
    found = planted_on(family_copy("meeting_minutes"))
    assert word("itemshared", "said") in found
    assert word("itemplain", "said") not in found


def test_the_childs_words_need_a_tick() -> None:
    assert word("meeting", "child_voice") not in planted_on(family_copy("meeting_minutes"))
    ticked = paper(Audience.FAMILY, ticked=("m",))
    found = planted_on(printed("meeting_minutes", ticked, Audience.FAMILY, "mum"))
    assert word("meeting", "child_voice") in found


def test_a_handover_of_the_summary_holds_no_adult_and_no_meeting() -> None:
    matter = MATTERS[Needs.FAMILY.value](Audience.HANDOVER)
    found = planted_on(printed("family_summary", matter, Audience.HANDOVER))
    never = ("QMum", "QDad", "QDoctor", "QWith", "QKept", "QMeeting", "QAction", "QRcollect")
    assert found
    assert not [each for each in found if each.startswith(never)]


def test_a_week_in_numbers_holds_no_name_and_no_word_of_the_record() -> None:
    pdf = printed("my_week", MATTERS["my_week"](Audience.ANONYMISED), Audience.ANONYMISED)
    whole = everything(pdf)
    assert planted_on(pdf) == set()
    assert "Khan" not in whole
    assert "Mrs A Officer" in whole
    assert "fewer than 5" in whole
    named = printed("my_week", MATTERS["my_week"](Audience.STAFF), Audience.STAFF)
    assert word("late", "action") in planted_on(named)


@pytest.mark.parametrize("code", [each.code for each in SHEETS])
def test_safeguarding_pointers_are_on_no_sheet(code: str) -> None:
    sheet = sheet_called(code)
    matter = MATTERS.get(code) or MATTERS[sheet.needs.value]
    for audience in sheet.audiences:
        found = planted_on(printed(code, matter(audience), audience))
        assert not [each for each in found if each.startswith(("QPointer", "QFrompointer"))]


def test_numbers_and_restrictions_are_on_the_last_page_of_a_pack_alone() -> None:
    from tests.sheets.pages import pages

    every = pages(printed("meeting_pack", paper(Audience.STAFF), Audience.STAFF))
    table = [each for each in every if "Not for the table" not in each]
    last = " ".join(each for each in every if "Not for the table" in each)
    assert every[: len(table)] == table
    assert khans().points
    for never in ("900123", "960456", word("rcollect", "words"), word("meeting", "opening"),
                  "Honest conversation", word("meeting", "standby")):  # fmt: skip
        assert never not in " ".join(table)
        assert never in last


@st.composite
def agendas(draw: st.DrawFn) -> tuple[AgendaItem, ...]:
    return tuple(item(f"n{n}", share=draw(st.booleans())) for n in range(draw(st.integers(0, 4))))


@given(items=agendas(), code=st.sampled_from(OF_MEETINGS))
@settings(max_examples=10, deadline=None)
def test_whatever_is_ticked_only_that_is_said(items: tuple[AgendaItem, ...], code: str) -> None:
    whole = replace(meeting(), items=items)
    matter: MeetingPaper = paper(Audience.FAMILY, whole=whole)
    found = planted_on(printed(code, matter, Audience.FAMILY, "mum"))
    for each in items:
        if not each.share:
            assert each.said not in found
        assert each.detail not in found
