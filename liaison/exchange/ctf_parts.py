"""What reading one pupil needs at hand: her parts searched as one, and remarks about them."""

from collections.abc import Iterator, Sequence
from datetime import date

from liaison.exchange.ctf_values import read_day
from liaison.exchange.xml_elements import Element


class Remarks:
    """Gathers sentences about one pupil, each beginning with her name."""

    def __init__(self, name: str, warnings: list[str]) -> None:
        self.name = name
        self._warnings = warnings

    def say(self, sentence: str) -> None:
        """Add one sentence; no full stop is needed."""
        self._warnings.append(f"{self.name}: {sentence}.")

    def day(self, text: str, what: str) -> date | None:
        """The date a text says, or nothing; what cannot be read is remarked on."""
        day = read_day(text)
        if text and day is None:
            self.say(f"{what} “{text[:20]}” is not a date and was left out")
        return day


class Parts:
    """Several parts of a file searched as one."""

    def __init__(self, places: Sequence[Element]) -> None:
        self.places = tuple(places)

    def value(self, *names: str) -> str:
        """The first text under any of these names, in the order of the parts."""
        return next((words for each in self.places if (words := each.value(*names))), "")

    def every(self, name: str) -> Iterator[Element]:
        """All parts of that name directly in these."""
        return (each for place in self.places for each in place.every(name))

    def within(self, *names: str) -> "Parts":
        """These parts and, one level deeper, those of the given names."""
        return Parts([*self.places, *(each for name in names for each in self.every(name))])
