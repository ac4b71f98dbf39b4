"""The last look before the family comes in: the first sentence, who is nearby, what is missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison.model.meeting import MeetingState
from liaison.model.meeting_record import MeetingRecord
from ui.layouts import column, row
from ui.theme import Step
from ui.widgets.buttons import KeyedButton
from ui.widgets.cards import Card
from ui.widgets.labels import Words


class BeforeTheRoom(QWidget):
    """Says what the room shows, and leads there."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        lead = self.tr(
            "In the room the screen shows the purpose, the agenda and one box to write in, and "
            "nothing else: no names, no notes of ours, nothing about any other family. "
            "Esc brings you back here; what was typed is kept."
        )
        self._opening = Words("", Step.CARD, wrap=True)
        self._nearby = Words("", wrap=True)
        self._ready = Words("", wrap=True)
        self.button = KeyedButton(self.tr("Into the room"), icon_name="door-enter", key="F5")
        self.button.clicked.connect(self.entered)
        card = Card(
            column(
                row(Words(self.tr("Before you go in"), Step.H2), None, self.button),
                self._opening,
                self._nearby,
                self._ready,
                Words(lead, wrap=True),
                margins=(20, 16, 20, 18),
                spacing=10,
            )
        )
        self.setLayout(column(card, None))

    def show_whole(self, whole: MeetingRecord) -> None:
        """What there is to know just before."""
        meeting = whole.meeting
        self._opening.setText(f"“{meeting.opening}”" if meeting.opening else "")
        self._opening.setVisible(bool(meeting.opening))
        where = ", ".join(filter(None, (meeting.standby, meeting.standby_extension)))
        told = self.tr("knows") if meeting.standby_told_on else self.tr("has not been told yet")
        nearby = self.tr("Colleague nearby: {0}, {1}.").format(where, told)
        self._nearby.setText(nearby if where else self.tr("No colleague is named as nearby."))
        left = [each.what for each in whole.checks if not each.settled]
        said = self.tr("Not ready yet: {0}.").format("; ".join(left))
        self._ready.setText(said if left else self.tr("Everything is ready."))
        self.button.setEnabled(meeting.state is not MeetingState.CALLED_OFF)
