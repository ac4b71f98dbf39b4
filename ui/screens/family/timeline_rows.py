"""What happened, as rows under their months, and which of it fits a filter."""

from collections.abc import Iterable, Iterator

from liaison.casework.timeline import Moment
from liaison.model.barrier import BarrierState
from liaison.model.contact import About
from liaison.model.folded import folded
from ui.contact_signs import ABOUT, BARRIER_STATES, contact_icon
from ui.delegates.rows import PaintedRow
from ui.delegates.timeline import MonthRow, TimelineRow
from ui.signs import Tone

_STATES = {state.label: BARRIER_STATES[state] for state in BarrierState}
_TONES = {about.value: ABOUT[about] for about in About}
_GROUPS = {"adjustment": "barrier"}


def timeline_rows(moments: Iterable[Moment]) -> list[PaintedRow]:
    """A heading for each month, and its moments below, in the order given."""
    return list(_with_months(moments))


def fits(moment: Moment, text: str, kind: str) -> bool:
    """Whether every word typed stands in the moment, and it is of the kind asked for."""
    if kind and _GROUPS.get(moment.kind, moment.kind) != kind:
        return False
    if not text.strip():
        return True
    there = folded(f"{moment.title} {moment.line} {moment.chip} {moment.day:%A %d %B %Y}")
    return all(word in there for word in folded(text).split())


def _with_months(moments: Iterable[Moment]) -> Iterator[PaintedRow]:
    month = ""
    for moment in moments:
        title = f"{moment.day:%B %Y}"
        if title != month:
            month = title
            yield MonthRow(title)
        yield TimelineRow(
            moment.id,
            moment.day,
            contact_icon(moment.sign),
            moment.title,
            moment.line,
            _tone(moment),
            moment.chip,
        )


def _tone(moment: Moment) -> Tone:
    if moment.kind == "restriction":
        return Tone.RESTRICTION
    if moment.kind == "barrier":
        return _STATES.get(moment.chip, Tone.LATER)
    return _TONES.get(moment.tone, Tone.LATER)
