"""The panel around every putting right: what is chosen, what will happen in words, one button."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from liaison.casework.families import whole_family
from liaison.errors import LiaisonError
from liaison.model.family import Family
from liaison.model.family_record import FamilyRecord
from liaison.model.person import Person
from liaison.store.drafts import Draft
from ui.choose_family import ChooseFamily
from ui.forms.laid_out import FormColumn
from ui.layouts import Item, boxed, column, row
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import Step
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Footer
from ui.widgets.labels import Words


class PuttingRight(Task):
    """``subject`` is the family, or one of its people. Without one it asks for the family first.

    A subclass arranges what is chosen, says what will happen, and asks casework to do it.
    """

    menu: ClassVar[str] = "tools"
    wide: ClassVar[int] = 640
    button: ClassVar[str] = ""

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        person = session.store.first(Person, "id = :id", id=subject)
        self.person = person.id if person else ""
        home = person.family if person else subject
        found = session.store.first(Family, "id = :id", id=home)
        if found is None:
            self._ask_for_family()
            return
        self.record: FamilyRecord = whole_family(session.store, home)
        self._make()

    def arrange(self) -> Sequence[Item]:
        """What is chosen here, in the order in which it is read."""
        return ()

    def what_will_happen(self) -> Sequence[str]:
        """In sentences, as it is chosen now; none while something is still to be chosen."""
        return ()

    def put_right(self) -> str:
        """Do it; gives back the sentence that says so."""
        return ""

    def refresh(self) -> None:
        """Something else is chosen."""
        said = self.what_will_happen()
        self._happens.setText("\n".join(said) or self.tr("Choose first."))
        self.do_button.setEnabled(bool(said))

    def do(self) -> None:
        """Put it right, or say why not."""
        if not self.what_will_happen():
            return
        try:
            said = self.put_right()
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), None)])
            return
        self.session.say(said, with_undo=True)
        self.done.emit()

    def words_of_happening(self) -> str:
        return self._happens.text()

    def _make(self) -> None:
        self.summary = ErrorSummary()
        self._happens = Words("", wrap=True)
        self.do_button = KeyedButton(self.tr(self.button), Kind.PRIMARY, key="Ctrl+Enter")
        self.do_button.clicked.connect(self.do)
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        undo = Words(self.tr("It can be taken back with Undo."), Step.CAPTION, "muted")
        happens = Card(
            column(
                Words(self.tr("What will happen"), Step.STRONG),
                self._happens,
                undo,
                margins=(14, 10, 14, 12),
                spacing=6,
            )
        )
        inner = column(
            self.summary, *self.arrange(), happens, None, margins=(20, 2, 20, 16), spacing=10
        )
        foot = row(None, cancel, self.do_button, margins=(20, 10, 14, 10))
        self.fill(FormColumn(inner, width=self.wide - 2), Footer(foot, radius=11))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.do)
        self.refresh()

    def _ask_for_family(self) -> None:
        choose = ChooseFamily(self.session)
        choose.chosen.connect(self._open_for)
        cancel = KeyedButton(self.tr("Cancel"), Kind.QUIET, key="Esc")
        cancel.clicked.connect(self.closing)
        foot = row(None, cancel, margins=(20, 10, 14, 10))
        self.fill(boxed(column((choose, 1), margins=(20, 4, 20, 12))), Footer(foot, radius=11))

    def _open_for(self, family: str) -> None:
        self.session.open(self.kind, family)
