"""A meeting as a row of a list: when, with whom, what for, and where it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QPointF, QRectF

from liaison.casework.meetings import MeetingLine
from liaison.dates import day_in_list
from liaison.model.meeting import Meeting, MeetingState
from ui.canvas import Canvas
from ui.delegates.rows import PaintedRow
from ui.signs import Tone, chip_size, paint_chip
from ui.theme import Step, height, line_height, width_of

Label = Callable[[str, str], str]

_SIDE = 14
STATES = {
    MeetingState.PLANNED: Tone.LATER,
    MeetingState.HELD: Tone.TODAY,
    MeetingState.CLOSED: Tone.DONE,
    MeetingState.CALLED_OFF: Tone.GONE,
}
"""How loud each state is."""


@dataclass(frozen=True)
class MeetingRow:
    """``when`` stands first and as wide as the widest of its list, so that names begin on a line.

    Without a chip nothing stands at the right.
    """

    id: str
    when: str
    title: str
    line: str = ""
    chip: str = ""
    tone: Tone = Tone.LATER
    widest: str = ""

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.when, self.title, self.line, self.chip)))

    def high(self) -> int:
        return height(48, padding=line_height(Step.CAPTION) + 14)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        line, small = line_height(), line_height(Step.CAPTION)
        top = rect.center().y() - (line + small + 1) / 2
        if not self.line:
            top = rect.center().y() - line / 2
        wide = width_of(self.widest or self.when, Step.STRONG) + 2
        at = QRectF(room.left(), rect.top(), wide, rect.height())
        canvas.words(at, self.when, Step.STRONG, "accent")
        left, right = room.left() + wide + 12, room.right()
        if self.chip:
            chip = chip_size(self.chip, self.tone).width()
            paint_chip(canvas, QPointF(right - chip, rect.center().y()), self.chip, self.tone)
            right -= chip + 10
        canvas.words(QRectF(left, top, right - left, line + 1), self.title, Step.NAME)
        below = QRectF(left, top + line + 1, right - left, small + 1)
        canvas.words(below, self.line, Step.CAPTION, "muted")


def row_of(line: MeetingLine, label: Label, today: date, *, with_day: bool) -> MeetingRow:
    """The family first, what for below it; the state as a chip unless it is just planned."""
    meeting = line.meeting
    where = label("place", meeting.place) if meeting.place else ""
    said = " · ".join(filter(None, (line.kind, meeting.purpose, where)))
    return replace(_row(meeting, said, today, with_day=with_day), title=line.family_name)


def row_today(line: MeetingLine, label: Label) -> MeetingRow:
    """For Today: the time, the family, where, and who is nearby."""
    meeting = line.meeting
    where = label("place", meeting.place) if meeting.place else label("channel", meeting.channel)
    return MeetingRow(meeting.id, meeting.held_at or "–", line.family_name, where)


def in_line(rows: Sequence[PaintedRow]) -> list[PaintedRow]:
    """The same rows with their names on one line, under whatever headings they stand."""
    times = [each.when for each in rows if isinstance(each, MeetingRow)]
    widest = max(times, key=lambda when: (width_of(when, Step.STRONG), when), default="")
    return [replace(each, widest=widest) if isinstance(each, MeetingRow) else each for each in rows]


def _row(meeting: Meeting, said: str, today: date, *, with_day: bool) -> MeetingRow:
    day = day_in_list(meeting.held_on, today) if meeting.held_on and with_day else ""
    shown = meeting.state is not MeetingState.PLANNED
    return MeetingRow(
        meeting.id,
        " ".join(filter(None, (day, meeting.held_at))) or "–",
        "",
        said,
        meeting.state.label if shown else "",
        STATES[meeting.state],
    )
