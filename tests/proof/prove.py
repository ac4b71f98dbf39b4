"""The proofs of the vault: ``prove.py long`` for all of them, or ``prove.py short flips kills``.

Each is done in a process of its own, on a record and a laptop of its own, and answers with what
was tried, what was lost, and what nobody was told.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.disk_in_memory import quick_place
from tests.proof import damage, kills, malformed, words_left, wrong_keys
from tests.proof.run_tests import faults_against_all, full_disks, keyrings
from tests.proof.sample import Bench
from tests.proof.tally import Tally, table

SEED = 2026


@dataclass(frozen=True)
class Proof:
    """``times`` says how often, or at every how manieth byte, in the short and the long run."""

    run: Callable[[Bench, int, random.Random], list[Tally]]
    short: int
    long: int


PROOFS = {
    "kills": Proof(kills.while_writing, 20, 2000),
    "works": Proof(kills.in_the_middle, 3, 25),
    "flips": Proof(damage.flips, 499, 1),
    "splices": Proof(damage.splices, 3, 50),
    "rolled-back": Proof(damage.rolled_back, 2, 25),
    "secrets": Proof(wrong_keys.wrong_secrets, 6, 500),
    "slots": Proof(wrong_keys.swapped_slots, 20, 500),
    "headers": Proof(wrong_keys.hostile_headers, 1, 1),
    "words": Proof(words_left.in_no_file, 1, 3),
    "files": Proof(malformed.malformed_files, 60, 500),
    "keyrings": Proof(keyrings, 0, 1),
    "full-disk": Proof(full_disks, 0, 8192),
    "faults": Proof(faults_against_all, 0, 1),
}
SHORT = tuple(name for name, proof in PROOFS.items() if proof.short)
"""What the long run has besides is among the tests by itself."""


def prove(name: str, *, long: bool, times: int = 0, seed: int = SEED) -> list[Tally]:
    """One proof, in this process; ``times`` instead of as often as it is usual."""
    proof = PROOFS[name]
    with tempfile.TemporaryDirectory(prefix="proof-", dir=quick_place()) as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        often = times or (proof.long if long else proof.short)
        return proof.run(Bench(Path(folder)), often, random.Random(seed))


def main(given: Sequence[str] | None = None) -> int:
    """Prove what is asked for: 0 when nothing was lost and all was seen."""
    parser = argparse.ArgumentParser(description="Prove what the vault promises.")
    parser.add_argument("length", choices=("short", "long"))
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PROOFS))
    parser.add_argument("--times", type=int, default=0, help="instead of as often as usual")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(given)
    if unknown := set(asked.names) - set(PROOFS):
        parser.error("there is no " + ", ".join(sorted(unknown)))
    long, tallies = asked.length == "long", []
    for name in asked.names or (PROOFS if long else SHORT):
        began = time.monotonic()
        tallies += prove(name, long=long, times=asked.times, seed=asked.seed)
        if not asked.json:
            print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    print(json.dumps([asdict(each) for each in tallies]) if asked.json else table(tallies))
    return 0 if all(each.sound for each in tallies) else 1


if __name__ == "__main__":
    sys.exit(main())
