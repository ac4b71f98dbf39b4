"""Families as rows of the list: what is said of each, and what is not."""

from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from liaison.casework.families import FamilyLine, FamilyLines
from ui.delegates.families import FamilyRow
from ui.delegates.timeline import day_words
from ui.due_words import due_chip
from ui.later import Later

QUIET_AFTER = timedelta(weeks=6)


def family_rows(
    families: FamilyLines, today: date, not_to_ring: Collection[str] = ()
) -> Later[FamilyRow]:
    """One row for each family. ``not_to_ring`` are adults school must not contact."""
    return Later(families.ids, lambda place: _row(families[place], today, not_to_ring))


def _row(family: FamilyLine, today: date, not_to_ring: Collection[str]) -> FamilyRow:
    quiet = weeks_quiet(family.last_contact, today)
    due, tone = due_chip(family.next_due, today)
    adults = [adult.name for adult in family.adults if adult.id not in not_to_ring]
    return FamilyRow(
        id=family.id,
        name=family.name,
        children=", ".join(
            f"{child.name.removesuffix(f' {family.name}')} {short_year(child.year)}".strip()
            for child in family.children
        ),
        first_to_ring=adults[0] if adults else "",
        last=day_words(family.last_contact) if family.last_contact else "",
        how=_weeks(quiet) if quiet else "",
        quiet=bool(quiet),
        due=due,
        tone=tone,
        restricted=family.restricted,
    )


def weeks_quiet(last: date | None, today: date) -> int:
    """For how many whole weeks nobody was reached; 0 up to six weeks, or where nobody was ever."""
    if last is None or today - last <= QUIET_AFTER:
        return 0
    return (today - last).days // 7


def quiet_sentence(last: date | None, today: date) -> str:
    """The sentence "We have not been in touch: 7 weeks", or nothing."""
    weeks = weeks_quiet(last, today)
    if not weeks:
        return ""
    said = QCoreApplication.translate("Families", "We have not been in touch: {0}")
    return said.format(_weeks(weeks))


def short_year(year: str) -> str:
    """Year 6 as Y6, Reception as YR, Nursery 1 as N1."""
    if year == "Reception":
        return "YR"
    return year.replace("Year ", "Y").replace("Nursery ", "N")


def _weeks(count: int) -> str:
    return QCoreApplication.translate("Families", "{0} weeks").format(count)
