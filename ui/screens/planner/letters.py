"""The papers of a meeting that go home: which are due, which are to be sent, which have gone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison.casework.whereabouts import PaperLine, papers_of
from liaison.dates import day_in_list
from liaison.model.meeting import Meeting, MeetingState
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.layouts import column, row
from ui.session import Session
from ui.signs import Tone
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.labels import Words


class LettersPage(QWidget):
    """``opened`` gives the paper to look at, or the letter that is due where it gives nothing."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.button = KeyedButton(self.tr("Write a letter"), Kind.QUIET, icon_name="mail")
        self.button.clicked.connect(self._open_due)
        self._lead = Words("", tone="muted", wrap=True)
        self.list = RowList(self.tr("Letters"), fit=True)
        self.list.opened.connect(self.opened)
        heading = SectionHeading(self.tr("Letters"), None, self.button)
        lead = row((self._lead, 1), margins=(14, 0, 14, 8))
        card = Card(column(heading, lead, self.list, margins=(1, 1, 1, 6), spacing=0))
        self.setLayout(column(card, None))

    def show_meeting(self, meeting: Meeting) -> None:
        """Each paper for each adult, and what the meeting says of its thank-you and agenda."""
        lines = papers_of(self._session.store, meeting.id, today=self._session.today())
        self.list.show_rows([self._row(each) for each in lines])
        self.list.setVisible(bool(lines))
        if not self.list.current_id():
            self.list.choose_first()
        nobody = self.tr("Nobody of the family is down to come, so there is nobody to write to.")
        said = self._said(meeting) if lines else nobody
        self._lead.setText(said)
        self.button.setVisible(bool(lines))

    def _row(self, line: PaperLine) -> EntryRow:
        today, where = self._session.today(), line.where
        chip, tone = "", Tone.LATER
        if where.waiting is not None:
            chip, tone = self.tr("To send"), Tone.TODAY
        elif where.contact is not None:
            day = day_in_list(where.contact.held_on, today)
            chip, tone = self.tr("Gone {0}").format(day), Tone.DONE
        (reader,) = line.paper.readers
        icon = "mail" if line.paper.kind else "checklist"
        return EntryRow(
            f"{line.paper.code}/{reader}", icon, line.paper.label, line.reader, chip, tone
        )

    def _said(self, meeting: Meeting) -> str:
        """How it stands in one line: Enter opens a letter."""
        if meeting.state is MeetingState.PLANNED:
            given, words = meeting.agenda_given_on, self.tr("The family has the agenda since {0}.")
        else:
            given, words = meeting.thanked_on, self.tr("They were thanked on {0}.")
        enter = self.tr("Enter opens one, to read, print or send it.")
        said = words.format(day_in_list(given, self._session.today())) if given else ""
        return " ".join(filter(None, (said, enter)))

    def _open_due(self) -> None:
        self.opened.emit("")
