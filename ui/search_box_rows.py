"""The rows of the search box: a family, a note, or something to do."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize

from ui.canvas import RIGHT, Canvas
from ui.delegates.rows import RowList
from ui.theme import Step, height, px, width_of

_SIDE = 14
_ICON = 18
_SHOWN = 9


@dataclass(frozen=True)
class FoundRow:
    """An icon, what it is called, muted words beside it, and at the right its key or its day."""

    id: str
    icon: str
    title: str
    beside: str = ""
    at_right: str = ""
    restricted: bool = False
    restriction: str = ""
    strong: bool = False

    @property
    def spoken(self) -> str:
        hand = self.restriction if self.restricted else ""
        return ", ".join(filter(None, (self.title, hand, self.beside, self.at_right)))

    def high(self) -> int:
        return height(36, padding=16)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        size = px(_ICON)
        top = rect.center().y() - size / 2
        canvas.icon(self.icon, "muted", QPointF(rect.left() + _SIDE, top), size)
        left, right = rect.left() + _SIDE + size + 10, rect.right() - _SIDE
        if self.at_right:
            wide = width_of(self.at_right, Step.CAPTION) + 2
            room = QRectF(right - wide, rect.top(), wide, rect.height())
            canvas.words(room, self.at_right, Step.CAPTION, "muted", RIGHT)
            right -= wide + 10
        step = Step.STRONG if self.strong else Step.BODY
        room = QRectF(left, rect.top(), right - left, rect.height())
        left += canvas.words(room, self.title, step) + 8
        if self.restricted:
            canvas.icon("hand-stop", "danger", QPointF(left, top), size)
            left += size + 8
        if self.beside and right - left > px(30):
            room = QRectF(left, rect.top(), right - left, rect.height())
            canvas.words(room, self.beside, tone="muted")


class FoundList(RowList):
    """Always as high as nine rows where there is room, so that nothing jumps while typing."""

    def sizeHint(self) -> QSize:
        return QSize(200, _SHOWN * height(36, padding=16))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 3 * height(36, padding=16))

    def step(self, by: int) -> None:
        """Move the current row up or down, past headings, and stop at the ends."""
        ids = [row.id for row in self.rows() if row.id]
        if ids:
            at = ids.index(self.current_id()) if self.current_id() in ids else -1
            self.choose(ids[max(0, min(len(ids) - 1, at + by))])

    def spoken(self) -> str:
        """The current row as one sentence."""
        return next((row.spoken for row in self.rows() if row.id == self.current_id()), "")
