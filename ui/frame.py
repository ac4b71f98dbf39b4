"""What every window of the app is built on."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QMainWindow, QWidget

_AROUND = QSize(16, 40)
"""What the system draws around a window: its edges and its title."""


class Frame(QMainWindow):
    """A window of its own. Of a bare widget a screen reader is not told that it is a window."""

    def set_body(self, layout: QLayout) -> None:
        """What fills the window."""
        body = QWidget()
        body.setLayout(layout)
        self.setCentralWidget(body)

    def fit_screen(self) -> None:
        """Be no larger than the screen has room for beside its task bar."""
        self.resize(first_size(self.size(), self.screen().availableGeometry().size()))


def first_size(drawn: QSize, room: QSize) -> QSize:
    """How large a window opens that is drawn so large, where the screen leaves so much room."""
    return drawn.boundedTo(room - _AROUND)
