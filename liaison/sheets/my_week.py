"""My week, for the head: counts of our own work on one page, with names or in numbers alone."""

from __future__ import annotations

from collections.abc import Iterator

from liaison.casework.follow_ups import Due
from liaison.casework.for_paper import Needs
from liaison.casework.my_week import NamedWork, Week, week_for_paper
from liaison.dates import day_in_list, long_date
from liaison.model.fields import Audience
from liaison.model.small_numbers import FEW, KEPT_BACK, LEAST, shown, shown_with_total
from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.meeting_lines import filled, room
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet, Shred

MOST = 8
"""How many of a kind are named: it is one page for a busy reader."""

SUPPRESSED = (
    f"A number under {LEAST} is not told: it says “{FEW}”. Where a total would give it away, "
    f"another number is “{KEPT_BACK}”."
)
DECISIONS = 4
"""Lines to write on."""


def my_week(week: Week, house: House) -> Body:
    """Counts of what we did; no family is scored."""
    kind = "For the head" if week.named else "Numbers only"
    signed = ", ".join(
        filter(None, (house.settings.officer, house.settings.officer_role if week.named else ""))
    )
    days = f"{long_date(week.first)} to {long_date(week.last)}"
    if week.first == week.last:
        days = long_date(week.first)
    return Body(
        title="My week",
        under=(
            sentences([house.school, days]),
            sentences([kind, signed if week.named else ""]),
        ),
        sections=filled(
            _counts(week),
            _parts("How our contacts went", week.by_outcome, week),
            _parts("How we were in touch", week.by_channel, week),
            *(_named(week.named, week) if week.named else ()),
            room("Decisions wanted", DECISIONS),
            _how_to_read(week),
        ),
    )


def _counts(week: Week) -> Section:
    tell = str if week.named else shown
    lines = tuple(Line(lead=f"{name}:", text=tell(count)) for name, count in week.counts)
    return Section(heading="In numbers", lines=lines)


def _parts(heading: str, parts: tuple[tuple[str, int], ...], week: Week) -> Section:
    """The parts of one whole, and their total."""
    counts = dict(parts)
    if not counts:
        return Section(heading=heading, lines=(Line(text="Nothing was logged."),))
    told, total = shown_with_total(counts)
    if week.named:
        told, total = {name: str(n) for name, n in parts}, str(sum(counts.values()))
    parted = "; ".join(f"{name}: {count}" for name, count in told.items())
    lines = (Line(text=f"{parted}."), Line(lead="Together:", text=total))
    return Section(heading=heading, lines=lines)


def _named(named: NamedWork, week: Week) -> Iterator[Section]:
    rows = tuple(_late(each, week) for each in named.late)
    columns = ("What", "Family", "Was due")
    table = Table(columns=columns, rows=rows[:MOST], widths=(3, 1.5, 1.4)) if rows else None
    yield Section(heading="Ours, and late", table=table, more=len(rows[MOST:]))
    worries = tuple(Line(lead=f"{family}.", text=words) for family, words in named.worries)
    yield Section(heading="New worries", lines=worries[:MOST], more=len(worries[MOST:]))
    met = tuple(
        Line(lead=f"{each.family_name}.", text=sentences([each.kind, each.meeting.outcome]))
        for each in named.meetings
    )
    yield Section(heading="Meetings held", lines=met[:MOST], more=len(met[MOST:]))


def _late(each: Due, week: Week) -> tuple[str, str, str]:
    due = day_in_list(each.follow_up.due, week.last) if each.follow_up.due else ""
    return each.follow_up.action, each.family_name, due


def _how_to_read(week: Week) -> Section:
    text = "" if week.named else SUPPRESSED
    return Section(heading="How to read this", lines=(Line(text=text),) if text else ())


MY_WEEK = Sheet(
    code="my_week",
    title="My week",
    audiences=(Audience.STAFF, Audience.ANONYMISED),
    needs=Needs.DAY,
    decide=week_for_paper,
    body=my_week,
    shred=Shred.KEPT,
)
