"""Any value as the words a person reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from liaison.dates import short_date
from liaison.model.fields import Bound, Listed


def as_text(value: Any) -> str:
    """What stands in a cell, a label or a sheet."""
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case Listed():
            return value.label
        case date():
            return short_date(value)
        case tuple():
            return ", ".join(as_text(each) for each in value)
        case _:
            return str(value)


def field_text(bound: Bound, value: Any, label: Callable[[str, str], str]) -> str:
    """The words for one field's value; ``label(list, code)`` gives a listed code its words."""
    if not bound.about.choices:
        return as_text(value)
    codes = value if isinstance(value, tuple) else (value,) if value else ()
    return ", ".join(label(bound.about.choices, code) for code in codes)


def and_list(words: list[str]) -> str:
    """Words in a row, as in "Zara, Ali and Noor"."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]
