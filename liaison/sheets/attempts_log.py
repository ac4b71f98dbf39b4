"""The attempts log of one person: every try that reached nobody, and when somebody last did."""

from __future__ import annotations

from liaison.casework.attempts import Attempt, Attempts, attempts_for_paper
from liaison.casework.for_paper import Needs
from liaison.dates import clock_words, long_date, short_date
from liaison.model.fields import Audience
from liaison.sheets.aside import ASIDE_TITLE, not_for_the_table
from liaison.sheets.body import Body, Section, Table
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet

COLUMNS = ("When", "How", "Whom we tried", "What came of it")
SHARES = (1.55, 1.35, 1.6, 3.0)


def attempts_log(matter: Attempts, house: House) -> Body:
    """The oldest first. Restrictions and numbers stand on the last page."""
    aside = tuple(
        each for copy in matter.copies[:1] for each in not_for_the_table(copy, house.label)
    )
    apart = "The last page is not for the table" if aside else ""
    table = Table(columns=COLUMNS, rows=tuple(map(_row, matter.tries)), widths=SHARES)
    return Body(
        title=f"Attempts log: {matter.person.full}",
        under=(
            sentences([house.school, "For staff", apart]),
            sentences([_counted(matter), _reached(matter)]),
        ),
        sections=(Section(heading="Each try that reached nobody", table=table),),
        aside_title=ASIDE_TITLE,
        aside=aside,
    )


def _counted(matter: Attempts) -> str:
    first, last = matter.tries[0].day, matter.tries[-1].day
    if len(matter.tries) == 1:
        return f"1 try, on {long_date(first)}"
    return f"{len(matter.tries)} tries, {long_date(first)} to {long_date(last)}"


def _reached(matter: Attempts) -> str:
    if matter.last_reached is None:
        return "Not reached yet"
    return f"Last reached on {long_date(matter.last_reached)}"


def _row(each: Attempt) -> tuple[str, str, str, str]:
    when = ", ".join(filter(None, (short_date(each.day), clock_words(each.at))))
    return when, each.how, each.whom, sentences([each.outcome, each.facts])


ATTEMPTS_LOG = Sheet(
    code="attempts_log",
    title="Attempts log",
    audiences=(Audience.STAFF,),
    needs=Needs.PERSON,
    decide=attempts_for_paper,
    body=attempts_log,
)
