"""What still has to be settled by somebody: visits out, slips to confirm, drafts to go on with."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.layouts import column, row
from ui.signs import Tone
from ui.theme import Step
from ui.widgets.buttons import KeyedButton
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.chips import Chip
from ui.widgets.labels import Picture, Words


@dataclass(frozen=True)
class Unsettled:
    """One line: what it is, more about it, the word on its button, and a sign when it is late."""

    kind: str
    id: str
    icon: str
    title: str
    line: str
    button: str
    late: str = ""


class SettlingLine(QWidget):
    """``pressed`` gives kind and id."""

    pressed = Signal(str, str)

    def __init__(self, shown: Unsettled) -> None:
        super().__init__()
        self._shown = shown
        self.button = KeyedButton(shown.button)
        self.button.setAccessibleName(f"{shown.button}: {shown.title}")
        self.button.clicked.connect(self._press)
        title = Words(shown.title, Step.NAME, wrap=True)
        title.setMinimumWidth(120)
        below = Words(shown.line, Step.CAPTION, "muted", wrap=True)
        below.setMinimumWidth(120)
        below.setVisible(bool(shown.line))
        said = column(title, below, spacing=1)
        if shown.late:
            said.addSpacing(3)
            said.addLayout(row(Chip(shown.late, Tone.LATE), None))
        sign = column(Picture(shown.icon), None, margins=(0, 2, 0, 0))
        self.setLayout(row(sign, (said, 1), self.button, margins=(14, 4, 12, 5), spacing=10))

    def _press(self) -> None:
        self.pressed.emit(self._shown.kind, self._shown.id)


class SettlingCard(Card):
    """Stands only when there is something in it."""

    pressed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Unsettled, ...] = ()
        self.lines: list[SettlingLine] = []
        self._rows = column(spacing=0)
        self.setLayout(
            column(
                SectionHeading(self.tr("To settle")), self._rows, margins=(1, 1, 1, 5), spacing=0
            )
        )
        self.hide()

    def show_lines(self, shown: Sequence[Unsettled]) -> None:
        """Show these; lines that have not changed stay as they are, the focus with them."""
        if tuple(shown) == self._shown:
            return
        self._shown = tuple(shown)
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for each in shown:
            line = SettlingLine(each)
            line.pressed.connect(self.pressed)
            self._rows.addWidget(line)
            self.lines.append(line)
        self.setVisible(bool(shown))
