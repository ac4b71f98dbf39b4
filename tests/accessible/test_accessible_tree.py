"""Another process reads the app as a screen reader does, and opens a family by what it hears."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from installer import dev

READER = Path(__file__).with_name("reader.py")
KNOWS_THE_REGISTRY = (
    "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
)
SCREEN = "-screen 0 1366x768x24"
PROGRAMS = {"xvfb-run": "xvfb", "xauth": "xauth", "dbus-run-session": "dbus-daemon"}


def python_of_the_system() -> str:
    """An interpreter that knows the AT-SPI registry, or nothing."""
    for path in ("/usr/bin/python3", "/usr/local/bin/python3"):
        ask = [path, "-c", KNOWS_THE_REGISTRY]
        if not Path(path).exists():
            continue
        if subprocess.run(ask, capture_output=True, check=False).returncode == 0:
            return path
    return ""


def missing() -> str:
    """What has to be installed before the tree can be read, as a sentence; empty if nothing."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is only on Linux."
    lacking = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    lacking += dev.missing(dev.FOR_A_WINDOW)
    if not python_of_the_system():
        lacking += ["python3-gi", "gir1.2-atspi-2.0"]
    registries = ("/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core/at-spi2-registryd")
    if not any(Path(each).exists() for each in registries):
        lacking.append("at-spi2-core")
    return f"Not installed: {', '.join(lacking)}." if lacking else ""


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    if sentence := missing():
        pytest.skip(sentence)
    home = str(tmp_path_factory.mktemp("home"))
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"), home)
    surroundings = {
        **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
        **places,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": "",
    }
    line = [
        "xvfb-run",
        "-a",
        "-s",
        SCREEN,
        "dbus-run-session",
        "--",
        python_of_the_system(),
        str(READER),
    ]
    line += [sys.executable, "-m", "ui.main", "--practice"]
    said = subprocess.run(
        line,
        env=surroundings,
        cwd=dev.ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert said.returncode == 0, said.stderr[-2000:]
    found: dict[str, Any] = json.loads(said.stdout.splitlines()[-1])
    return found


def test_the_window_and_the_list_of_families_are_found_by_their_names(
    heard: dict[str, Any],
) -> None:
    assert heard["window"] == ["frame", "Family Liaison"]
    assert heard["headings"] == [
        *("Family", "Children", "First to ring", "Last contact", "Next due")
    ]
    assert heard["families"][0].startswith("Khan, Restriction, Zara Y6, Ali Y3, Mrs Amina Khan")


def test_the_family_opened_by_keys_is_read_from_its_banner_down(heard: dict[str, Any]) -> None:
    assert "Mr Khan must not collect." in heard["banner"]
    assert heard["people"][0].startswith("Mrs Amina Khan, Mother. First to ring.")
    assert "Restriction." in heard["people"][1]
    assert any("Mrs Khan" in each for each in heard["timeline"])


def test_everything_that_takes_the_focus_has_a_name(heard: dict[str, Any]) -> None:
    assert heard["unnamed"] == []
