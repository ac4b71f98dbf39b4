"""Linux: systemd's login manager says on the system bus that it sleeps or locks the screen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)
from PySide6.QtWidgets import QWidget

from ui.locking.locked import Reason
from ui.locking.signs import SystemSigns

SERVICE, TOP = "org.freedesktop.login1", "/org/freedesktop/login1"
LOGIN, SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"


class LogindSigns(SystemSigns):
    """Asks to be waited for a moment before sleep: until the record is closed.

    Nothing here waits for the bus. Without one, or without a login manager, it hears nothing.
    """

    def __init__(self, parent: QObject | None = None, bus: QDBusConnection | None = None) -> None:
        super().__init__(parent)
        self._bus = bus or QDBusConnection.systemBus()
        self._session = ""
        self._hold: QDBusUnixFileDescriptor | None = None
        self._asked: set[QDBusPendingCallWatcher] = set()

    @property
    def holds_sleep(self) -> bool:
        """Whether the computer waits for us before it sleeps."""
        return self._hold is not None

    def begin(self, window: QWidget) -> None:
        if not self._bus.isConnected():
            return
        self._ask("GetSession", ["auto"], self._found_session)
        self._hold_sleep()
        self._listen(TOP, LOGIN, "PrepareForSleep", "_sleeping")

    def end(self) -> None:
        self._hold = None
        self._asked.clear()
        slot = SLOT("_sleeping(QDBusMessage)")
        self._bus.disconnect(SERVICE, TOP, LOGIN, "PrepareForSleep", self, slot)  # type: ignore[call-overload]

    def _listen(self, path: str, interface: str, name: str, slot: str) -> None:
        taken_by = SLOT(f"{slot}(QDBusMessage)")
        self._bus.connect(SERVICE, path, interface, name, self, taken_by)  # type: ignore[call-overload]

    def _hold_sleep(self) -> None:
        words = ["sleep", "Family Liaison", self.tr("Closing the record"), "delay"]
        self._ask("Inhibit", words, self._held)

    def _ask(
        self,
        method: str,
        words: Sequence[object],
        then: Callable[[QDBusPendingCallWatcher], None],
        of: tuple[str, str] = (TOP, LOGIN),
    ) -> None:
        call = QDBusMessage.createMethodCall(SERVICE, *of, method)
        call.setArguments(words)
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        self._asked.add(watcher)
        watcher.finished.connect(then)

    def _answer(self, watcher: QDBusPendingCallWatcher) -> object:
        """The first word of an answer; nothing when there is no login manager."""
        self._asked.discard(watcher)
        watcher.deleteLater()
        if watcher.isError():
            return None
        found = watcher.reply().arguments()
        return found[0] if found else None

    @Slot(QDBusPendingCallWatcher)
    def _found_session(self, watcher: QDBusPendingCallWatcher) -> None:
        path = self._answer(watcher)
        if path is None:
            return
        self._session = path.path()  # type: ignore[attr-defined]
        self._listen(self._session, SESSION, "Lock", "_screen_locked")
        changed = "_session_changed"
        self._listen(self._session, PROPERTIES, "PropertiesChanged", changed)
        self._told(Reason.SLEEP, Reason.SCREEN)

    @Slot(QDBusPendingCallWatcher)
    def _held(self, watcher: QDBusPendingCallWatcher) -> None:
        hold = self._answer(watcher)
        if isinstance(hold, QDBusUnixFileDescriptor):
            self._hold = hold
            self._told(Reason.SLEEP)

    @Slot(QDBusMessage)
    def _sleeping(self, message: QDBusMessage) -> None:
        """Told before sleep and, with no, after it."""
        if message.arguments() == [True]:
            self.heard.emit(Reason.SLEEP)
            self._hold = None
        else:
            self._hold_sleep()

    @Slot(QDBusMessage)
    def _screen_locked(self, _message: QDBusMessage) -> None:
        self.heard.emit(Reason.SCREEN)

    @Slot(QDBusMessage)
    def _session_changed(self, _message: QDBusMessage) -> None:
        """Something of the session is another now: whether its screen is locked is asked."""
        words = [SESSION, "LockedHint"]
        self._ask("Get", words, self._screen_is, (self._session, PROPERTIES))

    @Slot(QDBusPendingCallWatcher)
    def _screen_is(self, watcher: QDBusPendingCallWatcher) -> None:
        found = self._answer(watcher)
        if isinstance(found, QDBusVariant) and found.variant() is True:
            self.heard.emit(Reason.SCREEN)
