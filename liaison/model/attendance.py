"""Attendance as it stood when it was typed or imported. The app is not the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import HOME, STAFF, Entry, field


@dataclass(frozen=True, kw_only=True)
class AttendanceSnapshot(Entry):
    """Sessions (half days) of one child in one academic year, named by the year it began in."""

    table: ClassVar[str] = "attendance_snapshot"
    title: ClassVar[str] = "Attendance"

    child: str
    year: Annotated[int, field("Academic year", audience=HOME)]
    possible: Annotated[int, field("Sessions possible", audience=HOME)]
    attended: Annotated[int, field("Sessions attended", audience=HOME)]
    authorised: Annotated[int, field("Absences authorised", audience=HOME)] = 0
    unauthorised: Annotated[int, field("Absences not authorised", audience=HOME)] = 0
    school: Annotated[str, field("School", audience=STAFF)] = ""
    taken_on: Annotated[date | None, field("As it stood on", audience=HOME)] = None

    @property
    def percent(self) -> float | None:
        """Sessions attended of those possible, in per cent; nothing when none were possible."""
        return 100 * self.attended / self.possible if self.possible else None
