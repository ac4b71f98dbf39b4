"""A login manager on a bus of its own, as Linux has one, for the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import deque
from threading import Event, Thread
from types import TracebackType
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

TOP, SESSION = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_31"
SERVICE = "org.freedesktop.login1"
DAEMON = shutil.which("dbus-daemon")


class Bus:
    """A bus for one test; ``address`` is where it is."""

    def __enter__(self) -> Bus:
        assert DAEMON is not None
        line = [DAEMON, "--session", "--nofork", "--nopidfile", "--print-address"]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self._process = subprocess.Popen(line, text=True, **pipes)
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process.terminate()
        self._process.wait(10)


class LoginManager:
    """Answers as systemd's does, and sends what it is told to."""

    def __init__(self, address: str) -> None:
        self.screen_locked = False
        self.held = 0
        self._address = address
        self._pipes: list[int] = []
        self._signals: deque[Any] = deque()
        self._ready, self._over = Event(), Event()
        self._thread = Thread(target=self._work, daemon=True)

    def __enter__(self) -> LoginManager:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join(10)
        for each in self._pipes:
            os.close(each)

    def prepare_for_sleep(self, *, begins: bool) -> None:
        manager = DBusAddress(TOP, interface=f"{SERVICE}.Manager")
        self._signals.append(new_signal(manager, "PrepareForSleep", "b", (begins,)))

    def lock_session(self) -> None:
        session = DBusAddress(SESSION, interface=f"{SERVICE}.Session")
        self._signals.append(new_signal(session, "Lock"))

    def lock_screen(self, *, locked: bool = True) -> None:
        """The desktop says that its screen is locked, or is open again."""
        self.screen_locked = locked
        properties = DBusAddress(SESSION, interface="org.freedesktop.DBus.Properties")
        body = (f"{SERVICE}.Session", {"LockedHint": ("b", locked)}, [])
        self._signals.append(new_signal(properties, "PropertiesChanged", "sa{sv}as", body))

    def _work(self) -> None:
        with open_dbus_connection(self._address, enable_fds=True) as bus:
            bus.send_and_get_reply(message_bus.RequestName(SERVICE))
            self._ready.set()
            while not self._over.is_set():
                while self._signals:
                    bus.send(self._signals.popleft())
                try:
                    asked = bus.receive(timeout=0.02)
                except TimeoutError:
                    continue
                if asked.header.message_type is MessageType.method_call:
                    bus.send(self._answer(asked))

    def _answer(self, asked: Any) -> Any:
        method = asked.header.fields[HeaderFields.member]
        if method == "GetSession":
            return new_method_return(asked, "o", (SESSION,))
        if method == "Inhibit":
            self.held += 1
            reading, writing = os.pipe()
            os.close(writing)
            self._pipes.append(reading)
            return new_method_return(asked, "h", (reading,))
        return new_method_return(asked, "v", (("b", self.screen_locked),))
