"""What gets in the way between home and school, the open ones first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from liaison.dates import day_in_list
from liaison.model.barrier import Barrier, BarrierState
from liaison.store.store import Store
from ui.contact_signs import BARRIER_STATES, barrier_icon
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.layouts import column
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, SectionHeading

ORDER = (BarrierState.CURRENT, BarrierState.EASING, BarrierState.GONE, BarrierState.MISTAKEN)


class BarriersPane(Card):
    """A list of them; hidden while there is none. ``opened`` gives table and id."""

    opened = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.add = KeyedButton(self.tr("Add"), Kind.QUIET, icon_name="plus")
        self.add.setAccessibleName(self.tr("Add what gets in the way"))
        self._heading = SectionHeading(self.tr("Barriers"), None, self.add)
        self.list = RowList(self.tr("Barriers"), fit=True)
        self.list.opened.connect(self._open)
        self.setLayout(column(self._heading, self.list, margins=(1, 1, 1, 6), spacing=0))

    def show_barriers(self, barriers: Sequence[Barrier], today: date) -> None:
        """Show these."""
        ordered = sorted(barriers, key=lambda each: ORDER.index(each.state))
        self.list.show_rows([self._row(each, today) for each in ordered])
        self._heading.set_count(sum(each.state in ORDER[:2] for each in barriers))
        self.setVisible(bool(barriers))

    def _row(self, barrier: Barrier, today: date) -> EntryRow:
        since = day_in_list(barrier.since, today) if barrier.since else ""
        words = f"“{barrier.words}”" if barrier.words else self.tr("Since {0}").format(since)
        return EntryRow(
            barrier.id,
            barrier_icon(barrier.kind),
            self._store.label("barrier", barrier.kind),
            " ".join(words.split()),
            barrier.state.label,
            BARRIER_STATES[barrier.state],
        )

    def _open(self, id: str) -> None:
        self.opened.emit(f"{Barrier.table}/{id}")
