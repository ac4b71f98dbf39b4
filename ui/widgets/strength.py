"""Bars that always have their words: how strong a passphrase is, how many steps are done."""

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.layouts import column, row
from ui.theme import Step
from ui.widgets.labels import Words

_TONES = ("danger", "danger", "late", "late", "praise")


class StrengthBar(QWidget):
    """Shows a strength from 0 to 4 with its words."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setRange(0, 4)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(10)
        self._bar.setAccessibleName(self.tr("Strength of the passphrase"))
        self._words = Words("", Step.CAPTION)
        self.setLayout(column(self._bar, self._words, spacing=4))
        self.show_strength(0, "")

    def words(self) -> str:
        return self._words.text()

    def show_strength(self, score: int, words: str) -> None:
        """``score`` as it is counted by the vault: 4 is strong enough."""
        self._bar.setProperty("tone", _TONES[score])
        self._bar.setValue(score)
        self._words.setText(words)
        self._bar.setAccessibleDescription(words)
        self._bar.update()


class Progress(QWidget):
    """Steps done, in words and as a bar: "4 of 7"."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._count = Words("", Step.CAPTION)
        self._label = Words(label, Step.CAPTION, "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(10)
        self._bar.setAccessibleName(label)
        self.setLayout(column(row(self._label, None, self._count, spacing=4), self._bar, spacing=4))

    def show_progress(self, done: int, of: int) -> None:
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(done)
        self._count.setText(self.tr("{0} of {1}").format(done, of))
        self._bar.setAccessibleDescription(self._count.text())
