"""Gives the window to one screen: whatever else could be read from a chair beside hers goes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget


class Alone:
    """``around`` stands beside the page; what of ``notices`` was shown comes back afterwards."""

    def __init__(self, around: Sequence[QWidget], notices: Sequence[QWidget]) -> None:
        self._around, self._notices = around, notices
        self._hidden: list[QWidget] = []
        self._alone = False

    def set_alone(self, *, alone: bool) -> None:
        """Begin, or end it."""
        if alone == self._alone:
            return
        self._alone = alone
        for each in self._around:
            each.setVisible(not alone)
        if alone:
            self.hush()
        else:
            for each in self._hidden:
                each.show()
            self._hidden = []

    def hush(self) -> None:
        """A notice that came meanwhile waits, too."""
        if self._alone:
            self._hidden += [each for each in self._notices if not each.isHidden()]
            for each in self._notices:
                each.hide()
