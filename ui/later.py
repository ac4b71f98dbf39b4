"""Rows that are made when they are looked at: a long list shows its first page at once."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

R = TypeVar("R")


class Later(Sequence[R], Generic[R]):
    """As many rows as there are ids. ``make`` gives the row at a place, once."""

    def __init__(self, ids: Sequence[str], make: Callable[[int], R]) -> None:
        self.ids = tuple(ids)
        self._make = make
        self._made: dict[int, R] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> list[R]: ...
    def __getitem__(self, at: int | slice) -> R | list[R]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        place = range(len(self.ids))[at]
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]

    def changed(self, change: Callable[[R], R]) -> "Later[R]":
        """The same rows, each changed when it is looked at."""
        return Later(self.ids, lambda place: change(self[place]))
