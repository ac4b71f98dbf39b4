"""The cards of the planner beside its fields: lists under their headings, with what can be done."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout

from liaison.dates import day_in_list
from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck
from liaison.model.follow_up import Side
from liaison.model.meeting_record import MeetingRecord
from ui.delegates.entries import EntryRow
from ui.delegates.rows import PaintedRow, RowList
from ui.entry_actions import EntryActions
from ui.layouts import boxed, column, row
from ui.screens.planner.agenda_list import AgendaList
from ui.screens.planner.rows import AgendaRow, TickRow
from ui.session import Session
from ui.signs import Tone
from ui.theme import Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.labels import Words


class ListCard(Card):
    """A heading with a word on how far it is and a button to add; below it the list."""

    add_wanted = Signal()

    def __init__(self, title: str, rows: RowList, add: str) -> None:
        """``add`` is what the button adds, for a screen reader."""
        super().__init__()
        self.list = rows
        self.state = Words("", tone="muted")
        self.add = KeyedButton(self.tr("Add"), Kind.QUIET, icon_name="plus")
        self.add.setAccessibleName(add)
        self.add.clicked.connect(self.add_wanted)
        self._nothing = Words("", tone="muted", wrap=True)
        self._beside = boxed(row((self._nothing, 1), margins=(14, 0, 14, 8)))
        heading = SectionHeading(title, None, self.state, self.add)
        self.parts = column(heading, self._beside, rows, margins=(1, 1, 1, 6), spacing=0)
        self.setLayout(self.parts)

    def show_rows(self, rows: Sequence[PaintedRow], nothing: str) -> None:
        """Show these, or the words for none."""
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setText(nothing)
        self._beside.setVisible(not rows)

    def put_below(self, button: KeyedButton) -> None:
        """A button for the whole list."""
        self.parts.addLayout(row(button, None, margins=(8, 2, 14, 2)))

    def say_below(self, words: str) -> None:
        """A muted line at the foot."""
        said = Words(words, Step.CAPTION, "muted", wrap=True)
        self.parts.addLayout(row((said, 1), margins=(14, 4, 14, 6)))


class AgendaCard(ListCard):
    """The agenda: Alt and the arrows put it in order, Enter or F2 changes an item."""

    def __init__(self, session: Session) -> None:
        self.agenda = AgendaList(_tr("Agenda"))
        super().__init__(_tr("Agenda"), self.agenda, _tr("Add an item to the agenda"))
        actions = EntryActions(self.agenda, session, _of(AgendaItem.table))
        self.agenda.opened.connect(actions.change_row)
        self.say_below(self.tr("Drag, or Alt with the up and down arrows, to change the order"))

    def show_whole(self, whole: MeetingRecord) -> None:
        minutes = self.tr("{0} min")
        count = len(whole.items)
        rows = [
            AgendaRow(
                each.id,
                number,
                each.what,
                each.detail,
                minutes.format(each.minutes) if each.minutes else "",
                count,
            )
            for number, each in enumerate(whole.items, 1)
        ]
        self.show_rows(rows, self.tr("Nothing on it yet."))
        self.state.setText(self.tr("{0} minutes").format(whole.agenda_minutes))


class ChecksCard(ListCard):
    """What is to be ready before: Space ticks it."""

    def __init__(self, session: Session) -> None:
        rows = RowList(_tr("Before the meeting"), fit=True)
        super().__init__(_tr("Before the meeting"), rows, _tr("Add something to be ready"))
        actions = EntryActions(rows, session, _of(MeetingCheck.table))
        rows.opened.connect(actions.change_row)

    def show_whole(self, whole: MeetingRecord, today: date) -> None:
        rows = [self._row(each, today) for each in whole.checks]
        self.show_rows(rows, self.tr("Nothing is asked for before it."))
        said = self.tr("{0} of {1} done").format(whole.ready, len(whole.checks))
        self.state.setText(said if whole.checks else "")

    def _row(self, check: MeetingCheck, today: date) -> TickRow:
        if check.not_needed:
            return TickRow(check.id, check.what, chip=self.tr("Not needed"))
        done = check.done_on is not None
        chip = day_in_list(check.done_on, today) if check.done_on else ""
        return TickRow(check.id, check.what, ticked=done, chip=chip, tone=Tone.DONE)


class ActionsCard(ListCard):
    """What each will do: closing the meeting makes promises of them."""

    def __init__(self, session: Session) -> None:
        rows = RowList(_tr("What each of us will do"), fit=True)
        super().__init__(_tr("What each of us will do"), rows, _tr("Add what somebody will do"))
        actions = EntryActions(rows, session, _of(MeetingAction.table))
        rows.opened.connect(actions.change_row)

    def show_whole(self, whole: MeetingRecord, names: dict[str, str], today: date) -> None:
        rows = [self._row(each, names, today) for each in whole.actions]
        self.show_rows(rows, self.tr("Nothing yet: who does what, and by when."))

    def _row(self, action: MeetingAction, names: dict[str, str], today: date) -> EntryRow:
        who = action.owner or names.get(action.person, "")
        due = self.tr("by {0}").format(day_in_list(action.due, today)) if action.due else ""
        ours = action.side is Side.SCHOOL
        line = " · ".join(filter(None, (who, action.known_by)))
        icon = "school" if ours else "users"
        return EntryRow(action.id, icon, action.action, line, at_right=due)


class PhrasesCard(Card):
    """Words that help, as the school keeps them for this kind of meeting."""

    edit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()
        edit = KeyedButton(self.tr("Edit list"), Kind.QUIET, icon_name="pencil")
        edit.clicked.connect(self.edit_wanted)
        self._lines: QVBoxLayout = column(margins=(14, 0, 14, 10), spacing=5)
        heading = SectionHeading(self.tr("Words that help"), None, edit)
        self.setLayout(column(heading, self._lines, margins=(1, 1, 1, 1), spacing=0))

    def show_phrases(self, phrases: tuple[str, ...]) -> None:
        """Each in quotation marks."""
        if phrases == self._shown:
            return
        self._shown = phrases
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for each in phrases:
            self._lines.addWidget(Words(f"“{each}”", wrap=True))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Planner", words)


def _of(table: str) -> Callable[[str], str]:
    def reference(row_id: str) -> str:
        return f"{table}/{row_id}" if row_id else ""

    return reference
