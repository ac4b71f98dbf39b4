"""Processes killed by the system at a moment of chance: nothing acknowledged is lost."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import time
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from liaison.exchange.ctf import read_ctf
from liaison.exchange.ctf_import import commit_import, plan_import
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.model.person import Person
from liaison.store.keeping import folder_of_backups, keep_backup
from liaison.store.re_encrypting import re_encrypt
from liaison.store.record import restore_record
from liaison.vault import kept, recovery, ways_in
from tests.builders import Make
from tests.conftest import Ticking
from tests.exchange.ctf_files import ctf, pupil
from tests.proof.sample import NEW, PASSPHRASE, Bench, Sample
from tests.proof.tally import Tally
from tests.store.test_upgrading import CODE, GOLDEN

ROUND = 25
"""So many kills one record takes before the next one begins."""

FAILED = 3
WORDS = "word " * 3000
END = "and this is the end."
NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


def killed(work: Callable[[int], None], *, wait: float, said: int = 0) -> int:
    """Do ``work`` in a process of its own, and kill it some seconds after it ``said`` so much.

    Gives how much it said: each byte it writes to the handle it is given.
    """
    reading, writing = os.pipe()
    if not (child := os.fork()):
        os.close(reading)
        status = FAILED
        try:
            work(writing)
            status = 0
        finally:
            if status:
                traceback.print_exc()
            os._exit(status)
    os.close(writing)
    heard = 0
    while heard < said and (more := os.read(reading, 1)):
        heard += len(more)
    select.select([], [], [], wait)
    os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 4096):
        heard += len(more)
    os.close(reading)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == FAILED:
        message = "what was to be killed failed by itself"
        raise RuntimeError(message)
    return heard


def while_writing(bench: Bench, times: int, chance: random.Random) -> list[Tally]:
    """Saves that were acknowledged before the kill are there, and no half one."""
    tally = Tally("killed while writing; acknowledged after the commit")
    sample, promised = bench.copy(), 0

    def write(handle: int) -> None:
        store = sample.open()
        make = Make(store)
        family = make.family("Adams")
        while True:
            make.contact(family, facts=WORDS + END)
            os.write(handle, b".")

    for number in range(times):
        if number % ROUND == 0:
            sample, promised = bench.copy(), 2
        heard = killed(write, said=chance.randrange(5), wait=chance.uniform(0, 0.03))
        tally.tried += 1
        store = sample.open()
        found = store.find(Contact)
        torn = sum(not each.facts.endswith((END, "bus.")) for each in found)
        whole = promised + heard <= len(found) <= promised + heard + 1
        tally.lost += not whole or torn > 0 or bool(store.trouble)
        promised = len(found)
        store.close()
        tally.undetected += bool(sample.verify(full=number % ROUND == 0))
    return [tally]


def in_the_middle(bench: Bench, times: int, chance: random.Random) -> list[Tally]:
    """Everything else that writes much, killed at any moment: the old state or the new one."""
    return [work(bench, times, chance) for work in WORKS]


def _tried(
    what: str,
    times: int,
    chance: random.Random,
    prepare: Callable[[], tuple[Callable[[int], None], Callable[[], bool]]],
) -> Tally:
    """Kill the prepared work at a moment of chance and ask whether all is well, again and again."""
    tally = Tally(f"killed during {what}")
    began = time.perf_counter()
    killed(prepare()[0], said=1, wait=0)
    takes = time.perf_counter() - began
    for _ in range(times):
        work, is_well = prepare()
        killed(work, wait=chance.uniform(0, takes))
        tally.tried += 1
        tally.lost += not is_well()
    return tally


def _creating(bench: Bench, times: int, chance: random.Random) -> Tally:
    fresh = Sample(bench.folder / "New.liaison", recovery.new_code())

    def prepare() -> tuple[Callable[[int], None], Callable[[], bool]]:
        bench.new_laptop()
        shutil.rmtree(fresh.folder, ignore_errors=True)

        def work(handle: int) -> None:
            bench.create(fresh)
            os.write(handle, b".")

        def is_well() -> bool:
            if not fresh.folder.exists():
                bench.create(fresh)
            return fresh.verify() == [] and not list(bench.folder.glob(".New*"))

        return work, is_well

    return _tried("the making of a record", times, chance, prepare)


def _changing(bench: Bench, times: int, chance: random.Random) -> Tally:
    def prepare() -> tuple[Callable[[int], None], Callable[[], bool]]:
        sample = bench.copy()

        def work(handle: int) -> None:
            vault = sample.open().vault
            assert vault is not None
            id = ways_in.slot_of(vault, PASSPHRASE)
            ways_in.change_slot(vault, ways_in.derived_slot(vault, NEW, instead_of=id))
            os.write(handle, b".")

        def is_well() -> bool:
            sound = sample.verify() == []
            return sound and sample.opens(PASSPHRASE) != sample.opens(NEW)

        return work, is_well

    return _tried("a change of passphrase", times, chance, prepare)


def _re_encrypting(bench: Bench, times: int, chance: random.Random) -> Tally:
    def prepare() -> tuple[Callable[[int], None], Callable[[], bool]]:
        sample, code = bench.copy(), recovery.new_code()

        def work(handle: int) -> None:
            re_encrypt(sample.open(), PASSPHRASE, recovery_code=code, new_passphrase=NEW)
            os.write(handle, b".")

        def is_well() -> bool:
            done = sample.opens(NEW)
            other = Sample(sample.folder, sample.code if done else code)
            stands = Sample(sample.folder, code if done else sample.code)
            return stands.verify() == [] != other.verify() and sample.opens(PASSPHRASE) != done

        return work, is_well

    return _tried("change and re-encrypt", times, chance, prepare)


def _backing_up(bench: Bench, times: int, chance: random.Random) -> Tally:
    def prepare() -> tuple[Callable[[int], None], Callable[[], bool]]:
        sample = bench.copy()

        def work(handle: int) -> None:
            vault = sample.open().vault
            assert vault is not None
            keep_backup(vault, now=NOW)
            os.write(handle, b".")

        def is_well() -> bool:
            store = sample.open()
            assert store.vault is not None
            keep_backup(store.vault, now=NOW)
            folder = folder_of_backups(store.vault)
            found = kept.backups_in(folder, store.vault.unlocked)
            store.close()
            whole = bool(found) and all(each.verified for each in found)
            return whole and len(found) == len(list(folder.iterdir())) and sample.verify() == []

        return work, is_well

    return _tried("a backup", times, chance, prepare)


def _restoring(bench: Bench, times: int, chance: random.Random) -> Tally:
    sample = bench.copy()
    store = sample.open()
    file = store.backup(bench.folder / "backups")
    store.close()
    to = Sample(bench.folder / "R2.liaison", sample.code)

    def restore() -> None:
        restore_record(file, to.folder, recovery_code=to.code, now=Ticking())

    def prepare() -> tuple[Callable[[int], None], Callable[[], bool]]:
        bench.new_laptop()
        sample.open().close()
        shutil.rmtree(to.folder, ignore_errors=True)

        def work(handle: int) -> None:
            restore()
            os.write(handle, b".")

        def is_well() -> bool:
            if not to.folder.exists():
                restore()
            return to.verify() == [] == sample.verify() and not list(bench.folder.glob(".R2*"))

        return work, is_well

    return _tried("a restore", times, chance, prepare)


def _migrating(bench: Bench, times: int, chance: random.Random) -> Tally:
    old = Sample(bench.folder / "Golden.liaison", CODE)

    def prepare() -> tuple[Callable[[int], None], Callable[[], bool]]:
        bench.new_laptop()
        shutil.rmtree(old.folder, ignore_errors=True)
        shutil.copytree(GOLDEN / "schema_1", old.folder)

        def work(handle: int) -> None:
            old.open()
            os.write(handle, b".")

        def is_well() -> bool:
            sound = old.verify() == []
            store = old.open()
            names = sorted(each.name for each in store.find(Family))
            troubled = bool(store.trouble)
            store.close()
            return sound and not troubled and names == ["Khan", "Łukasz"] and old.verify() == []

        return work, is_well

    return _tried("bringing a record of the first form up to date", times, chance, prepare)


def _importing(bench: Bench, times: int, chance: random.Random) -> Tally:
    file = bench.folder / "school.xml"
    pupils = (pupil(forename=f"Robin{number}") for number in range(40))
    file.write_text(ctf(*pupils, qualifier="full"), "utf-8")

    def prepare() -> tuple[Callable[[int], None], Callable[[], bool]]:
        sample = bench.copy()

        def work(handle: int) -> None:
            store = sample.open()
            commit_import(store, plan_import(store, read_ctf(Path(file)), today=date(2026, 11, 23)))
            os.write(handle, b".")

        def is_well() -> bool:
            store = sample.open()
            children = store.find(Person, "kind = 'child' AND forename LIKE 'Robin%'")
            troubled = bool(store.trouble)
            store.close()
            return not troubled and len(children) in {0, 40} and sample.verify() == []

        return work, is_well

    return _tried("an import", times, chance, prepare)


WORKS = (
    _creating,
    _changing,
    _re_encrypting,
    _backing_up,
    _restoring,
    _migrating,
    _importing,
)
