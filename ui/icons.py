"""The icons, painted in one colour at the sharpness of the screen they are for."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from liaison.resources import resource
from ui.theme import Colours, colours, px

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

STROKE = 1.75
_RATIOS = (1.0, 2.0)


@lru_cache(maxsize=128)
def _outline(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def pixmap(
    name: str, colour: str, size: int, ratio: float = 1.0, stroke: float = STROKE
) -> QPixmap:
    """One icon in one colour, ``size`` logical pixels wide and high."""
    drawing = _outline(name).replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


def icon(name: str, token: str, size: int, worn: QPalette) -> "QIcon":
    """An icon for a button or an action, in a colour of the palette worn; muted when disabled.

    ``size`` is the drawn size; it grows with the text.
    """
    return _icon(name, token, px(size), colours(worn))


@lru_cache(maxsize=256)
def _icon(name: str, token: str, size: int, c: Colours) -> "QIcon":
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - slow to load, and not on the first window

    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, getattr(c, token), size, ratio))
        made.addPixmap(pixmap(name, c.disabled, size, ratio), QIcon.Mode.Disabled)
    return made


def icon_size(drawn: int) -> QSize:
    """The size an icon drawn so large has at the present text size."""
    return QSize(px(drawn), px(drawn))


def forget() -> None:
    """Drop what was painted: the colours or the sizes have changed."""
    pixmap.cache_clear()
    _icon.cache_clear()
