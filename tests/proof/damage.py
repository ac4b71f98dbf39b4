"""Bytes flipped and files spliced: every one of it is seen, and the sentence names the file."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from liaison.store.keeping import keep_backup
from liaison.vault import engine
from liaison.vault.container import read_container
from liaison.vault.header import COPY, NAME
from liaison.vault.unlocking import DATABASE
from tests.builders import Make
from tests.proof.sample import Bench, Sample
from tests.proof.tally import Tally

PAGE = engine.PAGE_SIZE
SMALL = (NAME, COPY, "tip.bin")
NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


def flips(bench: Bench, step: int, chance: random.Random) -> list[Tally]:
    """One bit of every ``step``-th byte, in every file; ``step`` 1 leaves none out."""
    sample = bench.copy()
    return [
        _small_files(sample, step, chance),
        _pages(sample, step, chance),
        _first_page(sample, step, chance),
        _backup(sample, step, chance),
    ]


def _small_files(sample: Sample, step: int, chance: random.Random) -> Tally:
    tally = Tally("a bit flipped in a byte of the header, its copy or the tip")
    for name in SMALL:
        file = sample.folder / name
        whole = file.read_bytes()
        for at in _places(len(whole), step, chance):
            file.write_bytes(_flipped(whole, at, chance))
            tally.tried += 1
            tally.undetected += not sample.verify()
        file.write_bytes(whole)
    tally.lost = len(sample.verify())
    return tally


def _pages(sample: Sample, step: int, chance: random.Random) -> Tally:
    """All pages but the first at once, at another byte each round: each must be named."""
    tally = Tally("a bit flipped in a byte of a page of record.db")
    key, whole = _key_of(sample), (sample.folder / DATABASE).read_bytes()
    copy, pages = sample.folder.with_name("flipped.db"), len(whole) // PAGE
    for at in _places(PAGE, step, chance):
        data = bytearray(whole)
        for page in range(1, pages):
            data[page * PAGE + at] ^= 1 << chance.randrange(8)
        copy.write_bytes(data)
        with closing(engine.driver.connect(str(copy))) as connection:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            found = {row[0] for row in connection.execute("PRAGMA cipher_integrity_check")}
        tally.tried += pages - 1
        named = {f"HMAC verification failed for page {page + 1}" for page in range(1, pages)}
        tally.undetected += len(named - found)
    copy.unlink()
    return tally


def _first_page(sample: Sample, step: int, chance: random.Random) -> Tally:
    tally = Tally("a bit flipped in a byte of the first page of record.db")
    key, whole = _key_of(sample), (sample.folder / DATABASE).read_bytes()
    copy = sample.folder.with_name("flipped.db")
    for at in _places(PAGE, step, chance):
        copy.write_bytes(_flipped(whole, at, chance))
        tally.tried += 1
        with suppress(engine.EngineError), closing(engine.connect(copy, key)) as connection:
            tally.undetected += not engine.checks(connection, full=False)
    copy.unlink()
    return tally


def _backup(sample: Sample, step: int, chance: random.Random) -> Tally:
    """Of the front ``step`` apart; of each page behind it sixteen at least when ``step`` is 1."""
    tally = Tally("a bit flipped in a byte of a backup")
    store = sample.open()
    assert store.vault is not None
    file = keep_backup(store.vault, now=NOW)
    store.close()
    whole = file.read_bytes()
    places = [*_places(2 * PAGE, step, chance), *_places(len(whole), PAGE // 16 * step, chance)]
    for at in places:
        file.write_bytes(_flipped(whole, at, chance))
        tally.tried += 1
        with suppress(ValueError):
            read_container(file)
            tally.undetected += 1
    file.write_bytes(whole)
    return tally


def splices(bench: Bench, times: int, chance: random.Random) -> list[Tally]:
    """Parts of the record from another day or another record, put in from outside."""
    sample = bench.copy()
    older = _kept(sample, bench.folder / "older")
    for number in range(3):
        store = sample.open()
        Make(store).family(f"Later{number}")
        store.close()
    newer = _kept(sample, bench.folder / "newer")
    return [_spliced(sample, older, newer, kind, times, chance) for kind in KINDS]


Change = Callable[[Path, Path, Path, random.Random], None]


def _spliced(
    sample: Sample, older: Path, newer: Path, change: Change, times: int, chance: random.Random
) -> Tally:
    tally = Tally((change.__doc__ or "").rstrip("."))
    for _ in range(times):
        _put(newer, sample.folder)
        change(sample.folder, older, newer, chance)
        tally.tried += 1
        found = sample.verify()
        tally.undetected += not found or DATABASE not in " ".join(found)
    _put(newer, sample.folder)
    tally.lost = len(sample.verify(full=True))
    return tally


def _old_page(folder: Path, older: Path, newer: Path, chance: random.Random) -> None:
    """A page of an earlier day put back."""
    old, new = (older / DATABASE).read_bytes(), bytearray((newer / DATABASE).read_bytes())
    differing = [
        at for at in range(0, len(old), PAGE) if old[at : at + PAGE] != new[at : at + PAGE]
    ]
    at = chance.choice(differing)
    new[at : at + PAGE] = old[at : at + PAGE]
    (folder / DATABASE).write_bytes(new)


def _two_pages(folder: Path, _older: Path, newer: Path, chance: random.Random) -> None:
    """Two pages in each other's place."""
    data = bytearray((newer / DATABASE).read_bytes())
    one, other = (PAGE * at for at in chance.sample(range(len(data) // PAGE), 2))
    page = data[one : one + PAGE]
    data[one : one + PAGE] = data[other : other + PAGE]
    data[other : other + PAGE] = page
    (folder / DATABASE).write_bytes(data)


def _zeroes(folder: Path, _older: Path, newer: Path, chance: random.Random) -> None:
    """A page of zeroes."""
    data = bytearray((newer / DATABASE).read_bytes())
    at = PAGE * chance.randrange(len(data) // PAGE)
    data[at : at + PAGE] = bytes(PAGE)
    (folder / DATABASE).write_bytes(data)


def _cut(folder: Path, _older: Path, newer: Path, chance: random.Random) -> None:
    """The database cut short."""
    data = (newer / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(data[: chance.randrange(len(data))])


def _longer(folder: Path, _older: Path, newer: Path, chance: random.Random) -> None:
    """Something put after the end of the database."""
    data = (newer / DATABASE).read_bytes()
    added = chance.choice([1, 100, PAGE, 3 * PAGE])
    (folder / DATABASE).write_bytes(data + data[-added:])


def _old_file(folder: Path, older: Path, _newer: Path, _chance: random.Random) -> None:
    """The whole database of an earlier day put back."""
    shutil.copy(older / DATABASE, folder / DATABASE)


def _old_tip(folder: Path, older: Path, _newer: Path, _chance: random.Random) -> None:
    """A closed tip of an earlier day put back."""
    shutil.copy(older / "tip.bin", folder / "tip.bin")


KINDS: tuple[Change, ...] = (
    *(_old_page, _two_pages, _zeroes, _cut, _longer),
    *(_old_file, _old_tip),
)


def rolled_back(bench: Bench, times: int, _chance: random.Random) -> list[Tally]:
    """The whole folder of an earlier day put back, which only the laptop itself can know."""
    tally = Tally("The whole folder of an earlier day put back on the same laptop")
    for number in range(times):
        sample = bench.copy()
        older = _kept(sample, bench.folder / "older")
        store = sample.open()
        Make(store).family(f"Later{number}")
        store.close()
        _put(older, sample.folder)
        tally.tried += 1
        tally.undetected += "older than this laptop last saw it" not in " ".join(sample.verify())
    return [tally]


def _kept(sample: Sample, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(sample.folder, to)
    return to


def _put(there: Path, folder: Path) -> None:
    for name in (*SMALL, DATABASE):
        shutil.copy(there / name, folder / name)


def _key_of(sample: Sample) -> bytes:
    store = sample.open()
    assert store.vault is not None
    key = store.vault.keys.database
    store.close()
    return key


def _places(size: int, step: int, chance: random.Random) -> Iterable[int]:
    return range(chance.randrange(step), size, step)


def _flipped(data: bytes, at: int, chance: random.Random) -> bytes:
    changed = bytearray(data)
    changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)
