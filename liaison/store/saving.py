"""Gathering what one save does, family by family, before the door writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from liaison.errors import ChangedMeanwhile, NotReady
from liaison.model.family import Family
from liaison.model.fields import Entry, fields_of, problems
from liaison.model.words import as_text
from liaison.store.changes import Edit
from liaison.store.door import Batch, Stream
from liaison.store.ids import new_id
from liaison.store.rows import Row, from_row, to_row

E = TypeVar("E", bound=Entry)
UNCHANGING = ("id", "version")


@dataclass
class Pending:
    """One row of the batch: as it stood before, and as it will stand."""

    before: Row
    after: Row
    made_on: str


class Saving:
    """Collects entries to add, change and remove. Nothing is written until the block ends.

    ``row_of`` gives a table's row as it stands, so that only what differs is written.
    """

    def __init__(self, row_of: Callable[[type[Entry], str], Row]) -> None:
        self.batch = new_id()
        self._row_of = row_of
        self._pending: dict[tuple[str, str], Pending] = {}
        self._changes: dict[str, str] = {}

    def add(self, entry: E) -> E:
        """Put a new entry into its family's stream. ``NotReady`` when something is missing."""
        own_id = entry.id or new_id()
        family = own_id if isinstance(entry, Family) else entry.family
        if not family:
            raise ValueError(f"{entry.table} without a family")
        return self._state(replace(entry, id=own_id, family=family))

    def restate(self, entry: E) -> E:
        """Say an entry whole again, in the stream of ``entry.family``; for re-homing."""
        return self._state(entry)

    def change(self, entry: E) -> E:
        """Write what differs from the row as it stands; the same entry writes nothing.

        ``ChangedMeanwhile``, with both texts, when it was made on an older version.
        """
        _check(entry)
        key = (entry.table, entry.id)
        pending = self._pending.get(key)
        before = pending.after if pending else self._row_of(type(entry), entry.id)
        if before["version"] != entry.version:
            raise _changed_meanwhile(entry, from_row(type(entry), before))
        after = to_row(entry)
        if after == before:
            return entry
        version = self._change_of(entry.family)
        after["version"] = version
        if pending:
            pending.after = after
        else:
            self._pending[key] = Pending(before, after, before["version"])
        return replace(entry, version=version)

    def remove(self, entry: E) -> E:
        """Mark it deleted; it stays in the log and can be brought back."""
        return self.change(replace(entry, deleted=True))

    def finished(self, kind: str) -> Batch | None:
        """The batch to write, or nothing when nothing differs."""
        edits: dict[str, list[Edit]] = {family: [] for family in self._changes}
        for (table, row), pending in self._pending.items():
            edits[pending.after["family"]].append(_edit(table, row, pending))
        streams = [Stream(family, self._changes[family], tuple(edits[family])) for family in edits]
        return Batch(self.batch, kind, tuple(streams)) if streams else None

    def _state(self, entry: E) -> E:
        _check(entry)
        version = self._change_of(entry.family)
        kept = replace(entry, version=version)
        self._pending[entry.table, entry.id] = Pending({}, to_row(kept), "")
        return kept

    def _change_of(self, family: str) -> str:
        return self._changes.setdefault(family, new_id())


def _check(entry: Entry) -> None:
    if found := problems(entry):
        raise NotReady(found)


def _edit(table: str, row: str, pending: Pending) -> Edit:
    before, values = pending.before, dict[str, tuple[Any, Any]]()
    for name, new in pending.after.items():
        if name not in UNCHANGING and (old := before.get(name)) != new:
            values[name] = (old, new)
    return Edit(table, row, values, pending.made_on)


def _changed_meanwhile(mine: Entry, theirs: Entry) -> ChangedMeanwhile:
    differing = [
        bound
        for bound in fields_of(type(mine))
        if getattr(mine, bound.name) != getattr(theirs, bound.name)
    ]
    sentence = (
        f"This {mine.title.lower()} was changed after you opened it, so nothing was saved. "
        "Both texts are kept: choose which one stands."
    )

    def text(entry: Entry) -> str:
        return "\n".join(
            f"{each.about.label}: {as_text(getattr(entry, each.name))}" for each in differing
        )

    return ChangedMeanwhile(sentence, mine=text(mine), theirs=text(theirs))
