"""What is owed to the family and by it; a tick says that it is done."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from liaison.model.follow_up import STILL_OPEN, FollowUp, Side
from ui.delegates.entries import FollowUpRow
from ui.delegates.rows import RowList
from ui.due_words import promise_chip
from ui.layouts import boxed, column, row
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.labels import Words

SLIM = 272
"""The width the list has at the usual text size, beside a scroll bar."""


class FollowUpsPane(Card):
    """The open ones, the earliest first. ``done`` gives the one that was ticked.

    ``opened`` gives table and id of one to read whole.
    """

    done = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.add = KeyedButton(self.tr("Add"), Kind.QUIET, icon_name="plus")
        self.add.setAccessibleName(self.tr("Add a follow-up"))
        self.add.setToolTip(self.tr("Add a follow-up  Ctrl+Shift+N"))
        self._heading = SectionHeading(self.tr("Follow-ups"), None, self.add)
        self.list = RowList(self.tr("Follow-ups"), fit=True)
        self.list.ticked.connect(self.done)
        self.list.opened.connect(self._open)
        self._nothing = boxed(
            row(Words(self.tr("Nothing is owed."), tone="muted"), margins=(14, 0, 14, 8))
        )
        self.setLayout(
            column(
                self._heading,
                self._nothing,
                self.list,
                margins=(1, 1, 1, 6),
                spacing=0,
            )
        )

    def show_follow_ups(self, follow_ups: Sequence[FollowUp], today: date) -> int:
        """Show those that are open; gives back how many there are."""
        owed = [each for each in follow_ups if each.state in STILL_OPEN]
        self.list.show_rows(
            [
                FollowUpRow(each.id, self._words(each), *promise_chip(each, today), room=SLIM)
                for each in owed
            ]
        )
        self._heading.set_count(len(owed))
        self._nothing.setVisible(not owed)
        self.list.setVisible(bool(owed))
        return len(owed)

    def finish_current(self) -> None:
        """As a tick on the current row; on the first where none is current."""
        if not self.list.current_id():
            self.list.choose_first()
        if self.list.current_id():
            self.done.emit(self.list.current_id())

    def _open(self, id: str) -> None:
        self.opened.emit(f"{FollowUp.table}/{id}")

    def _words(self, follow_up: FollowUp) -> str:
        if follow_up.side is Side.SCHOOL:
            return follow_up.action
        whose = self.tr("They") if follow_up.side is Side.FAMILY else self.tr("Others")
        return f"{whose}: {follow_up.action}"
