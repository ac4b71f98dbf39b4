"""People who might be the same: at the left who is in doubt, at the right both side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QRadioButton, QWidget

from liaison.exchange.import_matches import Alike, Decision, Match, Verdict
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.layouts import boxed, column, row
from ui.scrolling import Scrolling
from ui.signs import Tone
from ui.theme import LARGE_TEXT, NEW_LOOK, Step, px, scale
from ui.view_bar import FilterBox
from ui.widgets.cards import Rule
from ui.widgets.labels import Words

TONES = {Verdict.SAME: Tone.LATER, Verdict.NEW: Tone.INFORMATION, Verdict.SKIP: Tone.EASING}


class SideBySide(QWidget):
    """What the record says beside what the file says."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self.setLayout(self._grid)

    def show_alike(self, alike: Alike | None) -> None:
        """Show how this one differs; nothing when there is nobody."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if alike is None:
            return
        said = [f"{each.label}: {each.here} / {each.file}" for each in alike.differences]
        self.setAccessibleName(". ".join(said))
        headings = ("", self.tr("In the record"), self.tr("In the file"))
        for place, words in enumerate(headings):
            self._grid.addWidget(Words(words, Step.HEADING, "muted"), 0, place)
        for line, each in enumerate(alike.differences, 1):
            cells = (each.label, each.here or "–", each.file or "–")
            for place, words in enumerate(cells):
                cell = Words(words, Step.BODY if place else Step.CAPTION, wrap=True)
                cell.setMinimumWidth(60)
                self._grid.addWidget(cell, line, place)
        for place in (1, 2):
            self._grid.setColumnStretch(place, 1)


class MatchPage(QWidget):
    """``changed`` fires when the officer decides; ``decisions`` is what she has decided."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.decisions: dict[str, Decision] = {}
        self._matches: dict[str, Match] = {}
        self.lead = Words(
            self.tr("Look at these: they would change, or look like somebody in the record."),
            wrap=True,
        )
        self.people = RowList(self.tr("People in doubt"))
        self.people.moved.connect(self._show)
        self.name = Words("", Step.CARD, wrap=True)
        self.alike = FilterBox(self.tr("Whom it may be"))
        self.alike.currentIndexChanged.connect(self._choose_alike)
        self.beside = SideBySide()
        self._group = QButtonGroup(self)
        self.verdicts = {
            Verdict.SAME: QRadioButton(self.tr("The &same person: bring up to date")),
            Verdict.NEW: QRadioButton(self.tr("Somebody &new: add")),
            Verdict.SKIP: QRadioButton(self.tr("&Leave out: change nothing")),
        }
        for number, button in enumerate(self.verdicts.values()):
            self._group.addButton(button, number)
        self._group.idClicked.connect(self._decide)
        right = Scrolling(
            column(
                self.name,
                self.alike,
                self.beside,
                Rule(),
                *self.verdicts.values(),
                None,
                spacing=8,
                margins=(14, 4, 6, 4),
            )
        )
        self._right = right
        self._sides = row((self.people, 4), (right, 5), spacing=10)
        self.setLayout(column(self.lead, (boxed(self._sides), 1), spacing=8))
        self._dress()

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Show these; the one chosen stays chosen."""
        self._matches = {match.key: match for match in matches}
        self.people.show_rows([self._row(match) for match in matches])
        if not self.people.current_id():
            self.people.choose_first()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _dress(self) -> None:
        """With large text both stand below one another."""
        large = scale() > LARGE_TEXT
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if large else direction.LeftToRight)
        self.people.setMinimumHeight(px(80 if large else 190))
        self._right.setMinimumHeight(px(150 if large else 190))

    def _row(self, match: Match) -> EntryRow:
        verdict = self._verdict(match)
        words = {
            Verdict.SAME: self.tr("Same"),
            Verdict.NEW: self.tr("New"),
            Verdict.SKIP: self.tr("Left out"),
        }[verdict]
        icon = "backpack" if match.child else "user"
        return EntryRow(match.key, icon, match.name, chip=words, tone=TONES[verdict])

    def _verdict(self, match: Match) -> Verdict:
        chosen = self.decisions.get(match.key)
        return chosen.verdict if chosen else match.verdict

    def _current(self) -> Match | None:
        return self._matches.get(self.people.current_id())

    def _show(self, _key: str) -> None:
        match = self._current()
        if match is None:
            return
        self.name.setText(match.name)
        pairs = [(each.id, each.name) for each in match.alike]
        chosen = self.decisions.get(match.key)
        self.alike.offer(pairs, chosen.person if chosen and chosen.person else match.same_as)
        self.alike.setVisible(bool(pairs))
        self.verdicts[Verdict.SAME].setEnabled(bool(pairs))
        self.verdicts[self._verdict(match)].setChecked(True)
        self._show_beside()

    def _show_beside(self) -> None:
        match, person = self._current(), self.alike.currentData()
        alike = match.alike if match else ()
        self.beside.show_alike(next((each for each in alike if each.id == person), None))

    def _choose_alike(self) -> None:
        self._show_beside()
        match = self._current()
        if match is not None and self._verdict(match) is Verdict.SAME:
            self._keep(match, Verdict.SAME)

    def _decide(self, number: int) -> None:
        match = self._current()
        if match is not None:
            self._keep(match, list(self.verdicts)[number])

    def _keep(self, match: Match, verdict: Verdict) -> None:
        person = str(self.alike.currentData() or "") if verdict is Verdict.SAME else ""
        self.decisions[match.key] = Decision(verdict, person)
        self.people.show_rows([self._row(each) for each in self._matches.values()])
        self.changed.emit()
