"""The list of the ring-round on paper: absent children, numbers to try, boxes for the outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from liaison.dates import long_date, medium_date
from liaison.sheets.aside import ASIDE_TITLE
from liaison.sheets.body import NOT_THE_FILE, Body, Footer, Line, Section

CODE = "call_list"
"""What the log of copies calls it."""

TITLE = "Ring-round"
SEE = "See the last page first."


@dataclass(frozen=True, kw_only=True)
class ToRing:
    """One number: whose it is, what to know before (printed apart), and how it went if it did."""

    who: str
    number: str
    know: str = ""
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class AbsentLine:
    """One absent child. ``note`` is for staff only and prints apart."""

    child: str
    year: str = ""
    numbers: Sequence[ToRing] = ()
    note: str = ""


def call_list(absent: Sequence[AbsentLine], *, on: date, school: str = "") -> Body:
    """What to know of a restriction, and who has a social worker, stands on the last page."""
    aside = tuple(each for each in map(_aside, absent) if each.lines)
    where = f"{school}, " if school else ""
    count = "1 child" if len(absent) == 1 else f"{len(absent)} children"
    under = [f"{where}{long_date(on)}. {count} absent."]
    if aside:
        under.append("The last page is not for the table.")
    return Body(
        title=TITLE,
        under=tuple(under),
        sections=tuple(_section(each) for each in absent),
        aside_title=ASIDE_TITLE,
        aside=aside,
    )


def call_list_footer(*, officer: str, printed_at: datetime, marking: str = "") -> Footer:
    """What every page says of its copy."""
    by = f" by {officer}" if officer else ""
    at = f"{medium_date(printed_at.date())} at {printed_at:%H:%M}"
    return Footer(
        title=TITLE,
        copy=f"For staff. Shred when done. Printed{by}, {at}",
        notice=NOT_THE_FILE,
        marking=marking,
    )


def _section(absent: AbsentLine) -> Section:
    lines = [_line(each) for each in absent.numbers]
    if absent.note:
        lines.append(Line(text=SEE))
    if not absent.numbers:
        lines.append(Line(text="No number to ring. Ask the office."))
    heading = ", ".join(
        filter(None, (absent.child, absent.year.replace(" ", "\N{NO-BREAK SPACE}")))
    )
    return Section(heading=heading, lines=tuple(lines))


def _line(each: ToRing) -> Line:
    detail = each.outcome or "Outcome and time: " + 24 * "_"
    said = " ".join(filter(None, (f"{each.who}.", SEE if each.know else "")))
    return Line(lead=each.number, text=said, detail=detail, box=True)


def _aside(absent: AbsentLine) -> Section:
    lines = [Line(lead=f"{each.who}:", text=each.know) for each in absent.numbers if each.know]
    if absent.note:
        lines.append(Line(text=absent.note))
    return Section(heading=absent.child, lines=tuple(lines))
