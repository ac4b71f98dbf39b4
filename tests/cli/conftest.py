"""A record on disk with one family in it, and the tool run the way a script runs it."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from liaison.cli import main
from liaison.store.record import create_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, recovery
from tests.builders import Make
from tests.conftest import oakfield

PASSPHRASE = "kettle marble otter sixpence garden"


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Tool = Callable[..., Ran]


def fill(store: Store) -> None:
    make = Make(store)
    made = make.family(adults=(("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")))
    make.phone(made.adults[0])


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "R.liaison"
    create_record(
        folder,
        PASSPHRASE,
        recovery_code=recovery.new_code(),
        settings=oakfield(),
        cost=TEST_COST,
        fill=fill,
    )
    return folder


@pytest.fixture
def record(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "R.liaison"))


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase.txt"
    file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def usual_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)


@pytest.fixture
def bare(capsys: pytest.CaptureFixture[str]) -> Tool:
    """The tool with exactly these words."""

    def run(*words: object) -> Ran:
        capsys.readouterr()
        status = main([str(word) for word in words])
        shown = capsys.readouterr()
        return Ran(status, shown.out, shown.err)

    return run


@pytest.fixture
def tool(bare: Tool, record: Path, passphrase: Path) -> Tool:
    """The tool on the record, with its passphrase: ``tool("families", "--json")``."""

    def run(command: str, *words: object) -> Ran:
        return bare(command, record, *words, "--passphrase-file", passphrase)

    return run


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts text on standard input."""

    def put(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return put
