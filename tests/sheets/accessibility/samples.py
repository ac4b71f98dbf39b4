"""Bodies to check: of every sheet there is for every reader, and one with a bit of everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from liaison.casework.copies import Wish
from liaison.casework.for_paper import Decided, Needs
from liaison.model.copies.audience import copy_for
from liaison.model.copies.copy import Copy
from liaison.model.fields import Audience
from liaison.model.restriction import What
from liaison.model.settings import Settings
from liaison.sheets import SHEETS, Sheet
from liaison.sheets.body import Body, Footer, Line, Section, Table
from liaison.sheets.dsl_slip import SlipWords, dsl_slip
from liaison.sheets.making import on_paper
from liaison.sheets.recovery import recovery_sheet
from liaison.sheets.sheet import House
from tests.sheets.day_records import (
    attempts,
    card,
    chronology,
    outstanding,
    ring_round,
    visit,
    week,
)
from tests.sheets.day_records import calls as calls_today
from tests.sheets.meeting_records import paper
from tests.sheets.pages import AT, label
from tests.sheets.records import TODAY, khans, restriction

STAMP = Footer(
    title="Trial",
    copy="Staff copy 1 of 1. Printed by Mrs A Officer, 23 November 2026 at 10:05",
    notice="This is not the child protection file.",
    marking="OFFICIAL-SENSITIVE: PERSONAL",
)
SAID = "They talked about the bus and the mornings and who could walk with them. " * 8


def copy(audience: Audience) -> Copy:
    """The copy of a family with very much in it, for one reader."""
    record = khans(restrictions=(restriction(What.COLLECT), restriction(What.ATTEND)))
    reader = "mum" if audience is Audience.FAMILY else ""
    return copy_for(record, audience=audience, today=TODAY, reader=reader)


MATTERS: dict[str, Callable[[Audience], Any]] = {
    Needs.FAMILY.value: copy,
    Needs.MEETING.value: paper,
    Needs.VISIT.value: visit,
    Needs.CHILDREN.value: ring_round,
    Needs.NOTHING.value: lambda _: None,
    "visit_card": card,
    "chronology": chronology,
    "attempts_log": attempts,
    "call_sheet": calls_today,
    "outstanding": outstanding,
    "my_week": week,
}
"""What a sheet's body is made from, by its code or by what it needs."""

HOUSE = House(settings=Settings(school="Oakfield Primary", officer="Mrs A Officer"), label=label)


def of_sheet(sheet: Sheet, audience: Audience) -> Body:
    """The body of a sheet for one reader, as it is printed."""
    wish = Wish(audience=audience)
    matter = MATTERS.get(sheet.code) or MATTERS[sheet.needs.value]
    decided = Decided(matter=matter(audience), wish=wish, today=TODAY)
    body, _ = on_paper(sheet, decided, house=HOUSE, printed_at=AT)
    return body


def every() -> Iterator[tuple[str, Body]]:
    """Every sheet for every reader, the papers of the day, and the one with everything."""
    for sheet in SHEETS:
        for audience in sheet.audiences:
            yield f"{sheet.code}, {audience.value}", of_sheet(sheet, audience)
    yield "slip", slip()
    yield "recovery sheet", recovery()
    yield "everything", everything()


def slip() -> Body:
    words = "He said: “I do not want to go home.”\n\nI asked nothing more."
    return dsl_slip(SlipWords(about="Ali Khan", words=words, heard_on=TODAY), school="Oakfield")


def recovery() -> Body:
    groups = ["7KQM", "3XAD", "W6RE", "8ZFJ", "D3VY", "5MKA", "N2FA"]
    return recovery_sheet(groups=groups, record="Oakfield.liaison", made_on=date(2026, 11, 23))


def everything() -> Body:
    """A bit of all that a body can hold, running over several pages."""
    rows = tuple((f"{n} March", SAID[: 40 * (n % 5)], "Ann Hall") for n in range(1, 24))
    return Body(
        title="Everything",
        under=("For staff.", "Second line."),
        sections=(
            Section(
                heading="Talks",
                lines=(
                    Line(lead="Monday 9 March.", text=SAID + "x" * 200 + " end", detail=SAID),
                    Line(lead="Tuesday.", text="Nguyễn Thị Ặnh rang", link="https://example.org"),
                    Line(text=SAID * 4),
                ),
                more=7,
            ),
            Section(
                heading="To do",
                lines=(
                    Line(lead="By 1 March:", text="Ring them", detail="As agreed", box=True),
                    Line(text="Write", box=True, ticked=True),
                    Line(text="Outcome: " + 24 * "_", box=True),
                    Line(text=SAID * 7, box=True),
                ),
            ),
            Section(
                heading="Who",
                columns=True,
                lines=(*(Line(lead=f"Name {n}", text=SAID) for n in range(7)), Line(text="None")),
            ),
            Section(heading="When", table=Table(columns=("Day", "What", "Who"), rows=rows)),
            Section(
                heading="To fill in",
                lines=(Line(text="Fill in by hand."),),
                table=Table(columns=("Name", "Signed"), rows=(("", ""),) * 3, widths=(1, 2)),
            ),
            Section(
                heading="",
                lines=(
                    Line(text="Dear Mrs Khan,"),
                    Line(text=SAID),
                    Line(text="Diolch yn fawr", lang="cy"),
                    Line(text="example.org", link="https://example.org"),
                    Line(text="Signature: " + 30 * "_"),
                ),
            ),
            Section(heading="Cymraeg", lang="cy", lines=(Line(lead="Croeso", text="i chi"),)),
        ),
        aside_title="Not for the table",
        aside=(Section(heading="Restrictions", lines=(Line(lead="Do not:", text=SAID),) * 9),),
    )
