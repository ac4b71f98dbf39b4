"""What happened to one entry: who changed what, and when. Read from the log, so it is complete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from liaison.model.fields import Bound, Entry, fields_of
from liaison.model.words import field_text
from liaison.store.changes import Edit, Kind, edits_of, kind_of
from liaison.store.rows import value_of
from liaison.store.store import Store

LOG = """
SELECT id, clock, actor, kind, body FROM change
WHERE family IN (SELECT family FROM change WHERE id = :version) AND instr(body, :mention)
ORDER BY clock, device
"""
PLACES = {0: "In use", 1: "In the bin"}


@dataclass(frozen=True)
class FieldChange:
    """One field: its label, and the words before and after. Empty words: nothing was there."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Version:
    """One change of the entry. ``actor`` is the id of the key that was used, ``at`` is UTC."""

    change: str
    at: datetime
    actor: str
    kind: Kind
    fields: tuple[FieldChange, ...]
    first: bool


def history(store: Store, entry: Entry) -> list[Version]:
    """Every version of the entry in its stream, the newest first."""
    mention = f'["{entry.table}","{entry.id}",'
    changes = store.query(LOG, version=entry.version, mention=mention)
    found = [
        Version(
            change=change,
            at=datetime.fromtimestamp(int(clock[:13]) / 1000, UTC),
            actor=actor,
            kind=kind_of(kind),
            fields=tuple(_fields(store, type(entry), edit)),
            first=not edit.made_on,
        )
        for change, clock, actor, kind, body in changes
        for edit in edits_of(body)
        if (edit.table, edit.row) == (entry.table, entry.id)
    ]
    return found[::-1]


def _fields(store: Store, cls: type[Entry], edit: Edit) -> list[FieldChange]:
    found = []
    for bound in fields_of(cls):
        if bound.name in edit.values:
            old, new = edit.values[bound.name]
            before, after = (_words(store, cls, bound, value) for value in (old, new))
            found.append(FieldChange(bound.about.label, before, after))
    old, new = edit.values.get("deleted", (None, None))
    if old is not None:
        found.append(FieldChange("Where it is", PLACES[old], PLACES[new]))
    return [each for each in found if each.before or each.after]


def _words(store: Store, cls: type[Entry], bound: Bound, stored: Any) -> str:
    if stored is None:
        return ""
    return field_text(bound, value_of(cls, bound.name, stored), store.label)
