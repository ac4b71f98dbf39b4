"""Undo and redo: a compensating batch, so that they survive restart and lock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from liaison.errors import CannotUndo
from liaison.store.changes import CAN_BE_TAKEN_BACK, Edit, Kind, edits_of, kind_of
from liaison.store.door import Batch, Stream
from liaison.store.ids import new_id
from liaison.store.lineage import Lineage
from liaison.store.tables import TITLES, row_of

if TYPE_CHECKING:
    from liaison.store.store import Store

NEWEST_FIRST = """
SELECT batch, kind FROM change
WHERE kind IN ('save', 'import') OR kind LIKE 'undo:%' OR kind LIKE 'redo:%'
ORDER BY clock DESC, device DESC
"""
NAMED = 3


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
    for batch, kind in _newest_first(store):
        if kind_of(kind) is Kind.UNDO:
            taken.add(kind.partition(":")[2])
        elif kind_of(kind) in CAN_BE_TAKEN_BACK and batch not in taken:
            return batch
    return ""


def next_redo(store: Store) -> str:
    """The undo that redo would put back: the newest one since the last save."""
    put_back: set[str] = set()
    for batch, kind in _newest_first(store):
        if kind_of(kind) is Kind.REDO:
            put_back.add(kind.partition(":")[2])
        elif kind_of(kind) is not Kind.UNDO:
            return ""
        elif batch not in put_back:
            return batch
    return ""


def words_for(store: Store, batch: str) -> str:
    """What a batch did, as it stands after "Take back": "contact, follow-up (Khan)"."""
    changes = store.query(
        "SELECT family, kind, body FROM change WHERE batch = :batch ORDER BY clock", batch=batch
    )
    if changes and kind_of(changes[0][1]) is Kind.IMPORT:
        return f"import of {len(changes)} families"
    tables = dict.fromkeys(edit.table for _, _, body in changes for edit in edits_of(body))
    what = _few(TITLES[table].lower() for table in tables)
    names = _few(name for family, _, _ in changes if (name := _family_name(store, family)))
    return f"{what} ({names})" if names else what


def _newest_first(store: Store) -> Iterator[tuple[str, str]]:
    """Batches with their kinds, read only as far as they are asked for."""
    seen: set[str] = set()
    for batch, kind in store.db.execute(NEWEST_FIRST):
        if batch not in seen:
            seen.add(batch)
            yield batch, kind


def _compensate(store: Store, batch: str, kind: Kind) -> Undone:
    changes = store.query(
        "SELECT id, family, body FROM change WHERE batch = :batch ORDER BY clock DESC", batch=batch
    )
    _refuse_what_stands_in_the_way(store, changes)
    edits: dict[str, list[Edit]] = {}
    for _, family, body in changes:
        for edit in reversed(edits_of(body)):
            back = _inverse(store, edit)
            edits.setdefault(back.after.get("family", family), []).append(back)
    streams = tuple(Stream(family, new_id(), tuple(each)) for family, each in edits.items())
    store.write(Batch(new_id(), f"{kind.value}:{batch}", streams))
    return Undone(batch, len(streams))


def _inverse(store: Store, edit: Edit) -> Edit:
    """What takes one edit back, made on the row as it stands: it has the words of that edit."""
    values: dict[str, tuple[Any, Any]]
    if not edit.made_on:
        values = {"deleted": (edit.after["deleted"], 1)}
    elif edit.whole:
        values = {name: (None, old) for name, old in _stood_at(store, edit).items()}
    else:
        values = {name: (new, old) for name, (old, new) in edit.values.items()}
    return Edit(edit.table, edit.row, values, _version(store, edit))


def _stood_at(store: Store, edit: Edit) -> dict[str, Any]:
    """The row as the change left it that a re-homing was made on: told by that family's stream."""
    row: dict[str, Any] = {}
    for (body,) in store.query(
        "SELECT told.body FROM change told, change last WHERE last.id = :made_on "
        "AND told.family = last.family AND told.clock <= last.clock "
        "ORDER BY told.clock, told.device",
        made_on=edit.made_on,
    ):
        for each in edits_of(body):
            if (each.table, each.row) == (edit.table, edit.row):
                row = each.after if each.whole else row | each.after
    return {name: value for name, value in row.items() if value is not None}


def _refuse_what_stands_in_the_way(store: Store, changes: list[tuple[Any, ...]]) -> None:
    if any(body is None for _, _, body in changes):
        raise CannotUndo(
            "It cannot be taken back: part of it was removed for good since. "
            "Nothing was taken back."
        )
    lineage = Lineage(store.db)
    since = [
        _described(store, edit)
        for change, _, body in changes
        for edit in edits_of(body)
        if not lineage.same(edit.table, edit.row, change, _version(store, edit))
    ]
    if since:
        raise CannotUndo(
            f"It cannot be taken back, because this was changed since: {_few(since)}. "
            "Nothing was taken back."
        )


def _version(store: Store, edit: Edit) -> str:
    return str(row_of(store.db, edit.table, edit.row).get("version"))


def _described(store: Store, edit: Edit) -> str:
    row = row_of(store.db, edit.table, edit.row)
    name = _family_name(store, row.get("family", ""))
    what = TITLES[edit.table].lower()
    return f"{what} of the family {name}" if name else what


def _family_name(store: Store, family: str) -> str:
    found = store.query("SELECT name FROM family WHERE id = :id", id=family)
    return str(found[0][0]) if found else ""


def _few(words: Iterable[str]) -> str:
    """The first few, each once, and how many more."""
    every = list(dict.fromkeys(words))
    more = [f"{len(every) - NAMED} more"] if len(every) > NAMED else []
    return ", ".join(every[:NAMED] + more)
