"""Rows and columns written in the order in which they are read."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.direction import Margins, mirrored

L = TypeVar("L", bound=QBoxLayout)

Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A widget, a layout, a gap in pixels, None for a stretch, or a widget or layout with its share."""

NO_MARGINS: Margins = (0, 0, 0, 0)


def row(*items: Item, margins: Margins = NO_MARGINS, spacing: int = 8) -> QHBoxLayout:
    """Left to right."""
    return _filled(QHBoxLayout(), items, margins, spacing)


def column(*items: Item, margins: Margins = NO_MARGINS, spacing: int = 8) -> QVBoxLayout:
    """Top to bottom."""
    return _filled(QVBoxLayout(), items, margins, spacing)


def boxed(layout: QLayout) -> QWidget:
    """A plain widget around a layout, for places that take only widgets."""
    box = QWidget()
    box.setLayout(layout)
    return box


def _filled(layout: L, items: tuple[Item, ...], margins: Margins, spacing: int) -> L:
    layout.setContentsMargins(*mirrored(margins))
    layout.setSpacing(spacing)
    for item in items:
        _add(layout, item)
    return layout


def _add(layout: QBoxLayout, item: Item) -> None:
    match item:
        case None:
            layout.addStretch(1)
        case int():
            layout.addSpacing(item)
        case (QWidget() as widget, share):
            layout.addWidget(widget, share)
        case (QLayout() as inner, share):
            layout.addLayout(inner, share)
        case QWidget():
            layout.addWidget(item)
        case QLayout():
            layout.addLayout(item)
