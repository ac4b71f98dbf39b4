"""A second start raises the first window, unless it is for another record."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.one_window import OneWindow, address, raised

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="The second process is given the path of a socket."
)
ROOT = Path(__file__).resolve().parents[2]
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.one_window import raised
app = QCoreApplication([])
record = Path(sys.argv[2]) if len(sys.argv) > 2 else None
sys.exit(0 if raised(sys.argv[1], record) else 3)
"""
Second = Callable[..., bool]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.showMinimized()
    return made


@pytest.fixture
def first(window: QWidget, tmp_path: Path) -> Iterator[OneWindow]:
    here = str(tmp_path / "new" / "s")
    made = OneWindow(here, lambda: (window, tmp_path / "Oakfield.liaison"))
    made.begin()
    yield made
    made.end()


@pytest.fixture
def second(qtbot: QtBot, tmp_path: Path) -> Second:
    """Starts another process, and says whether it found its window raised."""

    def start(*words: str) -> bool:
        line = [sys.executable, "-c", SECOND, str(tmp_path / "new" / "s"), *words]
        process = subprocess.Popen(line, cwd=ROOT)
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        assert process.returncode in (0, 3)
        return process.returncode == 0

    return start


@pytest.mark.usefixtures("first")
def test_a_second_start_for_the_same_record_raises_the_window(
    window: QWidget, second: Second, tmp_path: Path
) -> None:
    assert window.isMinimized()
    assert second(str(tmp_path / "Oakfield.liaison"))
    assert not window.isMinimized()
    assert second(), "whatever was open last is this one"


@pytest.mark.usefixtures("first")
def test_a_start_for_another_record_goes_its_own_way(
    window: QWidget, second: Second, tmp_path: Path
) -> None:
    assert not second(str(tmp_path / "Other.liaison"))
    assert window.isMinimized()


def test_who_has_ended_is_asked_in_vain(first: OneWindow, second: Second, tmp_path: Path) -> None:
    first.end()
    assert not second()
    (tmp_path / "new" / "s").write_text("left behind by a crash")
    assert not second()
    assert not raised("", None)


@pytest.mark.usefixtures("first")
def test_one_who_comes_later_does_not_take_the_place(
    window: QWidget, second: Second, tmp_path: Path
) -> None:
    other = OneWindow(str(tmp_path / "new" / "s"), lambda: (None, None))
    other.begin()
    assert second()
    other.end()
    assert second()


def test_the_name_says_nothing_of_anybody_and_is_another_for_other_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    one, other = address(tmp_path / "a"), address(tmp_path / "b")
    assert one != other
    assert one.startswith("/run/user/1000/family-liaison-")
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert Path(address(Path("/a/b"))).parent == Path("/a/b")
    assert address(Path("/a", *["very-long"] * 20)) == ""
