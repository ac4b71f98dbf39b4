"""A contact onto the clipboard for the safeguarding or information system, word for word."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from liaison.casework.copying_out import contact_text
from liaison.casework.families import whole_family
from liaison.model.contact import Contact
from ui.clipboard import copy_privately
from ui.delegates.rows import RowList
from ui.session import Session


class CopyContact(QObject):
    """Ctrl+Shift+C on a list, and the same in its menu.

    ``reference`` turns a row's id into table/id. Only a contact is copied: its facts and words,
    dated and signed, never the officer's view and never its label.
    """

    def __init__(self, rows: RowList, session: Session, reference: Callable[[str], str]) -> None:
        super().__init__(rows)
        self._rows = rows
        self._session = session
        self._reference = reference
        action = QAction(self.tr("Copy for CPOMS or the MIS"), rows)
        action.setShortcut(QKeySequence("Ctrl+Shift+C"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.copy)
        rows.addAction(action)

    def copy(self) -> None:
        """The current row's contact; for a minute it can be pasted."""
        table, _, id = self._reference(self._rows.current_id()).partition("/")
        if table != Contact.table:
            self._session.say(self.tr("Only a contact can be copied for another system."))
            return
        store = self._session.store
        contact = store.get(Contact, id)
        copy_privately(contact_text(store, contact, whole_family(store, contact.family)))
        self._session.say(self.tr("Copied. It can be pasted for one minute."))
