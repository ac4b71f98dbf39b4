"""The collector works on the window's thread alone, and is given back."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.collecting import Collecting


class Knot:
    """Refers to itself: only the collector frees it."""

    freed_on: list[int] = []  # noqa: RUF012 - shared on purpose

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        self.freed_on.append(threading.get_ident())


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[Collecting]:
    made = Collecting()
    yield made
    made.end()


def test_garbage_is_freed_on_the_thread_of_the_window(collecting: Collecting) -> None:
    Knot.freed_on.clear()
    Knot()
    worker = threading.Thread(target=lambda: [[number] for number in range(100_000)])
    worker.start()
    worker.join()
    assert Knot.freed_on == []
    while not Knot.freed_on:
        keep = [[number] for number in range(gc.get_threshold()[0] + 1)]
        collecting.collect()
        assert keep
    assert Knot.freed_on == [threading.get_ident()]


def test_nothing_is_collected_before_it_is_due(collecting: Collecting) -> None:
    gc.collect()
    collecting.collect()
    assert not gc.isenabled()


def test_python_gets_its_collector_back(collecting: Collecting) -> None:
    collecting.end()
    assert gc.isenabled()
