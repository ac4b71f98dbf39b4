"""Proofs that are tests already, made in larger numbers: keyrings, full disks, faults by hand."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from pathlib import Path

from tests.proof.sample import Bench
from tests.proof.tally import Tally
from tests.vault.faults import tried_against_all
from tests.vault.test_faults import FAULTS

ROOT = Path(__file__).resolve().parents[2]


def keyrings(_bench: Bench, _times: int, _chance: random.Random) -> list[Tally]:
    """Keyrings that lie, raise, forget, hang and vanish."""
    what = "keyrings that only pretend, lie, raise, hang, forget, vanish"
    return [_tests(what, "tests/vault/test_keyrings.py")]


def full_disks(_bench: Bench, step: int, _chance: random.Random) -> list[Tally]:
    """Every step with ``step`` bytes more left on the disk each time."""
    what = "a disk of 8 MB filled before every step"
    return [_tests(what, "tests/store/test_full_disk.py", FULL_DISK_STEP=str(step))]


def faults_against_all(_bench: Bench, _times: int, _chance: random.Random) -> list[Tally]:
    """Every fault against all tests of the vault and the store."""
    tried, unseen = tried_against_all(FAULTS)
    return [Tally("faults made by hand in the program", tried, undetected=len(unseen))]


def _tests(what: str, file: str, **settings: str) -> Tally:
    line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", file]
    said = subprocess.run(
        line, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=False
    ).stdout
    numbers = {word: int(number) for number, word in re.findall(r"(\d+) (\w+)", said)}
    failed = numbers.get("failed", 0) + numbers.get("error", 0)
    skipped = numbers.get("skipped", 0)
    note = f"{skipped} could not be tried here" if skipped else ""
    return Tally(what, numbers.get("passed", 0) + failed, lost=failed, note=note)
