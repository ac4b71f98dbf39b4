"""Gathering what one save does, family by family, before the door writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from liaison.errors import ChangedMeanwhile, NotReady
from liaison.model.family import Family
from liaison.model.fields import Entry, beginning, fields_of, problems
from liaison.model.words import field_text
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

    ``row_of`` gives a table's row as it stands, so that only what differs is written; ``label``
    gives a list's code its words.
    """

    def __init__(
        self, row_of: Callable[[type[Entry], str], Row], label: Callable[[str, str], str]
    ) -> None:
        self.batch = new_id()
        self._row_of = row_of
        self._label = label
        self._pending: dict[tuple[str, str], Pending] = {}
        self._changes: dict[str, str] = {}

    def add(self, entry: E) -> E:
        """Put a new entry into its family's stream. ``NotReady`` when something is missing."""
        own_id = entry.id or new_id()
        family = own_id if isinstance(entry, Family) else entry.family
        if not family:
            raise ValueError(f"{entry.table} without a family")
        kept = replace(entry, id=own_id, family=family, version=self._change_of(family))
        _check(kept)
        self._note(kept, before={}, made_on="")
        return kept

    def restate(self, entry: E) -> E:
        """Say an entry whole again, in the stream of ``entry.family``; for re-homing.

        ``ChangedMeanwhile``, with both texts, when it was made on an older version.
        """
        before = self._as_it_stands(entry)
        return self._keep(entry, before={}, made_on=before["version"])

    def change(self, entry: E) -> E:
        """Write what differs from the row as it stands; the same entry writes nothing.

        ``ChangedMeanwhile``, with both texts, when it was made on an older version. An entry with
        another family is restated in that family's stream.
        """
        before = self._as_it_stands(entry)
        if not entry.deleted:
            _check(entry)
        if to_row(entry) == before:
            return entry
        if entry.family != before["family"]:
            return self._keep(entry, before={}, made_on=before["version"])
        return self._keep(entry, before=before, made_on=before["version"])

    def remove(self, entry: E) -> E:
        """Mark it deleted; it stays in the log and can be brought back."""
        return self.change(replace(entry, deleted=True))

    def finished(self, kind: str) -> Batch | None:
        """The batch to write, or nothing when nothing differs."""
        edits: dict[str, list[Edit]] = {}
        for (table, row), pending in self._pending.items():
            edits.setdefault(pending.after["family"], []).append(_edit(table, row, pending))
        streams = [Stream(family, self._changes[family], tuple(edits[family])) for family in edits]
        return Batch(self.batch, kind, tuple(streams)) if streams else None

    def _as_it_stands(self, entry: Entry) -> Row:
        pending = self._pending.get((entry.table, entry.id))
        row = pending.after if pending else self._row_of(type(entry), entry.id)
        if row["version"] != entry.version:
            raise self._changed_meanwhile(entry, from_row(type(entry), row))
        return row

    def _keep(self, entry: E, *, before: Row, made_on: str) -> E:
        kept = replace(entry, version=self._change_of(entry.family))
        self._note(kept, before=before, made_on=made_on)
        return kept

    def _change_of(self, family: str) -> str:
        """The id of the one change the block makes to this family."""
        if family not in self._changes:
            self._changes[family] = new_id()
        return self._changes[family]

    def _note(self, kept: Entry, *, before: Row, made_on: str) -> None:
        """Note how the row will stand; what it was before the block stays what it was."""
        pending = self._pending.setdefault((kept.table, kept.id), Pending(before, {}, made_on))
        pending.before = before and pending.before
        pending.after = to_row(kept)

    def _changed_meanwhile(self, mine: Entry, theirs: Entry) -> ChangedMeanwhile:
        what = beginning(type(mine))
        if theirs.deleted and not mine.deleted:
            said = f"{what} was removed after you opened it, so nothing was saved."
        else:
            said = (
                f"{what} was changed after you opened it, so nothing was saved. "
                "Both texts are kept: choose which one stands."
            )
        differing = [
            bound
            for bound in fields_of(type(mine))
            if getattr(mine, bound.name) != getattr(theirs, bound.name)
        ]

        def text(entry: Entry) -> str:
            return "\n".join(
                f"{each.about.label}: {field_text(each, getattr(entry, each.name), self._label)}"
                for each in differing
            )

        return ChangedMeanwhile(said, mine=text(mine), theirs=text(theirs))


def _check(entry: Entry) -> None:
    if found := problems(entry):
        raise NotReady(found)


def _edit(table: str, row: str, pending: Pending) -> Edit:
    before, values = pending.before, dict[str, tuple[Any, Any]]()
    for name, new in pending.after.items():
        if name not in UNCHANGING and (old := before.get(name)) != new:
            values[name] = (old, new)
    return Edit(table, row, values, pending.made_on)
