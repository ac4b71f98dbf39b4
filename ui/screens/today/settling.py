"""What still has to be settled by somebody: visits out, slips to confirm, drafts to go on with."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.layouts import column, row
from ui.quiet import quiet_of
from ui.signs import Tone
from ui.theme import Step
from ui.widgets.buttons import KeyedButton
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.chips import Chip
from ui.widgets.labels import Picture, Words

LEAST = 120
DRAFT, PAPER = "draft", "paper"


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
    """``pressed`` gives kind and id. It is filled again rather than made again."""

    pressed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: Unsettled | None = None
        self._sign = Picture("pencil")
        self.title = Words("", Step.NAME, wrap=True)
        self.line = Words("", Step.CAPTION, "muted", wrap=True)
        for words in (self.title, self.line):
            words.setMinimumWidth(LEAST)
        self.late = Chip("", Tone.LATE)
        self.button = KeyedButton("")
        self.button.clicked.connect(self._press)
        sign = column(self._sign, None, margins=(0, 2, 0, 0))
        said = column(self.title, self.line, row(self.late, None), spacing=2)
        self.setLayout(row(sign, (said, 1), self.button, margins=(14, 4, 12, 5), spacing=10))

    def show_line(self, shown: Unsettled) -> None:
        """Stand for this one now."""
        self.shown = shown
        self._sign.set_picture(shown.icon, "muted")
        self.title.setText(shown.title)
        self.line.setText(shown.line)
        self.late.set_chip(shown.late, Tone.LATE)
        self.late.setVisible(bool(shown.late))
        self.button.setText(shown.button)
        self.button.setAccessibleName(f"{shown.button}: {shown.title}")
        self.button.updateGeometry()

    def _press(self) -> None:
        if self.shown is not None:
            self.pressed.emit(self.shown.kind, self.shown.id)


class SettlingCard(Card):
    """Stands only when there is something in it."""

    pressed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Unsettled, ...] = ()
        self._made: list[SettlingLine] = []
        self._rows = column(spacing=0)
        heading = SectionHeading(self.tr("To settle"))
        self.setLayout(column(heading, self._rows, margins=(1, 1, 1, 5), spacing=0))
        self.hide()

    @property
    def lines(self) -> list[SettlingLine]:
        """Those that stand there now, top to bottom."""
        return self._made[: len(self._shown)]

    def show_lines(self, shown: Sequence[Unsettled]) -> None:
        """Show these; in the quiet view no drafts and papers. The focus stays where it was."""
        quiet = quiet_of(self) is not None
        shown = [each for each in shown if not (quiet and each.kind in (DRAFT, PAPER))]
        if tuple(shown) == self._shown:
            return
        self._shown = tuple(shown)
        while len(self._made) < len(shown):
            line = SettlingLine()
            line.pressed.connect(self.pressed)
            self._rows.addWidget(line)
            self._made.append(line)
        for number, line in enumerate(self._made):
            line.setVisible(number < len(shown))
        for line, each in zip(self.lines, shown, strict=True):
            line.show_line(each)
        self.setVisible(bool(shown))
