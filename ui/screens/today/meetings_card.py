"""Today's meetings, and those of earlier days that wait to be written up."""

from dataclasses import replace

from PySide6.QtCore import Signal

from liaison.casework.today import Day
from liaison.store.store import Store
from ui.delegates.rows import PaintedRow
from ui.layouts import column, row
from ui.meeting_rows import in_line, row_of, row_today
from ui.screens.today.day_list import DayList
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, SectionHeading


class MeetingsCard(Card):
    """One list under its heading; hidden while it is empty. ``meeting`` asks for one of them.

    ``last`` is the last of the buttons for what can be done with them.
    """

    meeting = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._families: dict[str, str] = {}
        self._heading = SectionHeading(title)
        self.list = DayList(title, fit=True)
        self.list.opened.connect(self.meeting)
        self.open_button = KeyedButton(self.tr("Open plan"), Kind.QUIET, icon_name="messages")
        self.open_button.setAccessibleName(self.tr("Open plan: {0}").format(title))
        self.open_button.clicked.connect(self._open)
        self.last: KeyedButton = self.open_button
        self._foot = row(self.open_button, None, margins=(8, 2, 8, 2))
        parts = (self._heading, self.list, self._foot)
        self.setLayout(column(*parts, margins=(1, 1, 1, 5), spacing=0))

    def put_in_foot(self, button: KeyedButton) -> None:
        """One more button, behind the others."""
        self._foot.addWidget(button)
        self.setTabOrder(self.last, button)
        self.last = button

    def family_of(self, row_id: str) -> str:
        return self._families.get(row_id, "")

    def show_today(self, day: Day, store: Store) -> None:
        """The meetings of this day."""
        rows = [row_today(each, store.label) for each in day.meetings]
        self._families = {each.id: each.meeting.family for each in day.meetings}
        self._show(in_line(rows))

    def show_to_write_up(self, day: Day, store: Store) -> None:
        """Those of earlier days that are not closed yet."""
        lines = day.to_write_up
        rows = [
            replace(row_of(each, store.label, day.on, with_day=True), chip="") for each in lines
        ]
        self._families = {each.id: each.meeting.family for each in lines}
        self._show(in_line(rows))

    def _open(self) -> None:
        """The current one, or the first."""
        if not self.list.current_id():
            self.list.choose_first()
        if chosen := self.list.current_id():
            self.meeting.emit(chosen)

    def _show(self, rows: list[PaintedRow]) -> None:
        self.list.show_rows(rows)
        self._heading.set_count(len(rows))
        self.setVisible(bool(rows))
