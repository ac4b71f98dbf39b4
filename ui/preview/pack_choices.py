"""What is chosen before a pack is made: which meeting, who reads it, and what goes in."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from liaison.casework.packs import USUAL, PackPart, PackWish
from liaison.errors import UnknownValue
from liaison.model.fields import Audience
from ui.day_field import DayField
from ui.layouts import column, row
from ui.preview.choices import SIZES
from ui.preview.ticks import Ticks
from ui.session import Session
from ui.theme import Step
from ui.view_bar import FilterBox, Pair
from ui.widgets.labels import Words

STAFF, EVERYBODY = "staff", "everybody"
MOST_OFFERED = 10
WIDEST = 400
"""As wide as the column of choices ever is."""


class PackChoices(QWidget):
    """``chosen`` fires at every choice, ``meeting_chosen`` at that of another meeting."""

    chosen = Signal()
    meeting_chosen = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.meeting = FilterBox(self.tr("Which meeting"), widest=WIDEST)
        self.meeting.currentIndexChanged.connect(self.meeting_chosen)
        self.reader = FilterBox(self.tr("Who will read it"), widest=WIDEST)
        self.copies = FilterBox(self.tr("Copies for each reader"))
        self.copies.offer([(str(n), str(n)) for n in range(1, MOST_OFFERED + 1)], "1")
        self.points = FilterBox(self.tr("Size of the letters"))
        points = self.tr("{0} point")
        self.points.offer([(str(each), points.format(each)) for each in SIZES], "12")
        for box in (self.reader, self.copies, self.points):
            box.currentIndexChanged.connect(self.chosen)
        self.parts: dict[PackPart, QCheckBox] = {}
        for part, words in self._words().items():
            tick = QCheckBox(words)
            tick.setChecked(part in USUAL)
            tick.toggled.connect(self._ticked)
            self.parts[part] = tick
        self.since = DayField(self.tr("Contacts s&ince"), session)
        self.since.line.editingFinished.connect(self.chosen)
        self.since.hide()
        self.ticks = Ticks()
        self.ticks.chosen.connect(self.chosen)
        self.setLayout(
            column(
                self._over(self.tr("F&or"), self.meeting),
                self._over(self.tr("Who wi&ll read it"), self.reader),
                4,
                Words(self.tr("What goes in"), Step.STRONG),
                *self.parts.values(),
                row(26, (self.since, 1), spacing=0),
                self.ticks,
                4,
                self._over(self.tr("&Copies for each reader, each numbered"), self.copies),
                self._over(self.tr("Si&ze of the letters"), self.points),
                spacing=4,
            )
        )

    def offer_meetings(self, pairs: Sequence[Pair], chosen: str) -> None:
        """The meetings there are, and all of a day."""
        self.meeting.offer(pairs, chosen)

    def offer_readers(self, adults: Sequence[Pair]) -> None:
        """Staff, everybody who was asked, or one adult; who was chosen stays chosen."""
        before = str(self.reader.currentData() or STAFF)
        readers = [
            (STAFF, self.tr("Staff")),
            (EVERYBODY, self.tr("Each adult who was asked, one by one")),
        ]
        self.reader.offer([*readers, *adults], before)

    def choose_reader(self, adult: str) -> None:
        """Choose an adult, if she is offered."""
        at = self.reader.findData(adult)
        if at >= 0:
            self.reader.setCurrentIndex(at)

    def one_reader(self) -> bool:
        """Whether it is for staff, or for one adult: what is ticked is ticked for one reader."""
        return bool(self.reader.currentData() != EVERYBODY)

    def wish(self) -> PackWish:
        """What is asked for. ``UnknownValue`` while the day of the contacts is no day."""
        reader = str(self.reader.currentData() or STAFF)
        return PackWish(
            audience=Audience.STAFF if reader == STAFF else Audience.FAMILY,
            reader="" if reader in (STAFF, EVERYBODY) else reader,
            size=int(self.points.currentData()),
            copies=int(self.copies.currentData()),
            parts=frozenset(part for part, tick in self.parts.items() if tick.isChecked()),
            since=self._since(),
            ticked=self.ticks.ticked(),
        )

    def _since(self) -> date | None:
        if not self.parts[PackPart.TIMELINE].isChecked():
            return None
        if self.since.check():
            raise UnknownValue(self.since.problem())
        return self.since.day()

    def _ticked(self) -> None:
        self.since.setVisible(self.parts[PackPart.TIMELINE].isChecked())
        self.chosen.emit()

    def _over(self, words: str, box: FilterBox) -> QWidget:
        label = QLabel(words)
        label.setBuddy(box)
        holder = QWidget()
        holder.setLayout(column(label, box, spacing=3))
        return holder

    def _words(self) -> dict[PackPart, str]:
        return {
            PackPart.AGENDA: self.tr("&Agenda"),
            PackPart.ACTIONS: self.tr("What was a&greed, and promises"),
            PackPart.SUMMARY: self.tr("Su&mmary sheet"),
            PackPart.BARRIERS: self.tr("What gets in the wa&y"),
            PackPart.ATTENDANCE: self.tr("Atte&ndance"),
            PackPart.TIMELINE: self.tr("Contact&s since a day"),
        }
