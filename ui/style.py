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
        match metric:
            case (
                Metric.PM_IndicatorWidth
                | Metric.PM_IndicatorHeight
                | Metric.PM_ExclusiveIndicatorWidth
                | Metric.PM_ExclusiveIndicatorHeight
                | Metric.PM_SmallIconSize
                | Metric.PM_ButtonIconSize
            ):
                return px(18)
            case Metric.PM_ScrollBarExtent:
                return _SCROLL_BAR
            case Metric.PM_DefaultFrameWidth:
                return 2
            case Metric.PM_CheckBoxLabelSpacing | Metric.PM_RadioButtonLabelSpacing:
                return 8
            case Metric.PM_ButtonShiftHorizontal | Metric.PM_ButtonShiftVertical:
                return 0
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        usual = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        high = height(32 if is_narrow(widget) else 34)
        match kind:
            case Content.CT_PushButton:
                return QSize(size.width() + 28, high)
            case Content.CT_LineEdit:
                return QSize(usual.width(), high)
            case Content.CT_ComboBox:
                return QSize(usual.width() + 16, high)
            case Content.CT_TabBarTab:
                return QSize(usual.width() + 10, high + 4)
            case Content.CT_CheckBox | Content.CT_RadioButton:
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
        if isinstance(option, QStyleOptionComboBox) and part == Part.SC_ComboBoxEditField:
            left = 3 if option.editable else 10
            room = option.rect.adjusted(left, 1, -px(_CHEVRON_ROOM) - 10, -1)
            return QStyle.visualRect(option.direction, option.rect, room)
        if control == QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
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
