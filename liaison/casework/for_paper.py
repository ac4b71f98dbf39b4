"""What a sheet is made from, decided for one reader: the record is read here and nowhere later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from liaison.casework.copies import Wish, copy_of_family
from liaison.errors import CannotPrint
from liaison.model.copies.copy import Copy
from liaison.model.fields import Audience
from liaison.store.store import Store

M = TypeVar("M")


class Needs(Enum):
    """What has to be chosen before a sheet can be made; the value is the word for it."""

    FAMILY = "family"
    MEETING = "meeting"
    PERSON = "person"
    VISIT = "home visit"
    CHILDREN = "absent children"
    DAY = "day"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True)
class Decided(Generic[M]):
    """What stands on one copy, and the wish it was decided by.

    ``families`` are those whose log of copies notes it; none where nobody stands on the sheet.
    ``reader`` is whom it is for, in full, and ``shared`` names by id who reads this copy besides.
    ``left_out`` and ``warnings`` are for the officer.
    """

    matter: M
    wish: Wish
    today: date
    families: tuple[str, ...] = ()
    reader: str = ""
    shared: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def family_for_paper(store: Store, about: str, wish: Wish, *, today: date) -> Decided[Copy]:
    """A family's copy; ``about`` is its id."""
    copy = copy_of_family(store, about, wish, today=today)
    return Decided(
        matter=copy,
        wish=wish,
        today=today,
        families=(about,),
        reader=copy.reader.full if copy.reader and wish.audience is Audience.FAMILY else "",
        left_out=tuple(each.sentence for each in copy.left_out),
        warnings=copy.warnings,
    )


def blank_for_paper(_store: Store, _about: str, wish: Wish, *, today: date) -> Decided[None]:
    """A form to be filled in by hand: nothing of the record stands on it."""
    if wish.copies < 1:
        raise CannotPrint("Nothing to print: choose one copy at least.")
    return Decided(matter=None, wish=wish, today=today)
