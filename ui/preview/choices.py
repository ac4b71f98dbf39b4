"""What the officer chooses before a sheet is made: who will read it, and how large."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QWidget

from liaison.casework.copies import Wish
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.person import PersonKind
from ui.layouts import column, row
from ui.preview.ticks import Ticks
from ui.theme import Step
from ui.widgets.labels import Words

BY_LENGTH = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
SIZES = (12, 14, 18, 24)


class SheetChoices(QWidget):
    """Radio buttons for the reader and the size. ``chosen`` fires at every change."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.audiences = {
            Audience.STAFF: QRadioButton(self.tr("&Staff")),
            Audience.FAMILY: QRadioButton(self.tr("The fa&mily")),
            Audience.HANDOVER: QRadioButton(self.tr("Hand&over to the next school")),
        }
        for button in self.audiences.values():
            self._group.addButton(button)
        self.audiences[Audience.STAFF].setChecked(True)
        self._group.buttonToggled.connect(self._audience_chosen)
        self.reader = QComboBox()
        self.reader.setAccessibleName(self.tr("Which adult will read it"))
        self.reader.setMinimumContentsLength(12)
        self.reader.setSizeAdjustPolicy(BY_LENGTH)
        self.reader.currentIndexChanged.connect(self.chosen)
        self.points = QComboBox()
        self.points.setAccessibleName(self.tr("Size of the letters"))
        for points in SIZES:
            self.points.addItem(self.tr("{0} point").format(points), points)
        self.points.currentIndexChanged.connect(self.chosen)
        self.ticks = Ticks()
        self.ticks.chosen.connect(self.chosen)
        size = Words(self.tr("Si&ze of the letters"), Step.STRONG)
        size.setTextFormat(size.textFormat().AutoText)
        size.setBuddy(self.points)
        self.setLayout(
            column(
                Words(self.tr("Who will read it"), Step.STRONG),
                self.audiences[Audience.STAFF],
                self.audiences[Audience.FAMILY],
                row(26, (self.reader, 1), spacing=0),
                self.audiences[Audience.HANDOVER],
                8,
                size,
                self.points,
                8,
                self.ticks,
                spacing=4,
            )
        )
        self.reader.hide()

    def offer(self, record: FamilyRecord, sensitive: Mapping[str, str]) -> None:
        """Offer this family's adults as readers; the one chosen stays chosen.

        ``sensitive`` are ids and words of what is printed only when it is ticked for this copy.
        """
        self.ticks.offer(sensitive, about=record.family.id)
        before = self.reader.currentData()
        self.reader.blockSignals(True)
        self.reader.clear()
        self.reader.addItem(self.tr("Nobody by name: only the children"), "")
        for each in self._readers(record):
            self.reader.addItem(record.names[each], each)
        self.reader.setCurrentIndex(max(0, self.reader.findData(before)))
        self.reader.blockSignals(False)

    def chosen_audience(self) -> QRadioButton:
        """The button of the reader that is chosen."""
        return next(each for each in self.audiences.values() if each.isChecked())

    def wish(self) -> Wish:
        """What is asked for."""
        found = (each for each, button in self.audiences.items() if button.isChecked())
        audience = next(found, Audience.STAFF)
        reader = self.reader.currentData() if audience is Audience.FAMILY else ""
        return Wish(
            audience=audience,
            reader=reader or "",
            size=self.points.currentData(),
            ticked=self.ticks.ticked(),
        )

    def _readers(self, record: FamilyRecord) -> Sequence[str]:
        adults = [each for each in record.adults if each.kind is PersonKind.ADULT]
        return [each.id for each in adults if each.died_on is None]

    def _audience_chosen(self, _button: object, chosen: bool) -> None:
        if chosen:
            family = self.audiences[Audience.FAMILY].isChecked()
            self.reader.setVisible(family)
            self.chosen.emit()
