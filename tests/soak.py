"""A soak: ``installer/dev.py soak [ACTIONS]``. Random but lawful work, then the record is sound.

Afterwards a full verification of the record finds nothing, and the app has not grown by more than
a tenth. The same seed does the same work again. Then the vault's proofs are done at length, with a
table of what was tried and lost; ``soak 0`` does these alone, ``soak 0 --proof kills`` one of them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from PySide6.QtWidgets import QApplication

from tests.soaking.casework_actions import CASEWORK
from tests.soaking.desk import PASSPHRASE, Desk
from tests.soaking.window_actions import WINDOW
from tests.ui import left_in_memory

ACTIONS, SEED = 2000, 2026
LOCK_EVERY = 200
WARM_UP = 0.2
"""The part of the actions after which everything has been opened once."""

MOST_GROWTH = 0.10
LOCKS, MEMORY_ROUNDS = 10, 10
PROVE = Path(__file__).parent / "proof" / "prove.py"
LONG_ENOUGH = 1000
"""With fewer actions the warm-up is too short to compare anything with."""


@dataclass(frozen=True)
class Outcome:
    """What a soak came to; memory in megabytes, after the warm-up and at the end."""

    actions: int
    problems: tuple[str, ...]
    warm: float
    end: float

    @property
    def growth(self) -> float:
        return self.end / self.warm - 1

    @property
    def sound(self) -> bool:
        grown = self.actions >= LONG_ENOUGH and self.growth > MOST_GROWTH
        return not self.problems and not grown

    def __str__(self) -> str:
        verified = "; ".join(self.problems) or "verify --full is sound"
        memory = f"memory {self.warm:.0f} MB after the warm-up, {self.end:.0f} MB at the end"
        return (
            f"{self.actions} actions: {verified}; {memory} "
            f"({self.growth:+.1%}, at most {MOST_GROWTH:+.0%} from {LONG_ENOUGH} actions on)"
        )


def soak(app: QApplication, folder: Path, actions: int, seed: int, *, quietly: bool) -> Outcome:
    """Do that many actions on a new record in ``folder``."""
    desk, warm, started = Desk(app, folder, seed), 0.0, time.monotonic()
    for number in range(1, actions + 1):
        with nothing_fails():
            desk.chance.choice(desk.chance.choice((CASEWORK, WINDOW)))(desk)
            desk.settle()
            if number % LOCK_EVERY == 0:
                desk.lock_and_unlock()
        if number % LOCK_EVERY == 0 and not quietly:
            seconds = time.monotonic() - started
            print(f"{number:6} actions  {desk.memory():6.0f} MB  {seconds:6.1f} s", flush=True)
        if number == round(actions * WARM_UP):
            warm = desk.memory()
    end = desk.memory()
    return Outcome(actions, tuple(desk.close()), warm, end)


def left_after_locks(locks: int, rounds: int) -> int:
    """How many planted words are in memory after that many locks, each after much work."""
    if not left_in_memory.can_look():
        print("memory after the lock: not looked at, this system hides it")
        return 0
    found = []
    for _ in range(locks):
        with tempfile.TemporaryDirectory() as folder:
            record, words = Path(folder) / "Soak.liaison", left_in_memory.canaries()
            left_in_memory.plant(record, words, PASSPHRASE)
            found.append(left_in_memory.lock_and_look(record, words, PASSPHRASE, rounds=rounds))
    before, left = sum(each.open for each in found), sum(each.locked for each in found)
    print(f"memory after the lock: {left} of {before} planted words left, in {locks} locks")
    return left


@contextmanager
def nothing_fails() -> Iterator[None]:
    """An error in a slot of Qt would only be printed: it ends the soak."""
    failed: list[BaseException] = []
    before, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: failed.append(error)
    try:
        yield
    finally:
        sys.excepthook = before
    if failed:
        raise failed[0]


def main(given: Sequence[str] | None = None) -> int:
    """Soak, and say how it went: 0 when all is sound."""
    parser = argparse.ArgumentParser(prog="dev.py soak", description="Soak the app.")
    parser.add_argument("actions", nargs="?", type=int, default=ACTIONS, metavar="ACTIONS")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--proof", nargs="*", default=[], help="only these proofs of the vault")
    asked = parser.parse_args(given)
    done = soaked(asked.actions, asked.seed) if asked.actions else True
    if asked.proof or not 0 < asked.actions < LONG_ENOUGH:
        # In an interpreter of its own: what is killed is forked from it, and Qt bears no fork.
        line = [sys.executable, str(PROVE), "long", *asked.proof, "--seed", str(asked.seed)]
        done = subprocess.run(line, check=False).returncode == 0 and done
    return 0 if done else 1


def soaked(actions: int, seed: int) -> bool:
    """Whether all was sound after that many actions, and nothing was left after the locks."""
    app = QApplication.instance() or QApplication(["soak"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        outcome = soak(app, Path(folder), actions, seed, quietly=False)
    print(outcome)
    left = left_after_locks(LOCKS, MEMORY_ROUNDS) if actions >= LONG_ENOUGH else 0
    return outcome.sound and not left


if __name__ == "__main__":
    sys.exit(main())
