"""The grounds of controls: buttons, edits, frames, ticks and the focus ring."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionFrame, QWidget

from ui.canvas import Canvas

Draw = Callable[[Canvas, QStyleOption, QWidget | None], None]
Element = QStyle.PrimitiveElement
State = QStyle.StateFlag


def has(option: QStyleOption, state: QStyle.StateFlag) -> bool:
    """Whether the control is in that state."""
    return bool(option.state & state)


def _is_one_of(widget: QWidget | None, *kinds: str) -> bool:
    """Asked by name: to load Qt's classes only to ask for them would hold up the first window."""
    return widget is not None and any(widget.inherits(kind) for kind in kinds)


def _asked(widget: QWidget | None, name: str) -> object:
    return None if widget is None else widget.property(name)


def _button(canvas: Canvas, option: QStyleOption, widget: QWidget | None) -> None:
    kind = _asked(widget, "kind")
    if kind == "primary":
        _filled_button(canvas, option)
    elif kind in {"quiet", "link"}:
        _quiet_button(canvas, option)
    else:
        _outlined_button(canvas, option, "danger" if kind == "danger" else "control")


def _is_pressed(option: QStyleOption) -> bool:
    return has(option, State.State_Sunken) or has(option, State.State_On)


def _filled_button(canvas: Canvas, option: QStyleOption) -> None:
    rect = QRectF(option.rect)
    if not has(option, State.State_Enabled):
        canvas.panel(rect, fill="neutral_tint", edge="border")
        return
    canvas.panel(rect, fill="accent_press" if _is_pressed(option) else "accent")
    if has(option, State.State_HasFocus):
        canvas.panel(rect.adjusted(3, 3, -3, -3), edge="on_accent", width=2, radius=4)


def _quiet_button(canvas: Canvas, option: QStyleOption) -> None:
    rect = QRectF(option.rect)
    if has(option, State.State_Enabled) and (
        _is_pressed(option) or has(option, State.State_MouseOver)
    ):
        canvas.panel(rect, fill="accent_tint")
    if has(option, State.State_HasFocus):
        canvas.panel(rect, edge="accent", width=2)


def _outlined_button(canvas: Canvas, option: QStyleOption, edge: str) -> None:
    rect = QRectF(option.rect)
    if not has(option, State.State_Enabled):
        canvas.panel(rect, fill="surface", edge="border")
        return
    touched = _is_pressed(option) or has(option, State.State_MouseOver)
    focused = has(option, State.State_HasFocus)
    canvas.panel(
        rect,
        fill="accent_tint" if touched else "surface",
        edge="accent" if focused else edge,
        width=2 if focused else 1,
    )


def edit_panel(canvas: Canvas, rect: QRectF, *, focused: bool, bad: bool = False) -> None:
    """The ground of anything one types in or chooses from."""
    edge = "accent" if focused else "danger" if bad else "control"
    canvas.panel(rect, fill="surface", edge=edge, width=2 if focused or bad else 1)


def _line_edit(canvas: Canvas, option: QStyleOption, widget: QWidget | None) -> None:
    if isinstance(option, QStyleOptionFrame) and option.lineWidth == 0:
        return
    edit_panel(
        canvas,
        QRectF(option.rect),
        focused=has(option, State.State_HasFocus),
        bad=bool(_asked(widget, "bad")),
    )


def _frame(canvas: Canvas, option: QStyleOption, widget: QWidget | None) -> None:
    rect = QRectF(option.rect)
    if widget is not None and _is_one_of(widget, "QTextEdit", "QPlainTextEdit"):
        edit_panel(canvas, rect, focused=widget.hasFocus(), bad=bool(_asked(widget, "bad")))
    elif _is_one_of(widget, "QAbstractItemView"):
        canvas.panel(rect, fill="surface", edge="border", radius=8)


def _focus_ring(canvas: Canvas, option: QStyleOption, widget: QWidget | None) -> None:
    if _is_one_of(widget, "QPushButton", "QComboBox", "QAbstractItemView"):
        return  # these draw the ring inside their own edge
    canvas.panel(QRectF(option.rect).adjusted(-2, -1, 2, 1), edge="accent", width=2, radius=4)


def _tick(canvas: Canvas, option: QStyleOption, _widget: QWidget | None) -> None:
    on = has(option, State.State_On)
    canvas.tick_box(QRectF(option.rect), on=on, enabled=has(option, State.State_Enabled))


def _radio(canvas: Canvas, option: QStyleOption, _widget: QWidget | None) -> None:
    circle = QRectF(option.rect).adjusted(1, 1, -1, -1)
    on, enabled = has(option, State.State_On), has(option, State.State_Enabled)
    edge = "border" if not enabled else "accent" if on else "control"
    canvas.use(fill="surface", edge=edge, width=2 if on else 1.5)
    canvas.painter.drawEllipse(circle)
    if on:
        inset = circle.width() * 0.26
        canvas.use(fill="accent" if enabled else "disabled")
        canvas.painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))


def _menu_frame(canvas: Canvas, option: QStyleOption, _widget: QWidget | None) -> None:
    canvas.panel(QRectF(option.rect), edge="control", radius=2)


def _nothing(_canvas: Canvas, _option: QStyleOption, _widget: QWidget | None) -> None:
    """Fusion draws something here that we do not want."""


PRIMITIVES: dict[QStyle.PrimitiveElement, Draw] = {
    Element.PE_PanelButtonCommand: _button,
    Element.PE_PanelLineEdit: _line_edit,
    Element.PE_FrameLineEdit: _nothing,
    Element.PE_Frame: _frame,
    Element.PE_FrameFocusRect: _focus_ring,
    Element.PE_IndicatorCheckBox: _tick,
    Element.PE_IndicatorItemViewItemCheck: _tick,
    Element.PE_IndicatorRadioButton: _radio,
    Element.PE_FrameTabBarBase: _nothing,
    Element.PE_FrameTabWidget: _nothing,
    Element.PE_FrameMenu: _menu_frame,
}
