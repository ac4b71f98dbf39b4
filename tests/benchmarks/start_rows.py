"""From the start of the process to a painted window: ours against one with nothing in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.records import PASSPHRASE, Records
from tests.benchmarks.timing import MS, Row, absolute, against

ROOT = Path(__file__).resolve().parents[2]
CHILD = Path(__file__).with_name("started.py")


@dataclass(frozen=True)
class Began:
    """One start: milliseconds until painted, the largest memory so far in MiB, what it says."""

    ms: float
    memory: float
    said: dict[str, float]


def rows(made: Records) -> list[Row]:
    """Starting, its memory, from the derived key to the first screen, and the lock."""
    kinds = (["unlock", str(made.usual)], ["bare"])
    for kind in kinds:
        start(made.folder, *kind)
    ours, bare = [], []
    for _ in range(2 * made.sizes.rounds - 1):
        ours.append(start(made.folder, *kinds[0]))
        bare.append(start(made.folder, *kinds[1]))
    opening = [
        start(made.folder, "today", str(made.usual), PASSPHRASE).said["ms"]
        for _ in range(made.sizes.rounds)
    ]
    locking = [
        start(made.folder, "lock", str(made.usual), PASSPHRASE).said["ms"]
        for _ in range(made.sizes.rounds)
    ]
    return [
        against(
            "start_to_unlock",
            median(each.ms for each in ours),
            median(each.ms for each in bare),
            limit=1.5,
        ),
        against(
            "start_memory",
            median(each.memory for each in ours),
            median(each.memory for each in bare),
            limit=1.6,
            unit="MiB",
        ),
        absolute("unlock_to_today", median(opening), limit=300),
        against(
            "lock_to_painted",
            median(locking),
            median(each.ms for each in ours),
            limit=1.5,
        ),
    ]


def start(folder: Path, *what: str) -> Began:
    """Start one process and wait for its word that the window is painted.

    Its bytecode lies ready, as where the app is installed; what it remembers is its own.
    """
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    line = [sys.executable, str(CHILD), *what]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, env=environment) as child:
        words = child.stdout.readline() if child.stdout else ""
        taken = (time.perf_counter() - began) * MS
    if not words:
        raise RuntimeError(f"{what[0]} did not come up")
    said = json.loads(words)
    return Began(taken, said["memory"], said)
