"""Log contact, from anywhere: kept as a draft while it is typed, saved in one batch."""

from datetime import datetime
from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QStyle

from liaison.casework.contacts import log_contact
from liaison.errors import LiaisonError, NotReady
from liaison.model.follow_up import FollowUp
from liaison.store.drafts import Draft
from liaison.store.ids import new_id
from ui import dialogs
from ui.direction import mirrored
from ui.layouts import row
from ui.screens.screen import Task
from ui.scrolling import Fitting
from ui.session import Session
from ui.tasks.log_contact.form import ContactForm
from ui.tasks.log_contact.reading import Reader
from ui.tasks.log_contact.safety import SafetyGuidance
from ui.tasks.log_contact.typed import Typed
from ui.theme import NEW_LOOK, is_narrow
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.labels import SignedWords

DRAFT_MS = 2000


class LogContact(Task):
    """``subject`` is a family, or a follow-up that this contact does."""

    kind: ClassVar[str] = "log-contact"
    title: ClassVar[str] = "Log contact"
    icon: ClassVar[str] = "message-plus"
    key: ClassVar[str] = "Ctrl+N"
    wide: ClassVar[int] = 700
    ahead: ClassVar[bool] = True

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self.setProperty("panel", True)
        self._draft_id = draft.id if draft else ""
        self._kept = Typed()
        now = session.store.now().astimezone()
        today = session.today()
        self._now = datetime.combine(today, now.time())
        self.form = ContactForm(session.store, today, self._now)
        self.form.edited.connect(self._edited)
        self.form.safety.connect(self._show_safety)
        self._pages = QStackedWidget()
        self._pages.addWidget(Fitting(self.form))
        self.fill(self._pages, self._footer())
        self._drafting = QTimer(self)
        self._drafting.setSingleShot(True)
        self._drafting.setInterval(DRAFT_MS)
        self._drafting.timeout.connect(self.keep_draft)
        self._fit()
        self._begin()

    def _footer(self) -> Footer:
        self._status = SignedWords("pencil")
        self._status.hide()
        self._throw = KeyedButton(self.tr("Thr&ow away"), Kind.QUIET)
        self._throw.clicked.connect(self._throw_away)
        self._throw.hide()
        self._cancel = KeyedButton(self.tr("&Close"), Kind.QUIET, key="Esc")
        self._cancel.clicked.connect(self.closing)
        self._another = KeyedButton(self.tr("Save and &add another"))
        self._another.clicked.connect(self.save_and_add)
        self._save = KeyedButton(self.tr("Save"), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter")
        self._save.clicked.connect(self.save)
        for keys, method in (
            (("Ctrl+Return", "Ctrl+Enter"), self.save),
            (("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), self.save_and_add),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(method)
        self._buttons = row(
            self._status, self._throw, None, self._cancel, self._another, self._save
        )
        return Footer(self._buttons, radius=11)

    def save(self) -> None:
        """Save and close; what stands in the way is said, and nothing typed is lost."""
        if self._saved():
            self.done.emit()

    def save_and_add(self) -> None:
        """Save and begin again, with the same channel."""
        channel = self.form.typed().channel
        if self._saved():
            self.subject = ""
            self.form.begin(channel)
            self._clear()

    def kept_as(self) -> str:
        return self._draft_id

    def leave(self) -> None:
        """Closed or locked before it is saved: what was typed is kept."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what is typed, if anything is; what was kept before is then renewed."""
        self._drafting.stop()
        typed = self.form.typed()
        if typed == self._kept:
            return
        draft = Draft(self._draft_id or new_id(), self.kind, typed.family, typed.as_text())
        try:
            self.session.store.keep_draft(draft)
        except LiaisonError as refused:
            self._show_status(self.tr("Draft not kept. {0}").format(refused))
            return
        self._draft_id, self._kept = draft.id, typed
        kept_at = self.session.store.now().astimezone()
        self._show_status(self.tr("Draft kept {0}").format(f"{kept_at:%H:%M}"))
        self._throw.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK or event.type() == QEvent.Type.ParentChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.form.lanes.current() if self.form.who.who.family else self.form.who.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        """Go on with the draft, or with what the subject says."""
        if self.draft is not None:
            self._go_on_with(Typed.from_text(self.draft.body))
            self._draft_id = self.draft.id
            self._throw.show()
            self.form.lanes.show_lane(0)
            return
        self.form.begin(self.form.last_channel())
        self._clear()
        if self.subject:
            self._begin_with(self.subject)

    def _begin_with(self, subject: str) -> None:
        promised = self.session.store.first(FollowUp, "id = :id", id=subject)
        if promised is None:
            self.form.who.choose_family(subject)
        else:
            self.form.who.choose_family(promised.family, promised.person)
            self.form.set_completes(promised.id, promised.action)
        self._kept = self.form.typed()
        self.form.lanes.show_lane(0)

    def _go_on_with(self, typed: Typed) -> None:
        self.form.fill(typed)
        self._clear()
        if typed.completes:
            promised = self.session.store.get(FollowUp, typed.completes)
            self.form.set_completes(promised.id, promised.action)
        self._kept = self.form.typed()

    def _clear(self) -> None:
        """Nothing is kept of what stands here now, and nothing is wrong with it."""
        self._draft_id = ""
        self._status.hide()
        self._throw.hide()
        self.form.show_problems({})
        self.form.set_completes("", "")
        self._kept = self.form.typed()
        self.form.who.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self) -> bool:
        self.form.who.settle()
        store, typed = self.session.store, self.form.typed()
        try:
            reading = Reader(store, typed, self._now).read()
            promised = store.get(FollowUp, typed.completes) if typed.completes else None
            logged = log_contact(
                store,
                reading.contact,
                people=reading.people,
                follow_up=reading.follow_up,
                completes=promised,
                today=self.session.today(),
            )
        except NotReady as unready:
            self.form.show_problems(unready.problems)
            return False
        except LiaisonError as refused:
            self.keep_draft()
            self.form.show_problems({"": str(refused)})
            return False
        self._drafting.stop()
        if self._draft_id:
            store.drop_draft(self._draft_id)
        saved = self.tr("Saved: {0}.").format(typed.who)
        self.session.say(" ".join((saved, *logged.warnings)), with_undo=True)
        return True

    def _throw_away(self) -> None:
        title = self.tr("Throw the draft away")
        question = self.tr("Throw away what is written here? It cannot be brought back.")
        if dialogs.ask_sure(self, title, question):
            self._drafting.stop()
            if self._draft_id:
                self.session.store.drop_draft(self._draft_id)
            self.done.emit()

    def _edited(self) -> None:
        self._drafting.start()

    def _show_status(self, words: str) -> None:
        self._status.set_words(words)
        self._status.show()

    @cached_property
    def _guidance(self) -> SafetyGuidance:
        made = SafetyGuidance()
        made.slip.connect(self._write_slip)
        made.back.connect(self._back_to_note)
        words = Fitting(made)
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._pages.addWidget(words)
        return made

    def _show_safety(self) -> None:
        guidance = self._guidance
        self._pages.setCurrentIndex(1)
        guidance.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_slip(self) -> None:
        self.session.open("tell-dsl")

    def _back_to_note(self) -> None:
        self._pages.setCurrentIndex(0)
        self.form.lanes.current().setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted_width(self, drawn: int) -> int:
        """Wide enough to keep each row of the form on one line."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return max(drawn, self.form.sizeHint().width() + bar)

    def _fit(self) -> None:
        narrow = is_narrow(self)
        room = 7 if narrow else 10
        self._buttons.setContentsMargins(*mirrored((20, room, 14, room)))
        self.form.set_narrow(narrow=narrow)
