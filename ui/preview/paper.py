"""A paper in memory, and what the officer is told of it before it leaves the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from liaison.casework.copies import CopyMade
from liaison.model.sending import Outgoing
from ui.layouts import column
from ui.preview.keeping import SavePdf
from ui.theme import Step
from ui.widgets.cards import Rule
from ui.widgets.labels import SignedWords, Words

if TYPE_CHECKING:
    from liaison.sheets.making import MadeSheet


@dataclass(frozen=True, kw_only=True)
class Paper:
    """``notes`` are for the log of copies; the other words are for the officer alone.

    ``outgoing`` is what of it goes home, so that it is asked whether it has gone.
    """

    pdf: bytes
    text: str
    pages: int
    notes: Sequence[CopyMade] = ()
    left_out: Sequence[str] = ()
    warnings: Sequence[str] = ()
    reading: str = ""
    outgoing: Sequence[Outgoing] = ()


def paper_of(made: "MadeSheet") -> Paper:
    """A drawn sheet as the preview shows it. Runs beside the window, with the drawing."""
    from liaison.sheets.as_text import text_of  # noqa: PLC0415 - slow

    return Paper(
        pdf=made.pdf,
        text=text_of(made.body) if made.body else "",
        pages=made.pages,
        notes=made.notes,
        left_out=made.left_out,
        warnings=made.warnings,
        reading=made.reading.sentence if made.reading else "",
    )


class PaperSide(QWidget):
    """What was chosen, what was left out and why, how hard it is to read, and saving it."""

    def __init__(self, choices: QWidget) -> None:
        super().__init__()
        self.left_out = Words("", wrap=True)
        self.warnings = SignedWords("info-circle", step=Step.BODY, tone="text", icon_tone="accent")
        self.warnings.words.setWordWrap(True)
        self.reading = SignedWords("ear", step=Step.BODY, tone="text", icon_tone="accent")
        self.reading.words.setWordWrap(True)
        self.saving = SavePdf()
        self.setLayout(
            column(
                choices,
                Rule(),
                Words(self.tr("What was left out, and why"), Step.STRONG),
                self.left_out,
                self.warnings,
                self.reading,
                Rule(),
                self.saving,
                None,
                margins=(16, 12, 16, 12),
                spacing=10,
            )
        )

    def show_paper(self, paper: Paper | None) -> None:
        """Say what there is to say of it; nothing while there is none."""
        nothing = self.tr("Nothing.") if paper else ""
        self.left_out.setText("\n".join(paper.left_out if paper else ()) or nothing)
        for signed, said in (
            (self.warnings, "\n".join(paper.warnings) if paper else ""),
            (self.reading, paper.reading if paper else ""),
        ):
            signed.set_words(said)
            signed.setVisible(bool(said))
