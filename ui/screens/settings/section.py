"""What every part of the settings is."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ui.session import Session


class Section(QWidget):
    """One part of the settings. ``tables`` are those it shows."""

    title: ClassVar[str]
    icon: ClassVar[str]
    own_help: ClassVar[bool] = False
    """Whether it has a page of help of its own, under its title."""
    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def reload(self) -> None:
        """Fill it from the store."""
