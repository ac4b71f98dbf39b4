"""The main window on this laptop: where it stood last, and who else can see its screen."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QWidget

from ui.displays import Displays
from ui.remembered import Memory
from ui.session import Session

SMALL = QSize(1366, 768)
"""On a screen no larger than this there is no room to give away."""

URL = QByteArray.Base64Option.Base64UrlEncoding


class Surroundings(QObject):
    """Puts the window where it stood last, and remembers where that is when it goes.

    ``displays`` tells when another screen shows it.
    """

    def __init__(self, window: QWidget, session: Session, memory: Memory) -> None:
        super().__init__(window)
        self._window, self._memory = window, memory
        self.displays = Displays(memory, self)
        session.displays = self.displays
        self._place()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the screens once it is shown.

        Where it stood is remembered at closing: when it hides it may be in pieces already.
        """
        kind = event.type()
        if kind == QEvent.Type.Show and watched is self._window and not event.spontaneous():
            self.displays.begin()
        elif kind == QEvent.Type.Close and watched is self._window:
            self._memory.remember_window(written(self._window))
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Qt itself keeps what it restores on the screens there are."""
        place = QByteArray.fromBase64(self._memory.read().window.encode(), URL)
        if not place.isEmpty() and self._window.restoreGeometry(place):
            return
        if is_small(self._window.screen().size()):
            self._window.setWindowState(Qt.WindowState.WindowMaximized)


def is_small(screen: QSize) -> bool:
    """Whether the window is to fill this screen at first."""
    return screen.width() <= SMALL.width() or screen.height() <= SMALL.height()


def written(window: QWidget) -> str:
    """Where a window stands and how, as it is remembered."""
    return bytes(window.saveGeometry().toBase64(URL).data()).decode()
