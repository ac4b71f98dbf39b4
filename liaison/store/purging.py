"""Removing bytes for good, and moving a person's rows to another family's stream.

A purge works on rows: every body that mentions what goes is emptied (its header and digest stay,
so the chain still verifies), and what stays of those bodies is stated again, whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from liaison.model import ENTRIES
from liaison.model.fields import Entry
from liaison.model.person import Person
from liaison.model.reach import Address, ContactPoint, ContactPreference
from liaison.store import beside
from liaison.store.changes import Edit, Kind, edits_of
from liaison.store.door import Batch, Stream
from liaison.store.ids import new_id

if TYPE_CHECKING:
    from liaison.store.store import Store

HERS: tuple[type[Entry], ...] = (ContactPoint, Address, ContactPreference)
BY_TABLE = {cls.table: cls for cls in ENTRIES}


def purge(store: Store, entries: Iterable[Entry]) -> None:
    """Remove these rows for good. Re-home first what another family still needs."""
    going = {(entry.table, entry.id) for entry in entries}
    emptied, staying = _mentioning(store, going)
    edits: dict[str, list[Edit]] = {}
    for table, id in sorted(staying):
        row = beside.row_of(store.db, table, id)
        edits.setdefault(row["family"], []).append(_whole(table, row))
    streams = tuple(Stream(family, new_id(), tuple(each)) for family, each in edits.items())
    families = {entry.family for entry in entries} - set(edits)
    streams += tuple(Stream(family, new_id(), ()) for family in sorted(families))
    removed = tuple(sorted(going))
    store.write(Batch(new_id(), Kind.PURGE.value, streams, tuple(emptied), removed))


def rehome(store: Store, person: Person, family: str) -> Person:
    """State the person and every row of hers in that stream again, in the other family's."""
    with store.saving() as saving:
        for cls in HERS:
            for row in store.find(
                cls, "person = :person AND family = :old", person=person.id, old=person.family
            ):
                saving.restate(replace(row, family=family))
        return saving.restate(replace(person, family=family))


def _mentioning(
    store: Store, going: set[tuple[str, str]]
) -> tuple[list[str], set[tuple[str, str]]]:
    """The changes that mention a row that goes, and the rows that stay of what they did."""
    emptied, staying, families = [], set[tuple[str, str]](), _families(store, going)
    for family in sorted(families):
        for change, body in store.query(
            "SELECT id, body FROM change WHERE family = :family AND body IS NOT NULL",
            family=family,
        ):
            rows = {(edit.table, edit.row) for edit in edits_of(body)}
            if rows & going:
                emptied.append(change)
                staying |= rows - going
    return emptied, staying


def _families(store: Store, going: set[tuple[str, str]]) -> set[str]:
    """Every stream that ever told of these rows: a re-homed row stands in two."""
    found = set()
    for table, id in going:
        found |= {
            row[0]
            for row in store.query(
                "SELECT DISTINCT family FROM change WHERE instr(body, :mention)",
                mention=f'["{table}","{id}",',
            )
        }
    return found


def _whole(table: str, row: dict[str, object]) -> Edit:
    values = {name: (None, value) for name, value in row.items() if name not in ("id", "version")}
    return Edit(table, str(row["id"]), values, "")
