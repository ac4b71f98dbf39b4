"""Bringing in a school's file, against parsing it and inserting the rows into a plain table."""

from __future__ import annotations

from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

from defusedxml import ElementTree

from liaison.exchange.ctf import read_ctf
from liaison.exchange.ctf_import import commit_import, plan_import
from liaison.model import ENTRIES
from liaison.model.fields import Entry
from liaison.store.rows import columns_of
from liaison.store.store import Store
from liaison.vault import TEST_COST, engine
from tests.benchmarks.records import ON, Records, make, opened
from tests.benchmarks.timing import Row, against, medians
from tests.exchange.ctf_files import whole_school


def rows(made: Records) -> list[Row]:
    """One row: reading, matching, writing, against parsing and inserting."""
    file = made.folder / "school.xml"
    file.write_text(whole_school(made.sizes.pupils), "utf-8")
    blank = made.folder / "blank.liaison"
    make(blank, 0, 0, TEST_COST)
    numbers = count()
    stores = [
        opened(made.copy(blank, f"import-{next(numbers)}.liaison"))
        for _ in range(made.sizes.rounds + 1)
    ]
    waiting = iter(stores)

    def ours() -> None:
        store = next(waiting)
        commit_import(store, plan_import(store, read_ctf(file), today=ON))

    ours()
    written = _rows_of(stores[0])
    waiting = iter(stores)
    stores[0].close()
    stores[0] = opened(made.copy(blank, "import-again.liaison"))

    def plainly() -> None:
        for pupil in ElementTree.parse(file).iter("Pupil"):
            [(part.tag, part.text) for part in pupil.iter()]
        _insert(made.folder / f"plain-{next(numbers)}.db", written)

    taken = medians((ours, plainly), made.sizes.rounds)
    for store in stores:
        with closing(store):
            pass
    return [against("import_500", *taken, limit=8)]


def _rows_of(store: Store) -> dict[type[Entry], list[tuple[Any, ...]]]:
    """Every row the import wrote, kind by kind."""
    found = {}
    for cls in ENTRIES:
        names = ", ".join(columns_of(cls))
        found[cls] = store.query(f"SELECT {names} FROM {cls.table}")
    return found


def _insert(file: Path, written: dict[type[Entry], list[tuple[Any, ...]]]) -> None:
    """The same rows into plain tables of a database of their own, in one transaction."""
    with closing(engine.connect(file, bytes(32), create=True)) as plain:
        plain.execute("BEGIN IMMEDIATE")
        for cls, rows in written.items():
            names = columns_of(cls)
            plain.execute(f"CREATE TABLE {cls.table} ({', '.join(names)})")
            marks = ", ".join("?" * len(names))
            plain.executemany(f"INSERT INTO {cls.table} VALUES ({marks})", rows)
        plain.execute("COMMIT")
