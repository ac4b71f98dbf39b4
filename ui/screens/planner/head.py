"""The head of the planner: the way back, with whom, when and what kind, and where it stands."""

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison.dates import WEEKDAYS, medium_date
from liaison.model.meeting import Meeting, MeetingState
from ui.layouts import column, row
from ui.meeting_rows import STATES
from ui.theme import NEW_LOOK, Step, width_of
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.chips import Chip
from ui.widgets.labels import Words


class PlannerHead(QWidget):
    """``add_paper`` puts a button for what is printed, sent or saved of this meeting."""

    back = Signal()
    family = Signal()

    def __init__(self) -> None:
        super().__init__()
        back = KeyedButton(self.tr("Meetin&gs"), Kind.QUIET, icon_name="chevron-left")
        back.clicked.connect(self.back)
        self._name = Words("", Step.TITLE)
        self._whole = self._short = ""
        self._when, self._below = Words("", tone="muted"), Words("", tone="muted")
        self.state = Chip("")
        self._open = KeyedButton(self.tr("Fami&ly"), Kind.QUIET, icon_name="users")
        self._open.clicked.connect(self.family)
        self._paper: QHBoxLayout = row()
        self._line = row(back, self._name, self._when, self.state, None, self._open, self._paper)
        self.setLayout(column(self._line, self._below, spacing=2))

    def add_paper(self, button: QWidget) -> None:
        """One more button, the last of the head."""
        self._paper.addWidget(button)
        self.setTabOrder(self._open, button)

    def show_meeting(self, meeting: Meeting, family: str, kind: str) -> None:
        """Say whose it is, when, and what."""
        self._name.setText(family)
        day = _day(meeting.held_on) if meeting.held_on else self.tr("No day yet")
        when = ", ".join(filter(None, (day, meeting.held_at)))
        self._whole, self._short = f"{when} · {kind[:1].lower()}{kind[1:]}", when
        shown = meeting.state is not MeetingState.PLANNED
        self.state.set_chip(meeting.state.label if shown else "", STATES[meeting.state])
        self.state.setVisible(shown)
        self._arrange()

    def said(self) -> str:
        """The same, for a screen reader."""
        return f"{self._name.text()}. {self._whole}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._arrange()

    def _arrange(self) -> None:
        """When it is and what kind beside the name as far as there is room, else below it."""
        self._when.hide()
        self._line.invalidate()
        room = self.width() - self._line.minimumSize().width() - self._line.spacing() - 4
        found = (each for each in (self._whole, self._short) if width_of(each) <= room)
        beside = next(found, "")
        self._when.setText(beside)
        self._when.setVisible(bool(beside))
        self._below.setText("" if beside else self._short)
        self._below.setHidden(bool(beside))


def _day(day: date) -> str:
    weekday = WEEKDAYS[day.weekday()].title()
    return f"{weekday} {medium_date(day)}"
