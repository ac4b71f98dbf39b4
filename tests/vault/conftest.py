"""Records in a folder, made once with the cheapest key derivation and copied for each test."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from liaison.errors import Damaged
from liaison.vault import TEST_COST, Laptop, Mark, Vault, make_vault, open_vault, recovery
from liaison.vault.engine import Connection
from liaison.vault.measuring import Measuring
from liaison.vault.places import Place

PASSPHRASE = "kettle umbrella otter thimble"
SCHEMA = 3
MARK = Mark("laptop", 1, "ab" * 32)
START = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


@dataclass
class Time:
    """A clock that stands still until it is told."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Made:
    """A record on the disk and everything needed to open it."""

    folder: Path
    code: str
    time: Time
    place: Place = Place.LOCAL

    @property
    def laptop(self) -> Laptop:
        return Laptop(clock=self.time, place_of=lambda _folder: self.place)

    def open(
        self,
        *,
        read_only: bool = False,
        schema: int = SCHEMA,
        measuring: Measuring | None = None,
    ) -> Vault:
        """By the recovery code, which takes no time to derive."""
        return open_vault(
            self.folder,
            recovery_code=self.code,
            schema=schema,
            read_only=read_only,
            laptop=self.laptop,
            measuring=measuring,
        )

    @contextmanager
    def opened(self, *, read_only: bool = False) -> Iterator[Vault]:
        vault = self.open(read_only=read_only)
        try:
            yield vault
        finally:
            vault.close()

    def write(self, words: str, number: int) -> None:
        """A session that saves one row."""
        with self.opened() as vault:
            vault.begin_writing(Mark("laptop", number - 1, "ab" * 32))
            vault.connection.execute("INSERT INTO said VALUES (?)", (words,))
            vault.note(Mark("laptop", number, f"{number:02d}" * 32))


def make(folder: Path, code: str, time: Time, *, words: int = 300) -> None:
    laptop = Laptop(clock=time, place_of=lambda _folder: Place.LOCAL)
    with make_vault(
        folder, PASSPHRASE, recovery_code=code, schema=SCHEMA, cost=TEST_COST, laptop=laptop
    ) as vault:
        vault.connection.execute("CREATE TABLE said (words TEXT)")
        vault.connection.execute("CREATE INDEX said_words ON said (words)")
        vault.connection.execute("BEGIN")
        vault.connection.executemany(
            "INSERT INTO said VALUES (?)", ((f"sentence {at:05d}",) for at in range(words))
        )
        vault.connection.execute("COMMIT")
        vault.note(MARK)


def rows(connection: Connection) -> dict[str, int]:
    """A check as the store hands in: look through everything, then count."""
    words = [row[0] for row in connection.execute("SELECT words FROM said")]
    if not all(each.startswith("sentence") for each in words):
        raise Damaged("A sentence is not as it was written.")
    return {"said": len(words)}


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("original") / "R.liaison"
    code = recovery.new_code()
    make(folder, code, Time())
    return folder, code


@pytest.fixture
def made(original: tuple[Path, str], tmp_path: Path) -> Made:
    folder, code = original
    shutil.copytree(folder, tmp_path / "R.liaison")
    return Made(tmp_path / "R.liaison", code, Time())


def flip(file: Path, at: int, bit: int = 1) -> None:
    with file.open("r+b") as open_file:
        open_file.seek(at)
        byte = open_file.read(1)[0]
        open_file.seek(at)
        open_file.write(bytes([byte ^ bit]))
