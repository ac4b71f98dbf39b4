"""Switches the quiet view of one window: all of it shows less at once, and a sign says so."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from liaison.store.store import Store
from ui.displays import Displays
from ui.menus import MenuRow
from ui.quiet import QUIET, FollowsQuiet, QuietWords
from ui.session import Session
from ui.widgets.notice import Notice
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
        self.notice = Notice(self.tr("Show everything"))
        self.notice.pressed.connect(self._end)

    def follow(self, displays: Displays) -> None:
        """Begin by itself when another screen is there; it ends by hand only."""
        displays.shared.connect(self._somebody_may_see)

    def _somebody_may_see(self) -> None:
        if not self._session.quiet:
            self._session.switch_quiet()
        sentence = self.tr(
            "Another screen shows this, so the quiet view is on. Press Ctrl+Shift+Q to end it."
        )
        self.notice.say(sentence, with_button=True)
        announce(self._window, sentence)

    def _end(self) -> None:
        if self._session.quiet:
            self._session.switch_quiet()

    def _switch(self, on: bool) -> None:
        self._carry(on=on)
        self._menus.quiet_button.setVisible(on)
        self.notice.say("")
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
