"""What every window of the app is built on."""

from PySide6.QtWidgets import QLayout, QMainWindow, QWidget


class Frame(QMainWindow):
    """A window of its own. Of a bare widget a screen reader is not told that it is a window."""

    def set_body(self, layout: QLayout) -> None:
        """What fills the window."""
        body = QWidget()
        body.setLayout(layout)
        self.setCentralWidget(body)
