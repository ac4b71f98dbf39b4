"""From a family in the record to its summary as a PDF in memory, and the note that it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from liaison.casework.families import whole_family
from liaison.casework.sharing import note_copy
from liaison.errors import CannotPrint
from liaison.model.audience import copy_for
from liaison.model.copy import sensitive_values
from liaison.model.fields import Audience
from liaison.model.settings import SharingLog
from liaison.sheets.printing import build, locked, page_count
from liaison.sheets.summary import footer, summary
from liaison.store.store import Store

SHEET = "family_summary"
LISTS = ("barrier", "domain", "place", "outcome")


@dataclass(frozen=True, kw_only=True)
class MadeSheet:
    """One copy in memory. ``left_out`` and ``warnings`` are for the officer, never for paper."""

    family: str
    audience: Audience
    reader: str
    pdf: bytes
    pages: int
    copy_number: int = 1
    copies: int = 1
    left_out: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What kind of copy is wanted. ``ticked`` are sensitive entries let through this once."""

    audience: Audience = Audience.STAFF
    reader: str = ""
    size: int = 12
    ticked: Collection[str] = ()
    copy_number: int = 1
    copies: int = 1


def family_summary(
    store: Store, family: str, wish: Wish, *, today: date, printed_at: datetime
) -> MadeSheet:
    """The family's summary for one audience. ``CannotPrint`` says what stands in the way."""
    copy = copy_for(
        whole_family(store, family),
        audience=wish.audience,
        reader=wish.reader,
        today=today,
        ticked=wish.ticked,
        sensitive=sensitive_values(each for name in LISTS for each in store.choices(name)),
    )
    settings = store.settings
    marking = "" if wish.audience is Audience.FAMILY else settings.marking
    pdf = build(
        summary(copy, label=store.label, school=settings.school),
        footer=footer(
            copy,
            officer=settings.officer,
            printed_at=printed_at,
            number=wish.copy_number,
            copies=wish.copies,
            marking=marking,
        ),
        size=wish.size,
    )
    return MadeSheet(
        family=family,
        audience=wish.audience,
        reader=wish.reader,
        pdf=pdf,
        pages=page_count(pdf),
        copy_number=wish.copy_number,
        copies=wish.copies,
        left_out=tuple(each.sentence for each in copy.left_out),
        warnings=copy.warnings,
    )


def save_sheet(store: Store, made: MadeSheet, to: Path, *, password: str, at: datetime) -> None:
    """Write the PDF where the officer wants it, encrypted when a password is given, and note it."""
    data = locked(made.pdf, password) if password else made.pdf
    try:
        to.write_bytes(data)
    except OSError as error:
        sentence = f"The PDF cannot be written to {to}: {error.strerror}."
        raise CannotPrint(sentence) from error
    note_sheet(store, made, way="saved", at=at)


def note_sheet(store: Store, made: MadeSheet, *, way: str, at: datetime) -> None:
    """Note in the sharing log that this copy was "printed" or "saved"; never what it said."""
    note_copy(
        store,
        SharingLog(
            family=made.family,
            made_on=at.date(),
            made_at=f"{at:%H:%M}",
            sheet=SHEET,
            audience=made.audience.value,
            reader=made.reader,
            way=way,
            copy_number=made.copy_number,
            copies=made.copies,
            pages=made.pages,
            digest=hashlib.sha256(made.pdf).hexdigest(),
        ),
    )
