"""Worries about a child's move, with the support each asks for."""

from PySide6.QtCore import Signal

from liaison.model.family_record import FamilyRecord
from liaison.model.transition import TransitionConcern
from liaison.store.store import Store
from ui.contact_signs import LEVELS
from ui.delegates.rows import RowList
from ui.layouts import column
from ui.screens.family.concern_row import ConcernRow
from ui.signs import Tone
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, SectionHeading


class ConcernsPane(Card):
    """A list of them; hidden while there is none. ``opened`` gives table and id."""

    opened = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.add = KeyedButton(self.tr("Add"), Kind.QUIET, icon_name="plus")
        self.add.setAccessibleName(self.tr("Add a worry about a move"))
        self._heading = SectionHeading(self.tr("Worries about a move"), None, self.add)
        self.list = RowList(self.tr("Worries about a move"), fit=True)
        self.list.opened.connect(self._open)
        self.setLayout(column(self._heading, self.list, margins=(1, 1, 1, 6), spacing=0))

    def show_record(self, record: FamilyRecord) -> None:
        """Show this family's."""
        self.list.show_rows([self._row(each, record) for each in record.concerns])
        self._heading.set_count(len(record.concerns))
        self.setVisible(bool(record.concerns))

    def _row(self, concern: TransitionConcern, record: FamilyRecord) -> ConcernRow:
        child = record.names.get(concern.child, "")
        domain = self._store.label("domain", concern.domain)
        return ConcernRow(
            concern.id,
            f"{child}: {domain}" if child else domain,
            self._store.label("level", concern.level),
            LEVELS.get(concern.level, Tone.LATER),
            concern.state.label,
            f"“{' '.join(concern.words.split())}”" if concern.words else "",
        )

    def _open(self, id: str) -> None:
        self.opened.emit(f"{TransitionConcern.table}/{id}")
