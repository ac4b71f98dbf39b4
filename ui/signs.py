"""The signs of the house: each a word, a shape and a colour, so that none of them is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPolygonF

from ui.canvas import LEFT, Canvas
from ui.theme import Step, line_height, px, width_of


@dataclass(frozen=True)
class Sign:
    """Colour of the words, colour of the ground, shape, and colour of the shape if another."""

    words: str
    ground: str
    shape: str = ""
    shape_tone: str = ""

    @property
    def shape_colour(self) -> str:
        return self.shape_tone or self.words


class Tone(Enum):
    """What a chip, a disc in the timeline or a notice says."""

    GOOD_NEWS = Sign("praise", "praise_tint", "star")
    EVERYDAY = Sign("neutral", "neutral_tint", "bar")
    WORRY = Sign("concern", "concern_tint", "flag")
    LATE = Sign("late", "late_tint", "clock-exclamation")
    TODAY = Sign("text", "amber_tint", "clock", "amber")
    LATER = Sign("text", "neutral_tint")
    DONE = Sign("praise", "praise_tint", "tick")
    A_LOT = Sign("late", "late_tint", "triangle")
    SOME = Sign("text", "amber_tint", "square", "amber")
    USUAL = Sign("praise", "praise_tint", "disc")
    OPEN = Sign("concern", "concern_tint", "disc")
    EASING = Sign("text", "neutral_tint", "half", "muted")
    GONE = Sign("praise", "praise_tint", "ring")
    RESTRICTION = Sign("danger", "danger_tint", "hand-stop")
    ERROR = Sign("danger", "danger_tint", "alert-circle")
    INFORMATION = Sign("accent", "accent_tint", "info-circle")


def _triangle(canvas: Canvas, tone: str, box: QRectF) -> None:
    canvas.use(fill=tone, edge=tone, width=1.5)
    corners = [
        QPointF(box.center().x(), box.top() + 1),
        QPointF(box.right() - 0.5, box.bottom() - 1),
        QPointF(box.left() + 0.5, box.bottom() - 1),
    ]
    canvas.painter.drawPolygon(QPolygonF(corners))


def _square(canvas: Canvas, tone: str, box: QRectF) -> None:
    canvas.panel(box.adjusted(1, 1, -1, -1), fill=tone, radius=2)


def _disc(canvas: Canvas, tone: str, box: QRectF) -> None:
    canvas.use(fill=tone)
    canvas.painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _ring(canvas: Canvas, tone: str, box: QRectF) -> None:
    canvas.use(edge=tone, width=max(1.6, box.width() * 0.15))
    canvas.painter.drawEllipse(box.adjusted(1.2, 1.2, -1.2, -1.2))


def _half(canvas: Canvas, tone: str, box: QRectF) -> None:
    _ring(canvas, tone, box)
    canvas.use(fill=tone)
    canvas.painter.drawPie(box.adjusted(1.2, 1.2, -1.2, -1.2), 90 * 16, 180 * 16)


def _tick(canvas: Canvas, tone: str, box: QRectF) -> None:
    canvas.use(edge=tone, width=max(2, box.width() * 0.17))
    corners = ((0.1, 0.55), (0.4, 0.82), (0.92, 0.2))
    canvas.painter.drawPolyline(
        [
            QPointF(box.left() + box.width() * across, box.top() + box.height() * down)
            for across, down in corners
        ]
    )


def _bar(canvas: Canvas, tone: str, box: QRectF) -> None:
    size = box.width()
    bar = QRectF(box.left() + size * 0.1, box.top() + size * 0.4, size * 0.8, size * 0.2)
    canvas.panel(bar, fill=tone, radius=1)


_SHAPES: dict[str, Callable[[Canvas, str, QRectF], None]] = {
    "triangle": _triangle,
    "square": _square,
    "disc": _disc,
    "ring": _ring,
    "half": _half,
    "tick": _tick,
    "bar": _bar,
}


def paint_shape(canvas: Canvas, name: str, tone: str, box: QRectF) -> None:
    """A sign's shape: one of ours, or else the icon of that name."""
    draw = _SHAPES.get(name)
    if draw is not None:
        with canvas.upright(box) as place:
            draw(Canvas(canvas.painter, canvas.worn), tone, place)
        return
    corner = QPointF(box.left() - 1, box.top() - 1)
    canvas.icon(name, tone, corner, round(box.width()) + 2, stroke=2)


def chip_size(words: str, tone: Tone) -> QSize:
    """How large the chip with these words is."""
    shape = px(12) + 6 if tone.value.shape else 0
    high = max(px(22), line_height(Step.CHIP) + 4)
    return QSize(width_of(words, Step.CHIP) + shape + 18, high)


def paint_chip(
    canvas: Canvas, at: QPointF, words: str, tone: Tone, room: float = float("inf")
) -> int:
    """A chip whose left edge and middle are at ``at``; gives back its width.

    In less ``room`` than it asks for its words are shortened, never its ground.
    """
    sign = tone.value
    size = chip_size(words, tone)
    size.setWidth(int(min(size.width(), room)))
    ground = QRectF(at.x(), at.y() - size.height() / 2, size.width(), size.height())
    canvas.panel(ground, fill=sign.ground, radius=size.height() / 2)
    left = ground.left() + 9
    if sign.shape:
        box = QRectF(left, at.y() - px(12) / 2, px(12), px(12))
        paint_shape(canvas, sign.shape, sign.shape_colour, box)
        left += px(12) + 6
    inside = QRectF(left, ground.top(), ground.right() - left, ground.height())
    canvas.words(inside, words, Step.CHIP, sign.words, LEFT)
    return size.width()
