"""No heading stands alone, no room to write is torn, empty rows can be filled in at any size."""

from __future__ import annotations

import pytest

from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.fitting import clipped
from liaison.sheets.printing import build
from liaison.sheets.room import Room
from liaison.sheets.scale import SIZES
from tests.sheets.accessibility.checking import faults
from tests.sheets.accessibility.samples import STAMP
from tests.sheets.pages import pages

TWO_PARTS = Line(lead="Thu 19 Nov.", text="At the gate. " * 3, detail="They talked. " * 9)
SHORT_THEN_ROWS = Section(
    heading="Last of all",
    lines=(Line(text="A session is half a day."),),
    table=Table(columns=("Child", "Year", "Attended", "Not"), rows=(("Zara", "2026", "9", "1"),)),
)
"""At the larger sizes its rows are lines."""

FULL = {12: 34, 14: 28, 18: 20, 24: 13}
"""How many lines a page has at each size."""

BELOW_A_HEADING = {
    "lead and detail": Section(heading="Last of all", lines=(TWO_PARTS,)),
    "a short line and rows": SHORT_THEN_ROWS,
    "rows": Section(heading="Last of all", table=Table(columns=("A", "B"), rows=(("a", "b"),) * 4)),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("below", BELOW_A_HEADING)
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(below: str, size: int) -> None:
    last = BELOW_A_HEADING[below]
    full = FULL[size]
    for before in range(full - 8, full + 1):
        lines = tuple(Line(text=f"Line {n}.") for n in range(before))
        body = Body(title="Trial", sections=(Section(heading="", lines=lines), last))
        shown = pages(build(body, footer=STAMP, size=size))
        (page,) = [each for each in shown if "Last of all" in each]
        after = page.split("Last of all")[1].split("Trial.")[0]
        assert len(after.split()) > 1
        if below == "a short line and rows":
            assert "Zara" in page


def test_a_little_room_to_write_stays_together_and_much_of_it_runs_on() -> None:
    few, many = Room(None, 3, 12), Room(None, 12, 12)
    assert few.begins == few.wrap(400, 800)[1]
    assert few.split(400, few.begins - 1) == []
    assert many.split(400, many.begins - 1) == []
    for height in range(int(many.begins), int(many.wrap(400, 800)[1])):
        first, rest = many.split(400, height)
        assert first.lines + rest.lines == 12
        assert min(first.lines, rest.lines) >= 2
        assert first.wrap(400, 800)[1] <= height


def test_an_empty_row_too_wide_for_the_print_becomes_lines_to_write_on() -> None:
    table = Table(columns=("When", "How", "Who tried", "Outcome"), rows=(("",) * 4,) * 2)
    body = Body(title="Trial", sections=(Section(heading="Each try", table=table),))
    pdf = build(body, footer=STAMP, size=24)
    (page,) = pages(pdf)
    for name in table.columns:
        assert page.count(f"{name}: ____") == 2
    assert "1. When:" in page
    assert faults(pdf) == []


def test_a_row_as_a_line_ends_each_cell_once() -> None:
    row = ("Mon.", "“I am glad.”", "Who knows?", "They spoke")
    table = Table(columns=("Day", "Words", "Asked", "What"), rows=(row,))
    body = Body(title="Trial", sections=(Section(heading="Days", table=table),))
    (page,) = pages(build(body, footer=STAMP, size=24))
    assert "Mon. Words: “I am glad.” Asked: Who knows? What: They spoke." in page


def test_a_postcode_stays_whole_even_where_its_line_is_cut() -> None:
    assert clipped("12  Road,\n Town, ZZ99\u00a03VZ", 60) == "12 Road, Town, ZZ99\u00a03VZ"
