"""What every test may ask for: a real encrypted store, builders, and no surprises from outside."""

from __future__ import annotations

import gc
import os
import socket
import tempfile
from collections.abc import Generator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import platformdirs
import pytest

from liaison.model.fields import SETTINGS_STREAM
from liaison.model.settings import Settings
from liaison.store.record import memory_store
from liaison.store.store import Store
from tests import garbage
from tests.builders import TODAY, Make

LAPTOP = tempfile.TemporaryDirectory(prefix="family-liaison-tests-")
os.environ["XDG_CONFIG_HOME"] = LAPTOP.name
"""What is made before a test begins must not be remembered by whoever runs the tests either."""


def pytest_collection_finish() -> None:
    """What is imported by now stays: the collector need not look at it again after each test."""
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """What a test of windows leaves is collected before the next begins, and not meanwhile.

    Later it would be met in the middle of another test, or in a thread of one.
    """
    of_windows = "appearance" in getattr(item, "fixturenames", ())
    if of_windows:
        gc.disable()
    done = yield
    if of_windows:
        garbage.collect()
        gc.enable()
    return done


class Ticking:
    """A clock that starts on TODAY at 10:42 and moves on by a second at every question."""

    def __init__(self) -> None:
        self.at = datetime(TODAY.year, TODAY.month, TODAY.day, 10, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def oakfield() -> Settings:
    """The settings of the invented school of the tests."""
    return Settings(
        family=SETTINGS_STREAM,
        school="Oakfield Primary School",
        officer="Mrs A Officer",
        officer_role="Family Liaison Officer",
    )


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def store(clock: Ticking) -> Iterator[Store]:
    opened = memory_store(oakfield(), now=clock)
    yield opened
    opened.close()


@pytest.fixture
def make(store: Store) -> Make:
    return Make(store)


@pytest.fixture(autouse=True)
def settings_of_this_laptop(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A laptop of its own for each test: what it remembers of records is gone with the test."""
    folder = Path(tempfile.mkdtemp(dir=LAPTOP.name))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    settings = folder / "family-liaison"
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda *_, **__: str(settings))
    return settings


@pytest.fixture(autouse=True)
def no_outside_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches the network: opening an internet socket is refused."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            pytest.fail(f"A test tried to reach {address!r}.")
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
