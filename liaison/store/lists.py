"""The value lists, read once and forgotten whenever the settings stream changes."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from liaison.model.choice import Choice
from liaison.model.default_lists import default_choices
from liaison.model.vocabulary import fitting
from liaison.store.rows import E


class Finds(Protocol):
    """What can find entries."""

    def find(self, cls: type[E], where: str = "", *, order: str = "id") -> list[E]: ...


NAMES = {
    "channel": "of the ways of contact",
    "outcome": "of the outcomes",
    "barrier": "of the things that get in the way",
    "move": "of the moves",
    "domain": "of the things a worry can be about",
    "level": "of the levels of support",
    "meeting_kind": "of the kinds of meeting",
    "meeting_end": "of the reasons for ending early help",
}


class Lists:
    """Every ``Choice``, by list and by code."""

    def __init__(self, source: Finds) -> None:
        self._source = source
        self._by_list: dict[str, dict[str, Choice]] = {}

    def forget(self) -> None:
        """Read again at the next question."""
        self._by_list = {}

    def offered(self, name: str) -> tuple[Choice, ...]:
        """What the list offers: in its order, without retired values."""
        return tuple(each for each in self._codes(name).values() if not each.retired)

    def label(self, name: str, code: str) -> str:
        """The code's words, retired or not; an unknown code shows itself."""
        found = self._codes(name).get(code)
        return found.label if found else code

    def flagged(self, name: str, code: str, flag: str) -> bool:
        """Whether the value carries the flag; an unknown code carries none."""
        found = self._codes(name).get(code)
        return found is not None and flag in found.flags

    def code_for(self, name: str, typed: str) -> str:
        """The code a typed value means. ``UnknownValue`` lists what fits."""
        pairs = [(each.code, each.label) for each in self.offered(name)]
        return fitting(typed, pairs, name=NAMES.get(name, f"in the list “{name}”"))

    def _codes(self, name: str) -> dict[str, Choice]:
        if not self._by_list:
            for each in self._source.find(Choice, order="position, id"):
                self._by_list.setdefault(each.list, {})[each.code] = each
        return self._by_list.get(name) or _default(name)


@cache
def _default(name: str) -> dict[str, Choice]:
    """A list the record has no value of, as a record of an earlier version has not every one."""
    return {each.code: each for each in default_choices() if each.list == name}
