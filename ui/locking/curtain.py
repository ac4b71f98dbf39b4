"""A calm plain panel in the place of everything the window shows."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.layouts import column, row
from ui.theme import Step
from ui.widgets.labels import Picture, Words
from ui.window import MainWindow

if TYPE_CHECKING:
    from ui.locking.cannot_keep import AskAgain

KEY = "F9"


class Curtain(QWidget):
    """Drawn by one key and opened by the same, or by Esc.

    What is behind it is hidden, not only painted over: a screen reader must not read it, and no
    key reaches it. ``left`` when what it told was read.
    """

    left = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._focus: QWidget | None = None
        self._behind: list[QWidget] = []
        self._stays = self._told = False
        self.asking: AskAgain | None = None
        self._words = Words("", Step.H2, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._how = Words("", tone="muted", wrap=True)
        self._how.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for words in (self._words, self._how):
            words.setMinimumWidth(460)
        self.setLayout(
            column(
                None,
                row(None, Picture("heart-handshake", "accent", 44), None),
                row(None, self._words, None),
                row(None, self._how, None),
                None,
                spacing=10,
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)
        window.menus.cover.connect(self.switch)
        self.hide()

    def switch(self) -> None:
        """Draw it, or open it again."""
        if self.isHidden():
            self.draw(self.tr("Covered"), self.tr("Press {0} or Esc to go on.").format(KEY))
        elif not self._stays:
            self.open()

    def stay(self, words: str) -> None:
        """Draw it for good: the record is about to be closed, and something has to end first."""
        self._stays = True
        self.draw(words, "")

    def tell(self, words: str) -> None:
        """Say what she has to read before the window goes; ``left`` when she has."""
        self._told = True
        self.draw(words, self.tr("Press Esc to close the window."))

    def ask(self, words: str, folder: Path) -> None:
        """Draw it until the passphrase is typed: what is behind it could not be kept."""
        self.stay(words)
        if self.asking is not None:
            return
        from ui.locking.cannot_keep import AskAgain  # noqa: PLC0415 - hardly ever needed

        self.asking = AskAgain(folder, self)
        self.asking.known.connect(self._passphrase_known)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertLayout(layout.count() - 1, row(None, self.asking, None))
        self.asking.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def draw(self, words: str, how: str) -> None:
        """Hide everything, at once."""
        self._words.setText(words)
        self._how.setText(how)
        self.setAccessibleName(f"{words}. {how}".strip(". ") + ".")
        if self.isHidden():
            self._focus = QApplication.focusWidget()
            parts = (self._window.centralWidget(), self._window.overlay)
            self._behind = [each for each in parts if each is not None and not each.isHidden()]
            for each in self._behind:
                each.hide()
            self._window.menus.set_enabled(enabled=False)
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.repaint()

    def open(self) -> None:
        """Show again what was shown, with the focus where it was."""
        self.hide()
        for each in self._behind:
            each.show()
        self._window.menus.set_enabled(enabled=self._window.task() is None)
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus, self._behind = None, []

    def _passphrase_known(self) -> None:
        if self.asking is not None:
            self.asking.hide()
            self.asking.deleteLater()
            self.asking = None
        self._stays = False
        self.open()

    def focused_before(self) -> QWidget | None:
        """What has the focus, or had it before the curtain was drawn."""
        return QApplication.focusWidget() if self.isHidden() else self._focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F9}
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if self._told and ends:
            self.left.emit()
        elif self._stays:
            event.ignore()
        elif event.key() == Qt.Key.Key_L and control:
            self._window.lock()  # the menus are hidden, and their keys with them
        elif ends:
            self.open()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """The Tab key leads nowhere from here, but from the passphrase to its button."""
        if self.asking is not None:
            button, passphrase = self.asking.button, self.asking.passphrase
            (passphrase if button.hasFocus() else button).setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.end()
