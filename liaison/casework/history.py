"""What happened to one entry: who changed what, and when. Read from the log, so it is complete."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from liaison.casework.key_holders import who
from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck
from liaison.model.contact import Contact, ContactPerson
from liaison.model.fields import Bound, Entry, fields_of
from liaison.model.meeting import Meeting, MeetingPerson
from liaison.model.person import Person
from liaison.model.words import field_text
from liaison.store.changes import Edit, Kind, edits_of, kind_of
from liaison.store.rows import value_of
from liaison.store.store import Store

LOG = """
SELECT id, batch, device, clock, actor, kind, body FROM change
WHERE family = :family AND ({0}) ORDER BY clock, device
"""
Row = tuple[str, str]
"""A table, and the id of a row in it."""

PLACES = {0: "In use", 1: "In the bin"}
GONE = "somebody who was removed for good"
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

PARTS: dict[type[Entry], tuple[tuple[type[Entry], str], ...]] = {
    Contact: ((ContactPerson, "contact"),),
    Meeting: tuple(
        (cls, "meeting") for cls in (MeetingPerson, AgendaItem, MeetingAction, MeetingCheck)
    ),
}
"""What is written down as a part of another entry, and the field that names the other."""


@dataclass(frozen=True)
class FieldChange:
    """One field: its label, and the words before and after. Empty words: nothing was there."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Version:
    """One change of the entry, or of a part of it. ``at`` is UTC, ``by`` the key holder's name.

    ``elsewhere`` is true for one made on another laptop, or before a backup was put back here.
    ``taken_back_by`` names who took it back, as long as it was not put back again.
    """

    change: str
    at: datetime
    actor: str
    by: str
    kind: Kind
    fields: tuple[FieldChange, ...]
    first: bool
    elsewhere: bool = False
    taken_back_by: str = ""


@dataclass(frozen=True)
class Logged:
    """A row of the log, with the edits in it that are asked about."""

    change: str
    batch: str
    device: str
    clock: str
    actor: str
    kind: str
    edits: tuple[Edit, ...]


def history(store: Store, entry: Entry) -> list[Version]:
    """Every version of the entry and of its parts, wherever it stood, the newest first."""
    classes = {(entry.table, entry.id): type(entry), **_parts(store, entry)}
    found = _logged(store, classes, entry)
    names = {each.actor: who(store, each.actor) for each in found}
    back = _taken_back(found)
    versions = [
        Version(
            change=each.change,
            at=datetime.fromtimestamp(int(each.clock[:13]) / 1000, UTC),
            actor=each.actor,
            by=names[each.actor],
            kind=kind_of(each.kind),
            fields=tuple(_fields(store, entry, classes, each.edits)),
            first=any(edit.row == entry.id and not edit.made_on for edit in each.edits),
            elsewhere=each.device != store.device.id,
            taken_back_by=names.get(back.get(each.batch, ""), ""),
        )
        for each in found
    ]
    return versions[::-1]


def named(store: Store, words: str) -> str:
    """Names for ids of people, as they may stand in a field; other words as they are."""
    return ID.sub(lambda found: _name(store, found[0]), words)


def _name(store: Store, id: str) -> str:
    person = store.first(Person, "id = :id", deleted=True, id=id)
    return person.full if person else GONE


def _parts(store: Store, entry: Entry) -> dict[Row, type[Entry]]:
    """The rows written down as parts of the entry, those in the bin too."""
    return {
        (cls.table, part.id): cls
        for cls, field in PARTS.get(type(entry), ())
        for part in store.find(cls, f"{field} = :id", deleted=True, id=entry.id)
    }


def _logged(store: Store, classes: Mapping[Row, type[Entry]], entry: Entry) -> list[Logged]:
    """What the log says of these rows: an entry that was moved was another family's before."""
    found: dict[str, Logged] = {}
    version, families = entry.version, set[str]()
    while version and (family := _family_of(store, version)) not in families:
        families.add(family)
        here = _in_family(store, family, classes)
        found |= {each.change: each for each in here}
        own = (edit for each in here for edit in each.edits if edit.row == entry.id)
        first = next(own, None)
        version = first.made_on if first else ""
    return sorted(found.values(), key=lambda each: (each.clock, each.device))


def _family_of(store: Store, change: str) -> str:
    found = store.query("SELECT family FROM change WHERE id = :change", change=change)
    return str(found[0][0]) if found else ""


