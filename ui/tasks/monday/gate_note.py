"""A note at the gate in seconds: no family yet, kept as it is typed, filed later."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from liaison.casework.gate_notes import GateNote, drop_gate_note, gate_notes, keep_gate_note
from liaison.dates import day_in_list
from liaison.errors import LiaisonError
from liaison.store.drafts import Draft
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.layouts import boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step, px
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import Field, NoteEdit
from ui.widgets.labels import Words
from ui.widgets.toast import announce

KEEP_MS = 1000


class GateNoteTask(Task):
    """Ctrl+Enter keeps the note and empties the box for the next one."""

    kind: ClassVar[str] = "gate-note"
    title: ClassVar[str] = "At the gate"
    icon: ClassVar[str] = "school"
    key: ClassVar[str] = "Ctrl+G"
    menu: ClassVar[str] = "record"
    wide: ClassVar[int] = 560

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, "", draft)
        self._note: GateNote | None = None
        self.summary = ErrorSummary()
        self.words = NoteEdit(self.tr("Note"), lines=3)
        self.words.setPlaceholderText(self.tr("a dad, Year 2: thanked us for the bus"))
        self.words.textChanged.connect(self._changed)
        field = Field(
            self.tr("&Note"),
            self.words,
            hint=self.tr("No family is needed yet. It waits with this moment as its time."),
        )
        self._count = Words("", Step.STRONG)
        self.waiting = RowList(self.tr("Notes that wait"))
        self.waiting.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.waiting.setMinimumHeight(px(120))
        self._file = KeyedButton(self.tr("&File them…"), Kind.QUIET, icon_name="folder")
        self._file.clicked.connect(self._open_filing)
        self._close = KeyedButton(self.tr("Close"), Kind.QUIET, key="Esc")
        self._close.clicked.connect(self.closing)
        self.next_button = KeyedButton(
            self.tr("Keep, next one"), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        self.next_button.clicked.connect(self.keep_and_next)
        body = column(
            self.summary,
            field,
            self._count,
            (self.waiting, 1),
            margins=(20, 2, 20, 14),
            spacing=8,
        )
        foot = row(self._file, None, self._close, self.next_button, margins=(20, 10, 14, 10))
        self.fill(boxed(body), Footer(foot, radius=11))
        keys = QShortcut(self)
        keys.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.keep_and_next)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_MS)
        self._keeping.timeout.connect(self.keep)
        self._resume()
        self._show_waiting()
        self.words.setFocus()

    def keep(self) -> bool:
        """Keep what is typed now; the moment its first word was typed is its time."""
        self._keeping.stop()
        note, words = self._note, self.words.text()
        if note is None or words == note.words:
            return True
        try:
            if words:
                self._note = keep_gate_note(self.session.store, replace(note, words=words))
            else:
                drop_gate_note(self.session.store, note)
                self._note = None
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), self.words)])
            return False
        return True

    def keep_and_next(self) -> None:
        """Keep the note and begin the next; without any words nothing happens."""
        if not self.words.text() or not self.keep():
            return
        self._note = None
        self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(False)
        self.summary.show_problems([])
        self._show_waiting()
        self.words.setFocus()
        announce(self.words, self._count.text())

    def kept_as(self) -> str:
        return self._note.id if self._note else ""

    def leave(self) -> None:
        """Closed or locked: nothing that was typed is lost."""
        self.keep()

    def _resume(self) -> None:
        """Go on with the note that was open when the record was locked."""
        id = self.draft.id if self.draft else ""
        found = next((each for each in gate_notes(self.session.store) if each.id == id), None)
        if found is not None:
            self.words.setPlainText(found.words)
            self._note = found

    def _changed(self) -> None:
        if self._note is None and self.words.text():
            now = self.session.store.now().astimezone()
            self._note = GateNote("", self.session.today(), f"{now:%H:%M}")
        self._keeping.start()

    def _show_waiting(self) -> None:
        notes = gate_notes(self.session.store)
        today = self.session.today()
        self.waiting.show_rows(
            [
                EntryRow(
                    each.id,
                    "note",
                    " ".join(each.words.split()),
                    at_right=each.at if each.day == today else day_in_list(each.day, today),
                )
                for each in reversed(notes)
            ]
        )
        many = self.tr("{0} notes wait to be filed").format(len(notes))
        self._count.setText(self.tr("1 note waits to be filed") if len(notes) == 1 else many)
        for each in (self._count, self.waiting):
            each.setVisible(bool(notes))
        self._file.setVisible(bool(notes))

    def _open_filing(self) -> None:
        self.session.open("gate")
