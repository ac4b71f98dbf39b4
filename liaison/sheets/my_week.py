"""My week, for the head: counts of our own work on one page, with names or in numbers alone."""

from __future__ import annotations

from collections.abc import Iterator

from liaison.casework.follow_ups import Due
from liaison.casework.for_paper import Needs
from liaison.casework.my_week import NamedWork, Week, week_for_paper
from liaison.dates import day_in_list, long_date
from liaison.model.fields import Audience
from liaison.model.small_numbers import FEW, KEPT_BACK, LEAST, shown, shown_with_total
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.fitting import clipped
from liaison.sheets.meeting_lines import filled, room
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet, Shred

MOST = 8
"""How many of a kind are named: it is one page for a busy reader."""

SUPPRESSED = (
    f"A number under {LEAST} is not told: it says “{FEW}”. Where a total would give it away, "
    f"another number is “{KEPT_BACK}”."
)
KEEP = "Keep this page: by it, Settings, Checks finds an older copy."

DECISIONS = 3
"""Lines to write on."""

NAME, FAMILY = 60, 30
"""Letters of a name in the heading, and in a line, so that it leaves room for the rest."""


def my_week(week: Week, house: House) -> Body:
    """Counts of what we did; no family is scored."""
    kind = "For the head" if week.named else "Numbers only"
    settings = house.settings
    signed = ", ".join(filter(None, (settings.officer, settings.officer_role)))
    days = f"{long_date(week.first)} to {long_date(week.last)}"
    if week.first == week.last:
        days = long_date(week.first)
    return Body(
        title="My week",
        under=(
            sentences([clipped(house.school, NAME), days]),
            sentences([kind, clipped(signed, NAME) if week.named else ""]),
        ),
        sections=filled(
            _counts(week),
            _parts("How our contacts went", week.by_outcome, week),
            _parts("How we were in touch", week.by_channel, week),
            *(_named(week.named, week) if week.named else ()),
            room("Decisions wanted", DECISIONS),
            _how_to_read(week),
            _record(week),
        ),
        one_page=True,
    )


def _counts(week: Week) -> Section:
    tell = str if week.named else shown
    lines = tuple(Line(lead=f"{name}:", text=tell(count)) for name, count in week.counts)
    return Section(heading="In numbers", lines=lines, least=len(lines))


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
    return Section(heading=heading, lines=lines, least=len(lines))


def _named(named: NamedWork, week: Week) -> Iterator[Section]:
    late = tuple(_late(each, week) for each in named.late)
    yield Section(heading="Ours, and late", lines=late[:MOST], more=len(late[MOST:]))
    worries = tuple(Line(lead=_family(family), text=words) for family, words in named.worries)
    yield Section(heading="New worries", lines=worries[:MOST], more=len(worries[MOST:]))
    met = tuple(
        Line(lead=_family(each.family_name), text=sentences([each.kind, each.meeting.outcome]))
        for each in named.meetings
    )
    yield Section(heading="Meetings held", lines=met[:MOST], more=len(met[MOST:]))


def _late(each: Due, week: Week) -> Line:
    """The day is in the lead: what is too long is cut from its end."""
    due = day_in_list(each.follow_up.due, week.last) if each.follow_up.due else ""
    was = f"{_family(each.family_name)} Was due {due}." if due else _family(each.family_name)
    return Line(lead=was, text=each.follow_up.action)


def _family(name: str) -> str:
    return f"{clipped(name, FAMILY)}."


def _how_to_read(week: Week) -> Section:
    text = "" if week.named else SUPPRESSED
    return Section(heading="How to read this", lines=(Line(text=text),) if text else ())


def _record(week: Week) -> Section:
    """What the page is kept for: an older copy of the record does not know this change."""
    stood = Line(lead="As it stands:", text=week.fingerprint)
    lines = (stood, Line(text=KEEP)) if week.fingerprint else ()
    return Section(heading="The record", lines=lines, least=2)


MY_WEEK = Sheet(
    code="my_week",
    title="My week",
    audiences=(Audience.STAFF, Audience.ANONYMISED),
    needs=Needs.DAY,
    decide=week_for_paper,
    body=my_week,
    shred=Shred.KEPT,
)
