"""What a vault asks the laptop it is on: the time, and what kind of place a folder is in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from liaison.vault.clock import Clock, system_clock
from liaison.vault.places import Place, place_of


@dataclass(frozen=True)
class Laptop:
    """Handed in, so that a test can be on any laptop at any time."""

    clock: Clock = system_clock
    place_of: Callable[[Path], Place] = place_of


THIS = Laptop()
