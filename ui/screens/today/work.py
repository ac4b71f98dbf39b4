"""The card of what is owed: overdue, due today, the next seven days, and what others owe."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu

from liaison.casework.follow_ups import Due
from liaison.casework.today import MOST, Day, Owed, Part
from liaison.dates import day_in_list
from ui.delegates.entries import HeadingRow
from ui.delegates.rows import PaintedRow
from ui.due_words import promise_chip
from ui.layouts import column, row
from ui.screens.today.day_list import DayList
from ui.screens.today.rows import DueRow, FoldRow, MoreRow
from ui.signs import Tone
from ui.theme import NEW_LOOK
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Footer

FEW = 3
"""So many of the next seven days are shown at first, where there are many more."""

SHORT = 16
"""A part of the day longer than this does not go on a chip."""


class WorkCard(Card):
    """Every signal gives the id of a follow-up; ``put_off`` also gives the day, if one was said."""

    done = Signal(str)
    put_off = Signal(str, object)
    hand_over = Signal(str)
    not_needed = Signal(str)
    family = Signal(str)
    unfolded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = DayList(self.tr("What is owed"))
        self.list.ticked.connect(self.done)
        self.list.opened.connect(self._open)
        self.list.moved.connect(self._show_ways)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._due: dict[str, Due] = {}
        self._folds: dict[str, Part] = {}
        self.menu = QMenu(self)
        self._days: dict[QAction, date] = {}
        self.done_button = KeyedButton(self.tr("Done"), Kind.QUIET, icon_name="check", key="Ctrl+D")
        self.done_button.clicked.connect(self.finish_current)
        self.ways = KeyedButton(
            self.tr("&Put off or end"), Kind.QUIET, icon_name="clock", key="Alt+P"
        )
        self.ways.clicked.connect(self.open_menu)
        self.look = KeyedButton(self.tr("Look"), Kind.QUIET, icon_name="eye", key="Space")
        self.look.clicked.connect(self.list.peeked)
        self._foot = Footer(
            row(self.done_button, self.ways, None, self.look, margins=(6, 3, 6, 4), spacing=2)
        )
        body = row(self.list, margins=(0, 3, 0, 3))
        self.setLayout(column((body, 1), self._foot, margins=(1, 1, 1, 1), spacing=0))
        self.fill_menu(())

    def due(self, row_id: str) -> Due | None:
        """The promise a row stands for, if it stands for one."""
        return self._due.get(row_id)

    def show_day(self, day: Day, opened: Collection[Part]) -> None:
        """Show the parts of the day; of those not ``opened`` the first, or none."""
        self._due.clear()
        self._folds.clear()
        rows: list[PaintedRow] = []
        for part, title, owed in (
            (Part.OVERDUE, self.tr("Overdue"), day.overdue),
            (Part.DUE_TODAY, self.tr("Due today"), day.due_today),
        ):
            if owed.count:
                rows.append(HeadingRow(title, owed.count if owed.count < MOST else None))
                rows += self._rows(part, owed, day, len(owed.first))
        if not rows and (day.next_week.count or day.waiting.count):
            rows.append(HeadingRow(self.tr("Nothing due today")))
        for part, title, owed in (
            (Part.NEXT_WEEK, self.tr("Next 7 days"), day.next_week),
            (Part.WAITING, self.tr("Waiting on others"), day.waiting),
        ):
            if owed.count:
                shown = self._shown_of(part, owed, opened)
                rows.append(FoldRow(self._fold(part), title, owed.words, bool(shown)))
                rows += self._rows(part, owed, day, shown)
        self.list.show_rows(rows)
        if not self.list.current_id():
            self.list.choose(next(iter(self._due), "") or next(iter(self.list.ids()), ""))
        self._show_ways()
        self._fit()

    def foot_height(self) -> int:
        """How high the row of buttons below the list is."""
        return self._foot.height()

    def finish_current(self) -> None:
        """As a tick on the current row."""
        if self.list.current_id() in self._due:
            self.done.emit(self.list.current_id())

    def fill_menu(self, days: Collection[tuple[str, date]]) -> None:
        """The other ways in which the current promise ends; ``days`` are offered by one key."""
        self.menu.clear()
        self._days = {}
        for words, day in days:
            offered = self.menu.addAction(self.tr("Put off to &{0}").format(words))
            offered.triggered.connect(self._put_off_to)
            self._days[offered] = day
        for words, method in (
            (self.tr("Put off to a &date…"), self._put_off),
            (self.tr("Hand &over…"), self._hand_over),
            (self.tr("&Not needed…"), self._not_needed),
        ):
            self.menu.addAction(words).triggered.connect(method)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Open the &family")).triggered.connect(self._open_current)

    def open_menu(self) -> None:
        """Below the button, for the current row."""
        if self.list.current_id() in self._due:
            self.menu.popup(self.ways.mapToGlobal(QPoint(0, self.ways.height())))
            self.menu.setActiveAction(self.menu.actions()[0])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            at = self.list.viewport().mapFromGlobal(event.globalPos())
            under = self.list.indexAt(at)
            if under.isValid():
                self.list.setCurrentIndex(under)
        if self.list.current_id() not in self._due:
            return
        place = self.list.visualRect(self.list.currentIndex()).bottomLeft() + QPoint(40, 0)
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.menu.popup(event.globalPos() if mouse else self.list.viewport().mapToGlobal(place))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK and hasattr(self, "_foot"):
            self._fit()

    def _rows(self, part: Part, owed: Owed, day: Day, shown: int) -> list[PaintedRow]:
        rows: list[PaintedRow] = []
        for due in owed.first[:shown]:
            promised = due.follow_up
            self._due[promised.id] = due
            words, tone = promise_chip(promised, day.on)
            if tone is Tone.TODAY and 0 < len(promised.part_of_day) <= SHORT:
                words = promised.part_of_day[0].upper() + promised.part_of_day[1:]
            if tone is Tone.LATER and promised.due:
                words = day_in_list(promised.due, day.on)
            hand = promised.family in day.restricted
            rows.append(DueRow(promised.id, promised.action, due.family_name, words, tone, hand))
        more = min(owed.count, MOST) - shown
        if shown and more > 0:
            rows.append(MoreRow(self._fold(part, "more"), self.tr("{0} more").format(more)))
        return rows

    def _shown_of(self, part: Part, owed: Owed, opened: Collection[Part]) -> int:
        if part in opened:
            return len(owed.first)
        if part is Part.WAITING:
            return 0
        return len(owed.first) if owed.count <= FEW + 2 else FEW

    def _fold(self, part: Part, kind: str = "fold") -> str:
        row_id = f"{kind}:{part.name}"
        self._folds[row_id] = part
        return row_id

    def _open(self, row_id: str) -> None:
        if row_id in self._folds:
            self.unfolded.emit(self._folds[row_id])
        elif row_id in self._due:
            self.family.emit(self._due[row_id].follow_up.family)

    def _open_current(self) -> None:
        self._open(self.list.current_id())

    def _put_off_to(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            self.put_off.emit(self.list.current_id(), self._days[chosen])

    def _put_off(self) -> None:
        self.put_off.emit(self.list.current_id(), None)

    def _hand_over(self) -> None:
        self.hand_over.emit(self.list.current_id())

    def _not_needed(self) -> None:
        self.not_needed.emit(self.list.current_id())

    def _show_ways(self) -> None:
        promised = self.list.current_id() in self._due
        for button in (self.done_button, self.ways, self.look):
            button.setEnabled(promised)

    def _fit(self) -> None:
        """As high as its rows: a short day leaves the page empty below."""
        self.setMaximumHeight(self.list.content_height() + self._foot.sizeHint().height() + 8)
