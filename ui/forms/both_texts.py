"""Two texts of one entry, when somebody else saved first: choose which one stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison.errors import ChangedMeanwhile
from ui.forms.laid_out import Line
from ui.layouts import boxed, column, row
from ui.theme import Step
from ui.widgets.buttons import KeyedButton
from ui.widgets.cards import Card
from ui.widgets.labels import Words


class BothTexts(Card):
    """Nothing is lost: mine and theirs, side by side, each with its button."""

    mine_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = Words("", Step.STRONG, wrap=True)
        self.mine = Words("", wrap=True)
        self.theirs = Words("", wrap=True)
        self.keep_mine = KeyedButton(self.tr("Save what I wrote"))
        self.keep_mine.clicked.connect(self.mine_chosen)
        self.take_theirs = KeyedButton(self.tr("Take what stands there"))
        self.take_theirs.clicked.connect(self.theirs_chosen)
        sides = Line(
            self._side(self.tr("What I wrote"), self.mine, self.keep_mine),
            self._side(self.tr("What stands there now"), self.theirs, self.take_theirs),
        )
        self.setLayout(column(self._said, sides, margins=(14, 10, 14, 12), spacing=8))
        self.hide()

    def show_both(self, met: ChangedMeanwhile) -> None:
        """Show both, and put the focus where the choice is made."""
        self._said.setText(str(met))
        self.mine.setText(met.mine)
        self.theirs.setText(met.theirs)
        self.setAccessibleName(str(met))
        self.show()
        self.keep_mine.setFocus()

    def _side(self, title: str, words: Words, button: KeyedButton) -> QWidget:
        heading = Words(title, Step.CAPTION, "muted")
        return boxed(column(heading, words, row(button, None), spacing=4))
