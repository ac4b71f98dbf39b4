"""Help before the record is open."""

from ui.layouts import boxed, column, row
from ui.theme import Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.labels import Words
from ui.widgets.overlay import Panel


class UnlockHelp(Panel):
    """What to do when the record does not open."""

    def __init__(self) -> None:
        super().__init__(self.tr("Opening the record"))
        parts = (
            (
                self.tr("The passphrase is not accepted"),
                self.tr(
                    "Look whether Caps Lock is on, press Show, and type slowly. Capital letters, "
                    "spaces and hyphens count."
                ),
            ),
            (
                self.tr("The passphrase is forgotten"),
                self.tr(
                    "Press “Use recovery sheet” and type the seven groups of the sheet that lies "
                    "in the school safe. Without passphrase and sheet nobody can open the record: "
                    "not we, and not the computer’s administrator."
                ),
            ),
            (
                self.tr("The record is open elsewhere or damaged"),
                self.tr(
                    "Close the program on the other screen. When the sentence speaks of damage, do "
                    "not delete anything: the last backup can be put into a new folder."
                ),
            ),
        )
        rows = column(margins=(20, 4, 20, 14), spacing=4)
        for heading, words in parts:
            rows.addWidget(Words(heading, Step.STRONG))
            rows.addWidget(Words(words, wrap=True))
            rows.addSpacing(6)
        close = KeyedButton(self.tr("Close"), Kind.PRIMARY, key="Esc")
        close.clicked.connect(self.closing)
        self.fill(boxed(rows), Footer(row(None, close, margins=(20, 10, 14, 10)), radius=11))
