"""Attendance as it stood on a day: sessions attended, and absences not authorised apart."""

from __future__ import annotations

from liaison.dates import short_date
from liaison.model.attendance import AttendanceSnapshot
from liaison.model.copies.copy import Copy
from liaison.sheets.body import Line, Section, Table

HEADINGS = ("Child", "Year", "Attended", "Authorised", "Not authorised", "As it stood on")
SHARES = (1.2, 1.0, 1.7, 1.2, 1.2, 1.3)
YEARS = 2
"""How many years stand on a sheet: this one and the one before."""

A_SESSION = "A session is half a day. Authorised: the school agreed to the absence."


def attendance(copy: Copy, *, children: frozenset[str]) -> Section:
    """Each child's figures, the newest year first."""
    names = copy.record.names
    rows = tuple(
        _row(each, names.get(child, ""))
        for child in sorted(children)
        for each in _newest(copy, child)
    )
    table = Table(columns=HEADINGS, rows=rows, widths=SHARES) if rows else None
    lines = (Line(text=A_SESSION),) if rows else ()
    return Section(heading="Attendance", lines=lines, table=table)


def _newest(copy: Copy, child: str) -> list[AttendanceSnapshot]:
    found = [each for each in copy.record.attendance if each.child == child]
    return sorted(found, key=lambda each: each.year, reverse=True)[:YEARS]


def _row(each: AttendanceSnapshot, name: str) -> tuple[str, ...]:
    share = f", {each.percent:.0f}%" if each.percent is not None else ""
    return (
        name,
        f"{each.year}/{(each.year + 1) % 100:02}",
        f"{each.attended} of {each.possible}{share}",
        str(each.authorised),
        str(each.unauthorised),
        short_date(each.taken_on) if each.taken_on else "",
    )
