"""Runs named tests in a folder, each time in a fork of one warm interpreter; a program of its own.

It imports what the project stands on, and of the project only the entries, in which no fault is
made: all else is read anew, as it lies in the folder, by every fork. One line of JSON names the
tests, one line tells their outcomes.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import sys
from pathlib import Path

import pytest

WARM = (
    *("_pytest.assertion.rewrite", "_pytest.monkeypatch", "hypothesis", "hypothesis.strategies"),
    *("sqlcipher3.dbapi2", "sqlite_utils", "platformdirs", "zxcvbn", "click", "defusedxml"),
    *("cryptography.hazmat.primitives.ciphers.aead", "cryptography.hazmat.primitives.kdf.argon2"),
    *("cryptography.hazmat.primitives.kdf.hkdf", "concurrent.futures.thread", "asyncio", "uuid"),
    *("liaison.errors", "liaison.model", "liaison.model.default_lists"),
)
NO_PLUGINS = ("-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", "no:terminal")


class Outcomes:
    """Which tests passed and which failed while they ran; trouble around them is told apart."""

    def __init__(self) -> None:
        self.passed: list[str] = []
        self.failed: list[str] = []
        self.spoilt: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = report.nodeid
        if report.when == "call" and report.passed:
            self.passed.append(name)
        elif report.when == "call" and report.failed:
            self.failed.append(name)
        elif report.failed:
            self.spoilt.append(f"{name}: {report.longreprtext[-2000:]}")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.spoilt.append(f"{report.nodeid}: {report.longreprtext[-2000:]}")


def run(tests: list[str], *, first_failure: bool) -> Outcomes:
    """The outcomes of these tests, in this process."""
    outcomes = Outcomes()
    line = [*NO_PLUGINS, *(["-x"] if first_failure else []), *tests]
    code = pytest.main(line, plugins=[outcomes])
    if code not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED} and not outcomes.spoilt:
        outcomes.spoilt.append(f"pytest ended with {code!r}")
    return outcomes


def in_a_fork(asked: dict[str, object]) -> str:
    """The answer to one line, worked out in a fork that ends with it."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        os.setsid()
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(quiet, stream)
        outcomes = run(asked["tests"], first_failure=bool(asked["first_failure"]))  # type: ignore[arg-type]
        with os.fdopen(writing, "w") as answer:
            json.dump(vars(outcomes), answer)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        said = answer.read()
    os.waitpid(child, 0)
    return said or json.dumps({"passed": [], "failed": [], "spoilt": ["the fork died"]})


def main() -> None:
    """Answer line by line until there is no more."""
    sys.path[0] = str(Path.cwd())
    for name in WARM:
        importlib.import_module(name)
    gc.freeze()
    for line in sys.stdin:
        print(in_a_fork(json.loads(line)), flush=True)


if __name__ == "__main__":
    main()
