"""In the room: the agenda in large letters, one box to write in, and nothing else to be read."""

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QShowEvent, QTextCursor

from liaison.casework.meeting_outcomes import keep_notes
from liaison.casework.meetings import meeting_whole
from liaison.dates import clock_words
from liaison.errors import LiaisonError
from liaison.model.meeting import Meeting
from liaison.store.drafts import Draft
from ui.layouts import column, row
from ui.screens.room.rows import RoomAgenda
from ui.screens.screen import Screen
from ui.session import Session
from ui.theme import LARGE_TEXT, NEW_LOOK, Step, font, line_height, scale
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card
from ui.widgets.fields import NoteEdit
from ui.widgets.labels import SignedWords, Words
from ui.widgets.toast import announce

KIND = "in-the-room"
"""What it answers to, and the kind of its draft."""

DRAFT_MS = 1000
PLACE = "room:"
"""Before the meeting's id in the id of the draft: the planner keeps one of its own."""


class RoomNote(NoteEdit):
    """The one box: large letters, and all the height there is."""

    def _dress(self) -> None:
        step = Step.BODY if scale() > LARGE_TEXT else Step.H2
        large = QFont(font(step))
        large.setWeight(QFont.Weight.Normal)
        self.setFont(large)
        self.setMinimumHeight(2 * line_height(step) + 18)


class InTheRoom(Screen):
    """``show_entry`` gives the meeting. The quiet view begins by itself, and ends by hand."""

    title: ClassVar[str] = "In the room"
    icon: ClassVar[str] = "door-enter"
    answers: ClassVar[frozenset[str]] = frozenset({KIND})
    in_rail: ClassVar[bool] = False
    rail_place: ClassVar[str] = "Meetings"
    alone: ClassVar[bool] = True
    ahead: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._meeting: Meeting | None = None
        self._began = ""
        self._purpose = Words("", Step.TITLE, wrap=True)
        self._until = Words("", Step.H2, "muted")
        self.out = KeyedButton(self.tr("Out of the room"), icon_name="logout", key="Esc")
        self.out.clicked.connect(self.go_out)
        self.agenda = RoomAgenda(self.tr("What we talk about"))
        self.note = RoomNote(self.tr("What is said"))
        self.note.textChanged.connect(self._typing)
        self.nearby = KeyedButton(self.tr("Colleague nearby"), Kind.QUIET, icon_name="phone")
        self.nearby.clicked.connect(self._show_nearby)
        self._who = Words("", Step.H2)
        self._who.hide()
        self._kept = SignedWords("pencil")
        kept_room = self._kept.sizePolicy()
        kept_room.setRetainSizeWhenHidden(True)
        self._kept.setSizePolicy(kept_room)
        self._kept.hide()
        self._heading = Words(self.tr("What is said"), Step.H2)
        self._heading.setBuddy(self.note)
        self._left = Card(column(self.agenda, margins=(1, 8, 1, 8)))
        right = column(self._heading, (self.note, 1), spacing=6)
        self.setLayout(
            column(
                row((self._purpose, 1), self._until, self.out, spacing=14),
                (row((self._left, 42), (right, 58), spacing=16), 1),
                row(self.nearby, self._who, None, self._kept),
                margins=(8, 12, 8, 6),
                spacing=12,
            )
        )
        self.begin_at(self.note)
        self._dress()
        self._drafting = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._drafting.timeout.connect(self.keep_draft)
        for key, method in (("Esc", self.go_out), ("F1", self._help)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(method)

    def show_entry(self, kind: str, id: str) -> None:
        """Open the room of this meeting, with what was typed in it so far."""
        store, wanted = self.session.store, id.removeprefix(PLACE)
        self._meeting = None
        if store.first(Meeting, "id = :id", id=wanted) is None:
            self._empty()
            return
        whole = meeting_whole(store, wanted)
        self._meeting = meeting = whole.meeting
        store.look(meeting.family)
        self._purpose.setText(meeting.purpose or self.tr("Our meeting"))
        until = self.tr("until {0}").format(clock_words(meeting.ends)) if meeting.ends else ""
        self._until.setText(until)
        self.agenda.show_items(whole.items, self.tr("{0} min"))
        self._began = meeting.notes
        draft = self._draft()
        self.note.blockSignals(True)
        self.note.setPlainText(draft.body if draft else meeting.notes)
        self.note.moveCursor(QTextCursor.MoveOperation.End)
        self.note.blockSignals(False)
        self._who.hide()
        self._kept.hide()
        self.nearby.setVisible(bool(meeting.standby or meeting.standby_extension))

    def _empty(self) -> None:
        """It is not in the record any more; Esc leads back to the meetings."""
        self._purpose.setText(self.tr("That meeting is not in the record any more."))
        self._until.setText("")
        self.agenda.show_items((), "")
        self.note.clear()
        self.nearby.hide()

    def subject(self) -> str:
        return self._meeting.family if self._meeting else ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _dress(self) -> None:
        large = scale() > LARGE_TEXT
        self._purpose.set_step(Step.CARD if large else Step.TITLE)
        self._heading.set_step(Step.STRONG if large else Step.H2)
        self._who.set_step(Step.STRONG if large else Step.H2)
        if self._until.isHidden() != large:
            self._until.setHidden(large)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.session.quiet:
            self.session.switch_quiet()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_out(self) -> None:
        """Back to the planner; the quiet view stays until it is ended by hand."""
        if self._meeting is None:
            self.session.open("meetings")
        else:
            self.session.open("meeting", self._meeting.id)

    def leave(self) -> None:
        """What was typed goes into the record; where it cannot, it stays a draft."""
        self._drafting.stop()
        if self._meeting is None:
            return
        store, typed = self.session.store, self.note.toPlainText().strip()
        try:
            if typed != self._began:
                meeting = store.get(Meeting, self._meeting.id)
                self._meeting = keep_notes(store, meeting, typed)
                self._began = typed
            if self._draft() is not None:
                store.drop_draft(PLACE + self._meeting.id)
        except LiaisonError as refused:
            self.keep_draft()
            self.session.say(str(refused))

    def keep_draft(self) -> None:
        """Keep what stands in the box, so that nothing typed is lost."""
        self._drafting.stop()
        if self._meeting is None:
            return
        meeting, store = self._meeting, self.session.store
        try:
            store.keep_draft(
                Draft(PLACE + meeting.id, KIND, meeting.family, self.note.toPlainText())
            )
        except LiaisonError as refused:
            self._say_kept(str(refused))
            return
        at = store.now().astimezone()
        self._say_kept(self.tr("Kept {0}").format(f"{at:%H:%M}"))

    def _draft(self) -> Draft | None:
        wanted = PLACE + self._meeting.id if self._meeting else ""
        return next((each for each in self.session.store.drafts() if each.id == wanted), None)

    def _typing(self) -> None:
        if not self._drafting.isActive():
            self._drafting.start()

    def _say_kept(self, words: str) -> None:
        self._kept.set_words(words)
        self._kept.show()

    def _show_nearby(self) -> None:
        """Only who it is, and the number to ring."""
        if self._meeting is None:
            return
        meeting = self._meeting
        said = ", ".join(filter(None, (meeting.standby, meeting.standby_extension)))
        self._who.setText(said)
        self._who.setVisible(self._who.isHidden())
        announce(self, said)

    def _help(self) -> None:
        self.session.open("help", "in-the-room")
