"""A family looked at beside the page one is on: the page stays, and what is typed there."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from liaison.casework.families import whole_family
from liaison.model.family import Family
from ui.family_peek import FamilyPeek
from ui.session import Session
from ui.theme import px
from ui.widgets.page_room import PageRoom
from ui.widgets.toast import announce

BESIDE = "family-beside"
"""The kind that ``Session.open`` asks for; its id is the family's."""

WIDE, GAP = 318, 12
LEAST = 1024
"""With less than this left of the window, the look slides over the edge of the page."""

LEFT_OVER = 80


class Beside(QObject):
    """Puts a look at one family at the right of the pages. Esc takes it away."""

    def __init__(self, room: PageRoom, session: Session) -> None:
        super().__init__(room)
        self._room, self._session = room, session
        self._before: QWidget | None = None
        self.peek: FamilyPeek | None = None
        session.wanted.connect(self._wanted)
        session.changed.connect(self._follow)

    def close(self) -> None:
        """Take it away; the keys go back to where they were."""
        if self.peek is None:
            return
        peek, self.peek = self.peek, None
        peek.hide()
        peek.deleteLater()
        self._room.removeEventFilter(self)
        self._room.leave_room(0)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._room and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _wanted(self, kind: str, id: str) -> None:
        if kind == BESIDE:
            self._show(id)
        elif self.peek is not None and (kind, id) == ("family", self.peek.family()):
            self.close()

    def _show(self, family: str) -> None:
        if self.peek is None:
            self._before = QApplication.focusWidget()
            self.peek = self._made()
        session = self._session
        session.store.look(family)
        self.peek.show_family(whole_family(session.store, family), session.today())
        self._place()
        self.peek.show()
        self.peek.raise_()
        self.peek.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.peek, self.tr("{0}, beside").format(self.peek.accessibleName()))

    def _made(self) -> FamilyPeek:
        peek = FamilyPeek(self._session.store)
        peek.setParent(self._room)
        peek.opened.connect(self._open)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), peek)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.close)
        self._room.installEventFilter(self)
        return peek

    def _place(self) -> None:
        if self.peek is not None:
            room = self._room.contentsRect()
            wide = min(px(WIDE), room.width() - LEFT_OVER)
            taken = wide + GAP
            left = self._room.window().width() - taken
            self._room.leave_room(taken if left >= LEAST else 0)
            self.peek.setGeometry(room.right() + 1 - wide, room.top(), wide, room.height())

    def _follow(self, tables: frozenset[str]) -> None:
        """What is shown may have changed, or be gone."""
        if self.peek is None:
            return
        store, family = self._session.store, self.peek.family()
        if store.first(Family, "id = :id", id=family) is None:
            self.close()
        else:
            self.peek.show_family(whole_family(store, family), self._session.today())

    def _open(self, family: str) -> None:
        self._session.open("family", family)
