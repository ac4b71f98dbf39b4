"""What a benchmark gives, and how two things are timed fairly: by turns, and by their medians."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from gc import collect
from statistics import median, quantiles
from time import perf_counter

MS = 1000.0


@dataclass(frozen=True)
class Row:
    """One limit. It holds for ``ratio``, or for ``value`` where there is no baseline."""

    name: str
    value: float
    unit: str
    baseline: float | None
    ratio: float | None
    limit: float

    @property
    def over(self) -> bool:
        return (self.value if self.ratio is None else self.ratio) > self.limit

    def plain(self) -> dict[str, object]:
        """As it is written for a program to read."""
        numbers = {name: round(n, 3) for name, n in asdict(self).items() if isinstance(n, float)}
        return asdict(self) | numbers


def absolute(name: str, value: float, *, limit: float, unit: str = "ms") -> Row:
    """A row whose value itself is limited."""
    return Row(name, value, unit, None, None, limit)


def against(name: str, value: float, baseline: float, *, limit: float, unit: str = "ms") -> Row:
    """A row whose ratio to a baseline is limited."""
    return Row(name, value, unit, baseline, value / baseline, limit)


def timed(work: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * MS


def by_turns(works: Sequence[Callable[[], object]], times: int) -> list[list[float]]:
    """Each done once to warm up, then A B A B: the milliseconds of each, turn by turn."""
    for work in works:
        work()
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for work, so_far in zip(works, taken, strict=True):
            collect()
            so_far.append(timed(work))
    return taken


def medians(works: Sequence[Callable[[], object]], times: int) -> list[float]:
    """The median milliseconds of each, measured by turns."""
    return [median(each) for each in by_turns(works, times)]


def p95(taken: Sequence[float]) -> float:
    """What 95 of 100 stay below."""
    return quantiles(taken, n=20, method="inclusive")[-1]


def table(rows: Sequence[Row]) -> str:
    """The rows for people to read."""
    lines = [f"{'':24}{'value':>12}{'baseline':>12}{'ratio':>8}{'limit':>8}"]
    for row in rows:
        value = f"{row.value:.1f} {row.unit}"
        baseline = "" if row.baseline is None else f"{row.baseline:.1f} {row.unit}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        state = "over" if row.over else "ok"
        lines.append(f"{row.name:24}{value:>12}{baseline:>12}{ratio:>8}{row.limit:>8g}  {state}")
    return "\n".join(lines)
