"""Beside what is owed: what is new, and families to think of."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from liaison.casework.today import SHOWN, Day, Families, NewConcern
from liaison.dates import day_in_list
from liaison.store.store import Store
from ui.delegates.entries import EntryRow
from ui.delegates.rows import PaintedRow
from ui.layouts import boxed, column, row
from ui.screens.today.day_list import DayList
from ui.screens.today.meetings_card import MeetingsCard
from ui.screens.today.rows import FamilyRow, MoreRow, TallyRow
from ui.screens.today.settling import SettlingCard
from ui.scrolling import Scrolling
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.labels import Words

FIRST_WORRIES = 4
MORE = "more"
QUIET, GOOD_NEWS = "quiet", "good-news"


class WorriesCard(Card):
    """Worries of the last seven days. ``family`` asks for the family of one."""

    family = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._day: Day | None = None
        self._all = False
        self._families: dict[str, str] = {}
        self._heading = SectionHeading(self.tr("New worries"))
        self._nothing = boxed(
            row(
                Words(self.tr("None in the last seven days."), tone="muted"), margins=(14, 0, 14, 8)
            )
        )
        self.list = DayList(self.tr("New worries"), fit=True)
        self.list.opened.connect(self._open)
        self.setLayout(
            column(self._heading, self._nothing, self.list, margins=(1, 1, 1, 5), spacing=0)
        )

    def family_of(self, row_id: str) -> str:
        return self._families.get(row_id, "")

    def show_day(self, day: Day) -> None:
        """Show the newest, and the others when they have been asked for."""
        self._day = day
        found = day.new_concerns
        shown = found if self._all or len(found) <= FIRST_WORRIES + 1 else found[:FIRST_WORRIES]
        self._families = {each.id: each.family for each in shown}
        rows: list[PaintedRow] = [self._row(each, day) for each in shown]
        if len(shown) < len(found):
            rows.append(MoreRow(MORE, self.tr("{0} more").format(len(found) - len(shown))))
        self.list.show_rows(rows)
        self._heading.set_count(len(found) if 0 < len(found) < SHOWN else None)
        self._nothing.setVisible(not found)
        self.list.setVisible(bool(found))

    def _row(self, worry: NewConcern, day: Day) -> EntryRow:
        when = day_in_list(worry.since, day.on) if worry.since else ""
        if worry.since == day.on:
            when = self.tr("Today")
        return EntryRow(
            worry.id, "flag", worry.words, worry.family_name, at_right=when, icon_tone="concern"
        )

    def _open(self, row_id: str) -> None:
        if row_id == MORE and self._day is not None:
            self._all = True
            self.show_day(self._day)
        elif row_id in self._families:
            self.family.emit(self._families[row_id])


class ThoughtCard(Card):
    """Families to think of: each kind opens to its first twenty."""

    family = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._day: Day | None = None
        self._opened: set[str] = set()
        self._families: dict[str, str] = {}
        self.list = DayList(self.tr("Families to think of"), fit=True)
        self.list.opened.connect(self.open_row)
        heading = SectionHeading(self.tr("Families to think of"))
        self.setLayout(column(heading, self.list, margins=(1, 1, 1, 5), spacing=0))

    def family_of(self, row_id: str) -> str:
        return self._families.get(row_id, "")

    def show_day(self, day: Day) -> None:
        """Show how many there are of each kind, and the names where that is open."""
        self._day = day
        self._families = {}
        rows = self._rows(
            TallyRow(
                QUIET if day.not_in_touch.count else "",
                "ear",
                "muted",
                self.tr("We have not been in touch"),
                day.not_in_touch.words,
                QUIET in self._opened,
            ),
            day.not_in_touch,
        )
        rows += self._rows(
            TallyRow(
                GOOD_NEWS if day.good_news_due.count else "",
                "star",
                "praise",
                self.tr("Good news due"),
                day.good_news_due.words,
                GOOD_NEWS in self._opened,
            ),
            day.good_news_due,
        )
        self.list.show_rows(rows)

    def open_row(self, row_id: str) -> None:
        """Open or close a kind, or ask for a family."""
        if row_id in self._families:
            self.family.emit(self._families[row_id])
        elif row_id in (QUIET, GOOD_NEWS) and self._day is not None:
            self._opened ^= {row_id}
            self.show_day(self._day)

    def _rows(self, tally: TallyRow, families: Families) -> list[PaintedRow]:
        rows: list[PaintedRow] = [tally]
        if not tally.opened or self._day is None:
            return rows
        for each in families.first:
            row_id = f"{tally.id}:{each.id}"
            self._families[row_id] = each.id
            since = day_in_list(each.since, self._day.on) if each.since else ""
            rows.append(FamilyRow(row_id, each.name, since))
        if families.count > len(families.first):
            first = self.tr("The first {0} of {1}").format(len(families.first), families.words)
            rows.append(FamilyRow("", first))
        return rows


class Aside(Scrolling):
    """The cards at the right, in the order of their urgency. What is empty is not there."""

    def __init__(self) -> None:
        self.meetings = MeetingsCard(QCoreApplication.translate("Aside", "Meetings today"))
        self.settling = SettlingCard()
        self.to_write_up = MeetingsCard(QCoreApplication.translate("Aside", "Meetings to write up"))
        self.worries = WorriesCard()
        self.thoughts = ThoughtCard()
        cards = (self.meetings, self.settling, self.to_write_up, self.worries, self.thoughts)
        super().__init__(column(*cards, None, spacing=12))

    def show_day(self, day: Day, store: Store) -> None:
        """Fill every card but what is to be settled, which changes by the minute."""
        self.meetings.show_today(day, store)
        self.to_write_up.show_to_write_up(day, store)
        self.worries.show_day(day)
        self.thoughts.show_day(day)

    def put_in_order(self) -> None:
        """The Tab key goes through the lines to settle where they stand."""
        before: QWidget = self.meetings.last
        for line in self.settling.lines:
            self.setTabOrder(before, line.button)
            before = line.button
        self.setTabOrder(before, self.to_write_up.list)


def joined(lists: Sequence[DayList]) -> Sequence[DayList]:
    """Have the arrow keys lead from each list into the next."""
    for one, other in pairwise(lists):
        one.after, other.before = other, one
    return lists
