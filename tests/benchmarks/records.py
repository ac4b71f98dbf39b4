"""The records that are measured: invented schools of several sizes, built once for each run."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from liaison.casework.practising import PRACTICE
from liaison.exchange.practice import fill_practice
from liaison.store.record import create_record, open_record
from liaison.store.store import Store
from liaison.vault import STANDARD, TEST_COST, Cost, recovery

ON = date(2026, 11, 23)
"""The Monday that every measured record ends at."""

PASSPHRASE = "kettle marble otter sixpence"
SEED = 2026


@dataclass(frozen=True)
class Sizes:
    """How large a run is. ``rounds`` is how often each thing is measured.

    ``patience`` is for how many seconds the window is watched after each key: typing waits 0.12.
    """

    few: int
    usual: int
    many: int
    years: int
    pupils: int
    rounds: int
    patience: float
    processes: int
    cost: Cost = STANDARD


FULL = Sizes(
    few=200, usual=2000, many=20000, years=2, pupils=500, rounds=7, patience=0.2, processes=2
)
TINY = Sizes(
    few=6, usual=7, many=8, years=0, pupils=4, rounds=1, patience=0.0, processes=1, cost=TEST_COST
)


@dataclass(frozen=True)
class Records:
    """Where the records lie.

    ``usual`` has ``years`` years of contacts, some 50 for each family. ``few``, ``middle`` and
    ``many`` differ in nothing but how many families there are, each with a few contacts: what
    stands in the first family of one stands in the first of the others, too.
    """

    folder: Path
    sizes: Sizes
    usual: Path
    few: Path
    middle: Path
    many: Path

    def copy(self, record: Path, name: str) -> Path:
        """The record again, to be written into."""
        return shutil.copytree(record, self.folder / name)


def build(folder: Path, sizes: Sizes) -> Records:
    """Make every record, the largest first, two at a time."""
    made = Records(
        folder=folder,
        sizes=sizes,
        usual=folder / "usual.liaison",
        few=folder / "few.liaison",
        middle=folder / "middle.liaison",
        many=folder / "many.liaison",
    )
    wanted = (
        (made.many, sizes.many, 0),
        (made.usual, sizes.usual, sizes.years),
        (made.middle, sizes.usual, 0),
        (made.few, sizes.few, 0),
    )
    _all_of([(*each, sizes.cost) for each in wanted], sizes.processes)
    return made


def opened(record: Path) -> Store:
    """An open record of this run."""
    return open_record(record, passphrase=PASSPHRASE)


def make(record: Path, families: int, years: int, cost: Cost) -> None:
    """One practice record on disk."""
    fill = partial(fill_practice, families=families, years=years, seed=SEED, on=ON)
    create_record(
        record,
        PASSPHRASE,
        recovery_code=recovery.new_code(),
        settings=PRACTICE,
        cost=cost,
        fill=fill,
    )


def _all_of(wanted: Sequence[tuple[Path, int, int, Cost]], processes: int) -> None:
    if processes < 2:
        for each in wanted:
            make(*each)
        return
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=spawning) as pool:
        for job in [pool.submit(make, *each) for each in wanted]:
            job.result()
