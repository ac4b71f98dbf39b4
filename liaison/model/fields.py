"""How an entry describes itself, so that tables, forms and papers need not be told twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, cast, get_args, get_origin, get_type_hints

from liaison.model.visible import visible

SETTINGS_STREAM = "settings"


class Listed(StrEnum):
    """An enumeration whose value is the stored code and whose ``label`` is what people read."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Listed:
        """A member from its code and its label."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Audience(Listed):
    """Who a copy is made for."""

    STAFF = "staff", "Staff"
    FAMILY = "family", "Family"
    HANDOVER = "handover", "Handover to the next school"
    ANONYMISED = "anonymised", "Without names"


STAFF = frozenset({Audience.STAFF})
HOME = frozenset({Audience.STAFF, Audience.FAMILY})
NEXT_SCHOOL = frozenset({Audience.STAFF, Audience.HANDOVER})
EVERYONE = frozenset({Audience.STAFF, Audience.FAMILY, Audience.HANDOVER})
NO_PAPER: frozenset[Audience] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Field:
    """What people need to know about one value. Pass the label first, the rest by name.

    ``audience`` names who may read it; none named counts as staff only. ``choices`` names the
    value list whose codes it holds. ``search`` puts its words into the search. ``special`` marks
    special-category data (UK GDPR article 9), which is off until the school switches it on.
    """

    label: str
    help: str = ""
    lines: int = 1
    required: bool = False
    listed: bool = True
    search: bool = False
    special: bool = False
    choices: str = ""
    audience: frozenset[Audience] | None = None

    @property
    def readers(self) -> frozenset[Audience]:
        """Who may read it: staff only where nobody is named."""
        return STAFF if self.audience is None else self.audience


def field(label: str, **more: Any) -> Field:
    """A ``Field`` said shortly, for use in ``Annotated``."""
    return Field(label=label, **more)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A row with an identity. ``family`` is its stream; ``version`` the change that wrote it.

    An entry that has not been saved has no version, and no id unless one was made beforehand.
    """

    table: ClassVar[str]
    title: ClassVar[str]
    this: ClassVar[str] = ""
    """How a sentence about one of them begins, where "This" and its title would not read."""
    id: str = ""
    family: str = ""
    version: str = ""
    deleted: bool = False


def beginning(cls: type[Entry]) -> str:
    """How a sentence about one entry begins: "This follow-up"."""
    return cls.this or f"This {cls.title[:1].lower()}{cls.title[1:]}"


@dataclass(frozen=True)
class Bound:
    """One field of one entry class: its name, its Python type and its description."""

    name: str
    kind: Any
    optional: bool
    about: Field


def fields_of(cls: type[Entry]) -> tuple[Bound, ...]:
    """The described fields of ``cls``, in the order they are written down."""
    return _fields_of(cast(Any, cls))


@cache
def _fields_of(cls: Any) -> tuple[Bound, ...]:
    return tuple(_described(cls))


def _described(cls: type[Entry]) -> Iterator[Bound]:
    hints = get_type_hints(cls, include_extras=True)
    for each in fields(cls):
        hint = hints[each.name]
        if get_origin(hint) is Annotated:
            inner, *notes = get_args(hint)
            about = next((note for note in notes if isinstance(note, Field)), None)
            if about is not None:
                plain, optional = without_none(inner)
                yield Bound(each.name, plain, optional, about)


def without_none(hint: Any) -> tuple[Any, bool]:
    """``X | None`` as (X, True); anything else as itself."""
    if isinstance(hint, UnionType) and NoneType in get_args(hint):
        (plain,) = (arg for arg in get_args(hint) if arg is not NoneType)
        return plain, True
    return hint, False


def problems(entry: Entry) -> dict[str, str]:
    """What still stands in the way of saving: field name to a sentence for the screen."""
    return {
        bound.name: f"{bound.about.label} is needed."
        for bound in fields_of(type(entry))
        if bound.about.required and _is_blank(getattr(entry, bound.name))
    }


def _is_blank(value: Any) -> bool:
    return not (visible(value) if isinstance(value, str) else value)
