"""Counts that may leave the desk without names: small ones are not told, nor can be worked out."""

from __future__ import annotations

from collections.abc import Mapping

LEAST = 5
"""From here on a count tells of nobody."""

FEW = f"fewer than {LEAST}"
KEPT_BACK = "not shown"
"""A larger count that would give a small one away."""


def small(count: int) -> bool:
    """Whether so few are counted that one of them could be known. None is not few."""
    return 0 < count < LEAST


def shown(count: int) -> str:
    """One count by itself."""
    return FEW if small(count) else str(count)


def shown_with_total(counts: Mapping[str, int]) -> tuple[dict[str, str], str]:
    """The parts of a whole and their total, as they may be told.

    Where the total would give a small part away, the next smallest part is kept back too; where
    no other part is left, the total is.
    """
    hidden = {name for name, count in counts.items() if small(count)}
    told = sum(counts.values())
    total = shown(told)
    if not small(told):
        while hidden and _given_away(counts, hidden):
            others = [name for name, count in counts.items() if name not in hidden and count]
            if not others:
                total = KEPT_BACK
                break
            hidden.add(min(others, key=lambda name: (counts[name], name)))
    said = {name: _said(count, hidden=name in hidden) for name, count in counts.items()}
    return said, total


def _said(count: int, *, hidden: bool) -> str:
    if small(count):
        return FEW
    return KEPT_BACK if hidden else str(count)


def _given_away(counts: Mapping[str, int], hidden: set[str]) -> bool:
    """Whether what is left of the total can only be made up in one way."""
    few = sum(small(counts[name]) for name in hidden)
    larger = len(hidden) - few
    rest = sum(counts[name] for name in hidden)
    if rest == few + larger * LEAST:
        return True
    return not larger and (few == 1 or rest == few * (LEAST - 1))
