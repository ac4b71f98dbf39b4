"""What can be printed of a meeting and of a day: a button with a menu each, and the keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from liaison.model.sending import Outgoing
from ui.hand_off import save_for_calendar
from ui.preview.pack_choices import EVERYBODY
from ui.session import Session
from ui.widgets.buttons import KeyedButton, Kind

KEY, DAY_KEY = "Ctrl+Shift+P", "Ctrl+P"
Wanted = Callable[[], tuple[str, str]]
"""The kind of pack and what it is about: ("pack", meeting), ("pack-of-family", family), …"""


def open_paper(session: Session, paper: Outgoing) -> None:
    """To the page this paper is made on, its readers chosen: a letter's, or that of packs."""
    if paper.kind is None:
        (reader, *others) = paper.readers
        session.open("pack", f"{paper.meeting}/{EVERYBODY if others else reader}")
    else:
        session.open("letter", "/".join((paper.meeting, paper.code, *paper.readers)))


class PackKey(QObject):
    """Ctrl+Shift+P anywhere on a screen. Nothing happens where nothing is chosen."""

    def __init__(self, screen: QWidget, session: Session, wanted: Wanted) -> None:
        super().__init__(screen)
        self._session = session
        self._wanted = wanted
        shortcut = QShortcut(QKeySequence(KEY), screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.open)

    def open(self) -> None:
        """To the pack builder."""
        kind, id = self._wanted()
        if id:
            self._session.open(kind, id)


class Papers(KeyedButton):
    """The pack, a letter, what was agreed, and the file for the calendar, of the meeting open.

    ``meeting`` gives its id, or nothing where what was typed could not be saved.
    """

    def __init__(self, session: Session, meeting: Callable[[], str]) -> None:
        super().__init__(self.tr("&Papers"), icon_name="printer")
        self._session = session
        self._meeting = meeting
        menu = QMenu(self)
        for words, method in (
            (self.tr("Meeting &pack…"), self._pack),
            (self.tr("&Letter…"), self._letter),
            (self.tr("&Minutes, review or contract…"), self._agreed),
            (self.tr("File for the &calendar…"), self._calendar),
        ):
            menu.addAction(words).triggered.connect(method)
        menu.actions()[0].setText(f"{menu.actions()[0].text()}\t{KEY}")
        self.setMenu(menu)

    def _pack(self) -> None:
        self._open("pack")

    def _letter(self) -> None:
        self._open("letter")

    def _agreed(self) -> None:
        self._open("meeting-paper")

    def _open(self, kind: str) -> None:
        meeting = self._meeting()
        if meeting:
            self._session.open(kind, meeting)

    def _calendar(self) -> None:
        meeting = self._meeting()
        if meeting:
            save_for_calendar(self, self._session, meeting)


class DayPacks(KeyedButton):
    """All packs of today's meetings, by its button or by the key of packs."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Packs for today"), Kind.QUIET, icon_name="printer", key=KEY)
        self._session = session
        self.clicked.connect(self._open)
        self._keys = QShortcut(QKeySequence(KEY), self)
        self._keys.activated.connect(self._open)

    def _open(self) -> None:
        self._session.open("packs-of-day", self._session.today().isoformat())


class DayPapers(KeyedButton):
    """What is printed for a day: all packs, whom to ring, what is open, and the week so far."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Print"), icon_name="printer", key=DAY_KEY)
        self._session = session
        self.setAccessibleName(self.text())
        self._papers = QMenu(self)
        for words, kind, key in (
            (self.tr("All &packs for today…"), "packs-of-day", KEY),
            (self.tr("&Calls today…"), "calls-today", ""),
            (self.tr("&Outstanding follow-ups…"), "outstanding", ""),
            (self.tr("My &week…"), "my-week", ""),
        ):
            action = self._papers.addAction("\t".join(filter(None, (words, key))))
            action.setData(kind)
        self._papers.triggered.connect(self._open)
        self.setMenu(self._papers)

    def set_narrow(self, *, narrow: bool) -> None:
        """Its picture alone where room is short."""
        self.setText("" if narrow else self.accessibleName())
        self.setToolTip(self.accessibleName() if narrow else "")
        self.updateGeometry()

    def offer(self) -> None:
        """Open the menu below the button, on its first paper."""
        below = self.mapToGlobal(self.rect().bottomLeft())
        self._papers.popup(below)
        self._papers.setActiveAction(self._papers.actions()[0])

    def _open(self, action: QAction) -> None:
        kind = str(action.data())
        day = self._session.today().isoformat() if kind == "packs-of-day" else ""
        self._session.open(kind, day)
