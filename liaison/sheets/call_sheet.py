"""Today's call sheet: whom to ring about what, boxes for how it went, and what to know apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liaison.casework.day_papers import CallSheet, ToCall, calls_for_paper
from liaison.casework.for_paper import Needs
from liaison.dates import clock_words, long_date, short_date
from liaison.model.fields import Audience
from liaison.sheets.aside import ASIDE_TITLE
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.people_lines import numbers, sentences
from liaison.sheets.sheet import House, Sheet, Shred, whole

SEE = "See the last page first."
OUTCOME = "Outcome and time: " + 24 * "_"
NO_NUMBER = "No number is recorded. Ask the office."


def call_sheet(matter: CallSheet, house: House) -> Body:
    """Family by family in the order things are due. Restrictions stand on the last page alone."""
    aside = tuple(each for each in map(_aside, matter.calls) if each.lines)
    calls = _by_adult(matter.calls)
    count = "1 call" if len(calls) == 1 else whole(f"{len(calls)} calls")
    apart = "The last page is not for the table." if aside else ""
    return Body(
        title="Calls today",
        under=(
            sentences([house.school, long_date(matter.on), count]),
            sentences(["For staff", apart, "Shred it when the day is done"]),
        ),
        sections=(*_meetings(matter), *(_section(each, house) for each in calls)),
        aside_title=ASIDE_TITLE,
        aside=_once(aside),
    )


def _meetings(matter: CallSheet) -> Iterator[Section]:
    lines = tuple(
        Line(lead=clock_words(each.meeting.held_at) or "Today", text=each.family_name)
        for each in matter.meetings
    )
    if lines:
        yield Section(heading="Meetings today", lines=lines, columns=True)


def _by_adult(calls: Sequence[ToCall]) -> list[list[ToCall]]:
    """What is rung about in one go: everything promised to one adult of one family."""
    found: dict[tuple[str, str], list[ToCall]] = {}
    for each in calls:
        whom = (each.follow_up.family, each.adult.id if each.adult else "")
        found.setdefault(whom, []).append(each)
    return [*found.values()]


def _section(calls: Sequence[ToCall], house: House) -> Section:
    """One family's call: why, whom, each number, and where the outcome goes."""
    why = tuple(Line(text=_why(each)) for each in calls)
    heading = calls[0].copy.record.family.name
    return Section(heading=heading, lines=(*why, *_who(calls[0], house)))


def _why(call: ToCall) -> str:
    due = call.follow_up.due
    was = f"Was due {short_date(due)}" if due and due < call.copy.today else ""
    return sentences([call.follow_up.action, call.follow_up.part_of_day, was])


def _who(call: ToCall, house: House) -> Iterator[Line]:
    see = SEE if call.know else ""
    if call.adult is None:
        yield Line(text=see or NO_NUMBER)
        return
    held = [*numbers(call.copy, call.adult, house.label)]
    yield Line(lead=f"{call.adult.full}.", text=see or ("" if held else NO_NUMBER))
    for each in held:
        number, bracket, caution = each.partition(" (")
        yield Line(lead=number, text=f"({caution}" if bracket else "", box=True)
    yield Line(text=OUTCOME)


def _aside(call: ToCall) -> Section:
    lines = tuple(Line(text=each) for each in call.know)
    return Section(heading=call.copy.record.family.name, lines=lines)


def _once(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return tuple(dict.fromkeys(sections))


CALL_SHEET = Sheet(
    code="call_sheet",
    title="Calls today",
    audiences=(Audience.STAFF,),
    needs=Needs.DAY,
    decide=calls_for_paper,
    body=call_sheet,
    shred=Shred.SAME_DAY,
)
