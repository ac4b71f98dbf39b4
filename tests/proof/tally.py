"""What a proof came to: how often something was tried, and what was lost or not seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass
class Tally:
    """One row. ``lost`` counts what was kept and is gone, ``undetected`` what nobody was told."""

    what: str
    tried: int = 0
    lost: int = 0
    undetected: int = 0
    note: str = ""

    @property
    def sound(self) -> bool:
        return self.tried > 0 and not self.lost and not self.undetected


def table(tallies: Iterable[Tally]) -> str:
    """The rows under one another, as they are read in a terminal."""
    lines = [f"{'what was tried':<62}{'tried':>8}{'lost':>6}{'undetected':>12}"]
    for each in tallies:
        lines.append(f"{each.what:<62}{each.tried:>8}{each.lost:>6}{each.undetected:>12}")
        lines += [f"    {each.note}"] if each.note else []
    return "\n".join(lines)
