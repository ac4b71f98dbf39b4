"""A painter that knows the house's colours and type. Style, widgets and delegates paint with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from ui.direction import forced, turned
from ui.icons import STROKE, pixmap
from ui.theme import Step, colours, font, metrics, width_of

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter


class Canvas:
    """Paints by meaning: every colour is the name of a token."""

    def __init__(self, painter: QPainter, worn: QPalette) -> None:
        self.painter = painter
        self.worn = worn
        self.colours = colours(worn)
        self._from_right = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._about: float | None = None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def mirror(self, rect: QRectF) -> None:
        """Where the language runs from the right, paint what follows mirrored within ``rect``."""
        if self._from_right:
            self._about = rect.left() + rect.right()
            self._turn(self._about)

    @contextmanager
    def upright(self, rect: QRectF) -> Iterator[QRectF]:
        """The place that ``rect`` is painted at, for what must not be mirrored itself."""
        if self._about is None:
            yield rect
            return
        self.painter.save()
        self._turn(self._about)
        yield QRectF(self._about - rect.right(), rect.top(), rect.width(), rect.height())
        self.painter.restore()

    def _turn(self, about: float) -> None:
        self.painter.translate(about, 0)
        self.painter.scale(-1, 1)

    def colour(self, token: str) -> QColor:
        return _colour(getattr(self.colours, token))

    def pen(self, token: str, width: float) -> QPen:
        return _pen(getattr(self.colours, token), width)

    def use(self, *, fill: str = "", edge: str = "", width: float = 1.0) -> None:
        """Take the brush and the pen; an empty name takes none."""
        self.painter.setBrush(self.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.setPen(self.pen(edge, width) if edge else Qt.PenStyle.NoPen)

    def panel(
        self, rect: QRectF, *, fill: str = "", edge: str = "", width: float = 1.0, radius: float = 6
    ) -> None:
        """A round-cornered ground whose edge lies inside ``rect``."""
        inset = width / 2 if edge else 0
        self.use(fill=fill, edge=edge, width=width)
        inner = rect.adjusted(inset, inset, -inset, -inset)
        self.painter.drawRoundedRect(inner, radius - inset, radius - inset)

    def rule(self, left: float, right: float, top: float) -> None:
        """A line exactly one pixel high; drawLine would blur it over two."""
        line = QRectF(int(left), int(top), int(right - left), 1)
        self.painter.fillRect(line, self.colour("border"))

    def words(
        self,
        rect: QRectF,
        text: str,
        step: Step = Step.BODY,
        tone: str = "text",
        align: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """One line of words, shortened when the room is; gives back the width it took."""
        shown, room = text, int(rect.width()) + 1
        if width_of(text, step) > room:
            shown = metrics(step).elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.painter.setFont(font(step))
        self.painter.setPen(self.colour(tone))
        self.line_of_words(rect, shown, align.value)
        return min(rect.width(), width_of(shown, step))

    def line_of_words(self, rect: QRectF, text: str, flags: int) -> None:
        """Words in the pen and font of the painter, each language in its own direction."""
        if self._from_right:
            flags = forced(flags, text)
        if self._about is None:
            self.painter.drawText(rect, flags, text)
            return
        with self.upright(rect) as place:
            self.painter.drawText(place, flags, text)

    def icon(self, name: str, tone: str, at: QPointF, size: int, *, stroke: float = STROKE) -> None:
        """An icon with its top left corner at a whole pixel."""
        ratio = self.painter.device().devicePixelRatio()
        shown = turned(name) if self._from_right else name
        drawn = pixmap(shown, getattr(self.colours, tone), size, ratio, stroke)
        with self.upright(QRectF(at.x(), at.y(), size, size)) as place:
            self.painter.drawPixmap(QPointF(round(place.x()), round(place.y())), drawn)

    def tick_box(self, box: QRectF, *, on: bool, enabled: bool = True) -> None:
        """The square that says done or not done."""
        edge = ("accent" if on else "control") if enabled else "border"
        ground = ("accent" if enabled else "disabled") if on else "surface"
        self.panel(box, fill=ground, edge=edge, width=1.5, radius=4.5)
        if on:
            self.use(edge="on_accent" if enabled else "surface", width=max(2, box.width() / 9))
            corners = ((0.26, 0.53), (0.44, 0.7), (0.75, 0.32))
            with self.upright(box) as place:
                x, y, k = place.left(), place.top(), place.width()
                self.painter.drawPolyline([QPointF(x + k * a, y + k * b) for a, b in corners])

    def selected_row(self, rect: QRectF, *, focused: bool) -> None:
        """The ground of the current row of a list, with the ring when the list has the focus."""
        ground = rect.adjusted(2, 1, -2, -1)
        self.panel(ground, fill="selection")
        bar = QRectF(ground.left(), ground.top() + 4, 3, ground.height() - 8)
        self.panel(bar, fill="accent", radius=1.5)
        if focused:
            self.panel(ground, edge="accent", width=2)


@lru_cache(maxsize=128)
def _colour(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=128)
def _pen(colour: str, width: float) -> QPen:
    made = QPen(_colour(colour), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made
