"""The recovery sheet on paper, painted straight onto the printer: it never is a file."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.theme import FACE

_SIDE = 20.0  # millimetres
_WRAPPED = Qt.TextFlag.TextWordWrap.value


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecoverySheet", text)


def paint_recovery_sheet(printer: QPrinter, *, name: str, groups: Sequence[str]) -> None:
    """One A4 page: what it is for, the groups with their numbers, where to keep it."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    painter = QPainter(printer)
    mm = printer.resolution() / 25.4
    wide = printer.paperRect(QPrinter.Unit.DevicePixel).width() - 2 * _SIDE * mm
    top = _SIDE * mm

    def write(text: str, points: float, weight: int, after: float) -> None:
        nonlocal top
        painter.setFont(_font(points, weight))
        room = QRectF(_SIDE * mm, top, wide, 60 * mm)
        taken = painter.boundingRect(room, _WRAPPED, text)
        painter.drawText(room, _WRAPPED, text)
        top += taken.height() + after * mm

    write(_tr("Recovery sheet"), 24, 600, 3)
    write(name, 14, 600, 6)
    write(
        _tr(
            "If the passphrase is ever forgotten, this code opens the record. Nothing else can. "
            "Whoever holds this sheet and the computer can read everything in the record."
        ),
        12,
        400,
        8,
    )
    for number, group in enumerate(groups, 1):
        write(f"{number}    {group[:4]}", 20, 600, 3)
    top += 5 * mm
    write(
        _tr(
            "Keep it in the school safe, in a closed envelope. Do not copy it, photograph it or "
            "type it into anything but Family Liaison."
        ),
        12,
        400,
        6,
    )
    write(_tr("Letters I, L and O are not used: what looks like them is 1 or 0."), 12, 400, 0)
    painter.end()


def _font(points: float, weight: int) -> QFont:
    made = QFont(FACE)
    made.setPointSizeF(points)
    made.setWeight(QFont.Weight(weight))
    return made
