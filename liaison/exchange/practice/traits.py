"""What is particular about some families, so that every practice record has each case."""

from __future__ import annotations

from dataclasses import dataclass, replace

from liaison.exchange.practice.chance import Chance
from liaison.exchange.practice.names import any_names

UNSEEN, SEEN, ENDED, SCHOOL, WISH = "unseen", "seen", "ended", "school", "wish"
SILENT_DAYS = 34
"""School days without contact: more than six weeks of them."""


@dataclass(frozen=True, kw_only=True)
class Traits:
    """``restriction`` is one of the forces above or empty; ``silent_days`` are school days."""

    restriction: str = ""
    two_homes: bool = False
    confidential: bool = False
    colleague: bool = False
    left: bool = False
    died: bool = False
    told_dsl: bool = False
    worried: bool = False
    silent_days: int = 0
    moving_up: bool = False
    barriers: int = 0


CAST: tuple[tuple[str, Traits], ...] = (
    ("Abdi", Traits(barriers=1, moving_up=True)),
    ("Okafor", Traits(worried=True, barriers=2, moving_up=True)),
    ("Byrne", Traits(told_dsl=True, moving_up=True)),
    ("Reid", Traits(restriction=UNSEEN, barriers=1)),
    ("Kowalczyk", Traits(two_homes=True)),
    ("Patel", Traits(silent_days=SILENT_DAYS)),
    ("Hughes", Traits(restriction=WISH, barriers=2)),
    ("Bennett", Traits(restriction=SCHOOL)),
    ("Thompson", Traits(restriction=ENDED)),
    ("McAllister", Traits(died=True, silent_days=SILENT_DAYS)),
    ("Chen", Traits(colleague=True)),
    ("Popescu", Traits(left=True)),
    ("Griffiths", Traits(confidential=True)),
    ("Rahman", Traits(two_homes=True, barriers=1)),
    ("Singh", Traits(barriers=1, moving_up=True)),
)
"""The families after the first; from the sixteenth on, chance decides."""


def surname_and_traits(chance: Chance, number: int) -> tuple[str, Traits]:
    """Who the family with this number is; number 0 is the one shown first."""
    if 1 <= number <= len(CAST):
        return CAST[number - 1]
    surname = chance.choice(any_names(chance).surnames)
    if chance.likely(0.03):
        surname = f"{surname}-{chance.choice(any_names(chance).surnames)}"
    return surname, _by_chance(chance)


def _by_chance(chance: Chance) -> Traits:
    rare = chance.random()
    traits = Traits(
        two_homes=chance.likely(0.06),
        worried=chance.likely(0.05),
        silent_days=SILENT_DAYS + chance.randrange(30) if chance.likely(0.08) else 0,
        barriers=chance.weighted(((0, 55), (1, 28), (2, 13), (3, 4))),
        confidential=chance.likely(0.012),
    )
    forces = ((0.01, SEEN), (0.014, UNSEEN), (0.018, ENDED), (0.021, SCHOOL), (0.031, WISH))
    for below, force in forces:
        if rare < below:
            return replace(traits, restriction=force, two_homes=False)
    return replace(
        traits,
        left=0.04 < rare < 0.055,
        died=0.06 < rare < 0.063,
        told_dsl=0.07 < rare < 0.077,
        colleague=0.08 < rare < 0.081,
    )
