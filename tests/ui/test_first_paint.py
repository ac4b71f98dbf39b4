"""The first window is there at once: what opening a record needs is loaded once it is painted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SLOW_TO_LOAD = (
    "click",
    "cryptography",
    "keyring",
    "liaison.model",
    "liaison.store.store",
    "pikepdf",
    "pypdfium2",
    "reportlab",
    "sqlcipher3",
    "sqlite_utils",
    "ui.screens",
    "ui.window",
    "zxcvbn",
)
LOADED_AHEAD = {"cryptography", "liaison.store.store", "sqlcipher3", "ui.screens", "ui.window"}

START = """
import json, sys
import ui.main
from ui.jobs import Jobs
from ui.looking_ahead import LookingAhead
from ui.unlock import UnlockWindow

slow = sys.argv[2].split()
paint, load = UnlockWindow.paintEvent, LookingAhead.looked
said = {}

def painted(window, event):
    paint(window, event)
    said.setdefault("painted", [name for name in slow if name in sys.modules])

def loaded(ahead, outcome):
    load(ahead, outcome)
    said["loaded"] = [name for name in slow if name in sys.modules]
    print(json.dumps(said))
    ahead._shown()[0].close()

UnlockWindow.paintEvent, LookingAhead.looked = painted, loaded
sys.exit(ui.main.main([sys.argv[1]]))
"""


def test_nothing_that_is_slow_to_load_is_loaded_before_the_unlock_window_is_painted(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path / "Record.liaison"), " ".join(SLOW_TO_LOAD)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["painted"] == []
    assert set(said["loaded"]) >= LOADED_AHEAD
