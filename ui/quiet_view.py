"""Switches the quiet view of one window: all of it shows less at once, and a sign says so."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from liaison.store.store import Store
from ui.menus import MenuRow
from ui.quiet import QUIET, FollowsQuiet, QuietWords
from ui.session import Session
from ui.widgets.toast import announce

SURNAMES = """
SELECT name FROM family UNION SELECT surname FROM person
UNION SELECT known_as_surname FROM person WHERE known_as_surname IS NOT NULL
"""


class QuietView(QObject):
    """One key switches it on and off; the sign in the row on top is a button that ends it."""

    def __init__(self, window: QWidget, session: Session, menus: MenuRow) -> None:
        super().__init__(window)
        self._window, self._session, self._menus = window, session, menus
        menus.quiet.connect(session.switch_quiet)
        session.quieted.connect(self._switch)
        session.changed.connect(self._follow)

    def _switch(self, on: bool) -> None:
        self._carry(on=on)
        self._menus.quiet_button.setVisible(on)
        words = self.tr("The quiet view is on.") if on else self.tr("The quiet view is off.")
        announce(self._window, words)

    def _follow(self, tables: frozenset[str]) -> None:
        """A surname may be new."""
        if self._session.quiet and tables & {"person", "family"}:
            self._carry(on=True)

    def _carry(self, *, on: bool) -> None:
        quiet = QuietWords(surnames(self._session.store)) if on else None
        self._window.setProperty(QUIET, quiet)
        for widget in self._window.findChildren(QWidget):
            if isinstance(widget, FollowsQuiet):
                widget.follow_quiet()
            widget.update()


def surnames(store: Store) -> list[str]:
    """Every surname of the record, and the names of the families."""
    return [name for (name,) in store.query(SURNAMES) if name]
