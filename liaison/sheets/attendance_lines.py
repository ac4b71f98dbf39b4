"""Attendance as it stood on a day: sessions attended, and absences not authorised apart."""

from __future__ import annotations

from liaison.dates import medium_date
from liaison.model.attendance import AttendanceSnapshot
from liaison.model.copies.copy import Copy
from liaison.sheets.body import Section, Table

HEADINGS = ("Child", "Year", "Attended", "Authorised", "Not authorised", "As it stood on")
SHARES = (1.4, 1.1, 1.3, 1.2, 1.2, 1.6)


def attendance(copy: Copy, *, child: str = "") -> Section:
    """Each child's figures, the newest year first. A session is half a day."""
    found = [each for each in copy.record.attendance if child in ("", each.child)]
    found.sort(key=lambda each: (each.child, -each.year))
    names = copy.record.names
    rows = tuple(_row(each, names.get(each.child, "")) for each in found)
    if not rows:
        return Section(heading="Attendance")
    return Section(heading="Attendance", table=Table(columns=HEADINGS, rows=rows, widths=SHARES))


def _row(each: AttendanceSnapshot, name: str) -> tuple[str, ...]:
    share = f" ({each.percent:.0f} %)" if each.percent is not None else ""
    return (
        name,
        f"{each.year}/{(each.year + 1) % 100:02}",
        f"{each.attended} of {each.possible}{share}",
        str(each.authorised),
        str(each.unauthorised),
        medium_date(each.taken_on) if each.taken_on else "",
    )
