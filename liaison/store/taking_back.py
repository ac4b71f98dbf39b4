"""Undo and redo: a compensating batch, so that they survive restart and lock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from liaison.errors import CannotUndo
from liaison.store import beside
from liaison.store.changes import CAN_BE_TAKEN_BACK, Edit, Kind, edits_of, kind_of
from liaison.store.door import Batch, Stream
from liaison.store.ids import new_id

if TYPE_CHECKING:
    from liaison.store.store import Store

NEWEST_FIRST = """
SELECT batch, kind, max(clock) AS latest FROM change
WHERE kind IN ('save', 'import') OR kind LIKE 'undo:%' OR kind LIKE 'redo:%'
GROUP BY batch ORDER BY latest DESC
"""


@dataclass(frozen=True)
class Undone:
    """The batch that was taken back or put back, and how many changes that made."""

    batch: str
    changes: int


def undo(store: Store) -> Undone:
    """Take back the newest batch not yet taken back. ``CannotUndo`` when something stands in it."""
    batch = next_undo(store)
    if not batch:
        raise CannotUndo("There is nothing to take back.")
    return _compensate(store, batch, Kind.UNDO)


def redo(store: Store) -> Undone:
    """Put back what was taken back last, if nothing was saved since."""
    batch = next_redo(store)
    if not batch:
        raise CannotUndo("There is nothing to put back.")
    return _compensate(store, batch, Kind.REDO)


def next_undo(store: Store) -> str:
    """The batch undo would take back; empty when there is none."""
    taken: set[str] = set()
    for batch, kind, _ in store.db.execute(NEWEST_FIRST):
        if kind_of(kind) is Kind.UNDO:
            taken.add(kind.partition(":")[2])
        elif kind_of(kind) in CAN_BE_TAKEN_BACK and batch not in taken:
            return str(batch)
    return ""


def next_redo(store: Store) -> str:
    """The undo that redo would put back: the newest one since the last save."""
    put_back: set[str] = set()
    for batch, kind, _ in store.db.execute(NEWEST_FIRST):
        if kind_of(kind) is Kind.REDO:
            put_back.add(kind.partition(":")[2])
        elif kind_of(kind) is not Kind.UNDO:
            return ""
        elif batch not in put_back:
            return str(batch)
    return ""


def _compensate(store: Store, batch: str, kind: Kind) -> Undone:
    changes = store.query(
        "SELECT id, family, body FROM change WHERE batch = :batch ORDER BY clock DESC", batch=batch
    )
    streams = tuple(
        Stream(
            family,
            new_id(),
            tuple(_inverse(store, edit, change) for edit in reversed(edits_of(body))),
        )
        for change, family, body in changes
    )
    store.write(Batch(new_id(), f"{kind.value}:{batch}", streams))
    return Undone(batch, len(streams))


def _inverse(store: Store, edit: Edit, change: str) -> Edit:
    row = beside.row_of(store.db, edit.table, edit.row)
    if row.get("version") != change:
        raise CannotUndo(_stands_in_the_way(store, edit, row))
    values: dict[str, tuple[Any, Any]]
    if edit.made_on:
        values = {name: (new, old) for name, (old, new) in edit.values.items()}
    else:
        values = {"deleted": (row["deleted"], 1)}
    return Edit(edit.table, edit.row, values, change)


def _stands_in_the_way(store: Store, edit: Edit, row: dict[str, Any]) -> str:
    titles = {cls.table: cls.title for cls in beside.CLASSES}
    what = titles[edit.table].lower()
    family = store.query("SELECT name FROM family WHERE id = :id", id=row.get("family", ""))
    where = f" of the family {family[0][0]}" if family else ""
    return f"It cannot be taken back: the {what}{where} was changed since. Nothing was taken back."
