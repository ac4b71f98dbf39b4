"""What Reception is told, large enough to read standing up. Never a green all-clear."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from liaison.model.ruling import DO_NOT_HAND_OVER, Answer, Ruling
from ui.layouts import column, row
from ui.theme import Step
from ui.widgets.labels import Picture, Words
from ui.widgets.toast import announce


class ReceptionAnswer(QWidget):
    """Who is here for whom, the ruling's sentence, the order's words, and whom to fetch."""

    def __init__(self) -> None:
        super().__init__()
        self._asked = Words("", tone="muted", wrap=True)
        self._sign = Picture("info-circle", "accent", 32)
        self.sentence = Words("", Step.TITLE, wrap=True)
        self.order = Words("", Step.H2, wrap=True)
        self.fetch = Words("", Step.CARD, wrap=True)
        said = row(self._sign, (self.sentence, 1), spacing=16)
        said.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(self._asked, said, self.order, self.fetch, None, spacing=16))

    def show_answer(self, asked: str, ruling: Ruling) -> None:
        """Show and speak it. ``asked`` is the question in words."""
        stop = ruling.answer is Answer.BLOCK
        sentence, order = _parts(ruling)
        self._asked.setText(asked)
        self._sign.set_picture(*(("hand-stop", "danger") if stop else ("info-circle", "accent")))
        self.sentence.setText(sentence)
        self.sentence.set_tone("danger" if stop else "text")
        self.order.setText(order)
        self.order.setVisible(bool(order))
        self.fetch.setText(
            self.tr("Fetch the head or the DSL.")
            if stop
            else self.tr("Not sure? Ask the head or the DSL before anybody leaves.")
        )
        announce(self, self.words())

    def words(self) -> str:
        """All of it as it is spoken."""
        parts = (self._asked, self.sentence, self.order, self.fetch)
        return " ".join(part.text() for part in parts if part.text())

    def forget(self) -> None:
        """Nothing of the last answer stays."""
        for part in (self._asked, self.sentence, self.order, self.fetch):
            part.clear()


def _parts(ruling: Ruling) -> tuple[str, str]:
    """What to do, and the words it rests on."""
    if ruling.sentence.startswith(DO_NOT_HAND_OVER):
        return DO_NOT_HAND_OVER, ruling.sentence.removeprefix(DO_NOT_HAND_OVER).strip()
    if ruling.restriction is None:
        return ruling.sentence, ""
    first, stop, rest = ruling.sentence.partition(". ")
    return f"{first}{stop.strip()}", rest
