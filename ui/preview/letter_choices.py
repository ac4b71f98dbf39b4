"""What is chosen before a letter is made: which one, to whom, in which language, and phrases."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from liaison.casework.letters import LetterWish
from liaison.model.letter import ENGLISH, LETTERS, LetterKind
from ui.layouts import column
from ui.preview.choices import SIZES
from ui.preview.ticks import Ticks
from ui.theme import Step
from ui.view_bar import FilterBox, Pair
from ui.widgets.labels import Words


class LetterChoices(QWidget):
    """``chosen`` fires at every choice, ``kind_chosen`` and ``reader_chosen`` before it."""

    chosen = Signal()
    kind_chosen = Signal()
    reader_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = FilterBox(self.tr("Which letter"))
        self.kind.offer([(each.value, each.label) for each in LETTERS], "")
        self.kind.currentIndexChanged.connect(self.kind_chosen)
        self.reader = FilterBox(self.tr("To whom"))
        self.reader.currentIndexChanged.connect(self.reader_chosen)
        self.also = FilterBox(self.tr("And to somebody who lives with them"))
        self.language = FilterBox(self.tr("Language besides English"))
        self.points = FilterBox(self.tr("Size of the letters"))
        points = self.tr("{0} point")
        self.points.offer([(str(each), points.format(each)) for each in SIZES], "12")
        for box in (self.kind, self.reader, self.also, self.language, self.points):
            box.currentIndexChanged.connect(self.chosen)
        self.spoken = Words("", Step.CAPTION, "muted", wrap=True)
        self.phrases: dict[str, QCheckBox] = {}
        self._phrase_rows = column(spacing=2)
        self.ticks = Ticks()
        self.ticks.chosen.connect(self.chosen)
        self.setLayout(
            column(
                self._over(self.tr("Whi&ch letter"), self.kind),
                self._over(self.tr("To who&m"), self.reader),
                self._over(self.tr("A&nd to, if they live together"), self.also),
                self._over(self.tr("&Language besides English"), self.language),
                self.spoken,
                4,
                Words(self.tr("Add to it"), Step.STRONG),
                self._phrase_rows,
                self.ticks,
                4,
                self._over(self.tr("Si&ze of the letters"), self.points),
                spacing=4,
            )
        )

    def choose_kind(self, kind: LetterKind) -> None:
        """Without telling anybody: the letter that is due."""
        self.kind.blockSignals(True)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind.value)))
        self.kind.blockSignals(False)

    def choose_readers(self, adult: str, also: str = "") -> None:
        """Choose an adult, and one who reads it with her, if they are offered."""
        for box, chosen in ((self.reader, adult), (self.also, also)):
            at = box.findData(chosen)
            if at >= 0:
                box.setCurrentIndex(at)

    def offer_readers(self, adults: Sequence[Pair]) -> None:
        """The family's adults; who was chosen stays chosen."""
        self.reader.offer(adults, str(self.reader.currentData() or ""))
        self.offer_also(adults)

    def offer_also(self, adults: Sequence[Pair]) -> None:
        """Everybody but the first reader."""
        first = self.reader.currentData()
        others = [pair for pair in adults if pair[0] != first]
        nobody = ("", self.tr("Nobody else"))
        self.also.offer([nobody, *others], str(self.also.currentData() or ""))

    def offer_languages(self, ready: Sequence[Pair], spoken: str) -> None:
        """Those with a checked text; ``spoken`` says what the reader speaks."""
        english = (ENGLISH, self.tr("None: English alone"))
        self.language.offer([english, *ready], str(self.language.currentData() or ""))
        self.spoken.setText(spoken)
        self.spoken.setVisible(bool(spoken))

    def offer_phrases(self, names: Sequence[str]) -> None:
        """A tick for each; what was ticked stays ticked."""
        if tuple(names) == tuple(self.phrases):
            return
        kept = {name for name, tick in self.phrases.items() if tick.isChecked()}
        for tick in self.phrases.values():
            tick.hide()
            tick.deleteLater()
        self.phrases = {}
        for name in names:
            tick = QCheckBox(name)
            tick.setChecked(name in kept)
            tick.toggled.connect(self.chosen)
            self.phrases[name] = tick
            self._phrase_rows.addWidget(tick)
        for before, after in pairwise((self.language, *self.phrases.values(), self.points)):
            self.setTabOrder(before, after)

    def offer_child_words(self, meeting: str, *, said: bool) -> None:
        """Whether the child ``said`` anything; what is ticked is ticked for this one letter."""
        follows = self.kind.currentData() == LetterKind.FOLLOW_UP.value
        words = {meeting: self.tr("What the child told us")} if said and follows else {}
        readers = (self.reader.currentData(), self.also.currentData())
        self.ticks.offer(words, about=(meeting, *readers))

    def wish(self) -> LetterWish:
        """What is asked for."""
        return LetterWish(
            kind=LetterKind(self.kind.currentData()),
            language=str(self.language.currentData() or ENGLISH),
            phrases=tuple(name for name, tick in self.phrases.items() if tick.isChecked()),
            also=str(self.also.currentData() or ""),
            child_words=bool(self.ticks.ticked()),
        )

    def _over(self, words: str, box: FilterBox) -> QWidget:
        label = QLabel(words)
        label.setBuddy(box)
        holder = QWidget()
        holder.setLayout(column(label, box, spacing=3))
        return holder
