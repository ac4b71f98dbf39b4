"""A worry about a move as a row of the table, and the order in which rows can stand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from liaison.casework.transition_list import TransitionLine
from liaison.dates import YEAR_GROUPS, day_in_list, year_words
from liaison.model.transition import ConcernState
from liaison.store.store import Store
from ui.canvas import Canvas
from ui.contact_signs import LEVELS
from ui.signs import Tone, paint_chip
from ui.theme import Step, px

CHILD, YEAR, MOVE, ABOUT, LEVEL, STATE, OWNER, SCHOOL, NEXT = range(9)
NAMES = ("child", "year", "move", "about", "level", "state", "owner", "school", "next")


@dataclass(frozen=True)
class ConcernTableRow:
    """What the table says of one worry. ``late`` when it should have been looked at again."""

    labels_at: ClassVar[tuple[int, ...]] = (ABOUT, LEVEL, STATE)
    """Cells the quiet view leaves empty."""

    id: str
    cells: tuple[str, ...]
    tone: Tone
    late: bool = False
    restricted: bool = False

    @property
    def spoken(self) -> str:
        hand = QCoreApplication.translate("Transitions", "Restriction") if self.restricted else ""
        return ", ".join(filter(None, (self.cells[CHILD], hand, *self.cells[1:])))

    def words(self, column: int) -> str:
        return self.cells[column]

    def paint(self, canvas: Canvas, room: QRectF, column: int) -> None:
        words = self.cells[column]
        if column == LEVEL and words:
            paint_chip(canvas, QPointF(room.left(), room.center().y()), words, self.tone)
        elif column == CHILD:
            self._paint_child(canvas, room)
        elif column == NEXT and self.late:
            canvas.words(room, words, Step.STRONG, "late")
        else:
            canvas.words(room, words, tone="muted" if column in (YEAR, OWNER) else "text")

    def _paint_child(self, canvas: Canvas, room: QRectF) -> None:
        sign = px(18) + 8 if self.restricted else 0
        wide = canvas.words(room.adjusted(0, 0, -sign, 0), self.cells[CHILD], Step.STRONG)
        if self.restricted:
            corner = QPointF(room.left() + wide + 8, room.center().y() - px(18) / 2)
            canvas.icon("hand-stop", "danger", corner, px(18))


def concern_rows(
    lines: Iterable[TransitionLine], store: Store, today: date
) -> list[ConcernTableRow]:
    """One row for each worry; a sensitive subject is not named."""
    inside = QCoreApplication.translate("Transitions", "On the family’s page")
    return [
        ConcernTableRow(
            line.id,
            (
                line.child,
                line.year.replace("Year ", "Y").replace("Reception", "YR"),
                store.label("move", line.move),
                store.label("domain", line.domain) if line.domain else inside,
                store.label("level", line.level),
                line.state.label,
                line.owner,
                line.to_school,
                day_in_list(line.next_on, today) if line.next_on else "",
            ),
            LEVELS.get(line.level, Tone.LATER),
            late=line.next_on is not None
            and line.next_on < today
            and line.state is not ConcernState.SETTLED,
            restricted=line.restricted,
        )
        for line in lines
    ]


def in_order(lines: Iterable[TransitionLine], by: str, store: Store) -> list[TransitionLine]:
    """Sorted by a column: most support first, the day to look again soonest first."""
    keys: dict[str, Callable[[TransitionLine], Any]] = {
        "year": lambda line: _place(line.year, [year_words(group) for group in YEAR_GROUPS]),
        "move": lambda line: _place(line.move, [each.code for each in store.choices("move")]),
        "about": lambda line: (not line.domain, store.label("domain", line.domain)),
        "level": lambda line: -_place(line.level, [each.code for each in store.choices("level")]),
        "state": lambda line: _place(line.state, list(ConcernState)),
        "owner": lambda line: (not line.owner, line.owner.casefold()),
        "school": lambda line: (not line.to_school, line.to_school.casefold()),
        "next": lambda line: line.next_on or date.max,
    }
    key = keys.get(by)
    return sorted(lines, key=key) if key else list(lines)


def _place(value: str, order: list[Any]) -> int:
    return order.index(value) if value in order else len(order)