def _in_family(store: Store, family: str, rows: Iterable[Row]) -> list[Logged]:
    mentions = {f"m{at}": f'["{table}","{row}",' for at, (table, row) in enumerate(rows)}
    wanted = set(rows)
    any_of = " OR ".join(f"instr(body, :{name})" for name in mentions)
    return [
        Logged(
            *(change, batch, device, clock, actor, kind),
            edits=tuple(each for each in edits_of(body) if _row(each) in wanted),
        )
        for change, batch, device, clock, actor, kind, body in store.query(
            LOG.format(any_of), family=family, **mentions
        )
    ]


def _row(edit: Edit) -> Row:
    return edit.table, edit.row


def _taken_back(found: Iterable[Logged]) -> dict[str, str]:
    """The batches that stand taken back, and by whom; the log is read from its beginning."""
    undone: dict[str, str] = {}
    undoes: dict[str, str] = {}
    for each in found:
        kind, batch = kind_of(each.kind), each.kind.partition(":")[2]
        if kind is Kind.UNDO:
            undone[batch], undoes[each.batch] = each.actor, batch
        elif kind is Kind.REDO:
            undone.pop(undoes.get(batch, ""), None)
    return undone


def _fields(
    store: Store, entry: Entry, classes: Mapping[Row, type[Entry]], edits: Iterable[Edit]
) -> Iterator[FieldChange]:
    for edit in edits:
        if edit.row == entry.id:
            yield from _of_entry(store, type(entry), edit)
        else:
            yield from _of_part(store, classes[_row(edit)], edit)


def _of_entry(store: Store, cls: type[Entry], edit: Edit) -> Iterator[FieldChange]:
    for bound in _shown(cls):
        if bound.name in edit.values:
            before, after = (_words(store, cls, bound, each) for each in edit.values[bound.name])
            if before or after:
                yield FieldChange(bound.about.label, before, after)
    old, new = edit.values.get("deleted", (None, None))
    if old is not None:
        yield FieldChange("Where it is", PLACES[old], PLACES[new])


def _of_part(store: Store, cls: type[Entry], edit: Edit) -> Iterator[FieldChange]:
    """A part that came or went is told on one line, whatever is written down about it."""
    if edit.whole and edit.made_on:
        return
    binned, _ = edit.values.get("deleted", (None, None))
    if edit.whole:
        yield FieldChange(cls.title, "", _in_one(store, cls, edit))
    elif binned is not None:
        row = store.get(cls, edit.row)
        now = ", ".join(filter(None, (_plain(store, row, each) for each in _about(cls))))
        yield FieldChange(cls.title, *(("", now) if binned else (now, "")))
    else:
        for change in _of_entry(store, cls, edit):
            label = f"{cls.title}, {change.label[:1].lower()}{change.label[1:]}"
            yield FieldChange(label, change.before, change.after)


def _in_one(store: Store, cls: type[Entry], edit: Edit) -> str:
    return ", ".join(
        filter(None, (_stored(store, cls, each, edit.after.get(each)) for each in _about(cls)))
    )


def _about(cls: type[Entry]) -> list[str]:
    """The fields of a part, first of them whom it is about."""
    person = ["person"] if cls in {ContactPerson, MeetingPerson} else []
    return person + [each.name for each in _shown(cls)]


def _plain(store: Store, entry: Entry, name: str) -> str:
    bound = _bound(type(entry), name)
    value = getattr(entry, name)
    words = field_text(bound, value, store.label) if bound else str(value)
    return named(store, words)


def _stored(store: Store, cls: type[Entry], name: str, stored: Any) -> str:
    bound = _bound(cls, name)
    return _words(store, cls, bound, stored) if bound else named(store, str(stored or ""))


def _bound(cls: type[Entry], name: str) -> Bound | None:
    return next((each for each in _shown(cls) if each.name == name), None)


def _shown(cls: type[Entry]) -> list[Bound]:
    """What a person reads: not the ids and digests that the program keeps for itself."""
    return [each for each in fields_of(cls) if each.about.listed]


def _words(store: Store, cls: type[Entry], bound: Bound, stored: Any) -> str:
    if stored is None:
        return ""
    words = field_text(bound, value_of(cls, bound.name, stored), store.label)
    return named(store, words)
