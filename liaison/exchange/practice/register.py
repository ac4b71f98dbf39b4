"""Attendance as it stood, and pointers to the safeguarding lead: what is only noted here."""

from __future__ import annotations

from datetime import date, timedelta

from liaison.dates import YEAR_GROUPS, academic_year
from liaison.exchange.practice.days import years_before
from liaison.exchange.practice.household import Household, Member
from liaison.model.attendance import AttendanceSnapshot
from liaison.model.dsl import DslPointer

ABSENT = (0, 1, 2, 2, 3, 3, 4, 4, 5, 6, 8, 11, 15)
"""Absence in a year, in sessions of a hundred."""


def attendance_of(home: Household) -> None:
    """One snapshot for each child and school year the record reaches back to."""
    this_year = academic_year(home.on)
    first = academic_year(years_before(home.on, home.years))
    for child in home.children:
        reception = this_year - YEAR_GROUPS.index(child.person.year_group) + YEAR_GROUPS.index("R")
        for year in range(max(first, reception), this_year + 1):
            _snapshot(home, child, year)


def _snapshot(home: Household, child: Member, year: int) -> None:
    chance = home.chance
    days = [day for day in home.days if academic_year(day) == year and day < home.on]
    began = date(year, 9, 1)
    if not days:
        return
    taken = days[-1]
    possible = 2 * round(((taken - began).days + 1) * 190 / 325)
    absent = possible * chance.choice(ABSENT) // 100
    authorised = round(absent * chance.random())
    home.put(
        AttendanceSnapshot(
            child=child.person.id,
            year=year,
            possible=possible,
            attended=possible - absent,
            authorised=authorised,
            unauthorised=absent - authorised,
            taken_on=taken,
        )
    )


def pointer_of(home: Household) -> None:
    """That the safeguarding lead was told. Never what."""
    if not home.traits.told_dsl:
        return
    chance = home.chance
    home.put(
        DslPointer(
            person=home.children[0].person.id,
            told_on=chance.choice(home.days) if home.days else home.on - timedelta(days=90),
            told="Mrs Hall, DSL",
            how="In person",
            reference=f"SG-{chance.randrange(1000, 9999)}",
        )
    )
