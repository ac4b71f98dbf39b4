"""A look at the family of the current row, beside the list it is looked at from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from liaison.casework.families import whole_family
from ui.family_peek import FamilyPeek
from ui.session import Session
from ui.theme import px
from ui.widgets.toast import announce

WIDE = 318
LEAST_LEFT = 80


class Look(FamilyPeek):
    """Stands over the column it is not looked at from; what it covers takes no Tab key."""

    def __init__(self, session: Session, page: QWidget, columns: Sequence[QWidget]) -> None:
        super().__init__(session.store)
        self._session = session
        self._page = page
        self._columns = columns
        self.setParent(page)
        self.hide()

    def look_at(self, family: str) -> None:
        """Show this family; that it was read is remembered."""
        self._session.store.look(family)
        self.show_family(whole_family(self._session.store, family), self._session.today())
        announce(self, self.accessibleName())

    def open_over(self, top: int, foot: int) -> None:
        """Come in below ``top``; a single column keeps its last ``foot`` pixels in sight."""
        self.show()
        self.raise_()
        self.place(top, foot)

    def place(self, top: int, foot: int) -> None:
        """Take the room there is now."""
        if self.isHidden():
            return
        left, right = max(LEAST_LEFT, self._page.width() - px(WIDE)), self._page.width()
        shown = [each for each in self._columns if each.isVisible()]
        if len(shown) > 1:
            covered, foot = self._covered(), 0
            covered.setEnabled(False)
            left, right = covered.geometry().left(), covered.geometry().right() + 1
        self.setGeometry(left, top, right - left, self._page.height() - top - foot)

    def away(self) -> None:
        """Go, and give back what was covered."""
        self.hide()
        for each in self._columns:
            each.setEnabled(True)

    def _covered(self) -> QWidget:
        """The second column, unless the focus is in it."""
        first, second = self._columns
        return first if second.isAncestorOf(self._page.focusWidget()) else second
