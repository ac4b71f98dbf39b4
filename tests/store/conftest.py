"""Records on the disk: made once with the cheapest key derivation, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from liaison.store.record import create_record, memory_store, open_record, verify_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, recovery
from tests.conftest import Ticking, oakfield

PASSPHRASE = "kettle umbrella otter thimble"


@dataclass
class OnDisk:
    """A record's folder, and what opens it without taking time: its recovery code."""

    folder: Path
    code: str
    clock: Ticking

    def open(self, *, read_only: bool = False) -> Store:
        return open_record(
            self.folder, recovery_code=self.code, now=self.clock, read_only=read_only
        )

    @contextmanager
    def opened(self, *, read_only: bool = False) -> Iterator[Store]:
        with closing(self.open(read_only=read_only)) as store:
            yield store

    def verify(self, *, full: bool = True) -> list[str]:
        return verify_record(self.folder, recovery_code=self.code, full=full)

    def copy_to(self, folder: Path) -> OnDisk:
        shutil.copytree(self.folder, folder)
        return OnDisk(folder, self.code, self.clock)

    def files(self) -> dict[str, bytes]:
        """Every file's bytes but the lock's, whose text tells only who had it last."""
        return {
            each.name: each.read_bytes()
            for each in sorted(self.folder.rglob("*"))
            if each.is_file() and each.name != "lock"
        }


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    """The record every other one is a copy of. Never opened."""
    folder = tmp_path_factory.mktemp("template") / "Oakfield.liaison"
    code = recovery.new_code()
    create_record(
        folder,
        PASSPHRASE,
        recovery_code=code,
        settings=oakfield(),
        now=Ticking(),
        cost=TEST_COST,
    )
    return OnDisk(folder, code, Ticking())


@pytest.fixture(scope="module")
def untouched() -> Iterator[Store]:
    """One record in memory for all tests of a file that only look at it."""
    opened = memory_store(oakfield(), now=Ticking())
    yield opened
    opened.close()


@pytest.fixture
def disk(template: OnDisk, tmp_path: Path) -> OnDisk:
    copy = template.copy_to(tmp_path / "Oakfield.liaison")
    copy.clock = Ticking()
    return copy
