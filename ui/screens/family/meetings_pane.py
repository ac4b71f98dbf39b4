"""A family's meetings: those to come, and those that were."""

from datetime import date

from PySide6.QtCore import Signal

from liaison.dates import day_in_list
from liaison.model.family_record import FamilyRecord
from liaison.model.meeting import Meeting
from liaison.store.store import Store
from ui.delegates.rows import RowList
from ui.layouts import column
from ui.meeting_rows import STATES
from ui.screens.family.concern_row import ConcernRow
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, SectionHeading

SHOWN = 5


class MeetingsPane(Card):
    """The next ones and the latest; hidden while there is none. ``opened`` gives the id."""

    opened = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.add = KeyedButton(self.tr("Add"), Kind.QUIET, icon_name="plus")
        self.add.setAccessibleName(self.tr("New meeting with this family"))
        self.add.setToolTip(self.tr("New meeting with this family  Ctrl+Shift+M"))
        self._heading = SectionHeading(self.tr("Meetings"), None, self.add)
        self.list = RowList(self.tr("Meetings"), fit=True)
        self.list.opened.connect(self.opened)
        self.setLayout(column(self._heading, self.list, margins=(1, 1, 1, 6), spacing=0))

    def show_record(self, record: FamilyRecord, today: date) -> None:
        """Show this family's."""
        found = sorted(record.meetings, key=_order, reverse=True)
        shown = found[:SHOWN]
        self.list.show_rows([self._row(each, today) for each in shown])
        self._heading.set_count(len(found))
        self.setVisible(bool(found))

    def _row(self, meeting: Meeting, today: date) -> ConcernRow:
        day = day_in_list(meeting.held_on, today) if meeting.held_on else ""
        return ConcernRow(
            meeting.id,
            self._store.label("meeting_kind", meeting.kind),
            meeting.state.label,
            STATES[meeting.state],
            " ".join(filter(None, (day, meeting.held_at))),
            meeting.purpose,
            "messages",
        )


def _order(meeting: Meeting) -> tuple[date, str, str]:
    return meeting.held_on or date.min, meeting.held_at, meeting.id
