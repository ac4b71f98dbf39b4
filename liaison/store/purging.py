"""Removing bytes for good, and moving a person's rows to another family's stream.

A purge works on rows: every body that mentions what goes is emptied (its header and digest stay,
so the chain still verifies), and what stays of those bodies is stated again, whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from liaison.model.attendance import AttendanceSnapshot
from liaison.model.fields import Entry
from liaison.model.person import Person
from liaison.model.reach import Address, ContactPoint, ContactPreference
from liaison.model.relationship import Relationship
from liaison.model.transition import TransitionConcern
from liaison.store.changes import Edit, Kind, edits_of
from liaison.store.door import Batch, Stream
from liaison.store.ids import new_id
from liaison.store.rows import Row
from liaison.store.saving import Saving
from liaison.store.tables import row_of

if TYPE_CHECKING:
    from liaison.store.store import Store

HERS: tuple[tuple[type[Entry], str], ...] = (
    (ContactPoint, "person"),
    (Address, "person"),
    (ContactPreference, "person"),
    (Relationship, "child"),
    (TransitionConcern, "child"),
    (AttendanceSnapshot, "child"),
)
"""What belongs to an adult, and what belongs to a child, with the column that names the person."""


def purge(store: Store, entries: Iterable[Entry]) -> None:
    """Remove these rows for good. Re-home first what another family still needs."""
    families = {(entry.table, entry.id): entry.family for entry in entries}
    if not families:
        return
    emptied, staying = _mentioning(store, set(families))
    edits: dict[str, list[Edit]] = {family: [] for family in sorted(set(families.values()))}
    for table, id in sorted(staying):
        row = row_of(store.db, table, id)
        edits.setdefault(row["family"], []).append(_whole(table, row))
    streams = tuple(Stream(family, new_id(), tuple(each)) for family, each in edits.items())
    removed = tuple(sorted(families))
    store.write(Batch(new_id(), Kind.PURGE.value, streams, tuple(emptied), removed))


def rehome(store: Store, person: Person, family: str) -> Person:
    """State the person and every row of hers in that stream again, in the other family's."""
    if person.family == family:
        return person
    with store.saving() as saving:
        return rehome_in(saving, store, person, family)


def rehome_in(saving: Saving, store: Store, person: Person, family: str) -> Person:
    """The same as a part of a larger save."""
    for cls, column in HERS:
        for row in store.find(
            cls,
            f"{column} = :person AND family = :old",
            deleted=True,
            person=person.id,
            old=person.family,
        ):
            saving.restate(replace(row, family=family))
    return saving.restate(replace(person, family=family))


def _mentioning(
    store: Store, going: set[tuple[str, str]]
) -> tuple[list[str], set[tuple[str, str]]]:
    """The changes that mention a row that goes, and the rows that stay of what they did.

    The whole log is read once: a re-homed row stands in two streams.
    """
    emptied, staying = [], set[tuple[str, str]]()
    for change, body in store.query("SELECT id, body FROM change WHERE body <> '[]'"):
        told = {(edit.table, edit.row) for edit in edits_of(body)}
        if told & going:
            emptied.append(change)
            staying |= told - going
    return emptied, staying


def _whole(table: str, row: Row) -> Edit:
    values = {
        name: (None, value)
        for name, value in row.items()
        if name not in ("id", "version") and value is not None
    }
    return Edit(table, str(row["id"]), values, row["version"])
