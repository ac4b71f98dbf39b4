"""Copies for paper: what one reader may see of a family, and the note that a copy was made."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from liaison.casework.families import whole_family
from liaison.model.choice import Choice
from liaison.model.copies.audience import copy_as_asked
from liaison.model.copies.confidential import as_on
from liaison.model.copies.copy import Asked, Copy, sensitive_values
from liaison.model.copies.naming import NOBODY, Names, full_names, full_names_of, names
from liaison.model.copies.never_said import NAMELESS
from liaison.model.copies.reading import checked_reader
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.meeting_kinds import UNNAMED
from liaison.model.settings import SharingLog
from liaison.store.changes import Kind
from liaison.store.store import Store

PRINTED = "printed"
"""The way of a copy on paper."""

LISTS = ("barrier", "domain", "place", "outcome", "purpose")
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


def asked_by(store: Store, record: FamilyRecord, wish: Wish, *, today: date) -> Asked:
    """The wish with all that the rules for copies need to know of the rest of the record."""
    reader = checked_reader(record, wish.reader) if wish.reader else None
    return Asked(
        audience=wish.audience,
        today=today,
        reader=reader,
        ticked=frozenset(wish.ticked),
        sensitive=sensitive_values(each for name in LISTS for each in store.choices(name)),
        strangers=_strangers(store, record, wish),
        unsaid=tuple(unnamed_kinds(store).values()),
        label=store.label,
    )


def unnamed_kinds(store: Store) -> dict[str, str]:
    """Kinds no family copy names, with their words: ours always, and those the school flags."""
    own = store.find(Choice, "list = 'meeting_kind'")
    return NAMELESS | {
        each.code: each.label for each in own if UNNAMED in each.flags or each.code in NAMELESS
    }


def _strangers(store: Store, record: FamilyRecord, wish: Wish) -> Names:
    """The children of other families by first name and surname; not the reader's own there."""
    if wish.audience is Audience.STAFF:
        return NOBODY
    rows = store.query(
        "SELECT p.forename, p.known_as, p.surname, p.known_as_surname FROM person p "
        "WHERE p.kind = 'child' AND p.deleted = 0 AND p.family != :family AND p.id NOT IN "
        "(SELECT r.child FROM relationship r WHERE r.adult = :reader AND r.deleted = 0)",
        family=record.family.id,
        reader=wish.reader,
    )
    own = {name for each in record.people for name in full_names_of(each)}
    every = {name for one, as_used, *last in rows for name in full_names((one, as_used), last)}
    return names(every - own)


def copy_of_family(store: Store, family: str, wish: Wish, *, today: date) -> Copy:
    """The family as the reader may see it. ``CannotPrint`` says what stands in the way."""
    record = whole_family(store, family)
    return copy_as_asked(as_on(record, today), asked_by(store, record, wish, today=today))


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
