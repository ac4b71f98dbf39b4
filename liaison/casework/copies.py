"""Copies for paper: what one reader may see of a family, and the note that a copy was made."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from liaison.casework.families import whole_family
from liaison.model.copies.audience import copy_for
from liaison.model.copies.copy import Copy, sensitive_values
from liaison.model.fields import Audience
from liaison.model.settings import SharingLog
from liaison.store.changes import Kind
from liaison.store.store import Store

PRINTED = "printed"
"""The way of a copy on paper."""

LISTS = ("barrier", "domain", "place", "outcome")
"""Value lists with values that may be sensitive."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What kind of copy is wanted. ``ticked`` are sensitive entries let through this once.

    ``size`` is the type size in points: 12, 14, 18 or 24.
    """

    audience: Audience = Audience.STAFF
    reader: str = ""
    size: int = 12
    ticked: Collection[str] = ()
    copy_number: int = 1
    copies: int = 1


def copy_of_family(store: Store, family: str, wish: Wish, *, today: date) -> Copy:
    """The family as the reader may see it. ``CannotPrint`` says what stands in the way."""
    return copy_for(
        whole_family(store, family),
        audience=wish.audience,
        reader=wish.reader,
        today=today,
        ticked=wish.ticked,
        sensitive=sensitive_values(each for name in LISTS for each in store.choices(name)),
    )


@dataclass(frozen=True, kw_only=True)
class CopyMade:
    """What the sharing log is told of one copy: ``digest`` is SHA-256 of the PDF.

    ``shred_by`` is the day that stands on it, where it is a staff copy that leaves the desk.
    """

    family: str
    sheet: str
    wish: Wish
    pages: int
    digest: str
    shred_by: date | None = None


def note_copy(store: Store, made: CopyMade, *, way: str, at: datetime) -> SharingLog:
    """Note that a copy was "printed" or "saved"; never what it said.

    The note cannot be taken back: what left the desk has left it.
    """
    (noted,) = note_copies(store, (made,), way=way, at=at)
    return noted


def note_copies(
    store: Store, made: Iterable[CopyMade], *, way: str, at: datetime
) -> list[SharingLog]:
    """As ``note_copy``, in one save: a sheet on which several families stand."""
    with store.saving(Kind.SHARE) as saving:
        return [
            saving.add(
                SharingLog(
                    family=each.family,
                    made_on=at.date(),
                    made_at=f"{at:%H:%M}",
                    sheet=each.sheet,
                    audience=each.wish.audience.value,
                    reader=each.wish.reader,
                    way=way,
                    copy_number=each.wish.copy_number,
                    copies=each.wish.copies,
                    pages=each.pages,
                    shred_by=each.shred_by if way == PRINTED else None,
                    digest=each.digest,
                )
            )
            for each in made
        ]
