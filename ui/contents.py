"""Everything the window can show, and which of it stands in the rail."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from ui.screens.screen import Screen, Task
from ui.trail import Spot
from ui.widgets.rail import Place


@dataclass(frozen=True)
class Stop:
    """A screen of the rail: its number among the screens, and its item there."""

    screen: int
    place: Place
    at_foot: bool


@dataclass(frozen=True)
class Contents:
    """Screens on the page, tasks over them."""

    screens: Sequence[type[Screen]]
    tasks: Sequence[type[Task]] = field(default=())

    def stops(self) -> list[Stop]:
        """The rail from top to foot. Keys count from Ctrl+1 where a screen has none of its own."""
        numbered = [pair for pair in enumerate(self.screens) if pair[1].in_rail]
        ordered = sorted(numbered, key=lambda pair: pair[1].at_foot)
        return [
            Stop(number, _place(screen, position), screen.at_foot)
            for position, (number, screen) in enumerate(ordered, 1)
        ]

    def lit_for(self, screen: Screen) -> int | None:
        """The item of the rail that is lit while this screen is shown."""
        titles = [self.screens[stop.screen].title for stop in self.stops()]
        lit = screen.rail_place or screen.title
        return titles.index(lit) if lit in titles else None

    def title_at(self, spot: Spot | None) -> str:
        """What the screen of a spot is called; nothing where there is none."""
        return _title(self.screens[spot.screen]) if spot else ""


def _title(screen: type[Screen]) -> str:
    return QCoreApplication.translate(screen.__name__, screen.title)


def _place(screen: type[Screen], position: int) -> Place:
    return Place(screen.icon, _title(screen), screen.key or f"Ctrl+{position}")
