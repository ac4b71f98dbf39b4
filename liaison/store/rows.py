"""Turning entries into rows and back. The only place that knows how a value is stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_origin, get_type_hints

from liaison.model.fields import Entry, without_none

E = TypeVar("E", bound=Entry)
Row = dict[str, Any]


def to_row(entry: Entry) -> Row:
    """The entry as SQLite values. Empty text and an empty list of codes are NULL."""
    return {name: plain(getattr(entry, name)) for name in columns_of(type(entry))}


def plain(value: Any) -> Any:
    """One value as SQLite keeps it."""
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case bool():
            return int(value)
        case tuple():
            return json.dumps(value, ensure_ascii=False) if value else None
        case "":
            return None
        case _:
            return value


def from_row(cls: type[E], values: Mapping[str, Any]) -> E:
    """The entry a row holds. A missing column is a ``KeyError``."""
    return cls(**{name: read(values[name]) for name, read in _readers(cast(Any, cls))})


def from_values(cls: type[E], values: tuple[Any, ...]) -> E:
    """The entry from its columns in the order of ``columns_of``."""
    pairs = zip(_readers(cast(Any, cls)), values, strict=True)
    return cls(**{name: read(value) for (name, read), value in pairs})


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
    return tuple((name, _reader(hints[name])) for name in columns_of(cls))


def _reader(hint: Any) -> Callable[[Any], Any]:
    kind, optional = without_none(hint)
    if get_origin(kind) is tuple:
        return _codes
    if kind is str:
        return _text
    if kind is date:
        kind = date.fromisoformat
    return _or_none(kind) if optional else kind


def _text(value: str | None) -> str:
    return value or ""


def _codes(value: str | None) -> tuple[str, ...]:
    return tuple(json.loads(value)) if value else ()


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def maybe(value: Any) -> Any:
        return None if value is None else read(value)

    return maybe
