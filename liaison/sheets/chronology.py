"""The chronology of one person: when, how, what came of it, what was said; attempts are counted."""

from __future__ import annotations

from liaison.casework.chronology import Chronology, Happening, chronology_for_paper
from liaison.casework.for_paper import Needs
from liaison.dates import clock_words, day_in_list, long_date, short_date
from liaison.model.fields import Audience
from liaison.model.follow_up import FollowUp, Side
from liaison.sheets.aside import ASIDE_TITLE, not_for_the_table
from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet

COLUMNS = ("When", "How", "Outcome", "What was said")
SHARES = (1.55, 1.4, 1.25, 3.3)


def chronology(matter: Chronology, house: House) -> Body:
    """The oldest first. Restrictions and numbers stand on the last page."""
    first, last = matter.happenings[0].day, matter.happenings[-1].day
    copy = matter.copies[0] if matter.copies else None
    aside = not_for_the_table(copy, house.label) if copy else ()
    rows = tuple(_row(each) for each in matter.happenings)
    said = f"{long_date(first)} to {long_date(last)}" if first != last else long_date(first)
    apart = "The last page is not for the table." if aside else ""
    return Body(
        title=f"Chronology: {matter.person.full}",
        under=(sentences([house.school, "For staff", apart]), sentences([said, counted(matter)])),
        sections=tuple(
            each
            for each in (
                Section(
                    heading="What happened",
                    table=Table(columns=COLUMNS, rows=rows, widths=SHARES),
                ),
                _promised(matter),
            )
            if each.lines or each.table
        ),
        aside_title=ASIDE_TITLE,
        aside=aside,
    )


def counted(matter: Chronology) -> str:
    """14 entries, 5 of them attempts that reached nobody."""
    count = len(matter.happenings)
    entries = "1 entry" if count == 1 else f"{count} entries"
    match matter.attempts:
        case 0:
            return entries
        case 1:
            return f"{entries}, 1 of them an attempt that reached nobody"
        case many:
            return f"{entries}, {many} of them attempts that reached nobody"


def _row(each: Happening) -> tuple[str, str, str, str]:
    at = clock_words(each.at)
    when = ", ".join(filter(None, (short_date(each.day), at)))
    said = [f"{lane}: {words}" if lane else words for lane, words in each.said]
    return when, each.how, each.outcome, sentences(said)


def _promised(matter: Chronology) -> Section:
    lines = tuple(_promise(each, matter) for each in matter.promised)
    return Section(heading="Still open", lines=lines)


def _promise(each: FollowUp, matter: Chronology) -> Line:
    today = matter.copies[0].today
    by = f"By {day_in_list(each.due, today)}:" if each.due else ""
    theirs = "Promised by the family" if each.side is Side.FAMILY else each.owner
    return Line(lead=by, text=sentences([each.action, theirs]), box=True)


CHRONOLOGY = Sheet(
    code="chronology",
    title="Chronology of one person",
    audiences=(Audience.STAFF,),
    needs=Needs.PERSON,
    decide=chronology_for_paper,
    body=chronology,
)
