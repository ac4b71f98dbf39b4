"""What a row of the table of families shows in each column, and how much room that takes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.canvas import Canvas
from ui.delegates.timeline import widest_day
from ui.signs import Tone, chip_size, paint_chip
from ui.theme import Step, px, width_of

BEFORE, AFTER = 12, 4
SIGN_GAP = 8
WORDS = (0, 1, 2)
"""The columns of names, which share the room; day and chip take what they need."""
_SHARES = (15, 21, 21)
_MOST = 0.4


@dataclass(frozen=True)
class FamilyRow:
    """What the list says of a family.

    ``last`` is the day of the last contact in words, ``how`` its channel or, when it has gone
    quiet, for how long ("7 weeks"). ``due`` is the chip of what is due next, empty for nothing.
    """

    id: str
    name: str
    children: str = ""
    first_to_ring: str = ""
    last: str = ""
    how: str = ""
    quiet: bool = False
    due: str = ""
    tone: Tone = Tone.LATER
    restricted: bool = False

    def spoken(self, restriction: str) -> str:
        said = (self.name, restriction if self.restricted else "", self.children)
        more = (self.first_to_ring, f"{self.last} {self.how}".strip(), self.due)
        return ", ".join(filter(None, (*said, *more)))


def widths(room: int, shown: tuple[int, ...], longest: str) -> dict[int, int]:
    """How wide each column shown is, in this much room.

    The family's name comes first: its column is as wide as the longest of them, up to two fifths
    of what is left for names.
    """
    fixed = {3: _day_and_weeks(), 4: _chip()}
    given = {column: fixed[column] for column in shown if column in fixed}
    names = [column for column in shown if column in WORDS]
    left = room - sum(given.values())
    whole = sum(_SHARES[column] for column in names)
    needed = width_of(longest, Step.STRONG) + px(18) + SIGN_GAP + BEFORE + AFTER + 2
    first = max(left * _SHARES[0] // whole, min(needed, int(left * _MOST)))
    given[0] = first
    rest = whole - _SHARES[0]
    for column in names[1:]:
        given[column] = (left - first) * _SHARES[column] // rest
    used = sum(given.values())
    given[names[-1]] += room - used
    return given


def _day_and_weeks() -> int:
    return BEFORE + widest_day() + SIGN_GAP + width_of("52 weeks", Step.HEADING) + SIGN_GAP + AFTER


def _chip() -> int:
    return BEFORE + chip_size("365 days late", Tone.LATE).width() + SIGN_GAP + AFTER


def _name(canvas: Canvas, room: QRectF, row: FamilyRow) -> None:
    sign = px(18) + SIGN_GAP if row.restricted else 0
    wide = canvas.words(room.adjusted(0, 0, -sign, 0), row.name, Step.STRONG)
    if row.restricted:
        corner = QPointF(room.left() + wide + SIGN_GAP, room.center().y() - px(18) / 2)
        canvas.icon("hand-stop", "danger", corner, px(18))


def _children(canvas: Canvas, room: QRectF, row: FamilyRow) -> None:
    canvas.words(room, row.children)


def _first_to_ring(canvas: Canvas, room: QRectF, row: FamilyRow) -> None:
    canvas.words(room, row.first_to_ring)


def _last_contact(canvas: Canvas, room: QRectF, row: FamilyRow) -> None:
    canvas.words(room, row.last)
    start = max(widest_day(), width_of(row.last)) + SIGN_GAP if row.last else 0
    step, tone = (Step.HEADING, "late") if row.quiet else (Step.CAPTION, "muted")
    canvas.words(room.adjusted(start, 0, 0, 0), row.how, step, tone)


def _next_due(canvas: Canvas, room: QRectF, row: FamilyRow) -> None:
    if row.due:
        at = QPointF(room.left(), room.center().y())
        paint_chip(canvas, at, row.due, row.tone, room.width())


Cell = Callable[[Canvas, QRectF, FamilyRow], None]
CELLS: tuple[Cell, ...] = (_name, _children, _first_to_ring, _last_contact, _next_due)
