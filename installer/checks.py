"""Runs every check the project has to pass, and says at the end which did not."""

import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKERS = "2"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that has to be right, and the line that finds out."""

    name: str
    line: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """How much of some files the tests must run through, branches counted."""

    name: str
    at_least: int
    include: str
    omit: str = ""

    def line(self) -> tuple[str, ...]:
        """The coverage report that fails when there is less."""
        line = ("-m", "coverage", "report", "--precision=2", f"--fail-under={self.at_least}")
        return (*line, f"--include={self.include}", *([f"--omit={self.omit}"] if self.omit else []))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one check went."""

    name: str
    passed: bool
    seconds: float
    output: str

    def __str__(self) -> str:
        word = "ok" if self.passed else "FAILED"
        return f"  {self.name:<42}{word:<8}{self.seconds:6.1f} s"


CHECKS = (
    Check("format", ("-m", "ruff", "format", "--check", ".")),
    Check("ruff", ("-m", "ruff", "check", ".")),
    Check(
        "import contracts", ("-c", "from importlinter.cli import lint_imports_command as c; c()")
    ),
    Check("types", ("-m", "mypy")),
    Check(
        "tests",
        (
            *("-m", "pytest", "-q", "-n", WORKERS, "--dist", "worksteal"),
            *("--cov", "--cov-branch", "--cov-report="),
        ),
    ),
)
GATES = (
    Gate("coverage of liaison/vault", 100, "liaison/vault/*"),
    Gate("coverage of liaison/store", 100, "liaison/store/*"),
    Gate("coverage of the rest of liaison", 95, "liaison/*", "liaison/vault/*,liaison/store/*"),
    Gate("coverage of ui", 85, "ui/*"),
)


def run(name: str, line: Sequence[str]) -> Outcome:
    """Run one check, showing its words as they come."""
    print(f"\n── {name}", flush=True)
    started = time.monotonic()
    said = []
    with subprocess.Popen(
        [sys.executable, *line],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as program:
        for text in program.stdout or ():
            print(text, end="", flush=True)
            said.append(text)
    return Outcome(name, program.returncode == 0, time.monotonic() - started, "".join(said))


def counted(pytest_output: str) -> str:
    """Pytest's last line as ``N passed, N failed``; an error counts as a failure."""
    found = [
        line for line in pytest_output.splitlines() if re.search(r"\d+ \w+.* in [\d.]+s", line)
    ]
    numbers = dict.fromkeys(("passed", "failed", "error", "skipped"), 0)
    for number, word in re.findall(
        r"(\d+) (passed|failed|error|skipped)", found[-1] if found else ""
    ):
        numbers[word] = int(number)
    words = f"{numbers['passed']} passed, {numbers['failed'] + numbers['error']} failed"
    return f"{words}, {numbers['skipped']} skipped" if numbers["skipped"] else words


def main() -> int:
    """Run all of them, whatever fails, then sum up. 0 when everything is right."""
    started = time.monotonic()
    Path(ROOT / ".coverage").unlink(missing_ok=True)
    outcomes = [run(check.name, check.line) for check in CHECKS]
    tests = outcomes[-1]
    outcomes += [run(f"{gate.name}: {gate.at_least} %", gate.line()) for gate in GATES]

    print("\n── all checks")
    print(*outcomes, sep="\n")
    print(f"  {'together':<42}{'':<8}{time.monotonic() - started:6.1f} s\n")
    print(counted(tests.output))
    wrong = [outcome.name for outcome in outcomes if not outcome.passed]
    print(
        "These checks failed: " + ", ".join(wrong) if wrong else "Every check passed.", flush=True
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
