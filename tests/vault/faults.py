"""Faults made by hand in the vault and the write door, each of which a named test must see.

A fault is a small change of the text of one or two files, made in a copy of the program. Text that
is no longer there ends the run: a fault that cannot be made proves nothing. By itself this program
makes each in turn and runs every test of the vault and the store against it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import TracebackType

from tests.disk_in_memory import quick_place

ROOT = Path(__file__).resolve().parents[2]
BENCH = Path(__file__).with_name("fault_bench.py")
SETTINGS = """[pytest]
pythonpath = .
addopts = --import-mode=importlib
filterwarnings = error
markers = slow: takes longer than a second on its own
"""
ALL = ("tests/vault", "tests/store", "--ignore=tests/vault/test_faults.py")


@dataclass(frozen=True)
class Edit:
    """``old`` stands once in the file, and ``new`` is put in its place."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Fault:
    """What is wrong with the program, and the tests that say so."""

    what: str
    edits: tuple[Edit, ...]
    seen_by: tuple[str, ...]


def in_the_vault(what: str, file: str, old: str, new: str, *seen_by: str) -> Fault:
    """A fault of one edit in one file of the vault."""
    return _fault(what, Edit(f"liaison/vault/{file}", old, new), "tests/vault/", seen_by)


def in_the_store(what: str, file: str, old: str, new: str, *seen_by: str) -> Fault:
    """A fault of one edit in one file of the store."""
    return _fault(what, Edit(f"liaison/store/{file}", old, new), "tests/store/", seen_by)


def _fault(what: str, edit: Edit, folder: str, seen_by: tuple[str, ...]) -> Fault:
    return Fault(what, (edit,), tuple(folder + each.replace("::", "::test_") for each in seen_by))


@dataclass(frozen=True)
class Outcome:
    """What became of the tests; ``spoilt`` ones failed before or after they ran."""

    passed: list[str]
    failed: list[str]
    spoilt: list[str]

    def saw(self, test: str) -> bool:
        """Whether the test failed, with any of its values."""
        return any(each.split("[")[0] == test for each in self.failed)


class Workshop:
    """A copy of the program in a folder of its own, with a warm interpreter beside it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="faults-", dir=quick_place())
        self.copy, tmp = (Path(self._folder.name) / name for name in ("copy", "tmp"))
        tmp.mkdir()
        for name in ("liaison", "tests"):
            shutil.copytree(ROOT / name, self.copy / name)
        (self.copy / "resources").symlink_to(ROOT / "resources", target_is_directory=True)
        (self.copy / "pytest.ini").write_text(SETTINGS, "utf-8")
        plain = {name: each for name, each in os.environ.items() if not name.startswith("COV")}
        plain |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "TMPDIR": str(tmp)}
        self._bench = subprocess.Popen(
            [sys.executable, "-P", str(BENCH)],
            cwd=self.copy,
            env={name: each for name, each in plain.items() if name != "PYTEST_CURRENT_TEST"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._later = count(1)

    def __enter__(self) -> Workshop:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None
    ) -> None:
        self._bench.communicate()
        self._folder.cleanup()

    def run(self, tests: Sequence[str], *, first_failure: bool = False) -> Outcome:
        """Run tests on the copy as it stands."""
        assert self._bench.stdin is not None
        assert self._bench.stdout is not None
        asked = {"tests": list(tests), "first_failure": first_failure}
        self._bench.stdin.write(json.dumps(asked) + "\n")
        self._bench.stdin.flush()
        return Outcome(**json.loads(self._bench.stdout.readline()))

    def try_out(self, fault: Fault, tests: Sequence[str] = ()) -> Outcome:
        """Make the fault, run its own tests, or those given until one fails, and mend it again."""
        whole = {each.file: (self.copy / each.file).read_text("utf-8") for each in fault.edits}
        try:
            for each in fault.edits:
                self._make(each)
            first = bool(tests) or len(fault.seen_by) == 1
            return self.run(tests or fault.seen_by, first_failure=first)
        finally:
            for name, text in whole.items():
                self._write(name, text)

    def _make(self, edit: Edit) -> None:
        text = (self.copy / edit.file).read_text("utf-8")
        if text.count(edit.old) != 1:
            message = f"{edit.file} has not once: {edit.old}"
            raise LookupError(message)
        self._write(edit.file, text.replace(edit.old, edit.new))

    def _write(self, name: str, text: str) -> None:
        """Each time with another date, which tells what is compiled and what is not."""
        file = self.copy / name
        file.write_text(text, "utf-8")
        date = file.stat().st_mtime + 10 * next(self._later)
        os.utime(file, (date, date))


def tried_against_all(faults: Sequence[Fault]) -> tuple[int, list[str]]:
    """How many faults were made, and those that no test of the vault and the store saw.

    The tests run in their order until one fails; what a named test must see is not asked here.
    """
    unseen = []
    with Workshop() as workshop:
        sound = workshop.run(sorted({test for fault in faults for test in fault.seen_by}))
        if sound.failed or sound.spoilt:
            unseen.append(f"tests that fail without a fault: {sound.failed} {sound.spoilt}")
        for number, fault in enumerate(faults, 1):
            outcome = workshop.try_out(fault, ALL)
            seen = outcome.failed or [each.partition(":")[0] for each in outcome.spoilt]
            print(f"{number:3} {fault.what}: {', '.join(seen) or 'SEEN BY NONE'}", flush=True)
            if not seen:
                unseen.append(fault.what)
    return len(faults), unseen
