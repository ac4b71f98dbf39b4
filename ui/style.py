"""The one proxy style over Fusion: a 2 px focus ring, flat panels, our ticks and tabs.

A palette alone cannot give Fusion any of these. What is drawn stands in `style_panels` and
`style_controls`; here are the measures and who draws what.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QWidget,
)

from ui import style_panels
from ui.canvas import Canvas
from ui.theme import height, is_narrow, px

_SCROLL_BAR = 12
_SHORTEST_THUMB = 28
_CHEVRON_ROOM = 16

Content = QStyle.ContentsType
Metric = QStyle.PixelMetric
Part = QStyle.SubControl

# Each of these is asked for hundreds of times while a form is laid out, and to take a member out
# of one of Qt's enumerations is a call of its own: they are taken out once.
_MEASURES = {
    Metric.PM_ScrollBarExtent: _SCROLL_BAR,
    Metric.PM_DefaultFrameWidth: 2,
    Metric.PM_CheckBoxLabelSpacing: 8,
    Metric.PM_RadioButtonLabelSpacing: 8,
    Metric.PM_ButtonShiftHorizontal: 0,
    Metric.PM_ButtonShiftVertical: 0,
}
_ICON_SIZES = frozenset(
    {
        Metric.PM_IndicatorWidth,
        Metric.PM_IndicatorHeight,
        Metric.PM_ExclusiveIndicatorWidth,
        Metric.PM_ExclusiveIndicatorHeight,
        Metric.PM_SmallIconSize,
        Metric.PM_ButtonIconSize,
    }
)
_PUSH_BUTTON, _LINE_EDIT = Content.CT_PushButton, Content.CT_LineEdit
_COMBO_BOX, _TAB = Content.CT_ComboBox, Content.CT_TabBarTab
_TICKS = frozenset({Content.CT_CheckBox, Content.CT_RadioButton})
_FRAME = QStyle.ControlElement.CE_ShapedFrame
_COMBO_WORDS, _COMBO = QStyle.ControlElement.CE_ComboBoxLabel, QStyle.ComplexControl.CC_ComboBox
_AT_THE_END = Qt.TextElideMode.ElideRight
_SCROLLING, _EDIT_ROOM = QStyle.ComplexControl.CC_ScrollBar, Part.SC_ComboBoxEditField


class HouseStyle(QProxyStyle):
    """Fusion as this house wears it. Colours come from the palette, sizes from the font.

    ``styleHint`` and ``subElementRect`` are left alone: Qt asks them about widgets that are still
    being made, and a Python override called so, with jobs in other threads, crashes the program.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def polish(self, widget: QWidget) -> None:  # type: ignore[override]
        """Give line edits room beside their words."""
        if isinstance(widget, QLineEdit):
            widget.setTextMargins(7, 0, 6, 0)
        super().polish(widget)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _ICON_SIZES:
            return px(18)
        measure = _MEASURES.get(metric)
        return super().pixelMetric(metric, option, widget) if measure is None else measure

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        usual = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        high = height(32 if is_narrow(widget) else 34)
        if kind is _PUSH_BUTTON:
            return QSize(size.width() + 28, high)
        if kind is _LINE_EDIT:
            return QSize(usual.width(), high)
        if kind is _COMBO_BOX:
            return QSize(usual.width() + 16, high)
        if kind is _TAB:
            return QSize(usual.width() + 10, high + 4)
        if kind in _TICKS:
            return QSize(usual.width(), max(usual.height(), px(26)))
        return usual

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = style_panels.PRIMITIVES.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        draw(Canvas(painter, option.palette), option, widget)
        painter.restore()

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element is _FRAME:
            super().drawControl(element, option, painter, widget)
            return
        if element is _COMBO_WORDS and isinstance(option, QStyleOptionComboBox):
            room = self.subControlRect(_COMBO, option, _EDIT_ROOM, widget)
            words = option.fontMetrics
            elided = words.elidedText(option.currentText, _AT_THE_END, room.width() - 2)
            option.currentText = elided
            super().drawControl(element, option, painter, widget)
            return
        from ui import style_controls  # noqa: PLC0415 - none of them is on the first window

        draw = style_controls.CONTROLS.get(element)
        if draw is None:
            super().drawControl(element, option, painter, widget)
            return
        painter.save()
        draw(Canvas(painter, option.palette), option, widget)
        painter.restore()

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        from ui import style_controls  # noqa: PLC0415 - none of them is on the first window

        canvas = Canvas(painter, option.palette)
        match control:
            case QStyle.ComplexControl.CC_ComboBox:
                painter.save()
                style_controls.combo_box(canvas, option)
                painter.restore()
            case QStyle.ComplexControl.CC_ScrollBar:
                painter.save()
                thumb = self.subControlRect(control, option, Part.SC_ScrollBarSlider, widget)
                style_controls.scroll_thumb(canvas, thumb)
                painter.restore()
            case _:
                super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if part is _EDIT_ROOM and isinstance(option, QStyleOptionComboBox):
            left = 3 if option.editable else 10
            room = option.rect.adjusted(left, 1, -px(_CHEVRON_ROOM) - 10, -1)
            return QStyle.visualRect(option.direction, option.rect, room)
        if control is _SCROLLING and isinstance(option, QStyleOptionSlider):
            return _scroll_part(option, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]


def _scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """A scroll bar is all groove and thumb: no arrow buttons."""
    groove = QRect(option.rect)
    upright = option.orientation == Qt.Orientation.Vertical
    length = groove.height() if upright else groove.width()
    span = option.maximum - option.minimum
    shown = option.pageStep / (span + option.pageStep) if span > 0 else 1.0
    thumb = min(length, max(_SHORTEST_THUMB, int(length * shown)))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown
    )
    pieces = {
        Part.SC_ScrollBarGroove: (0, length),
        Part.SC_ScrollBarSlider: (start, thumb),
        Part.SC_ScrollBarSubPage: (0, start),
        Part.SC_ScrollBarAddPage: (start + thumb, length - start - thumb),
    }
    if part not in pieces:
        return QRect()
    at, long = pieces[part]
    if upright:
        return QRect(groove.left(), groove.top() + at, groove.width(), long)
    return QRect(groove.left() + at, groove.top(), long, groove.height())
