"""What an import has decided to write so far, and how a file's value meets one that stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from liaison.exchange.by_hand import LastWriters
from liaison.model.family import LivesThere
from liaison.model.fields import Entry, fields_of
from liaison.model.folded import squeezed
from liaison.model.person import Person
from liaison.model.relationship import Responsibility
from liaison.model.words import as_text

E = TypeVar("E", bound=Entry)

_SAID_NOTHING = frozenset({"", None, False, Responsibility.NOT_KNOWN, LivesThere.NOT_KNOWN})
_NAMES = frozenset({"surname", "forename", "middle_names", "known_as", "known_as_surname"})


class Gathering:
    """New entries, altered entries, and the people of the record whom they concern."""

    def __init__(self, writers: LastWriters, warnings: list[str]) -> None:
        self.added: list[Entry] = []
        self.altered: dict[str, Entry] = {}
        self.concerned: set[str] = set()
        self.warnings = warnings
        self._writers = writers

    def add(self, entry: E, known: Person | None = None) -> E:
        """Write a new entry; ``known`` is the person of the record it belongs to, if any."""
        self.added.append(entry)
        if known:
            self.concerned.add(known.id)
        return entry

    def refresh(self, entry: Entry, person: Person, wanted: dict[str, Any]) -> None:
        """Let the file's values win where they say something new about ``person``."""
        self.alter(entry, person, self.accepted(entry, person, wanted))

    def accepted(self, entry: Entry, person: Person, wanted: dict[str, Any]) -> dict[str, Any]:
        """The file's values that win: an empty one never does, nor any over what is by hand."""
        return {
            name: value
            for name, value in wanted.items()
            if _differs(name, getattr(entry, name), value)
            and not self._kept_by_hand(entry, person, name, value)
        }

    def alter(self, entry: Entry, person: Person, values: dict[str, Any]) -> None:
        """Write these values over the entry's own."""
        if values:
            self.altered[entry.id] = replace(entry, **values)
            self.concerned.add(person.id)

    def keeps(self, entry: Entry, person: Person, fields: Iterable[str], what: str) -> bool:
        """Whether any of these fields was written by hand; then a warning says that it stays."""
        kept = any(self._writers.by_hand(entry, name) for name in fields)
        if kept:
            self.warnings.append(
                f"{person.called}: {what} was written by hand and stays; the file says another."
            )
        return kept

    def _kept_by_hand(self, entry: Entry, person: Person, name: str, value: Any) -> bool:
        stands = getattr(entry, name)
        if stands in _SAID_NOTHING:
            return self._writers.corrected(entry, name)
        if not self._writers.by_hand(entry, name):
            return False
        label = next(each.about.label for each in fields_of(type(entry)) if each.name == name)
        self.warnings.append(
            f"{person.called}: {label.lower()} was written by hand and stays “{as_text(stands)}”; "
            f"the file says “{as_text(value)}”."
        )
        return True


def _differs(name: str, stands: Any, value: Any) -> bool:
    if value is None or value in ("", stands):
        return False
    return name not in _NAMES or squeezed(stands) != squeezed(value)
