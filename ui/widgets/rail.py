"""The rail on the left: which screens there are, and which one this is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.canvas import LEFT, Canvas
from ui.direction import mirrored
from ui.layouts import boxed, column, row
from ui.theme import DARK, NEW_LOOK, Step, height, px
from ui.widgets.labels import Picture, Words

WIDE, SLIM = 188, 56


@dataclass(frozen=True)
class Place:
    """One item of the rail: its icon, its name, the key that goes there."""

    icon: str
    name: str
    key: str


class RailButton(QRadioButton):
    """One place in the rail, one of several; with words when the rail is wide."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._icon = place.icon
        self._wide = True
        self.clicking = False
        self.setText(place.name)
        self.setAccessibleName(place.name)
        self.setToolTip(f"{place.name}  {place.key}".rstrip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_wide(self, wide: bool) -> None:
        self._wide = wide
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160) if self._wide else SLIM, height(38 if self._wide else 40))

    def minimumSizeHint(self) -> QSize:
        return QSize(SLIM, self.sizeHint().height())

    def nextCheckState(self) -> None:
        """Only a click comes by here: a screen reader checks the button itself."""
        self.clicking = True
        super().nextCheckState()
        self.clicking = False

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        canvas.mirror(QRectF(self.rect()))
        ground = QRectF(self.rect()).adjusted(8, 1, -8, -1)
        chosen = self.isChecked()
        if chosen:
            canvas.panel(ground, fill="rail_sel", radius=7)
            if canvas.colours is DARK:
                bar = QRectF(ground.left(), ground.top() + 7, 3, ground.height() - 14)
                canvas.panel(bar, fill="accent", radius=1.5)
        if self.hasFocus():
            ring = "accent" if chosen else "rail_text"
            canvas.panel(ground, edge=ring, width=2, radius=7)
        tone = "on_rail_sel" if chosen else "rail_text"
        size = px(20)
        x = ground.left() + 12 if self._wide else ground.center().x() - size / 2
        canvas.icon(self._icon, tone, QPointF(x, ground.center().y() - size / 2), size)
        if self._wide:
            left = x + size + 10
            room = QRectF(left, ground.top(), ground.right() - left - 4, ground.height())
            canvas.words(room, self.text(), Step.STRONG if chosen else Step.BODY, tone, LEFT)
        painter.end()


class Rail(QFrame):
    """The school's name, the screens, and at the foot the settings. ``chosen`` gives the place."""

    chosen = Signal(int)

    def __init__(
        self,
        school: str,
        places: Sequence[Place],
        foot: Sequence[Place] = (),
        *,
        between: QWidget | None = None,
    ) -> None:
        """``between`` stands below the screens where there is room for words."""
        super().__init__()
        name = Words(school, Step.CAPTION, "rail_text")
        name.setWordWrap(True)
        title = Words(self.tr("Family Liaison"), Step.STRONG, "rail_text")
        title.setWordWrap(True)
        self._words = boxed(column(title, name, spacing=0))
        self._head = row(
            Picture("heart-handshake", "rail_text", 24),
            (self._words, 1),
            margins=(16, 13, 8, 12),
            spacing=10,
        )
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._group.idToggled.connect(self._checked)
        self._lighting = False
        self._layout = column(self._head, spacing=2)
        self._add(self._layout, places, 0)
        self._between = boxed(column(*filter(None, [between])))
        self._layout.addWidget(self._between)
        self._layout.addStretch(1)
        self._add(self._layout, foot, len(places))
        self._layout.addSpacing(8)
        self.setLayout(self._layout)
        self.set_wide(True)

    def buttons(self) -> list[QAbstractButton]:
        return self._group.buttons()

    def set_current(self, place: int) -> None:
        button = self._group.button(place)
        if button is not None:
            self._lighting = True
            button.setChecked(True)
            self._lighting = False

    def set_wide(self, wide: bool) -> None:
        """With words, or icons only."""
        self._wide = wide
        self._words.setVisible(wide)
        self._between.setVisible(wide)
        for button in self._group.buttons():
            if isinstance(button, RailButton):
                button.set_wide(wide)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self._dress()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Canvas(painter, self.palette()).colour("rail"))
        painter.end()

    def _add(self, layout: QVBoxLayout, places: Sequence[Place], first: int) -> None:
        for number, place in enumerate(places, first):
            button = RailButton(place)
            self._group.addButton(button, number)
            layout.addWidget(button)

    def _checked(self, place: int, checked: bool) -> None:
        """Checked by a screen reader's own action, which is no click."""
        button = self._group.button(place)
        by_hand = isinstance(button, RailButton) and button.clicking
        if checked and not by_hand and not self._lighting:
            self.chosen.emit(place)

    def _dress(self) -> None:
        slim = max(SLIM, px(24) + 24)
        self.setFixedWidth(min(px(WIDE), 224) if self._wide else slim)
        side = 16 if self._wide else (slim - px(24)) // 2
        self._head.setContentsMargins(*mirrored((side, 13, 8 if self._wide else side, 12)))
