"""What each system tells, fed to the app as that system would send it."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from ctypes import wintypes
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.login_manager import DAEMON, Bus, LoginManager
from ui.locking import mac, windows
from ui.locking.capture import Capture
from ui.locking.locked import Reason
from ui.locking.logind import LogindSigns
from ui.locking.mac import MacSigns
from ui.locking.objc import ACTION, Runtime
from ui.locking.signs import SystemSigns, system_signs
from ui.locking.windows import WindowsSigns

needs_bus = pytest.mark.skipif(DAEMON is None, reason="there is no dbus-daemon here")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bus() -> Iterator[Bus]:
    with Bus() as running:
        yield running
        QDBusConnection.disconnectFromBus("tests")


def heard_by(signs: SystemSigns) -> list[Reason]:
    heard: list[Reason] = []
    signs.heard.connect(heard.append)
    return heard


@needs_bus
def test_linux_tells_of_sleep_and_waits_until_the_record_is_closed(
    qtbot: QtBot, window: QWidget, bus: Bus
) -> None:
    with LoginManager(bus.address) as manager:
        signs = LogindSigns(bus=QDBusConnection.connectToBus(bus.address, "tests"))
        heard = heard_by(signs)
        signs.begin(window)
        qtbot.waitUntil(lambda: signs.tells == {Reason.SLEEP, Reason.SCREEN})
        qtbot.waitUntil(lambda: signs.holds_sleep)
        manager.prepare_for_sleep(begins=True)
        qtbot.waitUntil(lambda: heard == [Reason.SLEEP])
        assert not signs.holds_sleep
        manager.prepare_for_sleep(begins=False)
        qtbot.waitUntil(lambda: signs.holds_sleep)
        assert manager.held == 2
        signs.end()
        assert not signs.holds_sleep
    assert heard == [Reason.SLEEP]


@needs_bus
def test_linux_tells_when_the_session_or_its_screen_is_locked_and_not_when_it_opens(
    qtbot: QtBot, window: QWidget, bus: Bus
) -> None:
    with LoginManager(bus.address) as manager:
        signs = LogindSigns(bus=QDBusConnection.connectToBus(bus.address, "tests"))
        heard = heard_by(signs)
        signs.begin(window)
        qtbot.waitUntil(lambda: Reason.SCREEN in signs.tells)
        assert "sleeps or its screen is locked" in signs.words()
        manager.lock_screen(locked=False)
        manager.lock_session()
        qtbot.waitUntil(lambda: heard == [Reason.SCREEN])
        qtbot.waitUntil(lambda: not signs._asked)
        assert heard == [Reason.SCREEN]
        manager.lock_screen()
        qtbot.waitUntil(lambda: heard == [Reason.SCREEN, Reason.SCREEN])
        signs.end()


@needs_bus
def test_a_linux_without_a_login_manager_says_that_it_does_not_tell(
    qtbot: QtBot, window: QWidget, bus: Bus
) -> None:
    signs = LogindSigns(bus=QDBusConnection.connectToBus(bus.address, "tests"))
    signs.begin(window)
    qtbot.waitUntil(lambda: not signs._asked)
    assert signs.tells == frozenset()
    assert signs.words().startswith("This computer does not tell us when")
    signs.end()


@pytest.mark.parametrize(
    ("message", "what", "reason"),
    [
        (windows.WM_POWERBROADCAST, windows.PBT_APMSUSPEND, Reason.SLEEP),
        (windows.WM_WTSSESSION_CHANGE, windows.WTS_SESSION_LOCK, Reason.SCREEN),
        (windows.WM_WTSSESSION_CHANGE, windows.WTS_REMOTE_DISCONNECT, Reason.SCREEN),
        (windows.WM_POWERBROADCAST, 18, None),
        (windows.WM_WTSSESSION_CHANGE, 8, None),
        (0x0100, 7, None),
    ],
)
def test_windows_tells_by_messages_to_a_window(
    qtbot: QtBot, message: int, what: int, reason: Reason | None
) -> None:
    signs = WindowsSigns()
    heard = heard_by(signs)
    sent = wintypes.MSG(message=message, wParam=what)
    passed_on = signs.messages.nativeEventFilter(
        QByteArray(b"windows_generic_MSG"), ctypes.addressof(sent)
    )
    assert passed_on == (False, 0)
    assert heard == ([reason] if reason else [])


def test_messages_of_another_kind_are_not_read(window: QWidget) -> None:
    signs = WindowsSigns()
    heard = heard_by(signs)
    signs.begin(window)
    assert signs.messages.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 0) == (False, 0)
    assert heard == []
    assert Reason.SLEEP in signs.tells
    signs.end()


class Cocoa:
    """Stands in for the runtime of macOS: it knows who observes what, and posts it."""

    def __init__(self) -> None:
        self.observed: dict[tuple[str, str], Callable[[int], None]] = {}
        self._texts = [""]
        self._action: Callable[[int], None] | None = None

    def named(self, name: str) -> int:
        return self.text(name)

    def selector(self, name: str) -> int:
        return self.text(name)

    def text(self, words: str) -> int:
        self._texts.append(words)
        return len(self._texts) - 1

    def words_of(self, text: int) -> str:
        return self._texts[text]

    def listener(self, _name: str, _selector: str, action: Callable[[int], None]) -> int:
        self._action = action
        return self.text("listener")

    def send(self, to: int, selector: str, *words: int) -> int:
        if selector == "addObserver:selector:name:object:":
            assert self._action is not None
            assert self._texts[words[1]] == "hear:"
            self.observed[self._texts[to], self._texts[words[2]]] = self._action
        elif selector == "removeObserver:":
            self.observed = {
                key: a for key, a in self.observed.items() if key[0] != self._texts[to]
            }
        elif selector == "name":
            return to
        elif selector in {"defaultCenter", "sharedWorkspace", "notificationCenter"}:
            return self.text(f"{self._texts[to]} {selector}")
        return 0

    def post(self, centre: str, name: str) -> None:
        self.observed[centre, name](self.text(name))


def test_macos_tells_by_notifications_of_the_system_and_of_the_workspace(window: QWidget) -> None:
    cocoa: Any = Cocoa()
    signs = MacSigns(runtime=lambda: cocoa)
    heard = heard_by(signs)
    signs.begin(window)
    assert signs.tells == {Reason.SLEEP, Reason.SCREEN}
    everybody = "NSDistributedNotificationCenter defaultCenter"
    workspace = "NSWorkspace sharedWorkspace notificationCenter"
    cocoa.post(everybody, "com.apple.screenIsLocked")
    cocoa.post(workspace, "NSWorkspaceWillSleepNotification")
    signs.hear(cocoa.text("com.apple.screenIsUnlocked"))
    assert heard == [Reason.SCREEN, Reason.SLEEP]
    signs.end()
    assert cocoa.observed == {}
    assert len(mac.MEANING) == 3


@pytest.mark.parametrize(
    ("tells", "words"),
    [
        ({Reason.SLEEP}, "does not tell us when its screen is locked"),
        ({Reason.SCREEN}, "does not tell us when it sleeps"),
        (set(), "does not tell us when it sleeps or its screen is locked"),
    ],
)
def test_the_settings_say_what_is_not_told(tells: set[Reason], words: str) -> None:
    signs = SystemSigns()
    signs.begin(QWidget())
    signs.tells = frozenset(tells)
    assert words in signs.words()
    signs.end()


def test_each_system_has_its_own() -> None:
    assert isinstance(system_signs(platform="win32"), WindowsSigns)
    assert isinstance(system_signs(platform="darwin"), MacSigns)
    assert isinstance(system_signs(platform="linux"), LogindSigns)
    assert type(system_signs(platform="freebsd14")) is SystemSigns


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there it can be done")
def test_where_pictures_of_the_screen_cannot_be_refused_it_is_said(window: QWidget) -> None:
    capture = Capture(hidden=True)
    assert not capture.possible
    window.show()
    capture.set_hidden(hidden=False)
    assert not capture.hidden


class Library:
    """As much of libobjc as is called: it notes what it is asked, as C would be asked."""

    def __init__(self) -> None:
        pointer, text = ctypes.c_void_p, ctypes.c_char_p
        self.sent: list[tuple[int, int, int]] = []
        self.method = 0
        self._kept = [ctypes.create_string_buffer(b"com.apple.screenIsLocked")]
        words = ctypes.addressof(self._kept[0])

        def send(to: int, selector: int, word: int) -> int:
            self.sent.append((to, selector, word))
            return words

        def add(_cls: int, _selector: int, method: int, _types: bytes) -> int:
            self.method = method
            return 1

        self.objc_getClass = ctypes.CFUNCTYPE(pointer, text)(len)
        self.sel_registerName = ctypes.CFUNCTYPE(pointer, text)(len)
        self.objc_msgSend = ctypes.CFUNCTYPE(pointer, pointer, pointer, pointer)(send)
        make = ctypes.CFUNCTYPE(pointer, pointer, text, ctypes.c_size_t)
        self.objc_allocateClassPair = make(lambda _base, name, _more: len(name))
        self.class_addMethod = ctypes.CFUNCTYPE(ctypes.c_bool, pointer, pointer, pointer, text)(add)
        self.objc_registerClassPair = ctypes.CFUNCTYPE(None, pointer)(lambda _cls: None)


def test_messages_to_macos_carry_the_object_the_selector_and_the_words() -> None:
    library = Library()
    runtime = Runtime(library)
    answer = runtime.send(7, "name", 9)
    assert library.sent == [(7, len("name"), 9)]
    assert runtime.words_of(answer) == "com.apple.screenIsLocked"
    assert runtime.named("NSObject") == len("NSObject")


def test_macos_calls_the_method_it_was_given() -> None:
    library = Library()
    runtime = Runtime(library)
    notified: list[int] = []
    assert runtime.listener("Signs", "hear:", notified.append)
    ACTION(library.method)(1, 2, 42)
    assert notified == [42]
