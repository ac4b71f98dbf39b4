"""Controls made of parts: tabs, table headers, menu bar, combo boxes, scroll bars, progress."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import (
    QProgressBar,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionTab,
    QWidget,
)

from ui.canvas import CENTRE, Canvas
from ui.style_panels import Draw, State, edit_panel, has
from ui.theme import Step, font, px

Element = QStyle.ControlElement


def combo_box(canvas: Canvas, option: QStyleOptionComplex) -> None:
    """The frame and the chevron; Fusion writes the words."""
    rect = QRectF(option.rect)
    canvas.mirror(rect)
    edit_panel(canvas, rect, focused=has(option, State.State_HasFocus))
    size = px(16)
    tone = "muted" if has(option, State.State_Enabled) else "disabled"
    corner = QPointF(rect.right() - size - 9, rect.center().y() - size / 2)
    canvas.icon("chevron-down", tone, corner, size, stroke=2)


def scroll_thumb(canvas: Canvas, thumb: QRect) -> None:
    """A thin rounded thumb on nothing."""
    upright = thumb.height() >= thumb.width()
    rect = QRectF(thumb).adjusted(*((3, 2, -3, -2) if upright else (2, 3, -2, -3)))
    canvas.panel(rect, fill="control", radius=3)


def _tab(canvas: Canvas, option: QStyleOption, _widget: QWidget | None) -> None:
    if not isinstance(option, QStyleOptionTab):
        return
    chosen = has(option, State.State_Selected)
    rect = QRectF(option.rect)
    canvas.painter.setFont(font(Step.STRONG if chosen else Step.BODY))
    canvas.painter.setPen(canvas.colour("accent" if chosen else "text"))
    flags = CENTRE.value | Qt.TextFlag.TextShowMnemonic.value
    canvas.painter.drawText(rect, flags, option.text)
    if chosen:
        line = QRectF(rect.left() + 6, rect.bottom() - 3, rect.width() - 12, 3)
        canvas.panel(line, fill="accent", radius=1.5)
    if has(option, State.State_HasFocus):
        canvas.panel(rect.adjusted(2, 3, -2, -5), edge="accent", width=2, radius=4)


def _header(canvas: Canvas, option: QStyleOption, _widget: QWidget | None) -> None:
    canvas.painter.fillRect(option.rect, canvas.colour("raised"))
    canvas.rule(option.rect.left(), option.rect.right() + 1, option.rect.bottom())


def _header_words(canvas: Canvas, option: QStyleOption, _widget: QWidget | None) -> None:
    if isinstance(option, QStyleOptionHeader):
        canvas.mirror(QRectF(option.rect))
        room = QRectF(option.rect).adjusted(12, 0, -4, 0)
        canvas.words(room, option.text, Step.HEADING, "muted")


def _menu_bar_item(canvas: Canvas, option: QStyleOption, _widget: QWidget | None) -> None:
    if not isinstance(option, QStyleOptionMenuItem):
        return
    if has(option, State.State_Selected):
        canvas.panel(QRectF(option.rect).adjusted(1, 4, -1, -4), fill="accent_tint", radius=4)
    shown = has(option, State.State_HasFocus) or has(option, State.State_Selected)
    mnemonic = Qt.TextFlag.TextShowMnemonic if shown else Qt.TextFlag.TextHideMnemonic
    canvas.painter.setFont(font(Step.BODY))
    enabled = has(option, State.State_Enabled)
    canvas.painter.setPen(canvas.colour("text" if enabled else "disabled"))
    canvas.painter.drawText(QRectF(option.rect), CENTRE.value | mnemonic.value, option.text)


def _progress_groove(canvas: Canvas, option: QStyleOption, _widget: QWidget | None) -> None:
    rect = QRectF(option.rect)
    canvas.panel(rect, fill="surface", edge="control", radius=rect.height() / 2)


def _progress_contents(canvas: Canvas, option: QStyleOption, widget: QWidget | None) -> None:
    if not isinstance(option, QStyleOptionProgressBar):
        return
    rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    canvas.mirror(rect)
    done = (option.progress - option.minimum) / max(1, option.maximum - option.minimum)
    tone = widget.property("tone") if isinstance(widget, QProgressBar) else None
    outline = QPainterPath()
    outline.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    canvas.painter.setClipPath(outline)
    filled = QRectF(rect.left(), rect.top(), rect.width() * done, rect.height())
    canvas.painter.fillRect(filled, canvas.colour(str(tone or "accent")))


def _nothing(_canvas: Canvas, _option: QStyleOption, _widget: QWidget | None) -> None:
    """Fusion draws something here that we do not want."""


CONTROLS: dict[QStyle.ControlElement, Draw] = {
    Element.CE_TabBarTabShape: _nothing,
    Element.CE_TabBarTabLabel: _tab,
    Element.CE_HeaderSection: _header,
    Element.CE_HeaderEmptyArea: _header,
    Element.CE_HeaderLabel: _header_words,
    Element.CE_MenuBarEmptyArea: _nothing,
    Element.CE_MenuBarItem: _menu_bar_item,
    Element.CE_ProgressBarGroove: _progress_groove,
    Element.CE_ProgressBarContents: _progress_contents,
    Element.CE_ProgressBarLabel: _nothing,
}
