"""Turning entries into rows and back. The only place that knows how a value is stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_origin, get_type_hints

from liaison.model.fields import Entry, without_none

E = TypeVar("E", bound=Entry)
Row = dict[str, Any]


def to_row(entry: Entry) -> Row:
    """The entry as SQLite values. Empty text and an empty list of codes are NULL."""
    held = vars(entry)
    return {name: plain(held[name]) for name in columns_of(type(entry))}


def plain(value: Any) -> Any:
    """One value as SQLite keeps it. Half a character, as a bad paste leaves, becomes "?"."""
    if value is None or (type(value) is str and value.isascii()):
        return value or None
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case bool():
            return int(value)
        case tuple():
            codes = [plain(each) for each in value]
            return json.dumps(codes, ensure_ascii=False) if codes else None
        case str():
            return value.encode("utf-8", "replace").decode() or None
        case _:
            return value


def from_row(cls: type[E], values: Mapping[str, Any]) -> E:
    """The entry a row holds. A missing column is a ``KeyError``.

    NULL is the default of the field: a column that was added later has it in older rows.
    """
    return cls(**{name: read(values[name]) for name, read in _readers(cast(Any, cls))})


def from_values(cls: type[E], values: tuple[Any, ...]) -> E:
    """The entry from its columns in the order of ``columns_of``."""
    pairs = zip(_readers(cast(Any, cls)), values, strict=True)
    held: Row = {
        name: (value or "") if read is _text else read(value)  # most are text: no call for them
        for (name, read), value in pairs
    }
    return cls(**held)


def learn(cls: type[Entry]) -> None:
    """Find out how its rows are read. Else it is done with the first row, where somebody waits."""
    _readers(cast(Any, cls))


def value_of(cls: type[Entry], name: str, stored: Any) -> Any:
    """One stored value as the entry holds it."""
    return dict(_readers(cast(Any, cls)))[name](stored)


def columns_of(cls: type[Entry]) -> tuple[str, ...]:
    """The columns of the entry's table, in the entry's own order."""
    return _columns_of(cast(Any, cls))


@cache
def _columns_of(cls: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(cls))


def column_types(cls: type[Entry]) -> dict[str, str]:
    """Each column with the SQLite type it needs: TEXT or INTEGER."""
    hints = get_type_hints(cls)
    kinds = {name: without_none(hints[name])[0] for name in columns_of(cls)}
    return {name: "INTEGER" if kind in (int, bool) else "TEXT" for name, kind in kinds.items()}


@cache
def _readers(cls: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hints = get_type_hints(cls)
    return tuple((each.name, _reader(hints[each.name], each)) for each in fields(cls))


def _reader(hint: Any, about: Field[Any]) -> Callable[[Any], Any]:
    kind, optional = without_none(hint)
    if get_origin(kind) is tuple:
        return _codes
    if kind is str:
        return _text
    if kind is date:
        kind = date.fromisoformat
    elif issubclass(kind, Enum):
        kind = _member(kind)
    if optional or about.default is not MISSING:
        return _or(None if optional else about.default, kind)
    return cast(Callable[[Any], Any], kind)


def _text(value: str | None) -> str:
    return value or ""


def _member(kind: type[Enum]) -> Callable[[Any], Any]:
    """The member with a value; a look into a table where the class itself would search."""
    known = {each.value: each for each in kind}
    return lambda value: known.get(value) or kind(value)


def _codes(value: str | None) -> tuple[str, ...]:
    return tuple(json.loads(value)) if value else ()


def _or(default: Any, read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def maybe(value: Any) -> Any:
        return default if value is None else read(value)

    return maybe
