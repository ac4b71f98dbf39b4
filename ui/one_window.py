"""One window for one record: a second start of the app raises the first, and ends.

They speak through a socket (a pipe on Windows) that only this user can open. What is said is the
path of the record that is asked for, and yes or no.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QObject, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

ANSWER_MS = 1500
LONGEST = 90
"""A socket's path cannot be much longer."""

LIMIT = 16 * 1024
YES, NO = b"yes\n", b"no\n"
ANY_PROGRAM = -1


def address(settings: Path) -> str:
    """Where this user's app listens: a name of its own for each folder of settings."""
    way = QCryptographicHash.Algorithm.Sha256  # Python's own takes long to load
    digest = QCryptographicHash.hash(str(settings.absolute()).encode(), way).toHex()
    name = f"family-liaison-{bytes(digest.data()).decode()[:16]}"
    if sys.platform == "win32":
        return name
    folders = (os.environ.get("XDG_RUNTIME_DIR", ""), str(settings.absolute()))
    paths = (str(Path(folder) / name) for folder in folders if folder)
    return next((path for path in paths if len(path) <= LONGEST), "")


def raised(address: str, record: Path | None) -> bool:
    """Whether another process has this record's window, and has raised it."""
    if not _listens(address):
        return False
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - hardly ever needed

    _let_it_come_to_the_front()
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(ANSWER_MS):
        return False
    socket.write(f"{_written(record)}\n".encode())
    socket.waitForBytesWritten(ANSWER_MS)
    while not socket.canReadLine() and socket.waitForReadyRead(ANSWER_MS):
        continue
    return bytes(socket.readLine().data()) == YES


class OneWindow(QObject):
    """Answers other starts of the app. ``shown`` gives the window and its record's folder."""

    def __init__(
        self, address: str, shown: Callable[[], tuple[QWidget | None, Path | None]]
    ) -> None:
        super().__init__()
        self._address, self._shown = address, shown
        self._server: QLocalServer | None = None

    def begin(self) -> None:
        """Listen, unless there is somebody who does already; where it cannot be, it is not."""
        from PySide6.QtNetwork import QLocalServer, QLocalSocket  # noqa: PLC0415 - after first paint

        if not self._address:
            return
        if sys.platform != "win32":
            with suppress(OSError):
                Path(self._address).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        other = QLocalSocket()
        other.connectToServer(self._address)
        if other.waitForConnected(ANSWER_MS):
            return
        QLocalServer.removeServer(self._address)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        self._server.listen(self._address)

    def end(self) -> None:
        """Nobody is answered any more."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _connected(self) -> None:
        socket = self._server.nextPendingConnection() if self._server is not None else None
        if socket is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._asked)
            self._answer(socket)

    def _asked(self) -> None:
        self._answer(self.sender())

    def _answer(self, socket: QObject | None) -> None:
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - loaded already

        if not isinstance(socket, QLocalSocket):
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() > LIMIT:
                socket.abort()
            return
        asked = bytes(socket.readLine(LIMIT).data()).decode("utf-8", "replace").strip()
        window, folder = self._shown()
        same = window is not None and asked in ("", _written(folder))
        if window is not None and same:
            to_the_front(window)
        socket.write(YES if same else NO)
        socket.flush()
        socket.disconnectFromServer()


def to_the_front(window: QWidget) -> None:
    """Bring it back from where it was put away, before all others."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _written(record: Path | None) -> str:
    return str(record.absolute()) if record is not None else ""


def _listens(address: str) -> bool:
    """Whether it is worth asking: a name that is there, even one left behind by a crash."""
    if sys.platform == "win32":
        with suppress(OSError):
            return address in {each.name for each in Path(r"\\.\pipe").iterdir()}
        return True
    return bool(address) and Path(address).exists()


def _let_it_come_to_the_front() -> None:
    """Windows lets only the program in front give its place away."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - hardly ever needed

        with suppress(OSError, AttributeError):
            ctypes.WinDLL("user32").AllowSetForegroundWindow(ANY_PROGRAM)
