"""What is done by hand on the family page: adding, changing, binning, putting the family right."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from liaison.model.barrier import Barrier
from liaison.model.follow_up import FollowUp
from liaison.model.meeting import Meeting
from liaison.model.person import Person
from liaison.model.transition import TransitionConcern
from ui.copy_contact import CopyContact
from ui.delegates.rows import RowList
from ui.entry_actions import EntryActions
from ui.session import Session
from ui.widgets.buttons import KeyedButton


class ByHand(QObject):
    """Two buttons with menus for the head of the page, and the actions of each of its lists.

    ``subject`` gives the family the page is about.
    """

    def __init__(self, session: Session, subject: Callable[[], str]) -> None:
        super().__init__()
        self._session = session
        self._subject = subject
        self._words = (self.tr("&Add"), self.tr("&Put right"))
        self.add = KeyedButton(self._words[0], icon_name="plus")
        self.put_right = KeyedButton(self._words[1], icon_name="pencil")
        self.buttons = (self.add, self.put_right)
        for button, words in zip(self.buttons, self._words, strict=True):
            name, keys = words.replace("&", ""), QKeySequence.mnemonic(words)
            button.setAccessibleName(name)
            button.setAccessibleDescription(keys.toString())
            button.setToolTip(f"{name}  {keys.toString()}")
        self._fill(
            self.add,
            (self.tr("&Follow-up"), "follow-up-form"),
            (self.tr("&Meeting"), "new-meeting"),
            (self.tr("What gets in the &way"), "barrier-form"),
            (self.tr("W&orry about a move"), "transition-concern-form"),
            (self.tr("&Restriction"), "restriction-form"),
            (self.tr("&Person"), "add-person"),
        )
        self._fill(
            self.put_right,
            (self.tr("&Family’s name and words"), "family-form"),
            (self.tr("&Move a child"), "move-child"),
            (self.tr("&Join with another family"), "join-families"),
            (self.tr("&Split this family"), "split-family"),
            (self.tr("The same &person twice"), "same-person"),
        )

    def set_narrow(self, *, narrow: bool) -> None:
        """Only their icons where room is short; their Alt keys stay."""
        for button, words in zip(self.buttons, self._words, strict=True):
            button.setText("" if narrow else words)
            button.setShortcut(QKeySequence.mnemonic(words))
            button.updateGeometry()

    def take_people(self, rows: RowList) -> None:
        """The list of people."""
        more = (
            (self.tr("Person and how to reach them…"), "person-card"),
            (self.tr("Add a phone or e-mail…"), "contact-point-form"),
            (self.tr("Add a relationship…"), "relationship-form"),
            (self.tr("Add a restriction…"), "restriction-form"),
            (self.tr("Move a child to another family…"), "move-child"),
            (self.tr("This is the same person as…"), "same-person"),
        )
        EntryActions(rows, self._session, _of(Person.table), more)
        rows.opened.connect(self._show_person)

    def take_follow_ups(self, rows: RowList) -> None:
        """The list of follow-ups."""
        EntryActions(rows, self._session, _of(FollowUp.table))

    def take_barriers(self, rows: RowList) -> None:
        """The list of barriers."""
        more = ((self.tr("Add what was tried…"), "adjustment-form"),)
        EntryActions(rows, self._session, _of(Barrier.table), more)

    def take_concerns(self, rows: RowList) -> None:
        """The list of worries."""
        EntryActions(rows, self._session, _of(TransitionConcern.table))

    def take_meetings(self, rows: RowList) -> None:
        """The list of meetings."""
        EntryActions(rows, self._session, _of(Meeting.table))

    def take_timeline(self, rows: RowList, reference: Callable[[str], str]) -> None:
        """The timeline, whose rows are of many kinds."""
        EntryActions(rows, self._session, reference)
        CopyContact(rows, self._session, reference)

    def add_follow_up(self) -> None:
        self._session.open("follow-up-form", self._subject())

    def add_barrier(self) -> None:
        self._session.open("barrier-form", self._subject())

    def add_concern(self) -> None:
        self._session.open("transition-concern-form", self._subject())

    def add_meeting(self) -> None:
        self._session.open("new-meeting", self._subject())

    def show_whole(self, table_and_id: str) -> None:
        """An entry in full; a meeting opens in the planner."""
        table, _, id = table_and_id.partition("/")
        if table == Meeting.table:
            self.show_meeting(id)
        else:
            self._session.open("entry", table_and_id)

    def show_meeting(self, id: str) -> None:
        self._session.open("meeting", id)

    def _fill(self, button: KeyedButton, *offered: tuple[str, str]) -> None:
        menu = QMenu(button)
        for words, kind in offered:
            action = QAction(words, menu)
            action.setData(kind)
            action.triggered.connect(self._open)
            menu.addAction(action)
        button.setMenu(menu)

    def _open(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._session.open(action.data(), self._subject())

    def _show_person(self, id: str) -> None:
        self._session.open("person-card", id)


def _of(table: str) -> Callable[[str], str]:
    """Rows named by the ids of one kind of entry."""

    def reference(row_id: str) -> str:
        return f"{table}/{row_id}" if row_id else ""

    return reference
