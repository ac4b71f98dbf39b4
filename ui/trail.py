"""Where the officer has been: the way back, and forward again."""

from dataclasses import dataclass

BACK = "back"
"""Asked for like an entry, it leads one spot back."""


@dataclass(frozen=True)
class Spot:
    """A screen, by its number among the contents, and the entry it shows."""

    screen: int
    kind: str = ""
    id: str = ""


class Trail:
    """Spots in the order they were visited. Going somewhere new forgets the way forward."""

    def __init__(self, first: Spot) -> None:
        self._spots = [first]
        self._at = 0

    @property
    def here(self) -> Spot:
        return self._spots[self._at]

    @property
    def before(self) -> Spot | None:
        """Where the way back leads; nowhere from the first spot."""
        return self._spots[self._at - 1] if self._at else None

    def go(self, spot: Spot) -> None:
        if spot != self.here:
            self._spots = [*self._spots[: self._at + 1], spot]
            self._at += 1

    def back(self) -> None:
        """One spot back; at the first one nothing happens."""
        self._at = max(0, self._at - 1)

    def forward(self) -> None:
        """One spot forward again; at the last one nothing happens."""
        self._at = min(len(self._spots) - 1, self._at + 1)
