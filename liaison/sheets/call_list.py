"""The list of the ring-round on paper: absent children, numbers to try, boxes for the outcome."""

from __future__ import annotations

from liaison.casework.for_paper import Needs
from liaison.casework.ring_round import Absent, Number, Try
from liaison.casework.round_papers import RoundPaper, round_for_paper
from liaison.dates import clock_words, long_date, year_now, year_words
from liaison.model.fields import Audience
from liaison.sheets.aside import ASIDE_TITLE
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.people_lines import Label, sentences
from liaison.sheets.sheet import House, Sheet, Shred, whole

TITLE = "Ring-round"
SEE = "See the last page first."
NO_NUMBER = "No number to ring. Ask the office."
OUTCOME = whole("Outcome and time: ") + 16 * "_"
"""Set whole, so that the line to write on does not stand without its words."""


def call_list(matter: RoundPaper, house: House) -> Body:
    """What to know of a restriction, and who has a social worker, stands on the last page."""
    aside = tuple(
        each for each in (_aside(one, house.label) for one in matter.absent) if each.lines
    )
    count = "1 child" if len(matter.absent) == 1 else whole(f"{len(matter.absent)} children")
    apart = "The last page is not for the table" if aside else ""
    return Body(
        title=TITLE,
        under=(
            sentences([house.school, long_date(matter.on), f"{count} absent"]),
            sentences(["For staff", apart]),
        ),
        sections=tuple(_section(each, matter, house.label) for each in matter.absent),
        aside_title=ASIDE_TITLE,
        aside=aside,
    )


def _section(absent: Absent, matter: RoundPaper, label: Label) -> Section:
    child = absent.child
    tried = {each.value: each for each in matter.tries if each.child == child.id}
    lines = [_line(each, tried.get(each.value), label) for each in absent.numbers]
    if absent.note:
        lines.append(Line(text=SEE))
    if not absent.numbers:
        lines.append(Line(text=NO_NUMBER))
    year = year_words(year_now(child.year_group, child.year_group_in, matter.on))
    return Section(heading=", ".join(filter(None, (child.called, whole(year)))), lines=tuple(lines))


def _line(number: Number, tried: Try | None, label: Label) -> Line:
    went = f"{label('outcome', tried.outcome)}, {clock_words(tried.at)}" if tried else ""
    said = sentences([_whom(number, label), SEE.rstrip(".") if number.warning else ""])
    return Line(lead=number.value, text=said, detail=went or OUTCOME, box=True)


def _whom(number: Number, label: Label) -> str:
    """Who answers, and what they are to the child."""
    relation = label("relationship", number.relation).lower() if number.relation else ""
    return ", ".join(filter(None, (number.adult.full, relation)))


def _aside(absent: Absent, label: Label) -> Section:
    lines = [
        Line(lead=f"{_whom(each, label)}:", text=each.warning)
        for each in absent.numbers
        if each.warning
    ]
    if absent.note:
        lines.append(Line(text=absent.note))
    return Section(heading=absent.child.called, lines=tuple(lines))


CALL_LIST = Sheet(
    code="call_list",
    title=TITLE,
    audiences=(Audience.STAFF,),
    needs=Needs.CHILDREN,
    decide=round_for_paper,
    body=call_list,
    shred=Shred.SAME_DAY,
)
